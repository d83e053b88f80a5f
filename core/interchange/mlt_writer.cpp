#include "core/interchange/mlt_writer.h"

#include "core/interchange/internal/features.h"
#include "core/interchange/internal/graphics_out.h"
#include "core/interchange/internal/mlt_clips.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cutaway::interchange {

namespace {

using timeline::Clip;
using timeline::Sequence;
using timeline::SourceTimings;
using timeline::Track;
using timeline::TrackKind;
using timeline::TransitionKind;

std::string text(std::int64_t value) {
    return std::to_string(value);
}

const char* nameOf(TransitionKind kind) {
    return kind == TransitionKind::Dissolve ? "dissolve" : kind == TransitionKind::Dip ? "dip" : "wipe";
}

/// Frame numbers and opacities of a picture that comes in; MLT draws straight lines between them.
std::string opacities(TransitionKind kind, std::int64_t frames, bool comes) {
    const double n = static_cast<double>(frames);
    const auto at = [&](std::int64_t frame) {
        const double share = (2.0 * static_cast<double>(comes ? frame : frames - 1 - frame) + 1) / (2 * n);
        return kind == TransitionKind::Dip ? std::max(0.0, 2 * share - 1) : share;
    };
    std::string keys;
    const std::int64_t half = frames / 2;
    for (const std::int64_t frame : {std::int64_t(0), half - 1, half, half + 1, frames - 1})
        if (frame >= 0 && frame < frames)
            keys += text(frame) + "=" + decimalText(at(frame)) + ";";
    return keys;
}

/// Levels in dB of a sound that comes in at equal power, frame by frame.
std::string levels(std::int64_t frames, bool comes) {
    std::string keys;
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        const double share = (2.0 * static_cast<double>(comes ? frame : frames - 1 - frame) + 1) /
                             (2.0 * static_cast<double>(frames));
        keys +=
            text(frame) + "=" + decimalText(20 * std::log10(std::sin(std::numbers::pi / 2 * share))) + ";";
    }
    return keys;
}

class Writer {
public:
    Writer(const Sequence& sequence, const SourceTimings& sources, const MediaLocator& files)
        : m_sequence(sequence)
        , m_sources(sources)
        , m_clips(m_xml, sequence, sources, files)
        , m_report(sequence)
        , m_frames(std::max<std::int64_t>(1, sequence.durationFrames())) {}

    WrittenFile write() {
        m_xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        {
            const auto root =
                m_xml.open("mlt", {{"LC_NUMERIC", "C"}, {"version", "7.12.0"}, {"title", m_sequence.name}});
            writeProfile();
            writeBackground();
            for (const auto& track : m_sequence.tracks)
                writeTrack(*track);
            writeTimeline();
        }
        for (const timeline::Marker& marker : m_sequence.markers)
            m_report.note(Fate::Lost, nullptr, marker.frame, "marker " + marker.name, "the format has none");
        return {m_xml.text(), m_report.take()};
    }

private:
    void property(std::string_view name, std::string_view value) { mltProperty(m_xml, name, value); }

    void writeProfile() {
        const std::string width = text(m_sequence.width), height = text(m_sequence.height);
        m_xml.empty("profile", {{"description", m_sequence.name},
                                {"width", width},
                                {"height", height},
                                {"progressive", "1"},
                                {"sample_aspect_num", "1"},
                                {"sample_aspect_den", "1"},
                                {"display_aspect_num", width},
                                {"display_aspect_den", height},
                                {"frame_rate_num", text(m_sequence.rate.num)},
                                {"frame_rate_den", text(m_sequence.rate.den)},
                                {"colorspace", "709"}});
    }

    /// Black below everything, for as long as the sequence is.
    void writeBackground() {
        {
            const auto producer =
                m_xml.open("producer", {{"id", "black"}, {"in", "0"}, {"out", text(m_frames - 1)}});
            property("length", text(m_frames));
            property("mlt_service", "color");
            property("resource", "black");
        }
        const auto playlist = m_xml.open("playlist", {{"id", "background"}});
        writeEntry("black", 0, m_frames);
    }

    void writeEntry(const std::string& producer, std::int64_t in, std::int64_t frames) {
        m_xml.empty("entry", {{"producer", producer}, {"in", text(in)}, {"out", text(in + frames - 1)}});
    }

    static std::string playlistName(std::size_t track) { return "playlist" + std::to_string(track); }

    void writeTrack(const Track& track) {
        std::size_t dropped = 0;
        const std::vector<FramedClip> clips = framedClips(track, m_sequence.rate, &dropped);
        if (dropped > 0)
            m_report.note(Fate::Lost, &track, 0, std::to_string(dropped) + " sounds of " + track.name,
                          "they are shorter than half a frame");
        for (const FramedClip& clip : clips)
            describe(track, clip);
        const std::vector<FramePiece> pieces = framePieces(clips);
        m_clips.write(track, clips, pieces);
        std::vector<std::vector<Mix>> mixes;
        for (const FramePiece& piece : pieces)
            mixes.push_back(writeMixes(track, piece));
        const auto playlist = m_xml.open("playlist", {{"id", playlistName(m_tracks++)}});
        property(track.kind == TrackKind::Video ? "shotcut:video" : "shotcut:audio", "1");
        property("shotcut:name", track.name);
        if (track.locked)
            property("shotcut:lock", "1");
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            for (const Mix& mix : mixes[i])
                writeEntry(mix.producer, 0, mix.frames);
            if (mixes[i].empty())
                writePiece(track, pieces[i]);
        }
        m_report.lose(featuresOf(track), {Feature::Mute, Feature::Lock, Feature::Solo}, track, 0);
        if (track.soloed)
            m_report.note(Fate::Approximated, &track, 0, "solo of " + track.name,
                          "the other tracks are muted");
    }

    /// Says what becomes of a clip and of the transitions at its edges.
    void describe(const Track& track, const FramedClip& framed) {
        const Clip& clip = *framed.clip;
        const bool sound = track.kind == TrackKind::Audio;
        std::string how;
        const auto approximate = [&](const std::string& why) { how += (how.empty() ? "" : "; ") + why; };
        if (!clip.enabled)
            approximate("it is disabled, so there is a gap");
        if (!framed.exact)
            approximate("its sound begins, ends or fades within a frame, and was moved to the nearest");
        if (!m_sources.contains(clip.media.sourceId))
            approximate("its angle is not known here, so its file is taken to begin with what is seen of it");
        else if (!sound && clip.mediaRate != m_sequence.rate)
            approximate("it runs at another rate");
        if (sound && !clip.speed.isNormal())
            approximate("the other program changes its speed in its own way");
        m_report.note(how.empty() ? Fate::Kept : Fate::Approximated, &track, framed.start, clip.name, how);
        m_report.lose(featuresOf(clip), {Feature::Speed, Feature::Gain, Feature::Disabled}, track,
                      framed.start);
        for (const auto* transition : {&framed.head, &framed.tail}) {
            if (!*transition)
                continue;
            const bool head = transition == &framed.head;
            const bool fade = !head || !framed.touches;
            const std::string what =
                sound ? "crossfade" : std::string(fade ? "fade, " : "") + nameOf((*transition)->kind);
            const bool exact = sound ? fade : !fade || (*transition)->kind != TransitionKind::Wipe;
            m_report.note(exact ? Fate::Kept : Fate::Approximated, &track,
                          head ? framed.start - (*transition)->before : framed.end - (*transition)->before,
                          what + ", " + text((*transition)->duration()) + " frames",
                          exact   ? ""
                          : sound ? "the two levels go in straight lines"
                                  : "a dissolve over what lies below");
        }
    }

    /// A piece that is written beside the playlist, and named in it.
    struct Mix {
        std::string producer;
        std::int64_t frames = 0;
    };

    std::vector<Mix> writeMixes(const Track& track, const FramePiece& piece) {
        const auto leaving = m_clips.use(piece.clip);
        const auto coming = m_clips.use(piece.coming);
        if (!piece.transition || !leaving || !coming)
            return {};
        if (track.kind == TrackKind::Audio || *piece.transition != TransitionKind::Dip)
            return {writeMix(track, leaving, coming, piece.frames, *piece.transition)};
        // To black and from black, with a frame of nothing else where their number is odd.
        std::vector<Mix> mixes;
        const std::int64_t half = piece.frames / 2;
        if (half > 0)
            mixes.push_back(writeHalfDip(*leaving, half, piece.frames, false));
        if (piece.frames % 2 == 1)
            mixes.push_back({"black", 1});
        if (half > 0)
            mixes.push_back(
                writeHalfDip({coming->producer, coming->in + piece.frames - half}, half, piece.frames, true));
        return mixes;
    }

    /// Black, with a picture over it that comes or goes; exactly, for the two halves of a dip are short.
    Mix writeHalfDip(const MltClips::Use& use, std::int64_t frames, std::int64_t whole, bool comes) {
        const Mix mix{"mix" + std::to_string(m_mixes++), frames};
        const std::string last = text(frames - 1);
        const auto tractor = m_xml.open("tractor", {{"id", mix.producer}, {"in", "0"}, {"out", last}});
        m_xml.empty("track", {{"producer", "black"}, {"in", "0"}, {"out", last}});
        m_xml.empty("track",
                    {{"producer", use.producer}, {"in", text(use.in)}, {"out", text(use.in + frames - 1)}});
        const auto opacity = [&](std::int64_t frame) {
            const std::int64_t share =
                comes ? 2 * (frame + whole - frames) + 1 - whole : whole - 2 * frame - 1;
            return text(frame) + "=" + decimalText(static_cast<double>(share) / static_cast<double>(whole));
        };
        {
            const auto filter = m_xml.open("filter", {{"in", "0"}, {"out", last}});
            property("track", "1");
            property("mlt_service", "brightness");
            property("level", "1");
            property("alpha", opacity(0) + (frames > 1 ? ";" + opacity(frames - 1) : std::string()));
        }
        const auto transition = m_xml.open("transition", {{"in", "0"}, {"out", last}});
        property("a_track", "0");
        property("b_track", "1");
        property("mlt_service", "composite");
        property("progressive", "1");
        return mix;
    }

    Mix writeMix(const Track& track, const std::optional<MltClips::Use>& leaving,
                 const std::optional<MltClips::Use>& coming, std::int64_t frames, TransitionKind kind) {
        const Mix mix{"mix" + std::to_string(m_mixes++), frames};
        const std::string last = text(frames - 1);
        const auto tractor = m_xml.open("tractor", {{"id", mix.producer}, {"in", "0"}, {"out", last}});
        property("shotcut:transition", "lumaMix");
        for (const auto* side : {&leaving, &coming}) {
            const std::int64_t in = *side ? (*side)->in : 0;
            m_xml.empty("track", {{"producer", *side ? (*side)->producer : "black"},
                                  {"in", text(in)},
                                  {"out", text(in + frames - 1)}});
        }
        const auto transition = m_xml.open("transition", {{"in", "0"}, {"out", last}});
        property("a_track", "0");
        property("b_track", "1");
        if (track.kind == TrackKind::Audio) {
            property("mlt_service", "mix");
            property("start", "-1"); // across, by itself
            return mix;
        }
        property("mlt_service", "luma");
        property("progressive", "1");
        if (kind == TransitionKind::Wipe) {
            property("resource", "%luma01.pgm"); // a hard edge from left to right
            property("softness", "0");
        }
        return mix;
    }

    /// A clip, a fade from or to nothing, or a gap.
    void writePiece(const Track& track, const FramePiece& piece) {
        const auto leaving = m_clips.use(piece.clip);
        const auto coming = m_clips.use(piece.coming);
        const auto& seen = leaving ? leaving : coming;
        if (!seen) {
            m_xml.empty("blank", {{"length", text(piece.frames)}});
            return;
        }
        if (!piece.transition) {
            writeEntry(seen->producer, seen->in, piece.frames);
            return;
        }
        const std::string in = text(seen->in), out = text(seen->in + piece.frames - 1);
        const auto entry = m_xml.open("entry", {{"producer", seen->producer}, {"in", in}, {"out", out}});
        const auto filter = m_xml.open("filter", {{"in", in}, {"out", out}});
        const bool comes = coming.has_value();
        if (track.kind == TrackKind::Audio) {
            property("mlt_service", "volume");
            property("level", levels(piece.frames, comes));
        } else {
            property("mlt_service", "brightness");
            property("level", "1");
            property("alpha", opacities(*piece.transition, piece.frames, comes));
        }
    }

    void writeTimeline() {
        const auto tractor = m_xml.open(
            "tractor",
            {{"id", "sequence"}, {"title", m_sequence.name}, {"in", "0"}, {"out", text(m_frames - 1)}});
        property("shotcut", "1"); // opens as a timeline there, not as a clip
        m_xml.empty("track", {{"producer", "background"}});
        const auto soloed = [](const auto& track) {
            return track->kind == TrackKind::Audio && track->soloed;
        };
        const bool solo = std::any_of(m_sequence.tracks.begin(), m_sequence.tracks.end(), soloed);
        for (std::size_t i = 0; i < m_sequence.tracks.size(); ++i) {
            const Track& track = *m_sequence.tracks[i];
            const bool sound = track.kind == TrackKind::Audio;
            const bool silent = track.muted || (sound && solo && !track.soloed);
            m_xml.empty("track", {{"producer", playlistName(i)},
                                  {"hide", silent  ? "both"
                                           : sound ? "video"
                                                   : "audio"}});
        }
        for (std::size_t i = 0; i < m_sequence.tracks.size(); ++i) {
            const auto transition = m_xml.open("transition");
            property("a_track", "0");
            property("b_track", std::to_string(i + 1));
            property("always_active", "1");
            if (m_sequence.tracks[i]->kind == TrackKind::Audio) {
                property("mlt_service", "mix");
                property("sum", "1");
                continue;
            }
            property("mlt_service", "composite");
            property("progressive", "1");
            property("halign", "centre");
            property("valign", "centre");
        }
    }

    const Sequence& m_sequence;
    const SourceTimings& m_sources;
    XmlText m_xml;
    MltClips m_clips;
    Reporter m_report;
    std::int64_t m_frames;
    std::size_t m_tracks = 0;
    std::size_t m_mixes = 0;
};

} // namespace

Result<WrittenFile> writeMlt(const Sequence& sequence, const SourceTimings& sources,
                             const MediaLocator& files) {
    return writtenWithoutGraphics(
        sequence, [&](const Sequence& plain) { return Writer(plain, sources, files).write(); });
}

} // namespace cutaway::interchange
