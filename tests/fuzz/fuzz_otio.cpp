#include "core/interchange/otio_reader.h"
#include "core/interchange/otio_writer.h"
#include "core/timeline/invariants.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace cutaway;
using namespace cutaway::interchange;

/// The entry of libFuzzer: any bytes are read without a crash, and what was read is a proper sequence that
/// can be written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const MediaResolver resolve = [](const MediaName& name) -> Result<ResolvedMedia> {
        if (name.kind == MediaName::Kind::Flow && !name.host.empty())
            return Error{ErrorCategory::NotFound, "There is no such angle here.", {}};
        timeline::SourceTiming source;
        source.multiSource = name.id;
        source.name = "CAM 1";
        source.clock = {{36000, 0}, {50, 1}};
        source.first = source.clock.originUnit();
        source.end = source.first + 1000;
        source.sounds = 2;
        return ResolvedMedia{source, 0};
    };
    const auto read = readOtio({reinterpret_cast<const char*>(data), size}, resolve);
    if (!read)
        return 0;
    if (!timeline::checkInvariants(read->sequence))
        std::abort();
    const std::string written = writeOtio(read->sequence, read->sources);
    const auto again = readOtio(written, resolve);
    if (!again || writeOtio(again->sequence, again->sources) != written)
        std::abort();
    return 0;
}
