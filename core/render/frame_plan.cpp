#include "core/render/frame_plan.h"

#include "core/timeline/clip_map.h"
#include "core/timeline/edits/graphics.h"

#include <algorithm>
#include <array>
#include <span>

namespace cutaway::render {

using timeline::Clip;
using timeline::Item;
using timeline::Sequence;
using timeline::Track;
using timeline::TrackKind;
using timeline::Transition;

namespace {

bool anySolo(const Sequence& sequence) {
    return std::any_of(sequence.tracks.begin(), sequence.tracks.end(),
                       [](const auto& t) { return t->kind == TrackKind::Video && t->soloed && !t->muted; });
}

bool isVisible(const Track& track, bool solo) {
    return track.kind == TrackKind::Video && !track.muted && (!solo || track.soloed);
}

/// An enabled clip in a stretch of its track.
struct Placed {
    const std::shared_ptr<const Clip>* clip = nullptr; ///< null: nothing is seen of it
    std::int64_t start = 0;                            ///< where the clip begins by itself
    std::optional<Fade> fade;
    bool replaces = false;      ///< the clip below it in its stretch
    timeline::UnitRange seen{}; ///< graphics: from the first frame of the showing to its end
};

bool isSeenGraphic(const Item& item) {
    return item.clip && item.clip->enabled && item.clip->graphic;
}

/// Where the graphic of item `i`, which begins at `start`, is seen: together with the ones that touch it and
/// are the same, and in the transitions at both ends.
timeline::UnitRange showing(const std::vector<Item>& items, std::size_t i, std::int64_t start) {
    const auto& graphic = items[i].clip->graphic;
    const auto isSame = [&](const Item& item) {
        return isSeenGraphic(item) && item.clip->graphic == graphic;
    };
    timeline::UnitRange seen{start, start + items[i].duration};
    std::size_t first = i;
    for (; first > 0 && isSame(items[first - 1]); --first)
        seen.first -= items[first - 1].duration;
    std::size_t end = i + 1;
    for (; end < items.size() && isSame(items[end]); ++end)
        seen.end += items[end].duration;
    if (const auto& head = items[first].clip->head)
        seen.first -= head->before;
    if (end < items.size() && items[end].clip && items[end].clip->head)
        seen.end += items[end].clip->head->after;
    return seen;
}

/// Frames [from, to) of one track that show one clip, or two of which the second fades in over the first.
struct Stretch {
    std::int64_t from = 0, to = 0;
    std::array<Placed, 2> clips; ///< lower first

    /// Hides what lies below the track.
    bool isOpaque() const {
        const auto hides = [](const Placed& placed) {
            return placed.clip && hidesWhatIsBelow(**placed.clip);
        };
        return hides(clips[0]) && !clips[0].fade && (!clips[1].clip || hides(clips[1]));
    }
    bool isEmpty() const { return !clips[0].clip; }
};

/// Around the cut at `cut`. A side that is not there, or not enabled, is what lies below.
Stretch mixed(const Transition& transition, std::int64_t cut, const Placed& leaving, const Placed& coming,
              std::int64_t from, std::int64_t to) {
    const auto fade = [&](bool in) {
        return Fade{transition.kind, in, cut - transition.before, transition.duration()};
    };
    Stretch stretch{from, to, {}};
    std::size_t next = 0;
    if (leaving.clip)
        stretch.clips[next++] = {leaving.clip, leaving.start,
                                 coming.clip ? std::optional<Fade>() : fade(false), false, leaving.seen};
    if (coming.clip)
        stretch.clips[next] = {coming.clip, coming.start, fade(true), leaving.clip != nullptr, coming.seen};
    return stretch;
}

/// The parts of [first, last) in which something of `track` is seen, in order; `visit` returns false to end.
template <class Visit>
void forEachStretch(const Track& track, std::int64_t first, std::int64_t last, Visit visit) {
    const auto placed = [&](const Item& item, std::int64_t start) {
        Placed result;
        if (item.clip && item.clip->enabled)
            result = {&item.clip, start, {}, false, {}};
        if (isSeenGraphic(item))
            result.seen = showing(track.items, static_cast<std::size_t>(&item - track.items.data()), start);
        return result;
    };
    const auto visitWithin = [&](Stretch stretch) {
        stretch.from = std::max(stretch.from, first);
        stretch.to = std::min(stretch.to, last);
        return stretch.from >= stretch.to || stretch.isEmpty() || visit(stretch);
    };
    std::int64_t start = 0;
    std::size_t i = 0;
    for (; i < track.items.size() && start + track.items[i].duration <= first; ++i)
        start += track.items[i].duration;
    for (; i < track.items.size() && start < last; ++i) {
        const Item& item = track.items[i];
        const std::int64_t end = start + item.duration;
        if (item.clip) {
            const Placed own = placed(item, start);
            std::int64_t from = start;
            std::int64_t to = end;
            if (const auto& head = item.clip->head; head && head->after > 0) {
                from += head->after;
                const Placed before =
                    i > 0 ? placed(track.items[i - 1], start - track.items[i - 1].duration) : Placed{};
                if (!visitWithin(mixed(*head, start, before, own, start, from)))
                    return;
            }
            const Clip* following = i + 1 < track.items.size() ? track.items[i + 1].clip.get() : nullptr;
            const auto& tail = following ? following->head : item.clip->tail;
            if (tail)
                to -= tail->before;
            if (!visitWithin({from, to, {own, {}}}))
                return;
            if (tail && tail->before > 0 &&
                !visitWithin(
                    mixed(*tail, end, own, following ? placed(track.items[i + 1], end) : Placed{}, to, end)))
                return;
        }
        start = end;
    }
}

Layer layerOf(const Placed& placed, std::int64_t frame, FrameRate rate, std::size_t track) {
    const Clip& clip = **placed.clip;
    const std::int64_t offset = frame - placed.start;
    // At another rate each frame is found for itself.
    const auto speed = clip.mediaRate == rate ? clip.speed.after(offset) : timeline::ClipSpeed{};
    return {*placed.clip,
            timeline::sourceUnitAt(clip, offset, rate),
            track,
            placed.fade,
            speed,
            offset,
            placed.replaces,
            clip.graphic ? placed.start - placed.seen.first : 0,
            placed.seen.count()};
}

/// True when `next` shows what `span` would show if it went on.
bool continues(const PictureSpan& span, const PictureSpan& next) {
    if (span.recordFrame + span.count != next.recordFrame)
        return false;
    return std::equal(span.layers.begin(), span.layers.end(), next.layers.begin(), next.layers.end(),
                      [&](const Layer& a, const Layer& b) {
                          return a.clip == b.clip && a.track == b.track && a.fade == b.fade &&
                                 a.sourceFrame + a.speed.stepsIn(span.count) == b.sourceFrame &&
                                 a.speed.after(span.count) == b.speed && a.offset + span.count == b.offset &&
                                 a.replaces == b.replaces;
                      });
}

void append(std::vector<PictureSpan>& spans, PictureSpan next) {
    if (next.count <= 0)
        return;
    if (!spans.empty() && continues(spans.back(), next))
        spans.back().count += next.count;
    else
        spans.push_back(std::move(next));
}

/// The stretches of one visible track within the window, in order.
struct Lane {
    std::size_t track = 0;
    std::vector<Stretch> stretches;
};

class Filler {
public:
    Filler(FrameRate rate)
        : m_rate(rate) {}

    /// Spans for [from, to): what the first lane shows, and in its holes and below its fades whatever the
    /// lanes below it show.
    void fill(std::vector<PictureSpan>& spans, std::span<const Lane> lanes, std::int64_t from,
              std::int64_t to) const {
        if (from >= to)
            return;
        if (lanes.empty()) {
            append(spans, {from, to - from, {}});
            return;
        }
        const auto& stretches = lanes.front().stretches;
        auto at = std::upper_bound(stretches.begin(), stretches.end(), from,
                                   [](std::int64_t frame, const Stretch& s) { return frame < s.to; });
        for (; at != stretches.end() && at->from < to; ++at) {
            fill(spans, lanes.subspan(1), from, at->from);
            const std::int64_t begin = std::max(from, at->from);
            const std::int64_t end = std::min(to, at->to);
            std::vector<PictureSpan> below;
            if (at->isOpaque())
                below.push_back({begin, end - begin, {}});
            else
                fill(below, lanes.subspan(1), begin, end);
            for (PictureSpan& span : below)
                cover(spans, std::move(span), *at, lanes.front().track);
            from = end;
        }
        fill(spans, lanes.subspan(1), from, to);
    }

private:
    /// `span` with the clips of a stretch on top. At another rate the source does not step by one with the
    /// record, so each frame is found for itself; equal steps join again.
    void cover(std::vector<PictureSpan>& spans, PictureSpan span, const Stretch& stretch,
               std::size_t track) const {
        const bool even = std::all_of(stretch.clips.begin(), stretch.clips.end(), [&](const Placed& placed) {
            return !placed.clip || (*placed.clip)->mediaRate == m_rate;
        });
        const std::int64_t each = even ? span.count : 1;
        for (std::int64_t done = 0; done < span.count; done += each) {
            PictureSpan part{span.recordFrame + done, each, span.layers};
            for (Layer& layer : part.layers) {
                layer.sourceFrame += layer.speed.stepsIn(done);
                layer.speed = layer.speed.after(done);
                layer.offset += done;
            }
            for (const Placed& placed : stretch.clips)
                if (placed.clip)
                    part.layers.push_back(layerOf(placed, part.recordFrame, m_rate, track));
            append(spans, std::move(part));
        }
    }

    FrameRate m_rate;
};

} // namespace

timeline::PicturePlacement placementOf(const Layer& layer, const Sequence& sequence, std::int64_t later) {
    auto placement = timeline::placementAt(*layer.clip, layer.offset + later);
    if (!placement.framing)
        placement.framing = sequence.framing;
    return placement;
}

std::optional<GraphicShot> graphicOf(const Layer& layer, const Sequence& sequence) {
    if (!layer.clip->graphic)
        return std::nullopt;
    return GraphicShot{layer.clip->graphic,
                       timeline::graphicLanguage(sequence, *sequence.tracks[layer.track]),
                       layer.seenBefore + layer.offset, layer.seenFrames, sequence.rate};
}

bool hidesWhatIsBelow(const Clip& clip) {
    if (clip.graphic)
        return false;
    if (!clip.picture)
        return true;
    using P = timeline::PictureParameter;
    const auto is = [&](P parameter) {
        const timeline::Curve& curve = clip.picture->of(parameter);
        return curve == timeline::Curve::of(timeline::factsOf(parameter).neutral);
    };
    // Scaled up about its middle by whatever keyframes, it covers all that it covered before.
    const timeline::Curve& scale = clip.picture->of(P::Scale);
    const bool larger = std::all_of(scale.keys.begin(), scale.keys.end(), [](const timeline::Keyframe& key) {
        return key.value >= timeline::factsOf(P::Scale).neutral;
    });
    return larger && scale.constant >= timeline::factsOf(P::Scale).neutral && is(P::PositionX) &&
           is(P::PositionY) && is(P::Rotation) && is(P::Opacity) && is(P::CropLeft) && is(P::CropTop) &&
           is(P::CropRight) && is(P::CropBottom);
}

const Layer* FramePlan::leading(std::int64_t frame) const {
    const Layer* found = nullptr;
    for (const Layer& layer : layers) {
        const auto step = layer.fade ? layer.fade->at(frame) : FadeStep{};
        const bool share = !layer.fade || (2 * step.step + 1 >= step.steps) == step.coming;
        if (!found || (share && hidesWhatIsBelow(*layer.clip)))
            found = &layer;
    }
    return found;
}

FramePlan planFrame(const Sequence& sequence, std::int64_t frame) {
    FramePlan plan;
    const bool solo = anySolo(sequence);
    bool opaque = false;
    for (std::size_t index = sequence.tracks.size(); index-- > 0 && !opaque;) {
        const Track& track = *sequence.tracks[index];
        if (!isVisible(track, solo))
            continue;
        forEachStretch(track, frame, frame + 1, [&](const Stretch& stretch) {
            opaque = stretch.isOpaque();
            for (auto placed = stretch.clips.rbegin(); placed != stretch.clips.rend(); ++placed)
                if (placed->clip)
                    plan.layers.push_back(layerOf(*placed, frame, sequence.rate, index));
            return false;
        });
    }
    std::reverse(plan.layers.begin(), plan.layers.end());
    return plan;
}

std::vector<PictureSpan> planPictures(const Sequence& sequence, std::int64_t first, std::int64_t count) {
    if (count <= 0)
        return {};
    std::vector<Lane> lanes; // topmost first
    const bool solo = anySolo(sequence);
    for (std::size_t index = sequence.tracks.size(); index-- > 0;) {
        if (!isVisible(*sequence.tracks[index], solo))
            continue;
        Lane& lane = lanes.emplace_back();
        lane.track = index;
        forEachStretch(*sequence.tracks[index], first, first + count, [&](const Stretch& stretch) {
            lane.stretches.push_back(stretch);
            return true;
        });
    }
    std::vector<PictureSpan> spans;
    Filler(sequence.rate).fill(spans, lanes, first, first + count);
    return spans;
}

} // namespace cutaway::render
