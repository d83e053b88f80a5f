#include "core/interchange/formats.h"

#include "core/interchange/edl_reader.h"
#include "core/interchange/edl_writer.h"
#include "core/interchange/fcp7_reader.h"
#include "core/interchange/fcp7_writer.h"
#include "core/interchange/fcpxml_reader.h"
#include "core/interchange/fcpxml_writer.h"
#include "core/interchange/mlt_writer.h"
#include "core/interchange/otio_writer.h"
#include "core/timeline/index.h"
#include "core/timeline/transitions.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace cutaway::interchange {

namespace {

using timeline::Sequence;
using timeline::SourceTimings;

/// "Kept" for every clip, transition and marker: what a format says that holds all there is.
ConversionReport allKept(const Sequence& sequence) {
    ConversionReport report;
    const auto keep = [&](const std::string& track, std::int64_t frame, std::string what) {
        report.events.push_back({Fate::Kept,
                                 track,
                                 frame,
                                 timecodeText(sequence.startFrame + frame, sequence.timecode()),
                                 std::move(what),
                                 {}});
    };
    for (const timeline::Marker& marker : sequence.markers)
        keep({}, marker.frame, "marker " + marker.name);
    for (const auto& track : sequence.tracks) {
        const timeline::TrackIndex index(*track);
        for (std::size_t i = 0; i < index.size(); ++i)
            if (track->items[i].clip)
                keep(track->name,
                     timeline::framesOf(*track, {index.start(i), index.end(i)}, sequence.rate).first,
                     track->items[i].clip->name);
        for (const timeline::TransitionPlace& place : timeline::transitionsOf(*track)) {
            const auto frames = timeline::framesOf(*track, place.units(), sequence.rate);
            keep(track->name, frames.first, "transition, " + std::to_string(frames.count()) + " frames");
        }
    }
    return report;
}

Result<ReadFile> readOtioFile(std::string_view text, const MediaFinder& media) {
    CUTAWAY_TRY(ReadResult read, readOtioWith(text, media));
    ConversionReport report = allKept(read.sequence);
    for (const ClipProblem& problem : read.problems)
        for (ConversionEvent& event : report.events)
            if (event.fate == Fate::Kept && event.frame == problem.recordFrame &&
                event.what == problem.clipName) {
                event.fate = Fate::Approximated;
                event.how = "its media is not known; the clip keeps its place";
                break;
            }
    for (const ReadNote& note : read.notes)
        report.events.push_back({note.fate, {}, 0, {}, note.words, {}});
    return ReadFile{std::move(read), std::move(report)};
}

Result<WrittenFile> writeOtioFile(const Sequence& sequence, const SourceTimings& sources,
                                  const MediaLocator&) {
    return WrittenFile{writeOtio(sequence, sources), allKept(sequence)};
}

Result<WrittenFile> writeEdlFile(const Sequence& sequence, const SourceTimings& sources,
                                 const MediaLocator&) {
    return writeEdl(sequence, sources);
}

constexpr std::array table{
    Format{"OpenTimelineIO", "otio", readOtioFile, writeOtioFile},
    Format{"CMX3600 EDL", "edl", readEdl, writeEdlFile},
    Format{"FCP7 XML (Premiere, Resolve)", "xml", readFcp7, writeFcp7},
    Format{"FCPXML (Final Cut, Resolve)", "fcpxml", readFcpxml, writeFcpxml},
    Format{"MLT XML (Shotcut, melt)", "mlt", nullptr, writeMlt},
};

} // namespace

std::span<const Format> formats() {
    return table;
}

const Format* formatOf(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos)
        return nullptr;
    std::string extension(path.substr(dot + 1));
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Format& format) { return format.extension == extension; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace cutaway::interchange
