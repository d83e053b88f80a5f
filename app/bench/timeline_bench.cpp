#include "app/bench/timeline_bench.h"

#include "app/bench/scratch_folder.h"
#include "core/interchange/otio_reader.h"
#include "core/interchange/otio_writer.h"
#include "core/timeline/editor_session.h"
#include "core/timeline/serialise.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QImage>

#include <chrono>
#include <cmath>
#include <functional>
#include <map>
#include <random>

namespace cutaway::bench {

namespace {

using namespace cutaway::timeline;
using Clock = std::chrono::steady_clock;

constexpr FrameRate rate{50, 1};
constexpr int trackPairs = 10; ///< as many picture as sound tracks
constexpr int small = 200;
constexpr int usual = 2'000;
constexpr int large = 20'000;
constexpr int angles = 9;

SourceTiming angle(int number) {
    SourceTiming source;
    source.multiSource = Uuid::named(Uuid(), "bench angle " + std::to_string(number));
    source.name = "CAM " + std::to_string(number);
    source.clock = {{36000, 0}, rate};
    source.first = source.clock.originUnit();
    source.end = source.first + 3600 * 50;
    source.angle = number;
    source.sounds = 1;
    return source;
}

SourceTimings sources() {
    SourceTimings all;
    for (int number = 1; number <= angles; ++number)
        all.emplace(angle(number).multiSource, angle(number));
    return all;
}

/// `clips` in all, half of them pictures with their sound on the track of the same number.
Sequence sequenceOf(int clips) {
    std::mt19937 random(20260711);
    Sequence sequence = emptySequence("Bench", rate, false);
    const Track video = *sequence.tracks[0];
    const Track audio = *sequence.tracks[1];
    sequence.tracks.clear();
    std::vector<Track> pictures(trackPairs, video);
    std::vector<Track> sounds(trackPairs, audio);
    for (int t = 0; t < trackPairs; ++t) {
        Track& picture = pictures[static_cast<std::size_t>(t)];
        Track& sound = sounds[static_cast<std::size_t>(t)];
        picture.id = Uuid::random();
        sound.id = Uuid::random();
        picture.name = "V" + std::to_string(t + 1);
        sound.name = "A" + std::to_string(t + 1);
        picture.targeted = sound.targeted = t == 0;
        for (int i = 0; i < clips / (2 * trackPairs); ++i) {
            const SourceTiming source = angle(1 + static_cast<int>(random() % angles));
            const std::int64_t frames = 20 + static_cast<std::int64_t>(random() % 100);
            Clip clip;
            clip.id = Uuid::random();
            clip.name = source.name;
            clip.media.sourceId = source.multiSource;
            clip.mediaRate = rate;
            clip.in = source.first + 1000 + static_cast<std::int64_t>(random() % 100'000);
            clip.duration = frames;
            clip.linkGroup = Uuid::random();
            clip.angle = source.angle;
            Clip heard = clip;
            heard.id = Uuid::random();
            heard.mediaRate = sampleRate48k;
            heard.in = source.clock.sampleAtFrame(clip.in);
            heard.duration = samplesAtFrame(frames, rate);
            picture.items.push_back(Item::of(std::move(clip)));
            sound.items.push_back(Item::of(std::move(heard)));
        }
    }
    for (auto* tracks : {&pictures, &sounds})
        for (Track& track : *tracks)
            sequence.tracks.push_back(std::make_shared<const Track>(std::move(track)));
    return sequence;
}

double milliseconds(const std::function<void()>& work) {
    const auto begin = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Times by work and number of clips; what was refused is in `problems`.
struct Measured {
    std::map<std::string, std::map<int, std::vector<double>>> times;
    std::map<std::string, std::string> problems;

    void note(const std::string& work, const Result<void>& done) {
        if (!done)
            problems[work] = done.error().message;
    }
};

EditorSession sessionOf(const Sequence& sequence, std::optional<Journal> journal = {}) {
    EditorSession session(History(std::make_shared<const Sequence>(sequence)), std::move(journal));
    for (const auto& [id, source] : sources())
        session.know(source);
    session.onChanged([](Aspect) {});
    return session;
}

void measureEdits(Measured& measured, int clips, const Sequence& sequence, const std::string& suffix,
                  EditorSession session, int rounds) {
    std::mt19937_64 random(7);
    const auto timed = [&](const std::string& work, const auto& edit) {
        measured.times[work + suffix][clips].push_back(
            milliseconds([&] { measured.note(work + suffix, edit()); }));
        measured.times["undo" + suffix][clips].push_back(
            milliseconds([&] { measured.note("undo" + suffix, session.undo()); }));
    };
    const std::int64_t length = sequence.durationFrames();
    for (int round = 0; round < rounds; ++round) {
        const auto frame = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(length));
        const SourceTiming source = angle(1 + round % angles);
        const MarkedRange range{source, source.first + 100, source.first + 150};
        session.setPlayhead(frame);
        timed("insert", [&] { return session.place(range, frame, true); });
        timed("overwrite", [&] { return session.place(range, frame, false); });
        timed("razor", [&] { return session.razor(true); });
        timed("extract", [&]() -> Result<void> {
            session.setMarks(frame, frame + 10);
            return session.extract();
        });
        if (const auto place = clipAt(*session.sequence(), 0, frame)) {
            session.select({place->clip->id});
            timed("move", [&] { return session.nudge(7); });
            session.setEditPoint(EdgeHandle{place->clip->id, Edge::Tail, TrimMode::Ripple, true});
            timed("ripple trim", [&]() -> Result<void> {
                const auto moved = session.trimBy(3);
                return moved ? Result<void>() : Result<void>(moved.error());
            });
        }
    }
}

void measureOpening(Measured& measured, int clips, const Sequence& sequence) {
    const std::string stored = sequenceText(sequence);
    const std::string otio = interchange::writeOtio(sequence, sources());
    const SourceTimings known = sources();
    const auto resolve = [&](const interchange::MediaName& name) -> Result<interchange::ResolvedMedia> {
        if (const auto found = known.find(name.id); found != known.end())
            return interchange::ResolvedMedia{found->second, 0};
        return Error{ErrorCategory::NotFound, "There is no such angle.", {}};
    };
    for (int round = 0; round < 5; ++round) {
        measured.times["open from the local store"][clips].push_back(milliseconds([&] {
            if (const auto read = parseSequence(stored); !read || **read != sequence)
                measured.problems["open from the local store"] = "It was not read as it was written.";
        }));
        measured.times["open from OTIO"][clips].push_back(milliseconds([&] {
            if (const auto read = interchange::readOtio(otio, resolve); !read || read->sequence != sequence)
                measured.problems["open from OTIO"] = "It was not read as it was written.";
        }));
    }
}

void measurePainting(Measured& measured, int clips, const Sequence& sequence) {
    ui::SessionLink link;
    ui::TimelineView view(link);
    view.resize(1920, 720);
    link.open(std::make_unique<EditorSession>(sessionOf(sequence)));
    QImage screen(1920, 720, QImage::Format_ARGB32_Premultiplied);
    const auto paint = [&](const std::string& work) {
        view.render(&screen); // the first one makes fonts and layouts
        for (int round = 0; round < 30; ++round)
            measured.times[work][clips].push_back(milliseconds([&] { view.render(&screen); }));
    };
    view.zoomFit();
    paint("paint, all of it");
    for (int i = 0; i < 200 && view.scale().widthOf(500) < 1700; ++i)
        view.zoomIn();
    paint("paint, ten seconds of it");
}

Row limitRow(const Measured& measured, const std::string& work, std::optional<double> limit) {
    Row row;
    row.work = work + ", 2,000 clips";
    row.unit = "ms";
    row.required = limit;
    const auto found = measured.times.find(work);
    if (const auto problem = measured.problems.find(work); problem != measured.problems.end())
        row.note = problem->second;
    else if (found != measured.times.end() && found->second.contains(usual)) {
        const auto& times = found->second.at(usual);
        row.value = percentile95(times);
        row.p95 = *row.value;
        row.operations = times.size();
        row.note = "the value is the p95; median " + std::to_string(median(times)).substr(0, 6);
        for (const auto& [clips, others] : found->second)
            row.note += ", " + std::to_string(clips) + ": " + std::to_string(median(others)).substr(0, 6);
    }
    return row;
}

Row growthRow(const Measured& measured, const std::string& work) {
    Row row;
    row.work = "growth of " + work + ", 2,000 to 20,000";
    row.unit = "times";
    row.required = 10 * std::log(large) / std::log(usual);
    const auto found = measured.times.find(work);
    if (found == measured.times.end() || measured.problems.contains(work))
        return row;
    row.operations = found->second.at(large).size();
    row.value = median(found->second.at(large)) / median(found->second.at(usual));
    return row;
}

} // namespace

std::vector<Row> timelineEditing() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "cutaway-bench";
    char* argv[] = {name, nullptr};
    QApplication application(argc, argv);
    ui::theme::apply(application);
    const ScratchFolder scratch("timeline");
    Measured measured;
    for (const int clips : {small, usual, large}) {
        const Sequence sequence = sequenceOf(clips);
        const int rounds = clips == large ? 20 : 100;
        measureEdits(measured, clips, sequence, "", sessionOf(sequence), rounds);
        if (auto journal = Journal::create(scratch.path / ("journal" + std::to_string(clips)), sequence, ""))
            measureEdits(measured, clips, sequence, " with its journal",
                         sessionOf(sequence, std::move(*journal)), rounds / 5);
        measureOpening(measured, clips, sequence);
        measurePainting(measured, clips, sequence);
    }
    std::vector<Row> rows;
    const std::vector<std::string> edits{"insert", "overwrite",   "razor", "extract",
                                         "move",   "ripple trim", "undo"};
    for (const std::string& work : edits)
        rows.push_back(limitRow(measured, work, 1.0));
    rows.push_back(limitRow(measured, "open from the local store", 300.0));
    rows.push_back(limitRow(measured, "open from OTIO", 1500.0));
    rows.push_back(limitRow(measured, "paint, all of it", 8.0));
    rows.push_back(limitRow(measured, "paint, ten seconds of it", 8.0));
    rows.push_back(limitRow(measured, "insert with its journal", {}));
    std::vector<std::string> growing = edits;
    growing.insert(growing.end(), {"open from the local store", "open from OTIO", "paint, all of it",
                                   "paint, ten seconds of it"});
    for (const std::string& work : growing)
        rows.push_back(growthRow(measured, work));
    return rows;
}

} // namespace cutaway::bench
