#include "core/interchange/otio_reference.h"

#include "core/interchange/internal/otio_graphic.h"

#include <algorithm>
#include <vector>

namespace cutaway::interchange {

namespace {

using Json = nlohmann::json;

std::optional<Uuid> uuidOf(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    auto id = Uuid::parse(text);
    return id ? std::optional(*id) : std::nullopt;
}

std::optional<JsonNode> metadataOf(const JsonNode& node, const char* key) {
    const auto metadata = node.find("metadata");
    return metadata && metadata->value().is_object() ? metadata->find(key) : std::nullopt;
}

std::optional<MediaName> nameIn(const JsonNode& tams) {
    for (const auto& [key, kind] :
         {std::pair("source_id", MediaName::Kind::Source), std::pair("flow_id", MediaName::Kind::Flow)}) {
        const auto member = tams.find(key);
        if (!member)
            continue;
        const auto id = uuidOf(member->text());
        if (!id)
            member->fail("should be a UUID");
        return MediaName{kind, *id, {}};
    }
    return std::nullopt;
}

/// One of the references of a clip.
ReadReference readOne(const JsonNode& node) {
    ReadReference reference;
    const std::string schema = node.schema();
    reference.given = node.textOr("name", {});
    if (schema == "ExternalReference" && reference.given.empty()) {
        const std::string url = node.textOr("target_url", {});
        reference.given = url.substr(url.rfind('/') + 1);
    }
    if (const auto tams = metadataOf(node, tamsKey)) {
        reference.name = nameIn(*tams);
        if (const auto offset = tams->find("available_range_offset"))
            reference.offset = readOffset(*offset);
    }
    if (schema == "ExternalReference" && !reference.name)
        reference.name = mediaNameOf(node.textOr("target_url", {}));
    if (schema == "GeneratorReference" && node.textOr("generator_kind", {}) == graphicGenerator) {
        reference.graphic = readGraphic(node);
        return reference;
    }
    if (schema == "GeneratorReference" && !reference.name) {
        reference.black = node.textOr("generator_kind", {}) == "black";
        if (!reference.black)
            node.fail("is a generated picture, which cannot be played yet. Render it to a file first",
                      ErrorCategory::Unsupported);
    }
    if (const auto range = node.find("available_range")) {
        reference.availableStart = readTime(range->at("start_time"));
        reference.availableDuration = readTime(range->at("duration"));
    }
    return reference;
}

} // namespace

std::optional<MediaName> mediaNameOf(const std::string& url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string::npos)
        return std::nullopt;
    const std::size_t hostEnd = std::min(url.find('/', scheme + 3), url.size());
    const std::string path = url.substr(hostEnd, url.find_first_of("?#", hostEnd) - hostEnd);
    for (const auto& [folder, kind] :
         {std::pair("/flows/", MediaName::Kind::Flow), std::pair("/sources/", MediaName::Kind::Source)}) {
        const std::size_t at = path.rfind(folder);
        if (at == std::string::npos)
            continue;
        const std::string rest = path.substr(at + std::string_view(folder).size());
        if (const auto id = uuidOf(rest.substr(0, rest.find('/'))))
            return MediaName{kind, *id, url.substr(scheme + 3, hostEnd - scheme - 3)};
    }
    return std::nullopt;
}

ReadReference readReference(const JsonNode& clip) {
    // The active reference first, then the others by key: a local file may be active and TAMS beside it.
    std::vector<JsonNode> candidates;
    Json given = Json::object();
    if (const auto references = clip.find("media_references")) {
        if (!references->value().is_object())
            references->fail("should be an object");
        const std::string active = clip.textOr("active_media_reference_key", "DEFAULT_MEDIA");
        if (const auto chosen = references->find(active.c_str()))
            candidates.push_back(*chosen);
        for (const auto& entry : references->value().items())
            if (entry.key() != active && !entry.value().is_null())
                candidates.emplace_back(entry.value(), references->path() + "." + entry.key());
        given = {{"media_references", references->value()}, {"active_media_reference_key", active}};
    } else if (const auto single = clip.find("media_reference")) { // Clip.1
        candidates.push_back(*single);
        given = {{"media_references", {{"DEFAULT_MEDIA", single->value()}}},
                 {"active_media_reference_key", "DEFAULT_MEDIA"}};
    }
    ReadReference reference;
    for (const JsonNode& candidate : candidates) {
        reference = readOne(candidate);
        if (reference.graphic)
            return reference;
        if (!reference.name && !reference.black)
            continue;
        const bool ours = candidates.size() == 1 && metadataOf(candidate, ownKey).has_value();
        if (!ours)
            reference.asGiven = given.dump(-1, ' ', false, Json::error_handler_t::replace);
        return reference;
    }
    if (const auto tams = metadataOf(clip, tamsKey)) {
        reference = {};
        reference.name = nameIn(*tams);
        if (const auto offset = tams->find("available_range_offset"))
            reference.offset = readOffset(*offset);
    }
    if (!candidates.empty())
        reference.asGiven = given.dump(-1, ' ', false, Json::error_handler_t::replace);
    return reference;
}

} // namespace cutaway::interchange
