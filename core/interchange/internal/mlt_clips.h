#pragma once

// Inside core/interchange only: the media of clips in MLT XML.

#include "core/interchange/internal/frame_pieces.h"
#include "core/interchange/internal/xml_text.h"
#include "core/interchange/media_file.h"

#include <map>
#include <string>
#include <string_view>

namespace cutaway::interchange {

void mltProperty(XmlText& xml, std::string_view name, std::string_view value);

/// The producers of the clips of one sequence, one for each clip, and where on them a piece begins.
class MltClips {
public:
    MltClips(XmlText& xml, const timeline::Sequence& sequence, const timeline::SourceTimings& sources,
             const MediaLocator& files)
        : m_xml(xml)
        , m_sequence(sequence)
        , m_sources(sources)
        , m_files(files) {}

    /// Writes the producers of the enabled clips of a track.
    void write(const timeline::Track& track, const std::vector<FramedClip>& clips,
               const std::vector<FramePiece>& pieces);

    /// A producer and its first frame that a piece shows.
    struct Use {
        std::string producer;
        std::int64_t in = 0;
    };
    /// None: of nothing, or of a clip that is disabled.
    std::optional<Use> use(const PieceClip& clip) const;

private:
    struct Played {
        std::string id;
        std::int64_t firstOffset = 0; ///< frames from the clip's first one to frame 0 of the producer
    };
    Played writeClip(const timeline::Track& track, const FramedClip& framed,
                     const std::vector<FramePiece>& pieces);
    void writeSpeed(const timeline::Track& track, const FramedClip& framed, timeline::UnitRange used,
                    std::int64_t fileStart);
    std::int64_t unitsTo(const timeline::Track& track, const FramedClip& framed, std::int64_t offset) const;

    XmlText& m_xml;
    const timeline::Sequence& m_sequence;
    const timeline::SourceTimings& m_sources;
    const MediaLocator& m_files;
    std::map<const FramedClip*, Played> m_played;
    std::size_t m_count = 0;
};

} // namespace cutaway::interchange
