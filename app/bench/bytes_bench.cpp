#include "app/bench/bytes_bench.h"

#include "app/bench/home_link.h"
#include "app/bench/playback_screen.h"
#include "core/tams/client.h"

#include <thread>

namespace cutaway::bench {

namespace {

using namespace std::chrono_literals;

constexpr double allowedMegabytes = 45;
constexpr int minutes = 60;
constexpr int places = 12;           ///< looked at to find the part
constexpr int looksAtAnEnd = 8;      ///< to place each mark
constexpr std::int64_t seconds = 90; ///< cut out
constexpr auto look = 1s;            ///< a person looks at a picture for so long

/// Where an editor looks who has only the hour: over all of it, then closer and closer to each end.
std::vector<std::int64_t> looks(std::int64_t in, std::int64_t out, std::int64_t all, std::int64_t second) {
    std::vector<std::int64_t> frames;
    for (int i = 0; i < places; ++i)
        frames.push_back(all * (2 * i + 1) / (2 * places));
    for (const std::int64_t end : {in, out})
        for (int i = 0; i < looksAtAnEnd; ++i) {
            const std::int64_t away = (second * 32) >> i; // 32 s, 16 s ... a few frames
            frames.push_back(end + (i % 2 == 0 ? -away : away));
        }
    return frames;
}

} // namespace

Row bytesPerCut(const PlaybackStore& store, const PlaybackMedia& media) {
    Row row;
    row.work = "bytes-per-cut";
    row.unit = "MB";
    row.required = allowedMegabytes;
    const auto hour = store.addAngle(media, minutes);
    auto link = HomeLink::start(store.port(), LinkShape{20ms, 10'000'000});
    if (!hour || !link) {
        row.note = (!hour ? hour.error() : link.error()).message;
        return row;
    }
    const auto access = std::make_shared<playback::TamsMediaAccess>(std::make_shared<tams::TamsClient>(
        std::make_shared<tams::HttpClient>(store.connection((*link)->port()))));
    const std::int64_t second = PlaybackMedia::framesPerSecond;
    const std::int64_t all = media.pace.frames() * minutes;
    const std::int64_t in = all * 5 / 8;
    const std::int64_t out = in + seconds * second;
    std::int64_t found = 0;
    {
        PlaybackScreen screen(access);
        if (!screen.open(*hour, 0).right) {
            row.note = "The clip did not open.";
            return row;
        }
        for (const std::int64_t frame : looks(in, out, all, second)) {
            if (!screen.seek(frame).right) {
                row.note = "A picture was missing or wrong.";
                return row;
            }
            std::this_thread::sleep_for(look); // prefetching while a person looks is part of the cost
        }
        found = (*link)->bytesDown();
        if (!screen.play(in, out, std::chrono::seconds(seconds + 60))) {
            row.note = "The part did not play to its end.";
            return row;
        }
    }
    const auto megabytes = [](std::int64_t bytes) { return static_cast<double>(bytes) / 1e6; };
    row.value = megabytes((*link)->bytesDown());
    row.operations = 1;
    row.note = std::to_string(found / 1'000'000) +
               " MB to find it, the rest to play it; thumbnails included, no sound";
    return row;
}

} // namespace cutaway::bench
