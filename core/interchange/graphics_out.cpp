#include "core/interchange/internal/graphics_out.h"

#include "core/timeline/graphic.h"
#include "core/timeline/invariants.h"
#include "core/timeline/transitions.h"

#include <algorithm>

namespace cutaway::interchange {

namespace {

/// What a reader would have to type again.
std::string textsOf(const timeline::Graphic& graphic) {
    std::string texts;
    for (const timeline::GraphicField& field : graphic.fields)
        if (!field.text.empty() && field.text[0] != '#' && field.text != "on" && field.text != "off")
            texts += (texts.empty() ? "" : ", ") + field.text;
    return texts;
}

} // namespace

WithoutGraphics withoutGraphics(const timeline::Sequence& sequence) {
    WithoutGraphics result{sequence, {}};
    for (auto& track : result.sequence.tracks) {
        const auto isGraphic = [](const timeline::Item& item) { return item.clip && item.clip->graphic; };
        if (std::none_of(track->items.begin(), track->items.end(), isGraphic))
            continue;
        timeline::Track plain = *track;
        std::int64_t at = 0;
        for (timeline::Item& item : plain.items) {
            if (isGraphic(item)) {
                const std::string texts = textsOf(*item.clip->graphic);
                result.report.events.push_back(
                    {Fate::Lost, track->name, at, timecodeText(sequence.startFrame + at, sequence.timecode()),
                     "graphic " + item.clip->name + (texts.empty() ? "" : " (" + texts + ")"),
                     "the format has no graphics"});
                item = timeline::Item::gap(item.duration);
            }
            at += item.duration;
        }
        timeline::normalise(plain.items);
        timeline::fitTransitions(plain.items);
        track = std::make_shared<const timeline::Track>(std::move(plain));
    }
    return result;
}

ConversionReport together(ConversionReport a, const ConversionReport& b) {
    a.events.insert(a.events.end(), b.events.begin(), b.events.end());
    std::stable_sort(a.events.begin(), a.events.end(),
                     [](const auto& one, const auto& other) { return one.frame < other.frame; });
    return a;
}

} // namespace cutaway::interchange
