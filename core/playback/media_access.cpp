#include "core/playback/media_access.h"

namespace cutaway::playback {

std::optional<media::ByteBuffer> MediaAccess::kept(const std::string&) {
    return std::nullopt;
}
bool MediaAccess::isKept(const std::string&) const {
    return false;
}
void MediaAccess::keep(const std::string&, std::span<const std::byte>) {}
void MediaAccess::dropKept(const std::string&) {}

/// For stores that only give whole Objects.
void MediaAccess::startPart(const ObjectSpan& span, const Stretch& part, bool urgent, std::stop_token stop,
                            PartCallbacks callbacks) {
    (void)urgent;
    const auto bytes = object(span, std::move(stop));
    if (!bytes) {
        callbacks.ended(bytes.error());
        return;
    }
    const auto size = static_cast<std::int64_t>((*bytes)->size());
    if (part.end > size) {
        callbacks.ended(
            Error{ErrorCategory::Corrupt, "A piece of media is shorter than the cloud says.", span.objectId});
        return;
    }
    callbacks.arrived(std::span(**bytes).subspan(static_cast<std::size_t>(part.first),
                                                 static_cast<std::size_t>(part.end - part.first)));
    callbacks.ended(std::nullopt);
}

} // namespace cutaway::playback
