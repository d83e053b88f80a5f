#include "core/interchange/edl_speed.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace cutaway::interchange {

namespace {

/// Takes a whole number off the front.
std::optional<std::int64_t> take(std::string_view& text) {
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool takeWord(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word))
        return false;
    text.remove_prefix(word.size());
    return true;
}

} // namespace

std::string edlSpeedLines(const std::string& reel, const timeline::Clip& clip, FrameRate rate,
                          const std::string& timecode) {
    const timeline::ClipSpeed& speed = clip.speed;
    if (speed.isNormal())
        return {};
    const std::int64_t tenths =
        mulDivRound(std::abs(speed.num) * 10, rate.num, std::int64_t{rate.den} * speed.den);
    std::array<char, 96> line{};
    std::snprintf(line.data(), line.size(), "M2   %-8s %s%03lld.%lld%s                %s\n", reel.c_str(),
                  speed.isReverse() ? "-" : "", static_cast<long long>(tenths / 10),
                  static_cast<long long>(tenths % 10), speed.isReverse() ? "" : " ", timecode.c_str());
    return line.data() + (speed.isFreeze() ? std::string("* * FREEZE FRAME\n") : std::string()) +
           "* CUTAWAY SPEED " + std::to_string(speed.num) + "/" + std::to_string(speed.den) + " PHASE " +
           std::to_string(speed.phase) + " FROM " + std::to_string(clip.in) + "\n";
}

std::optional<EdlSpeed> readEdlSpeed(std::string_view text) {
    const auto num = take(text);
    if (!num || !takeWord(text, "/"))
        return std::nullopt;
    const auto den = take(text);
    if (!den || !takeWord(text, " PHASE "))
        return std::nullopt;
    const auto phase = take(text);
    if (!phase || !takeWord(text, " FROM "))
        return std::nullopt;
    const auto from = take(text);
    constexpr std::int64_t furthest = std::int64_t(1) << 52;
    const EdlSpeed read{{*num, *den, *phase}, from.value_or(0)};
    if (!from || !text.empty() || *from > furthest || *from < -furthest || !read.speed.isSound())
        return std::nullopt;
    return read;
}

std::optional<M2Speed> readM2(std::string_view text, FrameRate rate) {
    const bool backwards = takeWord(text, "-");
    if (!backwards)
        takeWord(text, "+");
    std::int64_t value = 0;
    std::int64_t parts = 1;
    bool point = false;
    if (text.empty() || text.size() > 9)
        return std::nullopt;
    for (const char c : text) {
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
        parts *= point ? 10 : 1;
    }
    const std::int64_t sign = backwards ? -1 : 1;
    const std::int64_t num = value * rate.den;
    const std::int64_t den = parts * rate.num;
    for (std::int64_t simple = 1; simple <= 100; ++simple) {
        const std::int64_t times = mulDivRound(num, simple, den);
        // Within half of the last digit that is written.
        if ((times == 0) != (value == 0) ||
            2 * std::abs(times * den - num * simple) > simple * std::int64_t{rate.den})
            continue;
        const auto speed = timeline::ClipSpeed::make(sign * times, simple);
        return speed ? std::optional(M2Speed{*speed, times * den == num * simple}) : std::nullopt;
    }
    const auto speed = timeline::ClipSpeed::make(sign * num, den);
    return speed ? std::optional(M2Speed{*speed, true}) : std::nullopt;
}

} // namespace cutaway::interchange
