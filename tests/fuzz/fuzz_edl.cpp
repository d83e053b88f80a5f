#include "core/interchange/edl_reader.h"
#include "core/interchange/edl_writer.h"
#include "core/timeline/invariants.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace cutaway;
using namespace cutaway::interchange;

/// The entry of libFuzzer: any bytes are read without a crash, with and without media; what was read is a
/// proper sequence, and what is written of it can be read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto source = [](const Uuid& id) {
        timeline::SourceTiming timing;
        timing.multiSource = id;
        timing.name = "CAM 1";
        timing.clock = {{36000, 0}, {50, 1}};
        timing.first = timing.clock.originUnit();
        timing.end = timing.first + 1000;
        timing.sounds = 2;
        return timing;
    };
    const MediaFinder known{[&](const MediaName& name) -> Result<ResolvedMedia> {
                                return ResolvedMedia{source(name.id), 0};
                            },
                            [&](const ReelName& name) -> Result<timeline::SourceTiming> {
                                return source(Uuid::named(Uuid(), name.reel));
                            }};
    for (const MediaFinder& media : {known, MediaFinder{}}) {
        const auto read = readEdl({reinterpret_cast<const char*>(data), size}, media);
        if (!read)
            continue;
        if (!timeline::checkInvariants(read->read.sequence))
            std::abort();
        const auto written = writeEdl(read->read.sequence, read->read.sources);
        if (written && !written->text.empty() && read->read.sequence.durationFrames() > 0 &&
            !readEdl(written->text, media))
            std::abort();
    }
    return 0;
}
