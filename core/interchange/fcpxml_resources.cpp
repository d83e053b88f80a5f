#include "core/interchange/internal/fcpxml_resources.h"

#include <charconv>

namespace cutaway::interchange {

namespace {

int sizeOf(const XmlNode& node, std::string_view key) {
    const std::string text = node.attribute(key, "0");
    int size = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (problem != std::errc() || end != text.data() + text.size() || size < 0 || size > 16384)
        node.fail("has an impossible size.");
    return size;
}

FcpFormat formatOf(const XmlNode& node) {
    FcpFormat format{{}, sizeOf(node, "width"), sizeOf(node, "height")};
    if (node.attribute("frameDuration").empty())
        return format;
    const FcpTime frame = timeOf(node, "frameDuration");
    const auto rate = frame.num > 0
                          ? FrameRate::make(frame.den, frame.num)
                          : Result<FrameRate>(Error{ErrorCategory::InvalidInput, "It is none.", {}});
    if (!rate || !rate->isValid() || rate->timecodeBase() > 240)
        node.fail("has a wrong frameDuration.");
    format.rate = *rate;
    return format;
}

} // namespace

std::string fcpMetadata(const XmlNode& node, std::string_view key) {
    if (const XmlNode* metadata = node.find("metadata"))
        for (const XmlNode* each : metadata->all("md"))
            if (each->attribute("key") == key)
                return each->attribute("value");
    return {};
}

FcpResources readFcpResources(const XmlNode& root) {
    FcpResources resources;
    const XmlNode* all = root.find("resources");
    if (!all)
        return resources;
    for (const XmlNode* format : all->all("format"))
        resources.formats.emplace(format->attribute("id"), formatOf(*format));
    for (const XmlNode* node : all->all("asset")) {
        FcpAsset asset;
        asset.media.name = node->attribute("name");
        asset.media.reel = fcpMetadata(*node, "com.apple.proapps.studio.reel");
        asset.media.firstTimecode = 0;
        if (const auto id = Uuid::parse(fcpMetadata(*node, "tv.cutaway.source")))
            asset.media.sourceId = *id;
        if (const auto format = resources.formats.find(node->attribute("format"));
            format != resources.formats.end())
            asset.media.rate = format->second.rate;
        asset.start = timeOf(*node, "start");
        asset.duration = timeOf(*node, "duration");
        asset.picture = node->attribute("hasVideo", "0") == "1";
        asset.sound = node->attribute("hasAudio", "0") == "1";
        resources.assets.emplace(node->attribute("id"), std::move(asset));
    }
    return resources;
}

} // namespace cutaway::interchange
