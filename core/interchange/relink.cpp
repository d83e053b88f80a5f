#include "core/interchange/relink.h"

#include "core/interchange/edl_reels.h"

#include <algorithm>
#include <cctype>
#include <tuple>

namespace cutaway::interchange {

using timeline::SourceTiming;

namespace {

/// Letters and digits alone, lower case, without the ending of a file.
std::string plain(std::string_view name) {
    constexpr std::size_t longestEnding = 5; // ".fcpx"
    const std::size_t dot = name.rfind('.');
    if (dot != std::string_view::npos && dot > 0 && name.size() - dot <= longestEnding)
        name = name.substr(0, dot);
    std::string result;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80)
            result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

bool sameName(const WantedMedia& wanted, const std::string& name) {
    const std::string own = plain(name);
    return !own.empty() && (plain(wanted.name) == own || plain(wanted.reel) == own);
}

std::size_t coveredBy(const SourceTiming& source, const WantedMedia& wanted) {
    const TimecodeFormat format{source.clock.rate, source.dropFrame && source.clock.rate.allowsDropFrame()};
    return static_cast<std::size_t>(
        std::count_if(wanted.timecodes.begin(), wanted.timecodes.end(), [&](const std::string& text) {
            const auto frame = parseTimecode(text, format);
            if (!frame)
                return false;
            const std::int64_t unit = source.clock.originUnit() + *frame - source.startTimecode;
            return unit >= source.first && unit < source.end;
        }));
}

std::string keyOf(const MediaName& name) {
    return (name.kind == MediaName::Kind::Flow ? "f" : "s") + name.id.toString() + name.host;
}

std::string keyOf(const ReelName& name) {
    return name.reel + "\n" + name.clipName;
}

} // namespace

std::vector<RelinkCandidate> rankCandidates(const WantedMedia& wanted, std::span<const SourceTiming> angles) {
    std::vector<RelinkCandidate> ranked;
    for (const SourceTiming& source : angles) {
        if (!source.clock.rate.isValid())
            continue;
        const std::size_t covered = coveredBy(source, wanted);
        const bool reel = !wanted.reel.empty() && wanted.reel == reelOf(source);
        const bool name = sameName(wanted, source.name);
        if (!reel && !name && covered == 0)
            continue;
        const RelinkBy by = reel   ? (covered > 0 ? RelinkBy::ReelAndTimecode : RelinkBy::Reel)
                            : name ? (covered > 0 ? RelinkBy::NameAndTimecode : RelinkBy::Name)
                                   : RelinkBy::Timecode;
        ranked.push_back({source, by, covered});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const RelinkCandidate& a, const RelinkCandidate& b) {
        return std::tie(a.by, b.covered, a.source.name) < std::tie(b.by, a.covered, b.source.name);
    });
    return ranked;
}

bool isCertain(std::span<const RelinkCandidate> ranked) {
    if (ranked.empty() || ranked.front().by == RelinkBy::Timecode)
        return false;
    return ranked.size() == 1 || ranked[1].by != ranked[0].by || ranked[1].covered < ranked[0].covered;
}

bool mayBeNamed(const WantedMedia& wanted, const std::string& angleName) {
    const std::string own = plain(angleName), name = plain(wanted.name), reel = plain(wanted.reel);
    const auto within = [](const std::string& a, const std::string& b) {
        return !a.empty() && !b.empty() && (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
    };
    // Our reels begin with the first letters of the name.
    return within(own, name) || within(own, reel) || (reel.size() >= 4 && own.starts_with(reel.substr(0, 4)));
}

Result<ImportPlan> ImportPlan::make(const Format& format, std::string text, const MediaResolver& byId) {
    ImportPlan plan;
    plan.m_format = &format;
    plan.m_text = std::move(text);
    const MediaFinder looks{
        [&](const MediaName& name) -> Result<ResolvedMedia> {
            auto found =
                byId ? byId(name)
                     : Result<ResolvedMedia>(Error{ErrorCategory::NotFound, "There is no such media.", {}});
            if (found)
                plan.m_byId.emplace(keyOf(name), *found);
            return found;
        },
        [&](const ReelName& name) -> Result<SourceTiming> {
            const auto [at, isNew] = plan.m_places.emplace(keyOf(name), plan.m_wanted.size());
            if (isNew)
                plan.m_wanted.push_back({name.clipName, name.reel, {}});
            if (!name.timecode.empty())
                plan.m_wanted[at->second].timecodes.push_back(name.timecode);
            return Error{ErrorCategory::NotFound, "It is not chosen yet.", {}};
        }};
    CUTAWAY_TRY(const ReadFile first, format.read(plan.m_text, looks));
    plan.m_candidates.resize(plan.m_wanted.size());
    plan.m_chosen.resize(plan.m_wanted.size());
    return plan;
}

void ImportPlan::offer(std::span<const SourceTiming> angles) {
    for (std::size_t i = 0; i < m_wanted.size(); ++i) {
        m_candidates[i] = rankCandidates(m_wanted[i], angles);
        m_chosen[i] = isCertain(m_candidates[i]) ? std::optional<std::size_t>(0) : std::nullopt;
    }
}

void ImportPlan::choose(std::size_t wanted, std::optional<std::size_t> candidate) {
    m_chosen[wanted] = candidate;
}

Result<ReadFile> ImportPlan::read() const {
    const Error unknown{ErrorCategory::NotFound, "This media is not known here.", {}};
    return m_format->read(m_text, {[&](const MediaName& name) -> Result<ResolvedMedia> {
                                       const auto found = m_byId.find(keyOf(name));
                                       return found == m_byId.end() ? Result<ResolvedMedia>(unknown)
                                                                    : found->second;
                                   },
                                   [&](const ReelName& name) -> Result<SourceTiming> {
                                       const auto place = m_places.find(keyOf(name));
                                       if (place == m_places.end() || !m_chosen[place->second])
                                           return unknown;
                                       return m_candidates[place->second][*m_chosen[place->second]].source;
                                   }});
}

} // namespace cutaway::interchange
