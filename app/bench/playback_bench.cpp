#include "app/bench/playback_bench.h"

#include "app/bench/angles_bench.h"
#include "app/bench/bytes_bench.h"
#include "app/bench/home_link.h"
#include "app/bench/live_bench.h"
#include "app/bench/mpv_peer.h"
#include "app/bench/play_cut_bench.h"
#include "app/bench/playback_screen.h"
#include "app/bench/playback_store.h"
#include "app/bench/scopes_bench.h"
#include "app/bench/scratch_folder.h"
#include "app/bench/standin_bench.h"
#include "core/tams/client.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace cutaway::bench {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int minutes = 10;
constexpr std::int64_t gop = 25;
constexpr std::int64_t frames =
    std::int64_t{minutes} * PlaybackMedia::seconds * PlaybackMedia::framesPerSecond;
constexpr double framesPerSecond = PlaybackMedia::framesPerSecond;

struct Bench {
    const PlaybackOptions& options;
    const ScratchFolder& scratch;
    PlaybackStore& store;
    std::size_t operations() const { return options.quick || options.brief ? 20 : 200; }
};

/// Times of one kind of operation, ours and mpv's.
struct Times {
    std::vector<double> ours;
    std::vector<double> theirs;
    std::size_t wrong = 0; ///< pictures that never came, or were not the ones asked for
    std::string problem;   ///< why it could not be measured
};

Row rowOf(const std::string& work, const Times& times, double ratio, const std::string& note) {
    Row row;
    row.work = work;
    row.unit = "ms";
    row.peer = "mpv";
    row.required = ratio;
    row.requiredIsRatio = true;
    row.note = note;
    if (times.wrong > 0)
        row.note = std::to_string(times.wrong) + " pictures were missing or wrong";
    else if (!times.problem.empty())
        row.note = times.problem;
    else if (!times.ours.empty()) {
        row.value = median(times.ours);
        row.p95 = percentile95(times.ours);
        row.operations = times.ours.size();
    }
    if (!times.theirs.empty())
        row.peerValue = median(times.theirs);
    if (!times.theirs.empty() && times.problem.empty())
        row.note += (row.note.empty() ? "p95 of mpv " : "; p95 of mpv ") +
                    std::to_string(static_cast<int>(percentile95(times.theirs))) + " ms";
    return row;
}

Row unmeasured(const std::string& work, const std::string& unit, const std::string& note) {
    Row row;
    row.work = work;
    row.unit = unit;
    row.note = note;
    return row;
}

/// Frames far from each other, no GOP twice.
std::vector<std::int64_t> farFrames(std::size_t count) {
    std::vector<std::int64_t> gops(frames / gop);
    std::iota(gops.begin(), gops.end(), 0);
    std::mt19937 random(7);
    std::shuffle(gops.begin(), gops.end(), random);
    std::vector<std::int64_t> chosen;
    for (std::size_t i = 0; i < count && i < gops.size(); ++i)
        chosen.push_back(gops[i] * gop + static_cast<std::int64_t>(random() % gop));
    return chosen;
}

struct SeekTimes {
    Times first; ///< exact at any rung
    Times exact; ///< exact at the edit proxy
};

SeekTimes seekCold(Bench& bench, const LinkShape& shape) {
    SeekTimes times;
    const auto fail = [&](const Error& error) {
        times.first.problem = times.exact.problem = error.message + " " + error.detail;
        return times;
    };
    auto ourLink = HomeLink::start(bench.store.port(), shape);
    auto theirLink = HomeLink::start(bench.store.port(), shape);
    if (!ourLink || !theirLink)
        return fail(ourLink ? theirLink.error() : ourLink.error());
    auto access = std::make_shared<playback::TamsMediaAccess>(std::make_shared<tams::TamsClient>(
        std::make_shared<tams::HttpClient>(bench.store.connection((*ourLink)->port()))));
    PlaybackScreen screen(access, bench.options.slow);
    if (!screen.open(bench.store.source(), 0).right)
        return fail({ErrorCategory::Unavailable, "The clip did not open.", {}});
    auto mpv = MpvPeer::start(bench.scratch.path);
    if (!mpv)
        return fail(mpv.error());
    if (auto opened = mpv->open(bench.store.peerWholeUrl((*theirLink)->port())); !opened)
        return fail(opened.error());
    for (const std::int64_t frame : farFrames(bench.operations())) {
        const auto seen = screen.seek(frame);
        if (seen.right) {
            times.first.ours.push_back(seen.anyRung->count());
            times.exact.ours.push_back(seen.fullRung->count());
        } else {
            ++times.first.wrong;
            ++times.exact.wrong;
        }
        const auto theirs = mpv->seek(static_cast<double>(frame) / framesPerSecond);
        if (!theirs)
            return fail(theirs.error());
        times.first.theirs.push_back(theirs->count());
        times.exact.theirs.push_back(theirs->count());
    }
    return times;
}

Times openHome(Bench& bench) {
    Times times;
    const LinkShape shape;
    auto ourLink = HomeLink::start(bench.store.port(), shape);
    auto theirLink = HomeLink::start(bench.store.port(), shape);
    auto mpv = MpvPeer::start(bench.scratch.path);
    if (!ourLink || !theirLink || !mpv) {
        times.problem = mpv ? "The links could not be made." : mpv.error().message;
        return times;
    }
    // As in the editor: a cloud that is connected to, a clip of which nothing is known.
    const auto http = std::make_shared<tams::HttpClient>(bench.store.connection((*ourLink)->port()));
    const auto client = std::make_shared<tams::TamsClient>(http);
    (void)client->service();
    for (std::size_t i = 0; i < bench.operations(); ++i) {
        PlaybackScreen screen(std::make_shared<playback::TamsMediaAccess>(client), bench.options.slow);
        const auto seen = screen.open(bench.store.source(), 0, 1);
        if (seen.right)
            times.ours.push_back(seen.anyRung->count());
        else
            ++times.wrong;
        const auto theirs = mpv->open(bench.store.peerMinuteUrl((*theirLink)->port()));
        if (!theirs) {
            times.problem = theirs.error().message;
            return times;
        }
        times.theirs.push_back(theirs->count());
    }
    return times;
}

Times stepBack(Bench& bench) {
    Times times;
    auto access = std::make_shared<playback::TamsMediaAccess>(std::make_shared<tams::TamsClient>(
        std::make_shared<tams::HttpClient>(bench.store.connection(bench.store.port()))));
    PlaybackScreen screen(access, bench.options.slow);
    auto mpv = MpvPeer::start(bench.scratch.path);
    if (!mpv) {
        times.problem = mpv.error().message;
        return times;
    }
    if (const auto opened = mpv->open((bench.scratch.path / "whole.mp4").string()); !opened) {
        times.problem = opened.error().message;
        return times;
    }
    std::int64_t at = gop;
    bool opened = false;
    for (std::size_t i = 0; i < bench.operations(); ++i, --at) {
        if (at % gop == 0) { // a new GOP: decode it, uncounted
            at += 2 * gop - 1;
            const bool there = opened ? screen.seek(at).right : screen.open(bench.store.source(), at).right;
            opened = true;
            if (!there || !mpv->seek(static_cast<double>(at) / framesPerSecond)) {
                ++times.wrong;
                break;
            }
        }
        const auto seen = screen.seek(at - 1);
        const auto theirs = mpv->stepBack();
        if (seen.right && theirs) {
            times.ours.push_back(seen.fullRung->count());
            times.theirs.push_back(theirs->count());
        } else {
            ++times.wrong;
        }
    }
    return times;
}

/// Every Object of both rungs on disk, as an earlier look at them left it.
Result<std::shared_ptr<playback::DiskCache>> filledDisk(Bench& bench) {
    playback::DiskCache::Options options;
    options.folder = bench.scratch.path / "kept";
    options.store = "bench";
    CUTAWAY_TRY(auto opened, playback::DiskCache::open(std::move(options)));
    const std::shared_ptr<playback::DiskCache> disk = std::move(opened);
    const auto access = std::make_shared<playback::TamsMediaAccess>(std::make_shared<tams::TamsClient>(
        std::make_shared<tams::HttpClient>(bench.store.connection(bench.store.port()))));
    CUTAWAY_TRY(const auto source, access->source(bench.store.source(), {}));
    for (const auto& rung : source.rungs)
        for (std::int64_t unit = 0; unit < frames; unit += PlaybackMedia::framesPerSecond) {
            CUTAWAY_TRY(const auto span,
                        access->pictureSpan(source, rung.flowId, source.firstFrame + unit, {}));
            CUTAWAY_TRY(const auto bytes, access->object(span, {}));
            disk->put(span.objectId, *bytes);
        }
    return disk;
}

Times seekDisk(Bench& bench, const char* peerFile) {
    Times times;
    const auto disk = filledDisk(bench);
    auto mpv = MpvPeer::start(bench.scratch.path);
    if (!disk || !mpv) {
        times.problem = disk ? mpv.error().message : disk.error().message;
        return times;
    }
    auto access = std::make_shared<playback::TamsMediaAccess>(
        std::make_shared<tams::TamsClient>(
            std::make_shared<tams::HttpClient>(bench.store.connection(bench.store.port()))),
        *disk);
    PlaybackScreen screen(access, bench.options.slow);
    if (!screen.open(bench.store.source(), 0).right || !mpv->open((bench.scratch.path / peerFile).string())) {
        times.problem = "The clip did not open.";
        return times;
    }
    for (const std::int64_t frame : farFrames(bench.operations())) {
        const auto seen = screen.seek(frame);
        const auto theirs = mpv->seek(static_cast<double>(frame) / framesPerSecond);
        if (seen.right && theirs) {
            times.ours.push_back(seen.fullRung->count());
            times.theirs.push_back(theirs->count());
        } else {
            ++times.wrong;
        }
    }
    return times;
}

Row stepBackRow(const Times& times) {
    Row row = rowOf("step-back", times, 0, "from command to picture");
    row.required = 2;
    row.requiredIsRatio = false;
    return row;
}

} // namespace

std::vector<Row> playback(const PlaybackOptions& options) {
    const ScratchFolder scratch("playback");
    const auto wants = [&](const std::string& work) {
        return options.brief ? work == "step-back" : options.only.empty() || options.only == work;
    };
    std::vector<Row> rows;
    const fs::path made = options.media.empty() ? scratch.path / "media" : options.media;
    const auto media = PlaybackMedia::make(made, options.brief ? paceBrief : pace50);
    if (!media)
        return {unmeasured("playback", "ms", media.error().message + " " + media.error().detail)};
    auto store = PlaybackStore::start(scratch.path, options.binaries, *media, options.brief ? 1 : minutes);
    if (!store)
        return {unmeasured("playback", "ms", store.error().message + " " + store.error().detail)};
    Bench bench{options, scratch, *store};

    const auto seeks = [&](const std::string& work, const LinkShape& shape, const std::string& note) {
        if (!wants(work) && !wants(work + "-first"))
            return;
        const SeekTimes times = seekCold(bench, shape);
        rows.push_back(rowOf(work, times.exact, 0.6, note));
        rows.push_back(rowOf(work + "-first", times.first, 0.4, "exact at any rung"));
    };
    seeks("seek-cold-home", {20ms, 10'000'000}, "40 ms, 10 Mb/s");
    seeks("seek-cold-far", {75ms, 4'000'000}, "150 ms, 4 Mb/s");
    if (wants("seek-disk"))
        rows.push_back(rowOf("seek-disk", seekDisk(bench, "whole.mp4"), 0.9,
                             "encrypted on disk, GOP not decoded; mpv's file is coded as our proxy is"));
    if (wants("seek-disk-8bit")) {
        Row row = rowOf("seek-disk-8bit", seekDisk(bench, "whole-8bit.mp4"), 0.9,
                        "the same beside an easier file: mpv's has 8 bits, our proxy 10");
        row.required.reset();
        rows.push_back(std::move(row));
    }
    if (wants("step-back"))
        rows.push_back(stepBackRow(stepBack(bench)));
    if (wants("open-home"))
        rows.push_back(rowOf("open-home", openHome(bench), 0.5, "first exact picture; 40 ms, 10 Mb/s"));
    const int cuts = options.quick ? 10 : 100;
    if (wants("play-cut"))
        rows.push_back(playCut(*store, *media, {20ms, 10'000'000}, cuts));
    if (wants("play-cut-5994")) {
        const auto other = PlaybackMedia::make(made, pace5994);
        rows.push_back(other ? playCut(*store, *other, {20ms, 10'000'000}, cuts)
                             : unmeasured("play-cut-5994", "pictures", other.error().message));
    }
    if (wants("play-dissolve"))
        rows.push_back(playCut(*store, *media, {20ms, 10'000'000}, cuts, 6));
    if (wants("scopes"))
        rows.push_back(scopesWhilePlaying(*store, *media, options.quick ? 5 : 20));
    if (wants("seek-standin"))
        rows.push_back(seekStandIn(*store, farFrames(bench.operations())));
    if (wants("bytes-per-cut"))
        rows.push_back(bytesPerCut(*store, *media));
    if (wants("play-angles") || wants("play-angles-sound"))
        for (Row& row : playAngles(*store, *media, {20ms, 10'000'000}, options.quick ? 10 : 50))
            rows.push_back(std::move(row));
    if (wants("live-edge"))
        rows.push_back(liveEdge(*store, *media, {20ms, 10'000'000}, options.quick ? 20 : 200));
    return rows;
}

} // namespace cutaway::bench
