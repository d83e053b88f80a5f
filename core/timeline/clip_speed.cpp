#include "core/timeline/clip_speed.h"

#include "core/time/frame_rate.h"

#include <cmath>
#include <cstdlib>
#include <numeric>
#include <utility>

namespace cutaway::timeline {

namespace {

Error outOfRange() {
    return {ErrorCategory::InvalidInput, "A speed lies between 1 % and 10,000 %.", {}};
}

} // namespace

bool ClipSpeed::isSound() const {
    if (den <= 0 || phase < 0 || phase >= den || std::gcd(num, den) != 1)
        return false;
    if (num == 0)
        return true;
    if (num > largestTerm || num < -largestTerm || den > largestTerm)
        return false;
    const std::int64_t fast = std::abs(num);
    return fast * 100 >= den * slowestPercent && fast * 100 <= den * fastestPercent;
}

std::int64_t ClipSpeed::stepsIn(std::int64_t units) const {
    if (isNormal())
        return units;
    const Int128 sum = Int128(units) * num + phase;
    const Int128 whole = sum / den;
    return static_cast<std::int64_t>(whole * den > sum ? whole - 1 : whole);
}

ClipSpeed ClipSpeed::after(std::int64_t units) const {
    const Int128 sum = Int128(units) * num + phase;
    return {num, den, static_cast<std::int64_t>(sum - Int128(stepsIn(units)) * den)};
}

std::string ClipSpeed::percent() const {
    const std::int64_t hundredths = mulDivRound(std::abs(num), 10'000, den);
    std::string text = num < 0 ? "-" : "";
    text += std::to_string(hundredths / 100);
    if (const std::int64_t rest = hundredths % 100; rest != 0) {
        text += rest < 10 ? ".0" : ".";
        text += std::to_string(rest % 10 == 0 ? rest / 10 : rest);
    }
    return text + " %";
}

Result<ClipSpeed> ClipSpeed::make(std::int64_t num, std::int64_t den) {
    if (den <= 0)
        return outOfRange();
    if (num == 0)
        return freeze();
    const std::int64_t common = std::gcd(num, den);
    const ClipSpeed speed{num / common, den / common, 0};
    if (!speed.isSound())
        return outOfRange();
    return speed;
}

Result<ClipSpeed> ClipSpeed::fromPercent(std::string_view text) {
    const Error unclear{
        ErrorCategory::InvalidInput, "Type a speed in percent, such as 50, 33 1/3 or -100.", {}};
    std::size_t at = 0;
    const auto skipSpaces = [&] {
        while (at < text.size() && text[at] == ' ')
            ++at;
    };
    /// Digits as a number; those behind a point count in `parts`.
    const auto digits = [&](std::int64_t& value, std::int64_t* parts) {
        const std::size_t from = at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && value < 100'000'000; ++at) {
            value = value * 10 + (text[at] - '0');
            if (parts)
                *parts *= 10;
        }
        return at > from;
    };
    skipSpaces();
    std::int64_t sign = 1;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        sign = text[at++] == '-' ? -1 : 1;
    std::int64_t num = 0;
    std::int64_t den = 1;
    bool known = digits(num, nullptr);
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        ++at;
        known = digits(num, &den) || known;
    }
    skipSpaces();
    std::int64_t part = 0;
    if (den == 1 && digits(part, nullptr)) { // "33 1/3"
        std::int64_t of = 0;
        if (at >= text.size() || text[at++] != '/' || !digits(of, nullptr) || of == 0 || of > 100'000)
            return unclear;
        num = num * of + part;
        den = of;
    }
    skipSpaces();
    if (at < text.size() && text[at] == '%')
        ++at;
    skipSpaces();
    if (!known || at != text.size())
        return unclear;
    return make(sign * num, den * 100);
}

Result<ClipSpeed> ClipSpeed::fromDouble(double value) {
    constexpr std::int64_t mostDen = 100'000;
    if (!std::isfinite(value) || std::abs(value) > 1e6)
        return outOfRange();
    if (value == 0.0)
        return freeze();
    // Convergents of the continued fraction: each is the best one of its size.
    const double wanted = std::abs(value);
    std::int64_t num = 1, den = 0, lastNum = 0, lastDen = 1;
    double rest = wanted;
    for (int step = 0; step < 40; ++step) {
        const auto whole = static_cast<std::int64_t>(std::floor(rest));
        const std::int64_t nextNum = whole * num + lastNum;
        const std::int64_t nextDen = whole * den + lastDen;
        if (nextDen > mostDen || nextNum > largestTerm)
            break;
        lastNum = std::exchange(num, nextNum);
        lastDen = std::exchange(den, nextDen);
        const double off = std::abs(static_cast<double>(num) / static_cast<double>(den) - wanted);
        if (off <= wanted * 1e-12)
            return make(value < 0 ? -num : num, den);
        rest = 1.0 / (rest - static_cast<double>(whole));
        if (!std::isfinite(rest) || rest > 1e15)
            break;
    }
    return Error{ErrorCategory::Unsupported, "The speed is no simple fraction.", {}};
}

} // namespace cutaway::timeline
