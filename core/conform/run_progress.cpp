#include "core/conform/run_progress.h"

#include "core/media/jpeg.h"

#include <algorithm>

namespace cutaway::conform {

namespace {

using namespace std::chrono_literals;

// Reading back decodes and does not encode: about an eighth of the time of a run.
constexpr int renderedPercent = 87;
constexpr int assembledPercent = 88;
constexpr int previewWidth = 640;

} // namespace

RunProgress::RunProgress(const RunCallbacks& callbacks, std::int64_t frames, std::size_t files)
    : m_callbacks(callbacks)
    , m_frames(std::max<std::int64_t>(frames, 1))
    , m_files(std::max<std::size_t>(files, 1)) {}

void RunProgress::report(const char* stage, int percent, std::int64_t framesDone, bool now) {
    const auto time = Clock::now();
    if (!m_callbacks.progress || (!now && time - m_reported < 250ms))
        return;
    m_reported = time;
    Progress progress{stage, percent, std::nullopt, framesDone};
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(time - m_started).count();
    if (percent >= 2 && elapsed > 1000)
        progress.secondsLeft = (elapsed * (100 - percent) / percent + 999) / 1000;
    m_callbacks.progress(progress);
}

void RunProgress::rendered(std::int64_t frames, const media::VideoFramePtr& last) {
    const bool first = m_done == 0 && frames > 0;
    m_done = frames;
    report("rendering", static_cast<int>(frames * renderedPercent / m_frames), frames, first);
    const auto time = Clock::now();
    if (!m_callbacks.preview || !last || frames == m_previewedFrames ||
        (time - m_previewed < 2s && frames < m_frames))
        return;
    m_previewed = time;
    m_previewedFrames = frames;
    if (auto jpeg = media::encodeJpeg(last, previewWidth))
        m_callbacks.preview(*jpeg);
}

void RunProgress::assembling() {
    report("assembling", renderedPercent, m_frames, true);
}

void RunProgress::checking(std::size_t file, std::int64_t frames) {
    const std::int64_t all = m_frames * static_cast<std::int64_t>(m_files);
    const std::int64_t done = std::min(m_frames * static_cast<std::int64_t>(file) + frames, all);
    report("checking", assembledPercent + static_cast<int>(done * (99 - assembledPercent) / all), m_frames,
           frames == 0);
}

} // namespace cutaway::conform
