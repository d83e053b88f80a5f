#pragma once

#include "core/playback/picture_loader.h"
#include "core/timeline/sequence.h"

#include <vector>

namespace cutaway::playback {

/// Puts what will be shown into the order in which it is best loaded: each clip's pictures in one run, so
/// that one decoder goes through them, though in a transition two clips are shown by turns. Runs are in the
/// order of their first pictures.
class WantRuns {
public:
    /// `at` counts what is shown: a clip goes on with its run when it was in it at the count before. A
    /// picture that is held is wanted once.
    void add(const PictureWant& want, const timeline::Clip* clip, std::int64_t at);
    std::vector<PictureWant> take();

private:
    struct Run {
        const timeline::Clip* clip = nullptr;
        std::int64_t last = 0;
        std::vector<PictureWant> wants;
    };
    std::vector<Run> m_runs;
};

} // namespace cutaway::playback
