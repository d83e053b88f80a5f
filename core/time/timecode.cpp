#include "core/time/timecode.h"

#include <array>
#include <cstdio>
#include <vector>

namespace cutaway {

namespace {

/// Numbers dropped at each minute but every tenth: 2 at 29.97, 4 at 59.94.
int droppedPerMinute(const TimecodeFormat& format) {
    if (!format.dropFrame || !format.rate.allowsDropFrame())
        return 0;
    return format.rate.timecodeBase() / 15;
}

Error badTimecode(std::string_view text, const std::string& why) {
    return {ErrorCategory::InvalidInput,
            "“" + std::string(text.substr(0, 32)) + "” is not a timecode: " + why,
            {}};
}

struct Fields {
    std::int64_t hours = 0, minutes = 0, seconds = 0, frames = 0;
};

Result<std::int64_t> frameOf(const Fields& f, std::string_view text, const TimecodeFormat& format) {
    const int base = format.rate.timecodeBase();
    if (f.hours > 23 || f.minutes > 59 || f.seconds > 59 || f.frames >= base)
        return badTimecode(text, "expected hh:mm:ss:ff with ff below " + std::to_string(base) + ".");
    const int drop = droppedPerMinute(format);
    const std::int64_t minutes = f.hours * 60 + f.minutes;
    if (drop > 0 && f.minutes % 10 != 0 && f.seconds == 0 && f.frames < drop)
        return badTimecode(text, "drop-frame timecode skips this number. The next one is ;" +
                                     std::string(drop < 10 ? "0" : "") + std::to_string(drop) + ".");
    return (minutes * 60 + f.seconds) * base + f.frames - drop * (minutes - minutes / 10);
}

/// Splits at ':', ';' and '.'; each field one to `maxDigits` digits. Empty when malformed.
std::vector<std::int64_t> splitFields(std::string_view text) {
    std::vector<std::int64_t> fields(1, 0);
    std::size_t digits = 0;
    for (char c : text) {
        if (c >= '0' && c <= '9') {
            if (++digits > 9)
                return {};
            fields.back() = fields.back() * 10 + (c - '0');
        } else if ((c == ':' || c == ';' || c == '.') && digits > 0) {
            fields.push_back(0);
            digits = 0;
        } else {
            return {};
        }
    }
    if (digits == 0)
        return {};
    return fields;
}

Fields fieldsFromRight(const std::vector<std::int64_t>& parts) {
    Fields f;
    std::array<std::int64_t*, 4> slots{&f.frames, &f.seconds, &f.minutes, &f.hours};
    for (std::size_t i = 0; i < parts.size() && i < slots.size(); ++i)
        *slots[i] = parts[parts.size() - 1 - i];
    return f;
}

/// "1423" fills from the right in pairs: 00:00:14:23.
Fields fieldsFromDigits(std::int64_t number) {
    Fields f;
    f.frames = number % 100;
    f.seconds = number / 100 % 100;
    f.minutes = number / 10000 % 100;
    f.hours = number / 1000000;
    return f;
}

} // namespace

std::int64_t TimecodeFormat::framesPerDay() const {
    const std::int64_t minutes = 24 * 60;
    return minutes * 60 * rate.timecodeBase() - droppedPerMinute(*this) * (minutes - minutes / 10);
}

std::string timecodeText(std::int64_t frame, const TimecodeFormat& format) {
    const int base = format.rate.timecodeBase();
    const int drop = droppedPerMinute(format);
    const std::int64_t day = format.framesPerDay();
    std::int64_t n = ((frame % day) + day) % day;
    if (drop > 0) {
        const std::int64_t perTenMinutes = 600 * base - 9 * drop;
        const std::int64_t perMinute = 60 * base - drop;
        const std::int64_t tens = n / perTenMinutes;
        const std::int64_t rest = n % perTenMinutes;
        n += 9 * drop * tens + (rest > drop ? drop * ((rest - drop) / perMinute) : 0);
    }
    const std::int64_t seconds = n / base;
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d%c%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60), drop > 0 ? ';' : ':',
                  static_cast<int>(n % base));
    return text.data();
}

Result<std::int64_t> parseTimecode(std::string_view text, const TimecodeFormat& format) {
    const auto parts = splitFields(text);
    if (parts.size() != 4)
        return badTimecode(text, "expected hh:mm:ss:ff.");
    return frameOf(fieldsFromRight(parts), text, format);
}

Result<std::int64_t> parseTypedTimecode(std::string_view text, const TimecodeFormat& format,
                                        std::int64_t current) {
    const char sign = text.empty() ? ' ' : text.front();
    const bool relative = sign == '+' || sign == '-';
    const std::string_view number = relative ? text.substr(1) : text;
    const auto parts = splitFields(number);
    if (parts.empty() || parts.size() > 4)
        return badTimecode(text,
                           "type digits from the right (1423 is 14 seconds 23 frames), or +12, or -1:00.");
    if (relative) {
        // A relative move of plain digits is in frames; with colons it is a duration, which drops no numbers.
        const Fields f = fieldsFromRight(parts);
        const std::int64_t frames =
            parts.size() == 1
                ? parts[0]
                : ((f.hours * 60 + f.minutes) * 60 + f.seconds) * format.rate.timecodeBase() + f.frames;
        return sign == '-' ? current - frames : current + frames;
    }
    return frameOf(parts.size() == 1 ? fieldsFromDigits(parts[0]) : fieldsFromRight(parts), text, format);
}

} // namespace cutaway
