#pragma once

#include "core/interchange/formats.h"

#include <cstdio>
#include <cstdlib>

namespace cutaway::interchange {

/// A source for every id and every name, as the fuzz targets of readers need them.
inline timeline::SourceTiming anySource(const Uuid& id) {
    timeline::SourceTiming timing;
    timing.multiSource = id;
    timing.name = "CAM 1";
    timing.clock = {{36000, 0}, {50, 1}};
    timing.first = timing.clock.originUnit();
    timing.end = timing.first + 1000;
    timing.sounds = 2;
    return timing;
}

inline MediaFinder findsEverything() {
    return {[](const MediaName& name) -> Result<ResolvedMedia> {
                return ResolvedMedia{anySource(name.id), 0};
            },
            [](const ReelName& name) -> Result<timeline::SourceTiming> {
                return anySource(Uuid::named(Uuid(), name.reel + name.clipName));
            }};
}

/// Ends the program when `result` is an error, and says which.
inline void mustBe(const auto& result) {
    if (result)
        return;
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    std::abort();
}

} // namespace cutaway::interchange
