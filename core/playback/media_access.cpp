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
std::vector<ObjectPart> MediaAccess::early(const std::string&) {
    return {};
}

std::optional<std::int64_t> MediaAccess::linkBits() const {
    return std::nullopt;
}

Result<std::vector<ThumbnailRef>> MediaAccess::thumbnails(const Uuid&, std::stop_token) {
    return std::vector<ThumbnailRef>{};
}
Result<media::ByteBuffer> MediaAccess::thumbnail(const ThumbnailRef& ref, std::stop_token) {
    return Error{ErrorCategory::NotFound, "There is no such picture.", ref.objectId};
}

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
