#pragma once

#include "core/playback/media_access.h"

namespace cutaway::playback {

/// Hands every question on, for a test that answers one of them itself.
class PassingMedia : public MediaAccess {
public:
    explicit PassingMedia(MediaAccess& media)
        : m_media(media) {}

    Result<PlayableSource> source(const Uuid& id, std::stop_token stop) override {
        return m_media.source(id, std::move(stop));
    }
    Result<ObjectSpan> pictureSpan(const PlayableSource& source, const Uuid& flow, std::int64_t unit,
                                   std::stop_token stop) override {
        return m_media.pictureSpan(source, flow, unit, std::move(stop));
    }
    Result<ObjectSpan> soundSpan(const PlayableSource& source, const Uuid& flow, std::int64_t unit,
                                 std::stop_token stop) override {
        return m_media.soundSpan(source, flow, unit, std::move(stop));
    }
    void refresh() override {}
    Result<std::shared_ptr<const media::ByteBuffer>> object(const ObjectSpan& span,
                                                            std::stop_token stop) override {
        return m_media.object(span, std::move(stop));
    }

private:
    MediaAccess& m_media;
};

} // namespace cutaway::playback
