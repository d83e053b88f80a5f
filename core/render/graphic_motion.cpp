#include "core/render/graphic_motion.h"

#include <algorithm>
#include <charconv>

namespace cutaway::render {

namespace {

std::int64_t framesOf(std::int64_t milliseconds, FrameRate rate) {
    return mulDivRound(milliseconds, rate.num, std::int64_t{1000} * rate.den);
}

std::int64_t wholeNumber(std::string_view digits) {
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string padded(std::int64_t value, std::size_t digits) {
    std::string text = std::to_string(value);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

/// A clock shows as many parts of a second as its start is written with, and minutes only when that has some.
std::string clockAt(std::string_view start, int step, const GraphicMoment& moment) {
    const auto colon = start.find(':');
    const auto dot = start.find('.');
    const std::size_t places = dot == start.npos ? 0 : start.size() - dot - 1;
    const std::int64_t unit = places == 0 ? 1 : places == 1 ? 10 : 100; // of a second
    const auto seconds =
        start.substr(colon == start.npos ? 0 : colon + 1,
                     (dot == start.npos ? start.size() : dot) - (colon == start.npos ? 0 : colon + 1));
    std::int64_t value = wholeNumber(seconds) * unit;
    if (colon != start.npos)
        value += wholeNumber(start.substr(0, colon)) * 60 * unit;
    if (dot != start.npos)
        value += wholeNumber(start.substr(dot + 1));
    const std::int64_t passed = mulDivFloor(moment.frame, unit * moment.rate.den, moment.rate.num);
    value = std::max<std::int64_t>(0, value + step * passed);
    std::string text;
    std::int64_t whole = value / unit;
    if (colon != start.npos) {
        text = padded(whole / 60, colon) + ":";
        whole %= 60;
    }
    text += padded(whole, colon != start.npos ? 2 : 1);
    if (places > 0)
        text += "." + padded(value % unit, places);
    return text;
}

std::string filledIn(const Element& element, const GraphicTemplate& design,
                     const std::vector<std::string>& fields) {
    std::string filled;
    std::size_t at = 0;
    for (const std::string& key : keysIn(element.text)) {
        const auto open = element.text.find('{', at);
        filled += element.text.substr(at, open - at);
        at = open + key.size() + 2;
        if (const auto* field = design.field(key))
            filled += fields[static_cast<std::size_t>(field - design.fields.data())];
    }
    return filled + element.text.substr(at);
}

struct Lengths {
    std::int64_t delay = 0;
    std::int64_t frames = 0;
};

Lengths lengthsOf(const Motion& motion, FrameRate rate, std::int64_t have, std::int64_t want) {
    Lengths lengths{framesOf(motion.delay, rate),
                    std::max<std::int64_t>(1, framesOf(motion.milliseconds, rate))};
    if (want > have) {
        lengths.delay = lengths.delay * have / want;
        lengths.frames = std::max<std::int64_t>(1, lengths.frames * have / want);
    }
    return lengths;
}

std::int64_t longest(const std::vector<Motion>& motions, FrameRate rate) {
    std::int64_t frames = 0;
    for (const Motion& motion : motions)
        frames = std::max(frames, framesOf(motion.delay, rate) + framesOf(motion.milliseconds, rate));
    return frames;
}

void apply(const Motion& motion, const Lengths& lengths, std::int64_t frame, ElementState& state) {
    const std::int64_t k = frame - lengths.delay;
    if (k >= lengths.frames)
        return;
    double p = k < 0 ? 0 : static_cast<double>(2 * k + 1) / static_cast<double>(2 * lengths.frames);
    if (!motion.straight)
        p = p * p * (3 - 2 * p);
    switch (motion.kind) {
    case Motion::Kind::Fade:
        state.opacity *= p;
        return;
    case Motion::Kind::Slide: {
        const double away = (1 - p) * motion.distance;
        state.x += motion.edge == Motion::Edge::Left ? -away : motion.edge == Motion::Edge::Right ? away : 0;
        state.y += motion.edge == Motion::Edge::Top ? -away : motion.edge == Motion::Edge::Bottom ? away : 0;
        if (k < 0)
            state.opacity = 0;
        return;
    }
    case Motion::Kind::Wipe:
        if (motion.edge == Motion::Edge::Left)
            state.right = std::min(state.right, p);
        else if (motion.edge == Motion::Edge::Right)
            state.left = std::max(state.left, 1 - p);
        else if (motion.edge == Motion::Edge::Top)
            state.bottom = std::min(state.bottom, p);
        else
            state.top = std::max(state.top, 1 - p);
        return;
    }
}

} // namespace

std::vector<std::string> fieldTexts(const GraphicTemplate& design, const timeline::Graphic& graphic,
                                    const std::string& language, const GraphicMoment& moment) {
    std::vector<std::string> texts;
    for (const TemplateField& field : design.fields) {
        const auto* own = graphic.field(field.key);
        const std::string& text = own ? own->in(language) : field.initial.in(language);
        texts.push_back(checkField(field, text) ? text : field.initial.in(language));
    }
    for (std::size_t i = 0; i < design.fields.size(); ++i) {
        const TemplateField& field = design.fields[i];
        if (field.type != FieldType::Clock)
            continue;
        const auto* runs = design.field(field.runsWith);
        if (!runs || texts[static_cast<std::size_t>(runs - design.fields.data())] == "on")
            texts[i] = clockAt(texts[i], field.step, moment);
    }
    return texts;
}

std::vector<ElementState> statesAt(const GraphicTemplate& design, const std::vector<std::string>& fields,
                                   const GraphicMoment& moment) {
    std::vector<ElementState> states;
    std::int64_t in = 0;
    std::int64_t out = 0;
    for (const Element& element : design.elements) {
        in = std::max(in, longest(element.in, moment.rate));
        out = std::max(out, longest(element.out, moment.rate));
    }
    for (const Element& element : design.elements) {
        ElementState& state = states.emplace_back();
        if (const auto* shown = design.field(element.shownWith)) {
            const std::string& text = fields[static_cast<std::size_t>(shown - design.fields.data())];
            if (text.empty() || text == "off") {
                state.opacity = 0;
                continue;
            }
        }
        for (const Motion& motion : element.in)
            apply(motion, lengthsOf(motion, moment.rate, moment.frames, in + out), moment.frame, state);
        for (const Motion& motion : element.out)
            apply(motion, lengthsOf(motion, moment.rate, moment.frames, in + out),
                  moment.frames - 1 - moment.frame, state);
        if (state.opacity > 0 && element.kind == Element::Kind::Text)
            state.text = filledIn(element, design, fields);
    }
    return states;
}

} // namespace cutaway::render
