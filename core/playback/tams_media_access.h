#pragma once

#include "core/playback/media_access.h"
#include "core/tams/source_view.h"

#include <map>
#include <mutex>

namespace cutaway::playback {

/// Media from a TAMS store. Listings are fetched once and kept until refresh(). Any thread.
class TamsMediaAccess final : public MediaAccess {
public:
    explicit TamsMediaAccess(std::shared_ptr<const tams::TamsClient> client);

    Result<PlayableSource> source(const Uuid& sourceId, std::stop_token stop) override;
    Result<ObjectSpan> pictureSpan(const PlayableSource& source, const Uuid& flowId, std::int64_t unit,
                                   std::stop_token stop) override;
    Result<ObjectSpan> soundSpan(const PlayableSource& source, const Uuid& flowId, std::int64_t unit,
                                 std::stop_token stop) override;
    void refresh() override;
    Result<std::shared_ptr<const media::ByteBuffer>> object(const ObjectSpan& span,
                                                            std::stop_token stop) override;

private:
    using Spans = std::shared_ptr<const std::vector<ObjectSpan>>; ///< by first unit
    Result<ObjectSpan> find(const PlayableSource& source, const SourceClock& clock, const Uuid& flowId,
                            std::int64_t unit, std::stop_token stop);
    Result<Spans> spansOf(const SourceClock& clock, const Uuid& flowId, std::stop_token stop);

    std::shared_ptr<const tams::TamsClient> m_client;
    tams::SourceCache m_sources;
    std::mutex m_mutex;
    std::map<Uuid, Spans> m_spans;
    std::map<std::string, std::vector<tams::GetUrl>> m_urls; ///< by Object
};

/// The part of an Object that a Segment shows, in whole units of `clock`: both ends by rounding to nearest,
/// so that a nanosecond of overshoot adds none. Object time 0 is its first shown unit (docs/time.md).
ObjectSpan spanOf(const tams::Segment& segment, const SourceClock& clock);

} // namespace cutaway::playback
