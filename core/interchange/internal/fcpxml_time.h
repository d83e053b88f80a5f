#pragma once

// Inside core/interchange only: the times of FCPXML, "1001/30000s".

#include "core/interchange/internal/xml_tree.h"
#include "core/time/frame_rate.h"
#include "core/timeline/clip_speed.h"

#include <string>

namespace cutaway::interchange {

/// Seconds as a fraction.
struct FcpTime {
    std::int64_t num = 0;
    std::int64_t den = 1; ///< > 0

    bool operator==(const FcpTime& other) const { return Int128(num) * other.den == Int128(other.num) * den; }
};

/// `frames` of `rate`, and `parts` of `of` of another.
std::string fcpTime(std::int64_t frames, FrameRate rate, std::int64_t parts = 0, std::int64_t of = 1);
/// Fails at `where` when it is none, or beyond any sequence.
FcpTime readFcpTime(const std::string& text, const XmlNode& where);
/// An attribute that holds a time; `fallback` where there is none.
FcpTime timeOf(const XmlNode& node, std::string_view attribute, FcpTime fallback = {});

/// later - earlier in frames, to the nearest; `exact` becomes false when that is rounded.
std::int64_t framesBetween(FcpTime earlier, FcpTime later, FrameRate rate, bool& exact);

/// How a clip goes through its media: at `time` of its own it shows `value` of the media.
struct FcpSpeed {
    timeline::ClipSpeed speed;
    FcpTime time, value;
};
/// The constant speed of a timeMap; `constant` says whether it is all of it. Fails where it is none.
FcpSpeed readTimeMap(const XmlNode& node, bool& constant);

/// The frame of the media that is seen first when the clip begins at `start`, and the phase of its speed.
struct FcpFirst {
    std::int64_t frame = 0;
    std::int64_t phase = 0;
};
FcpFirst firstShown(const FcpSpeed& map, FcpTime start, FcpTime mediaStart, FrameRate rate);

} // namespace cutaway::interchange
