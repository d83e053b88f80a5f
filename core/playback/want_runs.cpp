#include "core/playback/want_runs.h"

#include <algorithm>
#include <utility>

namespace cutaway::playback {

void WantRuns::add(const PictureWant& want, const timeline::Clip* clip, std::int64_t at) {
    auto run = std::find_if(m_runs.rbegin(), m_runs.rend(),
                            [&](const Run& r) { return r.clip == clip && at - r.last <= 1; });
    if (run == m_runs.rend()) {
        m_runs.push_back({clip, at, {}});
        run = m_runs.rbegin();
    }
    run->last = at;
    if (!run->wants.empty() && run->wants.back() == want)
        return; // slower than normal, or held: the same picture again
    run->wants.push_back(want);
}

std::vector<PictureWant> WantRuns::take() {
    if (m_runs.empty())
        return {};
    auto wants = std::move(m_runs.front().wants);
    for (auto run = m_runs.begin() + 1; run != m_runs.end(); ++run)
        wants.insert(wants.end(), run->wants.begin(), run->wants.end());
    m_runs.clear();
    return wants;
}

} // namespace cutaway::playback
