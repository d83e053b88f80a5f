// Which pictures PlayerLoop wants, what it has of them, and what stands in for the others.
#include "core/playback/player_loop.h"

#include "core/playback/want_runs.h"
#include "core/render/compositor.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <span>
#include <tuple>
#include <utility>

namespace cutaway::playback {

namespace {

constexpr std::int64_t lookAheadFrames = 75; // 1.5 s at 50p
constexpr std::int64_t stretchFrames = 25;   // asked for together: one request, one run of a decoder
constexpr std::int64_t mostAhead = 100;      // frames of the large rung
constexpr std::int64_t mostAheadQuick = 300; // and of the small one
constexpr std::int64_t leftFree = 4;         // pictures of the store's room, for those in the decoders' hands
constexpr std::int64_t lookBehindFrames = 25; // a half-second GOP each way while paused
constexpr std::int64_t standInReach = 250;    // frames: nearer than this it still tells where one is
constexpr int fastSpeed = 4;                  // from here on the smallest rung is enough

/// The largest even size of the sequence's shape within a picture. A row or two of rounding make no other
/// shape: then it is that of the picture, but for an odd row or column.
std::pair<int, int> sizeWithin(int width, int height, const timeline::Sequence& sequence) {
    const std::int64_t byWidth = std::int64_t{sequence.height} * width / sequence.width;
    const std::int64_t byHeight = std::int64_t{sequence.width} * height / sequence.height;
    const auto even = [](std::int64_t size) {
        return static_cast<int>(std::max<std::int64_t>(2, size / 2 * 2));
    };
    if (byWidth <= height)
        return {even(width), even(height - byWidth < 2 ? height : byWidth)};
    return {even(width - byHeight < 2 ? width : byHeight), even(height)};
}

/// Pictures of several rungs are mixed at the size of the largest.
render::Canvas canvasFor(std::span<const render::Picture> pictures, const timeline::Sequence& sequence) {
    render::Canvas canvas;
    std::tie(canvas.width, canvas.height) = sizeWithin(960, 540, sequence);
    const auto sizeOf = [](const render::Picture& picture) {
        return picture.frame ? std::pair(picture.frame->height, picture.frame->width) : std::pair(0, 0);
    };
    const auto largest =
        std::max_element(pictures.begin(), pictures.end(),
                         [&](const auto& a, const auto& b) { return sizeOf(a) < sizeOf(b); });
    if (largest == pictures.end() || !largest->frame)
        return canvas; // graphics alone
    const media::VideoFrame& frame = *largest->frame;
    std::tie(canvas.width, canvas.height) = sizeWithin(frame.width, frame.height, sequence);
    canvas.format = frame.format;
    canvas.colour = frame.colour;
    return canvas;
}

/// Pictures of its Source that a clip passes with each frame.
std::int64_t framesPassed(const timeline::ClipSpeed& speed) {
    return std::max<std::int64_t>(1, std::abs(speed.num) / speed.den);
}

} // namespace

bool PlayerLoop::isFast() const {
    return std::abs(m_state.speed.num) / std::max(m_state.speed.den, 1) >= fastSpeed;
}

/// Without layers outside of the sequence, too.
render::FramePlan PlayerLoop::planAt(std::int64_t frame) const {
    if (!m_sequence || frame < 0 || frame > lastFrame())
        return {};
    return render::planFrame(*m_sequence, frame);
}

PictureWant PlayerLoop::wantOf(const render::Layer& layer) const {
    const bool small = playsRungs() && m_rungs.rung() == Rung::Small;
    const std::int64_t passed =
        std::abs(m_state.speed.num) * framesPassed(layer.speed) / std::max(m_state.speed.den, 1);
    return {{layer.clip->media.sourceId, layer.sourceFrame},
            passed >= fastSpeed ? Quality::Quick
            : small             ? smallQuality()
                                : Quality::Best};
}

/// The picture that tells most of a moment: in a transition the one with the larger share.
std::optional<PictureWant> PlayerLoop::wantFor(std::int64_t frame) const {
    const auto plan = planAt(frame);
    const render::Layer* leading = plan.leading(frame);
    return leading && !leading->clip->graphic ? std::optional(wantOf(*leading)) : std::nullopt;
}

/// How far a moment is; its picture is not composed yet. Exact only when not one of its pictures is missing.
PlayerLoop::Availability PlayerLoop::find(std::int64_t frame) {
    Availability found;
    found.picture.frame = frame;
    const auto plan = planAt(frame);
    bool missing = false;
    bool best = true;
    int height = std::numeric_limits<int>::max();
    for (const render::Layer& layer : plan.layers) {
        if (auto shot = render::graphicOf(layer, *m_sequence)) {
            render::Picture& picture = found.pictures.emplace_back();
            picture.graphic = std::move(shot);
            picture.placement = render::placementOf(layer, *m_sequence);
            picture.replaces = layer.replaces;
            if (layer.fade)
                picture.fade = layer.fade->at(frame);
            continue;
        }
        const PictureWant want = wantOf(layer);
        if (auto stored = m_store.get(want.key)) {
            height = std::min(height, stored->rungHeight);
            best = best && stored->best;
            if (!stored->best && !isFast() && !found.picture.error)
                found.picture.error = m_store.error(want.key, true);
            render::Picture& picture = found.pictures.emplace_back();
            picture.frame = std::move(stored->picture);
            picture.placement = render::placementOf(layer, *m_sequence);
            picture.replaces = layer.replaces;
            if (layer.fade)
                picture.fade = layer.fade->at(frame);
            continue;
        }
        missing = true;
        if (auto error = m_store.error(want.key, want.quality == Quality::Best)) {
            found.ready = true;
            found.picture.error = std::move(error);
            break;
        }
    }
    if (missing) {
        found.pictures.clear();
        if (!found.ready)
            found.picture.error.reset();
        return found;
    }
    found.ready = true;
    found.picture.exact = true;
    found.picture.rungHeight = height == std::numeric_limits<int>::max() ? 0 : height;
    found.picture.best = best || isFast();
    return found;
}

PlayerLoop::Availability PlayerLoop::look(std::int64_t frame) {
    Availability found = find(frame);
    if (!found.picture.exact)
        return found;
    const render::Canvas canvas = canvasFor(found.pictures, *m_sequence);
    const auto drawn = render::drawGraphics(found.pictures, canvas, m_graphics);
    auto composed = drawn ? render::compose(found.pictures, canvas) : drawn.error();
    if (composed) {
        found.picture.picture = std::move(*composed);
    } else { // as with a picture that cannot be decoded
        found.picture.exact = found.picture.best = false;
        found.picture.error = composed.error();
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

/// The pictures that should be on screen: while playing as they are wanted, at rest first the small ones.
void PlayerLoop::askNow(std::int64_t frame) {
    std::vector<PictureWant> now;
    const auto plan = planAt(frame);
    if (m_state.speed.paused())
        for (const render::Layer& layer : plan.layers)
            if (!layer.clip->graphic)
                now.push_back({wantOf(layer).key, Quality::Quick});
    for (const render::Layer& layer : plan.layers)
        if (!layer.clip->graphic)
            now.push_back(wantOf(layer));
    m_loader.wantNow(std::move(now));
}

/// How many pictures may be asked for beside the one in view. More than the store holds would push each other
/// out and be decoded again for ever.
std::int64_t PlayerLoop::mostToAsk(std::int64_t most) const {
    return std::clamp<std::int64_t>(m_store.fits(most) - leftFree, 1, most);
}

/// At rest: what the hand may want next, in either direction.
void PlayerLoop::askAround(std::int64_t frame) {
    if (!m_options.prefetch)
        return;
    const std::int64_t most = mostToAsk(lookAheadFrames + lookBehindFrames);
    const std::int64_t behind = most * lookBehindFrames / (lookAheadFrames + lookBehindFrames);
    WantRuns ahead;
    std::vector<FrameKey> keys;
    const auto add = [&](std::int64_t f, std::int64_t at) {
        const auto plan = planAt(f);
        for (const render::Layer& layer : plan.layers) {
            if (layer.clip->graphic)
                continue;
            const PictureWant want = wantOf(layer);
            ahead.add(want, layer.clip.get(), at);
            keys.push_back(want.key);
        }
    };
    for (std::int64_t i = 1; i <= lookAheadFrames && std::ssize(keys) < most - behind; ++i)
        add(frame + i, i);
    for (std::int64_t i = 1; i <= lookBehindFrames && std::ssize(keys) < most; ++i)
        add(frame - i, lookAheadFrames + 1 + i);
    m_store.expect(keys);
    m_loader.wantAhead(ahead.take());
}

/// Playing: only frames that will be shown, and no more than the store can hold until they are; where frames
/// are of several pictures, fewer of them. The end goes on in stretches: picture by picture each would cost a
/// round trip.
void PlayerLoop::askAheadOf(std::int64_t step) {
    if (!m_options.prefetch)
        return;
    const std::int64_t most = mostToAsk(isFast() ? mostAheadQuick : mostAhead);
    const std::int64_t stretch =
        std::max<std::int64_t>(std::min(stretchFrames, most / 2) / m_path.stride(), 1);
    const std::int64_t steps =
        std::max<std::int64_t>(std::min(lookAheadFrames, most / m_path.stride() - stretch), 1);
    m_lastAsked = (step + steps + stretch - 1) / stretch * stretch;
    WantRuns ahead;
    std::vector<FrameKey> keys;
    std::int64_t between = 0; // pictures that are decoded on the way to those that are shown
    for (std::int64_t at = step + 1; at <= m_lastAsked && m_path.reaches(at); ++at) {
        const auto plan = planAt(m_path.frameAt(at));
        const auto pictures =
            between +
            static_cast<std::int64_t>(keys.size() + plan.layers.size() * static_cast<std::size_t>(stretch));
        if ((at - 1) % stretch == 0 && at > step + stretch && pictures * m_path.stride() > most) {
            m_lastAsked = at - 1;
            break;
        }
        for (const render::Layer& layer : plan.layers) {
            if (layer.clip->graphic)
                continue;
            PictureWant want = wantOf(layer);
            if (at < m_fullFrom && want.quality == Quality::Best)
                want.quality = smallQuality();
            ahead.add(want, layer.clip.get(), at);
            keys.push_back(want.key);
            between += framesPassed(layer.speed) - 1;
        }
    }
    m_store.expect(keys);
    m_loader.wantAhead(ahead.take());
}

} // namespace cutaway::playback
