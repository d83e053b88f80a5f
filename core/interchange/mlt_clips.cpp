#include "core/interchange/internal/mlt_clips.h"

#include "core/timeline/clip_map.h"

#include <algorithm>

namespace cutaway::interchange {

using timeline::Clip;
using timeline::Sequence;
using timeline::SourceTiming;
using timeline::Track;
using timeline::TrackKind;
using timeline::UnitRange;

namespace {

/// Offsets in frames from the clip's first one that any piece shows.
UnitRange offsetsUsed(const FramedClip& framed, const std::vector<FramePiece>& pieces) {
    UnitRange used{0, 1};
    for (const FramePiece& piece : pieces)
        for (const PieceClip& each : {piece.clip, piece.coming})
            if (each.clip == &framed) {
                used.first = std::min(used.first, each.offset);
                used.end = std::max(used.end, each.offset + piece.frames);
            }
    return used;
}

/// The unit of the clip's media with which its file begins.
std::int64_t firstUnitOfFile(const Clip& clip, const SourceTiming* source,
                             const std::optional<MediaFile>& file, const Track& track) {
    if (!source)
        return timeline::sourceUnits(clip, track.rate).first;
    const std::int64_t frame = file ? file->firstFrame : source->first;
    return track.kind == TrackKind::Audio ? source->clock.sampleAtFrame(frame) : frame;
}

} // namespace

void mltProperty(XmlText& xml, std::string_view name, std::string_view value) {
    xml.value("property", {{"name", std::string(name)}}, value);
}

void MltClips::write(const Track& track, const std::vector<FramedClip>& clips,
                     const std::vector<FramePiece>& pieces) {
    m_played.clear();
    for (const FramedClip& clip : clips)
        if (clip.clip->enabled)
            m_played.emplace(&clip, writeClip(track, clip, pieces));
}

std::optional<MltClips::Use> MltClips::use(const PieceClip& clip) const {
    const auto found = m_played.find(clip.clip);
    if (found == m_played.end())
        return std::nullopt;
    return Use{found->second.id, clip.offset - found->second.firstOffset};
}

/// Units of the track from the clip's first one to its frame `offset`.
std::int64_t MltClips::unitsTo(const Track& track, const FramedClip& framed, std::int64_t offset) const {
    return Sequence::unitsAtFrame(track, framed.start + offset, m_sequence.rate) - framed.unit;
}

/// The whole file; at another speed what the pieces use of it, as a file of its own.
MltClips::Played MltClips::writeClip(const Track& track, const FramedClip& framed,
                                     const std::vector<FramePiece>& pieces) {
    const Clip& clip = *framed.clip;
    const auto known = m_sources.find(clip.media.sourceId);
    const SourceTiming* source = known == m_sources.end() ? nullptr : &known->second;
    const bool sound = track.kind == TrackKind::Audio;
    const auto file = source && m_files ? m_files(*source, sound ? clip.audioMember : 0) : std::nullopt;
    const UnitRange used = offsetsUsed(framed, pieces);
    const std::int64_t start = firstUnitOfFile(clip, source, file, track);
    Played played{"clip" + std::to_string(m_count++), used.first};
    std::int64_t length = used.count();
    const bool plain = clip.speed.isNormal();
    if (plain) {
        const std::int64_t unit = timeline::sourceUnitAt(clip, unitsTo(track, framed, 0), track.rate) - start;
        const std::int64_t position = rescale(unit, clip.mediaRate, m_sequence.rate);
        played.firstOffset = -position;
        length = position + used.end;
        if (source && source->end > source->first)
            length =
                std::max(length, rescale(source->end - source->first, source->clock.rate, m_sequence.rate));
    }
    const auto producer = m_xml.open(plain ? "producer" : "chain",
                                     {{"id", played.id}, {"in", "0"}, {"out", std::to_string(length - 1)}});
    const auto property = [&](std::string_view name, std::string_view value) {
        mltProperty(m_xml, name, value);
    };
    property("length", std::to_string(length));
    property("mlt_service", "avformat-novalidate");
    property("resource", file ? file->path : source ? source->name : clip.name);
    // Of a file that is only named, the picture is taken to come first.
    property("audio_index", sound ? std::to_string(file ? file->stream : clip.audioMember) : "-1");
    if (sound)
        property("video_index", "-1");
    property("shotcut:caption", clip.name);
    property("cutaway:source", clip.media.sourceId.toString());
    if (clip.gain != 0) {
        const auto filter = m_xml.open("filter");
        property("mlt_service", "volume");
        property("level", decimalText(clip.gain / 100.0));
    }
    if (!plain)
        writeSpeed(track, framed, used, start);
    return played;
}

/// MLT wants times of the media in seconds. Given are those of the middle of what is seen at the first frame
/// and behind the last, so that no rounding of theirs falls to a neighbour.
void MltClips::writeSpeed(const Track& track, const FramedClip& framed, UnitRange used,
                          std::int64_t fileStart) {
    const Clip& clip = *framed.clip;
    const auto seconds = [&](std::int64_t offset) {
        const std::int64_t units = rescale(unitsTo(track, framed, offset), track.rate, clip.mediaRate);
        const Int128 twice = 2 * (Int128(clip.in - fileStart) * clip.speed.den +
                                  Int128(units) * clip.speed.num + clip.speed.phase) +
                             1;
        const auto mediaUnits =
            static_cast<long double>(twice) / (2.0L * static_cast<long double>(clip.speed.den));
        return static_cast<double>(mediaUnits * clip.mediaRate.den / clip.mediaRate.num);
    };
    const std::string frames = std::to_string(used.count());
    const std::string map =
        "0=" + decimalText(seconds(used.first)) + ";" + frames + "=" + decimalText(seconds(used.end));
    const auto link = m_xml.open("link", {{"in", "0"}, {"out", std::to_string(used.count() - 1)}});
    mltProperty(m_xml, "mlt_service", "timeremap");
    mltProperty(m_xml, "map", map);      // what MLT 7.12 asks for,
    mltProperty(m_xml, "time_map", map); // and later ones
    mltProperty(m_xml, "image_mode", "nearest");
}

} // namespace cutaway::interchange
