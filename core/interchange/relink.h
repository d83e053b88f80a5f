#pragma once

#include "core/interchange/formats.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace cutaway::interchange {

/// What speaks for an angle being the media that a file means, the strongest first.
enum class RelinkBy {
    Source,          ///< its id
    ReelAndTimecode, ///< the reel is that of the angle, and the angle has this timecode
    NameAndTimecode,
    Reel,
    Name,
    Timecode, ///< alone it says little: other angles of the hour have it too
};

/// An angle that may be meant.
struct RelinkCandidate {
    timeline::SourceTiming source;
    RelinkBy by = RelinkBy::Timecode;
    /// Of clips with a timecode those that it covers.
    std::size_t covered = 0;
};

/// Media that a file asks for by name, once for all clips that name it alike.
struct WantedMedia {
    std::string name, reel;
    std::vector<std::string> timecodes; ///< of the first frames of its clips, as written
};

/// The angles that may be `wanted`, the likeliest first: by what speaks for them, then by how many clips they
/// cover, then by name. Those for which nothing speaks are left out.
std::vector<RelinkCandidate> rankCandidates(const WantedMedia& wanted,
                                            std::span<const timeline::SourceTiming> angles);
/// Whether the first of them may be taken without asking: reel or name say so, and nothing says so equally
/// strongly of another.
bool isCertain(std::span<const RelinkCandidate> ranked);
/// A quick look at a name alone, to know which angles are worth asking the cloud for.
bool mayBeNamed(const WantedMedia& wanted, const std::string& angleName);

/// A file on its way in: what it asks for, and what was chosen. Reading it again with another choice costs
/// nothing but time. A value.
class ImportPlan {
public:
    /// Reads the file once to see what it asks for. `byId` is asked for each id; what it does not find is
    /// wanted by name. Any thread; errors are those of the reader.
    static Result<ImportPlan> make(const Format& format, std::string text, const MediaResolver& byId);

    const Format& format() const { return *m_format; }
    const std::vector<WantedMedia>& wanted() const { return m_wanted; }
    const std::vector<RelinkCandidate>& candidates(std::size_t wanted) const { return m_candidates[wanted]; }
    /// Ranks these angles for everything wanted, and chooses where that is certain.
    void offer(std::span<const timeline::SourceTiming> angles);
    /// The index of the candidate that is taken; none: the clips stay without media.
    std::optional<std::size_t> chosen(std::size_t wanted) const { return m_chosen[wanted]; }
    void choose(std::size_t wanted, std::optional<std::size_t> candidate);

    /// The sequence as it is by these choices.
    Result<ReadFile> read() const;

private:
    const Format* m_format = nullptr;
    std::string m_text;
    std::map<std::string, ResolvedMedia> m_byId; ///< found, by keyOf()
    std::vector<WantedMedia> m_wanted;
    std::map<std::string, std::size_t> m_places; ///< in m_wanted, by reel and name
    std::vector<std::vector<RelinkCandidate>> m_candidates;
    std::vector<std::optional<std::size_t>> m_chosen;
};

} // namespace cutaway::interchange
