#include "fuzz_media_finder.h"

#include "core/interchange/fcp7_reader.h"
#include "core/interchange/fcp7_writer.h"
#include "core/interchange/mlt_writer.h"
#include "core/timeline/invariants.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace cutaway;
using namespace cutaway::interchange;

/// The entry of libFuzzer: any bytes are read without a crash, with and without media; what was read is a
/// proper sequence, and what is written of it can be read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const MediaFinder& media : {findsEverything(), MediaFinder{}}) {
        const auto read = readFcp7({reinterpret_cast<const char*>(data), size}, media);
        if (!read)
            continue;
        mustBe(timeline::checkInvariants(read->read.sequence));
        const auto written = writeFcp7(read->read.sequence, read->read.sources);
        mustBe(written);
        mustBe(readFcp7(written->text, media));
        mustBe(writeMlt(read->read.sequence, read->read.sources, {}));
    }
    return 0;
}
