#include "core/tams/internal/read_tags.h"
#include "core/tams/types.h"

namespace cutaway::tams {

namespace {

/// {"numerator", "denominator" = 1}, both positive.
bool readRatio(const Json& json, std::int64_t& numerator, std::int64_t& denominator) {
    JsonReader in(json, "ratio");
    numerator = in.integer("numerator");
    denominator = in.integer("denominator", 1);
    return in.check().ok() && numerator > 0 && denominator > 0;
}

Json ratio(std::int64_t numerator, std::int64_t denominator) {
    return {{"numerator", numerator}, {"denominator", denominator}};
}

int size(JsonReader& in, const char* name, bool required) {
    const auto value = in.optionalInteger(name);
    if (value && (*value <= 0 || *value > 1'000'000))
        in.fail(name, "is out of range");
    else if (!value && required)
        in.fail(name, "is missing");
    return static_cast<int>(value.value_or(0));
}

Result<EssenceParameters> essenceFromJson(const Json& json, const std::string& format) {
    const bool video = format == format::video;
    const bool picture = video || format == format::image;
    const bool audio = format == format::audio;
    JsonReader in(json, "flow's essence_parameters");
    EssenceParameters essence;
    if (picture) {
        essence.width = size(in, "frame_width", true);
        essence.height = size(in, "frame_height", true);
    }
    if (video) {
        if (const Json& rate = in.raw("frame_rate"); !rate.is_null()) {
            std::int64_t numerator = 0;
            std::int64_t denominator = 1;
            Result<FrameRate> made = readRatio(rate, numerator, denominator)
                                         ? FrameRate::make(numerator, denominator)
                                         : Error{ErrorCategory::InvalidInput, {}, {}};
            if (made)
                essence.frameRate = *made;
            else
                in.fail("frame_rate", "must be a positive ratio");
        }
        essence.variableRate = in.boolean("vfr");
        if (essence.variableRate && essence.frameRate)
            in.fail("frame_rate", "is not allowed where \"vfr\" is true");
        essence.interlaceMode = in.text("interlace_mode");
        essence.colourSpace = in.text("colorspace");
        essence.transfer = in.text("transfer_characteristic");
    }
    if (audio) {
        essence.sampleRate = size(in, "sample_rate", true);
        essence.channels = size(in, "channels", true);
    }
    if (video || audio)
        essence.bitDepth = size(in, "bit_depth", false);
    if (format == format::data)
        essence.dataType = in.text("data_type");
    essence.other = in.rest();
    CUTAWAY_CHECK(in.check());
    return essence;
}

Json toJson(const EssenceParameters& essence) {
    Json json = essence.other;
    const auto number = [&json](const char* name, int value) {
        if (value > 0)
            json[name] = value;
    };
    const auto text = [&json](const char* name, const std::string& value) {
        if (!value.empty())
            json[name] = value;
    };
    number("frame_width", essence.width);
    number("frame_height", essence.height);
    if (essence.frameRate)
        json["frame_rate"] = ratio(essence.frameRate->num, essence.frameRate->den);
    if (essence.variableRate)
        json["vfr"] = true;
    number("bit_depth", essence.bitDepth);
    text("interlace_mode", essence.interlaceMode);
    text("colorspace", essence.colourSpace);
    text("transfer_characteristic", essence.transfer);
    number("sample_rate", essence.sampleRate);
    number("channels", essence.channels);
    text("data_type", essence.dataType);
    return json;
}

bool knownFormat(const std::string& format) {
    return format == format::video || format == format::audio || format == format::data ||
           format == format::multi || format == format::image;
}

} // namespace

Json toJson(const Flow& flow) {
    Json json = flow.other;
    const auto text = [&json](const char* name, const std::string& value) {
        if (!value.empty())
            json[name] = value;
    };
    json["id"] = flow.id.toString();
    json["source_id"] = flow.sourceId.toString();
    text("label", flow.label);
    text("description", flow.description);
    text("created_by", flow.createdBy);
    text("updated_by", flow.updatedBy);
    text("created", flow.created);
    text("metadata_updated", flow.metadataUpdated);
    text("segments_updated", flow.segmentsUpdated);
    text("metadata_version", flow.metadataVersion);
    text("status", flow.status);
    text("format", flow.format);
    text("codec", flow.codec);
    text("container", flow.container);
    text("profile_id", flow.profileId);
    if (flow.format != format::multi)
        json["generation"] = flow.generation;
    if (flow.averageBitRate)
        json["avg_bit_rate"] = *flow.averageBitRate;
    if (flow.maximumBitRate)
        json["max_bit_rate"] = *flow.maximumBitRate;
    if (flow.segmentNumerator)
        json["segment_duration"] = ratio(*flow.segmentNumerator, flow.segmentDenominator);
    if (flow.readOnly)
        json["read_only"] = true;
    if (Json essence = toJson(flow.essence); !essence.empty())
        json["essence_parameters"] = std::move(essence);
    if (flow.timerange)
        json["timerange"] = flow.timerange->toString();
    if (!flow.collection.empty())
        json["flow_collection"] = toJson(flow.collection);
    if (!flow.collectedBy.empty()) {
        Json& ids = json["collected_by"] = Json::array();
        for (const Uuid& id : flow.collectedBy)
            ids.push_back(id.toString());
    }
    if (!flow.containerMapping.is_null())
        json["container_mapping"] = flow.containerMapping;
    if (!flow.tags.empty())
        json["tags"] = flow.tags;
    return json;
}

Result<Flow> flowFromJson(const Json& json) {
    JsonReader in(json, "flow");
    Flow flow;
    flow.id = in.id("id", true);
    flow.sourceId = in.id("source_id", true);
    flow.label = in.text("label");
    flow.description = in.text("description");
    flow.createdBy = in.text("created_by");
    flow.updatedBy = in.text("updated_by");
    flow.created = in.text("created");
    flow.metadataUpdated = in.text("metadata_updated");
    flow.segmentsUpdated = in.text("segments_updated");
    flow.metadataVersion = in.text("metadata_version");
    flow.status = in.text("status");
    flow.format = in.text("format", true);
    if (!flow.format.empty() && !knownFormat(flow.format))
        in.fail("format", "is not one that TAMS knows");
    flow.codec = in.text("codec", flow.format != format::multi);
    flow.container = in.text("container");
    flow.profileId = in.text("profile_id");
    const std::int64_t generation = in.integer("generation");
    if (generation < 0 || generation > 1000)
        in.fail("generation", "is out of range");
    flow.generation = static_cast<int>(generation);
    flow.averageBitRate = in.optionalInteger("avg_bit_rate");
    flow.maximumBitRate = in.optionalInteger("max_bit_rate");
    if (const Json& length = in.raw("segment_duration"); !length.is_null()) {
        std::int64_t numerator = 0;
        if (readRatio(length, numerator, flow.segmentDenominator))
            flow.segmentNumerator = numerator;
        else
            in.fail("segment_duration", "must be a positive ratio");
    }
    flow.readOnly = in.boolean("read_only");
    flow.timerange = in.timerange("timerange");
    if (const Json& essence = in.raw("essence_parameters"); !essence.is_null()) {
        CUTAWAY_TRY(flow.essence, essenceFromJson(essence, flow.format));
    } else if (flow.format == format::video || flow.format == format::audio || flow.format == format::image) {
        in.fail("essence_parameters", "is missing");
    }
    if (const Json& collection = in.raw("flow_collection"); !collection.is_null()) {
        CUTAWAY_TRY(flow.collection, collectionFromJson(collection));
    }
    flow.collectedBy = in.ids("collected_by");
    flow.containerMapping = in.raw("container_mapping");
    flow.tags = readTags(in);
    flow.other = in.rest();
    CUTAWAY_CHECK(in.check());
    return flow;
}

} // namespace cutaway::tams
