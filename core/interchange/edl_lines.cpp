#include "core/interchange/edl_lines.h"

#include <algorithm>
#include <charconv>

namespace cutaway::interchange {

namespace {

constexpr std::size_t longestLine = 4096;
constexpr std::size_t mostEvents = 100'000;
constexpr std::size_t mostIgnored = 100;
/// Either way from 1970: the samples of so much still fit a number.
constexpr std::int64_t furthestSeconds = std::int64_t(1) << 40;

std::vector<std::string_view> words(std::string_view line) {
    std::vector<std::string_view> result;
    for (std::size_t at = 0; (at = line.find_first_not_of(" \t", at)) != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
        result.push_back(line.substr(at, end - at));
        at = end;
    }
    return result;
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<FrameRate> rateOf(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto num = number(text.substr(0, slash));
    const auto den =
        slash == std::string_view::npos ? std::optional<std::int64_t>(1) : number(text.substr(slash + 1));
    if (!num || !den || *num < 1 || *den < 1 || *num > 1'000'000 || *den > 1'000'000)
        return std::nullopt;
    const auto rate = FrameRate::make(*num, *den);
    return rate ? std::optional(*rate) : std::nullopt;
}

/// The text after `key`, or nothing.
std::optional<std::string> after(std::string_view line, std::string_view key) {
    return line.starts_with(key) ? std::optional(trimmed(line.substr(key.size()))) : std::nullopt;
}

bool isNumber(std::string_view word) {
    return !word.empty() && word.size() <= 6 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class LineReader {
public:
    Result<EdlLines> read(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            ++m_line;
            CUTAWAY_CHECK(readLine(text.substr(at, end - at)));
            at = end + 1;
        }
        if (m_result.events.empty())
            return Error{ErrorCategory::InvalidInput, "There is no event in this EDL.", {}};
        return std::move(m_result);
    }

private:
    Error wrong(const std::string& what) const { return edlError(m_line, what); }

    Result<void> readLine(std::string_view line) {
        if (line.size() > longestLine)
            return wrong("is longer than 4096 characters.");
        if (line.find('\0') != std::string_view::npos)
            return wrong("has a zero byte, so this is no text.");
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.remove_suffix(1);
        if (line.empty())
            return {};
        if (const auto title = after(line, "TITLE:")) {
            m_result.title = *title;
            return {};
        }
        if (const auto mode = after(line, "FCM:")) {
            m_drop = mode->starts_with("DROP");
            if (m_result.events.empty())
                m_result.drop = m_drop;
            return {};
        }
        const auto parts = words(line);
        if (line.front() == '*')
            return readComment(trimmed(line.substr(1)));
        if (parts[0] == "M2")
            return readSpeed(parts);
        if (parts[0] == "AUD")
            return readSounds(parts);
        if (isNumber(parts[0]))
            return readEvent(parts);
        ignore(line);
        return {};
    }

    void ignore(std::string_view line) {
        if (m_result.ignored.size() < mostIgnored)
            m_result.ignored.emplace_back(m_line, std::string(line.substr(0, 60)));
    }

    Result<void> readEvent(const std::vector<std::string_view>& parts) {
        if (parts.size() < 8)
            return wrong("has too few words for an event.");
        if (m_result.events.size() >= mostEvents)
            return wrong("is one event too many: more than 100000 are refused.");
        EdlEvent event;
        event.line = m_line;
        event.number = parts[0];
        event.reel = parts[1];
        event.drop = m_drop;
        CUTAWAY_CHECK(readChannels(parts[2], event));
        const std::string_view edit = parts[3];
        event.edit = edit[0];
        const bool transition = event.edit == 'D' || event.edit == 'W';
        if (edit[0] == 'K')
            return wrong("is a key, which is not read here. Render it first.");
        if (edit != "C" && edit != "D" && edit[0] != 'W')
            return wrong("has the edit \"" + std::string(edit.substr(0, 16)) + "\", expected C, D or W.");
        const std::size_t times = transition ? 5 : 4;
        if (parts.size() < times + 4)
            return wrong("has too few words for an event.");
        if (transition) {
            const auto frames = number(parts[4]);
            if (!frames || *frames < 0 || *frames > 99'999)
                return wrong("has no proper length of a transition.");
            event.frames = *frames;
            if (event.frames == 0)
                event.edit = 'C';
        }
        event.sourceIn = parts[times];
        event.sourceOut = parts[times + 1];
        event.in = parts[times + 2];
        event.out = parts[times + 3];
        m_result.events.push_back(std::move(event));
        return {};
    }

    Result<void> readChannels(std::string_view text, EdlEvent& event) const {
        if (text == "NONE")
            return {};
        if (text == "B") {
            event.picture = true;
            event.sounds = {1};
            return {};
        }
        const std::string_view whole = text;
        if (text.ends_with("/V")) {
            event.picture = true;
            text.remove_suffix(2);
        }
        if (text == "V")
            event.picture = true;
        else if (text == "A" || text == "A1")
            event.sounds = {1};
        else if (text == "A2" || text == "A3" || text == "A4")
            event.sounds = {text[1] - '0'};
        else if (text == "AA")
            event.sounds = {1, 2};
        else
            return wrong("has the channels \"" + std::string(whole.substr(0, 16)) +
                         "\", expected V, A, A2, AA, B or NONE.");
        return {};
    }

    Result<void> readSounds(const std::vector<std::string_view>& parts) {
        if (m_result.events.empty())
            return wrong("names sounds, but of no event.");
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const auto sound = number(parts[i]);
            if (!sound || *sound < 1 || *sound > 4)
                return wrong("names a sound that is not 1 to 4.");
            auto& sounds = m_result.events.back().sounds;
            if (std::find(sounds.begin(), sounds.end(), *sound) == sounds.end())
                sounds.push_back(static_cast<int>(*sound));
        }
        return {};
    }

    Result<void> readSpeed(const std::vector<std::string_view>& parts) {
        if (m_result.events.empty())
            return wrong("changes the speed, but of no event.");
        auto& events = m_result.events;
        // Of a transition both lines may have one; the first is of what leaves, an event of its own.
        const bool leaving = events.size() > 1 && parts.size() > 1 && parts[1] != events.back().reel &&
                             events[events.size() - 2].number == events.back().number;
        EdlEvent& event = leaving ? events[events.size() - 2] : events.back();
        event.speed = parts.size() > 2 ? std::string(parts[2].substr(0, 16)) : "?";
        return {};
    }

    Result<void> readComment(const std::string& text) {
        if (const auto own = after(text, "CUTAWAY SEQUENCE "))
            return readSequence(words(*own));
        if (const auto marker = after(text, "LOC:"))
            return readMarker(*marker);
        if (m_result.events.empty())
            return {};
        EdlEvent& event = m_result.events.back();
        if (const auto name = after(text, "FROM CLIP NAME:"))
            event.from = *name;
        else if (const auto name2 = after(text, "TO CLIP NAME:"))
            event.to = *name2;
        else if (const auto cut = after(text, "CUTAWAY CUT ")) {
            event.before = number(*cut);
            // Of a dip, the half before stands in the event before, a frame shorter at most.
            if (!event.before || *event.before < 0 || *event.before > 2 * event.frames)
                return wrong("puts the cut outside of its transition.");
        } else if (const auto sound = after(text, "CUTAWAY SOUND ")) {
            const auto member = number(*sound);
            if (!member || *member < 1 || *member > 1000)
                return wrong("names no proper sound.");
            event.soundMember = static_cast<int>(*member);
        } else if (const auto speed = after(text, "CUTAWAY SPEED ")) {
            event.ownSpeed = readEdlSpeed(*speed);
            if (!event.ownSpeed)
                return wrong("has no proper speed.");
        } else if (const auto source = after(text, "CUTAWAY SOURCE ")) {
            return readSource(words(*source), event);
        }
        return {};
    }

    Result<void> readSource(const std::vector<std::string_view>& parts, EdlEvent& event) const {
        const auto id = Uuid::parse(parts.empty() ? std::string_view() : parts[0]);
        EdlSource source;
        // A clip that never said what it shows has an id of zeros, which is no id.
        if (id)
            source.id = *id;
        else if (parts.empty() || parts[0] != Uuid().toString())
            return wrong("does not name a Source by its id.");
        if (parts.size() == 2) {
            const auto range = TimeRange::parse(parts[1]);
            if (!range || !range->start() || range->start()->at.seconds > furthestSeconds ||
                range->start()->at.seconds < -furthestSeconds)
                return wrong("has no proper timerange.");
            source.range = *range;
        } else if (parts.size() == 5 && parts[1] == "UNIT" && parts[3] == "RATE") {
            source.unit = number(parts[2]);
            const auto rate = rateOf(parts[4]);
            if (!source.unit || !rate || *source.unit > (std::int64_t(1) << 52) ||
                *source.unit < -(std::int64_t(1) << 52))
                return wrong("has no proper number of a unit.");
            source.unitRate = *rate;
        } else {
            return wrong("says neither a timerange nor a unit.");
        }
        event.source = source;
        return {};
    }

    Result<void> readSequence(const std::vector<std::string_view>& parts) {
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
            if (parts[i] == "RATE") {
                m_result.rate = rateOf(parts[i + 1]);
                if (!m_result.rate || m_result.rate->num / m_result.rate->den >= 1000)
                    return wrong("has no proper rate.");
            } else if (parts[i] == "START") {
                m_result.start = parts[i + 1];
                m_result.drop = m_result.drop || m_drop;
            } else if (parts[i] == "SIZE") {
                const std::size_t cross = parts[i + 1].find('x');
                const auto width = number(parts[i + 1].substr(0, cross));
                const auto height =
                    cross == std::string_view::npos ? std::nullopt : number(parts[i + 1].substr(cross + 1));
                if (!width || !height || *width < 16 || *height < 16 || *width > 16384 || *height > 16384)
                    return wrong("has no proper size.");
                m_result.width = static_cast<int>(*width);
                m_result.height = static_cast<int>(*height);
            }
        }
        return {};
    }

    Result<void> readMarker(const std::string& text) {
        const auto parts = words(text);
        if (parts.size() < 2)
            return {};
        if (m_result.markers.size() >= mostEvents)
            return wrong("is one marker too many: more than 100000 are refused.");
        const std::size_t end = static_cast<std::size_t>(parts[1].data() - text.data()) + parts[1].size();
        m_result.markers.push_back({m_line, std::string(parts[0]), std::string(parts[1]),
                                    trimmed(std::string_view(text).substr(end))});
        return {};
    }

    EdlLines m_result;
    std::size_t m_line = 0;
    bool m_drop = false;
};

} // namespace

Error edlError(std::size_t line, const std::string& what) {
    return {ErrorCategory::InvalidInput, "Line " + std::to_string(line) + " of the EDL " + what, {}};
}

Result<EdlLines> readEdlLines(std::string_view text) {
    return LineReader().read(text);
}

} // namespace cutaway::interchange
