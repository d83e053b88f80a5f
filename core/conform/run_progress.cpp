#include "core/conform/run_progress.h"

#include "core/media/jpeg.h"

#include <algorithm>
#include <numeric>

namespace cutaway::conform {

namespace {

using namespace std::chrono_literals;

constexpr int previewWidth = 640;

} // namespace

RunProgress::RunProgress(const RunCallbacks& callbacks, std::int64_t frames,
                         const std::vector<Profile>& profiles)
    : m_callbacks(callbacks)
    , m_frames(std::max<std::int64_t>(frames, 1))
    , m_cost(costPerFrame(profiles))
    , m_whole(m_frames * std::accumulate(m_cost.check.begin(), m_cost.check.end(),
                                         std::max<std::int64_t>(m_cost.render, 1))) {}

void RunProgress::report(const char* stage, std::int64_t spent, std::int64_t framesDone, bool now) {
    const auto time = Clock::now();
    if (!m_callbacks.progress || (!now && time - m_reported < 250ms))
        return;
    m_reported = time;
    // 100 is for the job that is over, its file sent.
    Progress progress{stage, static_cast<int>(std::min<std::int64_t>(spent * 100 / m_whole, 99)),
                      std::nullopt, framesDone};
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(time - m_started).count();
    if (spent * 100 >= m_whole && elapsed > 1000)
        progress.secondsLeft = (elapsed * (m_whole - spent) / spent + 999) / 1000;
    m_callbacks.progress(progress);
}

void RunProgress::rendered(std::int64_t frames, const media::VideoFramePtr& last) {
    const bool first = m_done == 0 && frames > 0;
    m_done = frames;
    report("rendering", frames * m_cost.render, frames, first);
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
    report("assembling", m_frames * m_cost.render, m_frames, true);
}

void RunProgress::checking(std::size_t file, std::int64_t frames) {
    std::int64_t spent = m_frames * m_cost.render;
    for (std::size_t i = 0; i < file; ++i)
        spent += m_frames * m_cost.check[i];
    spent += std::min(frames, m_frames) * m_cost.check[file];
    report("checking", spent, m_frames, frames == 0);
}

} // namespace cutaway::conform
