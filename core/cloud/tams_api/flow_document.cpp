#include "core/cloud/tams_api/flow_document.h"

#include "core/tams/types.h"

#include <algorithm>
#include <array>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::array technicalFields{"format",
                                     "codec",
                                     "container",
                                     "avg_bit_rate",
                                     "segment_duration",
                                     "container_mapping",
                                     "essence_parameters"};
constexpr std::size_t maxMembers = 1000;

Error wrong(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

using Names = std::vector<std::string_view>;

bool isOneOf(const json& value, const Names& names) {
    return value.is_string() &&
           std::find(names.begin(), names.end(), value.get<std::string_view>()) != names.end();
}

bool isPositiveRatio(const json& value, bool denominatorRequired) {
    if (!value.is_object())
        return false;
    const auto positive = [&](const char* name, bool required) {
        const auto found = value.find(name);
        if (found == value.end())
            return !required;
        return found->is_number_integer() && *found > 0;
    };
    return positive("numerator", true) && positive("denominator", denominatorRequired);
}

/// Names of essence_parameters that the format knows. The schemas refuse all others.
Names essenceNames(std::string_view format) {
    if (format == tams::format::video)
        return {"frame_width",       "frame_height",       "bit_depth",
                "interlace_mode",    "colorspace",         "transfer_characteristic",
                "aspect_ratio",      "pixel_aspect_ratio", "component_type",
                "horiz_chroma_subs", "vert_chroma_subs",   "unc_parameters",
                "avc_parameters",    "frame_rate",         "vfr",
                "init_segments"};
    if (format == tams::format::audio)
        return {"sample_rate",      "channels",       "bit_depth",
                "codec_parameters", "unc_parameters", "init_segments"};
    if (format == tams::format::image)
        return {"frame_width", "frame_height", "aspect_ratio"};
    if (format == tams::format::data)
        return {"data_type", "init_segments"};
    return {"init_segments"};
}

bool hasGoodType(const std::string& name, const json& value, std::string_view format) {
    if (name == "interlace_mode")
        return isOneOf(value, {"progressive", "interlaced_tff", "interlaced_bff", "interlaced_psf"});
    if (name == "colorspace")
        return isOneOf(value, {"BT601", "BT709", "BT2020", "BT2100"});
    if (name == "transfer_characteristic")
        return isOneOf(value, {"SDR", "HLG", "PQ"});
    if (name == "component_type")
        return isOneOf(value, {"YCbCr", "RGB"});
    if (name == "aspect_ratio" || name == "pixel_aspect_ratio")
        return isPositiveRatio(value, true);
    if (name == "frame_rate")
        return isPositiveRatio(value, false);
    if (name == "vfr" || name == "init_segments")
        return value.is_boolean();
    if (name == "data_type")
        return value.is_string();
    if (name == "codec_parameters")
        return value.is_object();
    if (name == "avc_parameters")
        return value.is_object() && value.contains("profile") && value.contains("level") &&
               value.contains("flags");
    if (name == "unc_parameters")
        return value.is_object() && value.contains("unc_type") &&
               (format == tams::format::audio
                    ? isOneOf(value["unc_type"], {"interleaved", "planar", "pairs"})
                    : isOneOf(value["unc_type"],
                              {"planar", "YUYV", "UYVY", "AYUV", "v210", "v216", "RGB", "RGBx", "xRGB",
                               "BGRx", "xBGR", "RGBA", "ARGB", "BGRA", "ABGR", "alpha"}));
    return value.is_number_integer() && value > 0;
}

Result<void> checkEssence(const json& essence, std::string_view format) {
    if (!essence.is_object())
        return wrong("“essence_parameters” must be an object.");
    const Names known = essenceNames(format);
    for (const auto& [name, value] : essence.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            return wrong("“" + name + "” is not an essence parameter of this format.");
        if (!hasGoodType(name, value, format))
            return wrong("The essence parameter “" + name + "” has a value that cannot be used.");
    }
    const auto need = [&](const char* name) -> Result<void> {
        if (!essence.contains(name))
            return wrong("The essence parameter “" + std::string(name) + "” is missing.");
        return {};
    };
    if (format == tams::format::video || format == tams::format::image) {
        CUTAWAY_CHECK(need("frame_width"));
        CUTAWAY_CHECK(need("frame_height"));
    }
    if (format == tams::format::audio) {
        CUTAWAY_CHECK(need("sample_rate"));
        CUTAWAY_CHECK(need("channels"));
    }
    if (format == tams::format::video && essence.value("vfr", false) == essence.contains("frame_rate"))
        return wrong("A video flow has either a “frame_rate”, or “vfr” set.");
    return {};
}

Result<void> checkCommonFields(const json& flow) {
    for (const char* name : {"label", "description", "metadata_version", "profile_id"}) {
        if (flow.contains(name) && !flow[name].is_string())
            return wrong("“" + std::string(name) + "” must be a text.");
    }
    for (const char* name : {"generation", "max_bit_rate"}) {
        if (flow.contains(name) && !(flow[name].is_number_integer() && flow[name] >= 0))
            return wrong("“" + std::string(name) + "” must be a whole number, 0 or more.");
    }
    if (flow.contains("read_only") && !flow["read_only"].is_boolean())
        return wrong("“read_only” must be true or false.");
    if (flow.contains("status") && !isOneOf(flow["status"], {"awaiting_content", "ingesting",
                                                             "replication_in_progress", "closed_complete"}))
        return wrong("“status” is not one that flows have.");
    if (flow.contains("tags") && !areTags(flow["tags"]))
        return wrong("“tags” must be an object of texts or lists of texts.");
    if (flow.contains("flow_collection"))
        CUTAWAY_CHECK(checkFlowCollection(flow["flow_collection"]));
    return {};
}

Result<void> fillFromProfile(Connection& store, const Uuid& workspace, json& flow) {
    const auto profile = flow.find("profile_id");
    if (profile == flow.end())
        return {};
    if (profile->is_string() && profile->get_ref<const std::string&>().empty()) {
        flow.erase(profile); // the link to a Profile is given up
        return {};
    }
    for (const char* name : technicalFields) {
        if (flow.contains(name))
            return wrong("A flow with a profile cannot set “" + std::string(name) + "” itself.");
    }
    auto row = store.query("SELECT document FROM profiles WHERE workspace_id = ? AND id = ?",
                           workspace.toString(), profile->get<std::string>());
    if (!row.next())
        return wrong("There is no such profile.");
    const json document = json::parse(row.text(0), nullptr, false);
    flow.update(document.at("flow_metadata"));
    return {};
}

} // namespace

bool isMimeType(std::string_view text) {
    const std::size_t slash = text.find('/');
    return slash != std::string_view::npos && slash > 0 && slash + 1 < text.size() &&
           text.find('/', slash + 1) == std::string_view::npos &&
           text.find_first_of(" \t\r\n\f\v") == std::string_view::npos;
}

bool isTagValue(const json& value) {
    if (value.is_array())
        return std::all_of(value.begin(), value.end(), [](const json& one) { return one.is_string(); });
    return value.is_string();
}

bool areTags(const json& tags) {
    return tags.is_object() && std::all_of(tags.begin(), tags.end(), isTagValue);
}

Result<void> checkFlowCollection(const json& collection) {
    if (!collection.is_array() || collection.size() > maxMembers)
        return wrong("“flow_collection” must be a list of flows.");
    for (const json& item : collection) {
        if (!item.is_object() || !item.contains("id") || !item["id"].is_string())
            return wrong("Each item of “flow_collection” must be an object with an “id”.");
        CUTAWAY_CHECK(Uuid::parse(item["id"].get<std::string>()));
        if (item.contains("role") && !item["role"].is_string())
            return wrong("The “role” of a collected flow must be a text.");
        if (item.contains("container_mapping") && !item["container_mapping"].is_object())
            return wrong("The “container_mapping” of a collected flow must be an object.");
    }
    return {};
}

Result<void> checkTechnicalMetadata(const json& flow) {
    if (!flow.contains("format") ||
        !isOneOf(flow["format"], {tams::format::video, tams::format::audio, tams::format::data,
                                  tams::format::multi, tams::format::image}))
        return wrong("“format” is missing, or not one that flows have.");
    const auto format = flow["format"].get<std::string>();
    const bool multi = format == tams::format::multi;
    for (const char* name : {"codec", "container"}) {
        if (flow.contains(name) && !(flow[name].is_string() && isMimeType(flow[name].get<std::string>())))
            return wrong("“" + std::string(name) + "” must be a MIME type.");
    }
    if (!multi && !flow.contains("codec"))
        return wrong("“codec” is missing.");
    if (!multi && !flow.contains("essence_parameters"))
        return wrong("“essence_parameters” is missing.");
    if (flow.contains("essence_parameters"))
        CUTAWAY_CHECK(checkEssence(flow["essence_parameters"], format));
    if (flow.contains("avg_bit_rate") &&
        !(flow["avg_bit_rate"].is_number_integer() && flow["avg_bit_rate"] >= 0))
        return wrong("“avg_bit_rate” must be a whole number, 0 or more.");
    if (flow.contains("segment_duration") && !isPositiveRatio(flow["segment_duration"], false))
        return wrong("“segment_duration” must be a positive ratio of seconds.");
    if (flow.contains("container_mapping") && !flow["container_mapping"].is_object())
        return wrong("“container_mapping” must be an object.");
    return {};
}

Result<json> readFlowDocument(Connection& store, const Uuid& workspace, const std::string& id, json given) {
    if (!given.is_object())
        return wrong("A flow is a JSON object.");
    if (!given.contains("id") || given["id"] != id)
        return wrong("The “id” in the flow is not the one in the address.");
    if (!given.contains("source_id") || !given["source_id"].is_string())
        return wrong("“source_id” is missing.");
    CUTAWAY_CHECK(Uuid::parse(given["source_id"].get<std::string>()));
    CUTAWAY_CHECK(checkCommonFields(given));
    CUTAWAY_CHECK(fillFromProfile(store, workspace, given));
    CUTAWAY_CHECK(checkTechnicalMetadata(given));
    if (!given.contains("metadata_version"))
        given["metadata_version"] = Uuid::random().toString();
    return given;
}

} // namespace cutaway::cloud
