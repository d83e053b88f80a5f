// Which pictures PlayerLoop wants, what it has of them, and what stands in for the others.
#include "core/playback/player_loop.h"

#include "core/render/compositor.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::playback {

namespace {

constexpr std::int64_t lookAheadFrames = 75;  // 1.5 s at 50p
constexpr std::int64_t stretchFrames = 25;    // asked for together: one request, one run of a decoder
constexpr std::int64_t mostAhead = 100;       // frames of the large rung that the store holds in any case
constexpr std::int64_t mostAheadQuick = 300;  // and of the small one
constexpr std::int64_t lookBehindFrames = 25; // a half-second GOP each way while paused
constexpr std::int64_t standInReach = 250;    // frames: nearer than this it still tells where one is
constexpr int fastSpeed = 4;                  // from here on the smallest rung is enough

} // namespace

bool PlayerLoop::isFast() const {
    return std::abs(m_state.speed.num) / std::max(m_state.speed.den, 1) >= fastSpeed;
}

std::optional<PictureWant> PlayerLoop::wantFor(std::int64_t frame) const {
    if (!m_sequence || frame < 0 || frame > lastFrame())
        return std::nullopt;
    const auto plan = render::planFrame(*m_sequence, frame);
    if (plan.layers.empty())
        return std::nullopt;
    const render::Layer& top = plan.layers.back();
    const bool small = playsRungs() && m_rungs.rung() == Rung::Small;
    return PictureWant{{top.clip->media.sourceId, top.sourceFrame},
                       isFast() ? Quality::Quick
                       : small  ? smallQuality()
                                : Quality::Best};
}

PlayerLoop::Availability PlayerLoop::look(std::int64_t frame) {
    Availability found;
    found.picture.frame = frame;
    const auto want = wantFor(frame);
    if (!want) {
        found.ready = true;
        found.picture.exact = found.picture.best = true;
        found.picture.picture = render::blackFrame({960, 540});
        return found;
    }
    if (const auto stored = m_store.get(want->key)) {
        found.ready = true;
        found.picture.exact = true;
        found.picture.picture = stored->picture;
        found.picture.rungHeight = stored->rungHeight;
        found.picture.best = stored->best || isFast();
        if (!found.picture.best)
            found.picture.error = m_store.error(want->key, true);
        return found;
    }
    if (auto error = m_store.error(want->key, want->quality == Quality::Best)) {
        found.ready = true;
        found.picture.error = std::move(error);
        return found;
    }
    return found;
}

/// The picture nearest to a moment whose own is not there: one that was decoded, or a thumbnail.
void PlayerLoop::standIn(std::int64_t frame, PresentedPicture& picture) {
    const auto want = wantFor(frame);
    if (!want)
        return;
    const FrameKey& key = want->key;
    const auto small = m_thumbnails.nearest(key.source, key.frame);
    const std::int64_t distance =
        small ? std::min(std::abs(small->frame - key.frame), standInReach) : standInReach;
    if (const auto near = m_store.nearest(key, distance)) {
        picture.picture = near->picture;
        picture.rungHeight = near->rungHeight;
    } else if (small && distance < standInReach) {
        picture.picture = small->decode();
        picture.rungHeight = picture.picture ? picture.picture->height : 0;
    }
}

/// The picture that should be on screen: while playing as it is wanted, at rest first the small one.
void PlayerLoop::askNow(std::int64_t frame) {
    std::vector<PictureWant> now;
    if (const auto want = wantFor(frame)) {
        if (m_state.speed.paused())
            now.push_back({want->key, Quality::Quick});
        now.push_back(*want);
    }
    m_loader.wantNow(std::move(now));
}

/// At rest: what the hand may want next, in either direction.
void PlayerLoop::askAround(std::int64_t frame) {
    if (!m_options.prefetch)
        return;
    std::vector<PictureWant> ahead;
    const auto add = [&](std::int64_t f) {
        if (const auto want = wantFor(f))
            ahead.push_back(*want);
    };
    for (std::int64_t i = 1; i <= lookAheadFrames; ++i)
        add(frame + i);
    for (std::int64_t i = 1; i <= lookBehindFrames; ++i)
        add(frame - i);
    m_loader.wantAhead(std::move(ahead));
}

/// Playing: only frames that will be shown, and no more than the store can hold until they are. The end goes
/// on in stretches: picture by picture each would cost a round trip.
void PlayerLoop::askAheadOf(std::int64_t step) {
    if (!m_options.prefetch)
        return;
    const std::int64_t most = isFast() ? mostAheadQuick : mostAhead;
    const std::int64_t stretch = std::max<std::int64_t>(stretchFrames / m_path.stride(), 1);
    const std::int64_t steps =
        std::max<std::int64_t>(std::min(lookAheadFrames, most / m_path.stride() - stretch), 1);
    const std::int64_t last = (step + steps + stretch - 1) / stretch * stretch;
    std::vector<PictureWant> ahead;
    std::vector<FrameKey> keys;
    for (std::int64_t at = step + 1; at <= last && m_path.reaches(at); ++at)
        if (auto want = wantFor(m_path.frameAt(at))) {
            if (at < m_fullFrom && want->quality == Quality::Best)
                want->quality = smallQuality();
            ahead.push_back(*want);
            keys.push_back(want->key);
        }
    m_lastAsked = last;
    m_store.expect(keys);
    m_loader.wantAhead(std::move(ahead));
}

} // namespace cutaway::playback
