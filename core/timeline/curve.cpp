#include "core/timeline/curve.h"

#include "core/time/frame_rate.h"

#include <algorithm>
#include <utility>

namespace cutaway::timeline {

namespace {

constexpr int shareBits = 30;
constexpr std::int64_t whole = std::int64_t{1} << shareBits;

/// Of the way from one keyframe to the next, in 2^-30, after `done` of `length` units.
std::int64_t smoothShare(std::int64_t done, std::int64_t length) {
    const Int128 t = mulDivFloor(done, whole, length);
    return static_cast<std::int64_t>((t * t * (3 * whole - 2 * t)) >> (2 * shareBits));
}

/// To the nearest unit; what would lie beyond all that can be said stays at the end of that.
std::int64_t stretchedUnit(std::int64_t unit, std::int64_t num, std::int64_t den) {
    const Int128 most = Int128(Curve::furthestUnit) * den;
    const bool beyond = std::max(Int128(unit) * num, -Int128(unit) * num) > most;
    const std::int64_t furthest = unit < 0 ? -Curve::furthestUnit : Curve::furthestUnit;
    return beyond ? furthest : mulDivRound(unit, num, den);
}

/// The first keyframe after `unit`.
auto after(const std::vector<Keyframe>& keys, std::int64_t unit) {
    return std::upper_bound(keys.begin(), keys.end(), unit,
                            [](std::int64_t at, const Keyframe& key) { return at < key.unit; });
}

} // namespace

Curve Curve::of(std::vector<Keyframe> keys) {
    std::stable_sort(keys.begin(), keys.end(),
                     [](const Keyframe& a, const Keyframe& b) { return a.unit < b.unit; });
    std::vector<Keyframe> kept;
    kept.reserve(keys.size());
    for (const Keyframe& key : keys)
        if (!kept.empty() && kept.back().unit == key.unit)
            kept.back() = key;
        else
            kept.push_back(key);
    const std::int64_t first = kept.front().value;
    return {first, std::move(kept)};
}

bool Curve::isSound(std::int64_t lowest, std::int64_t highest) const {
    const auto within = [&](std::int64_t value) {
        return value >= std::max(lowest, -largestValue) && value <= std::min(highest, largestValue);
    };
    if (!within(constant) || keys.size() > mostKeys || (!keys.empty() && keys.front().value != constant))
        return false;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Keyframe& key = keys[i];
        if (key.unit < -furthestUnit || key.unit > furthestUnit || !within(key.value) ||
            (i > 0 && key.unit <= keys[i - 1].unit))
            return false;
    }
    return true;
}

std::int64_t Curve::at(std::int64_t unit) const {
    const auto next = after(keys, unit);
    if (next == keys.begin())
        return constant;
    const Keyframe& from = *std::prev(next);
    if (next == keys.end() || from.to == Interpolation::Hold || from.unit == unit)
        return from.value;
    const std::int64_t way = next->value - from.value;
    const std::int64_t done = unit - from.unit;
    const std::int64_t length = next->unit - from.unit;
    if (from.to == Interpolation::Linear)
        return from.value + mulDivRound(way, done, length);
    return from.value + mulDivRound(way, smoothShare(done, length), whole);
}

const Keyframe* Curve::keyAt(std::int64_t unit) const {
    const auto next = after(keys, unit);
    return next != keys.begin() && std::prev(next)->unit == unit ? &*std::prev(next) : nullptr;
}

std::optional<std::int64_t> Curve::keyBefore(std::int64_t unit) const {
    const auto next = after(keys, unit - 1);
    return next == keys.begin() ? std::nullopt : std::optional(std::prev(next)->unit);
}

std::optional<std::int64_t> Curve::keyAfter(std::int64_t unit) const {
    const auto next = after(keys, unit);
    return next == keys.end() ? std::nullopt : std::optional(next->unit);
}

Curve Curve::with(const Keyframe& key) const {
    auto changed = keys;
    changed.push_back(key);
    return of(std::move(changed));
}

Curve Curve::without(std::int64_t unit) const {
    auto changed = keys;
    std::erase_if(changed, [&](const Keyframe& key) { return key.unit == unit; });
    return changed.empty() ? of(at(unit)) : of(std::move(changed));
}

Curve Curve::moved(std::int64_t from, std::int64_t to) const {
    const Keyframe* key = keyAt(from);
    if (!key || from == to)
        return *this;
    const Keyframe there{to, key->value, key->to};
    const Curve rest = without(from);
    return rest.isConstant() ? of({there}) : rest.with(there);
}

Curve Curve::shifted(std::int64_t units) const {
    Curve changed = *this;
    for (Keyframe& key : changed.keys)
        key.unit += units;
    return changed;
}

Curve Curve::stretched(std::int64_t num, std::int64_t den) const {
    if (isConstant())
        return *this;
    auto changed = keys;
    for (Keyframe& key : changed)
        key.unit = stretchedUnit(key.unit, num, den);
    return of(std::move(changed));
}

Curve Curve::mirrored(std::int64_t duration) const {
    if (isConstant())
        return *this;
    std::vector<Keyframe> changed;
    for (std::size_t i = keys.size(); i-- > 0;) {
        const std::int64_t unit = duration - 1 - keys[i].unit;
        // What was held up to this keyframe is held from the unit after it on, towards the one before it.
        const bool held = i > 0 && keys[i - 1].to == Interpolation::Hold;
        changed.push_back({unit, keys[i].value, i > 0 ? keys[i - 1].to : keys[i].to});
        if (held && keys[i].unit - keys[i - 1].unit > 1)
            changed.push_back({unit + 1, keys[i - 1].value, Interpolation::Hold});
    }
    return of(std::move(changed));
}

Curve Curve::clamped(std::int64_t lowest, std::int64_t highest) const {
    Curve changed = *this;
    changed.constant = std::clamp(constant, lowest, highest);
    for (Keyframe& key : changed.keys)
        key.value = std::clamp(key.value, lowest, highest);
    return changed;
}

} // namespace cutaway::timeline
