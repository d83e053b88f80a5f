#include "core/interchange/conversion_report.h"

#include <algorithm>

namespace cutaway::interchange {

std::size_t ConversionReport::count(Fate fate) const {
    return static_cast<std::size_t>(std::count_if(
        events.begin(), events.end(), [fate](const ConversionEvent& event) { return event.fate == fate; }));
}

std::string ConversionReport::text() const {
    std::string result = std::to_string(count(Fate::Kept)) + " kept, " +
                         std::to_string(count(Fate::Approximated)) + " approximated, " +
                         std::to_string(count(Fate::Lost)) + " lost\n";
    for (const ConversionEvent& event : events) {
        if (event.fate == Fate::Kept)
            continue;
        result += event.fate == Fate::Lost ? "lost          " : "approximated  ";
        result += event.timecode.empty() ? std::string() : event.timecode + "  ";
        result += event.track.empty() ? std::string() : event.track + "  ";
        result += event.what + (event.how.empty() ? std::string() : ": " + event.how) + "\n";
    }
    return result;
}

} // namespace cutaway::interchange
