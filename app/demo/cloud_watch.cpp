#include "app/demo/cloud_watch.h"

namespace cutaway {

CloudWatch::CloudWatch(const catalogue::CloudClient& cloud)
    : m_cloud(cloud)
    , m_stream(
          cloud.http(), [this](const catalogue::StreamEvent& event) { hear(event); },
          [this](catalogue::LinkState state, const std::string&) {
              if (state != catalogue::LinkState::Connected)
                  hearPlaying(false);
              lookAgain();
          },
          catalogue::EventStream::Listener::Background) {}

void CloudWatch::hear(const catalogue::StreamEvent& event) {
    if (event.type == "playing" && event.data.is_object())
        hearPlaying(event.data.value("playing", tams::Json()) == true);
    if (event.type == "reset")
        hearPlaying(false); // what was missed is asked again with the next report
    const auto job = event.type == "job" ? catalogue::jobFromJson(event.data) : Error{};
    if (event.type == "reset" || (job && job->isOver()))
        lookAgain();
}

std::int64_t CloudWatch::heard() const {
    const std::lock_guard lock(m_mutex);
    return m_heard;
}

void CloudWatch::answered(bool playing, std::int64_t heardBefore) {
    const std::lock_guard lock(m_mutex);
    if (m_heard == heardBefore)
        m_playing = playing;
}

void CloudWatch::waitForSilence(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, std::move(stop), [this] { return !m_playing; });
}

Result<void> CloudWatch::waitForJobs(std::vector<Uuid> jobs, std::stop_token stop) {
    lookAgain();
    while (!jobs.empty()) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_look; }))
                return Error{ErrorCategory::Cancelled, "Waiting was stopped.", {}};
            m_look = false;
        }
        while (!jobs.empty()) {
            const auto job = m_cloud.job(jobs.back(), stop);
            if (!job && job.error().category != ErrorCategory::NotFound)
                return job.error();
            if (job && !job->isOver())
                break;
            jobs.pop_back();
        }
    }
    return {};
}

void CloudWatch::hearPlaying(bool playing) {
    const std::lock_guard lock(m_mutex);
    ++m_heard;
    m_playing = playing;
    m_changed.notify_all();
}

void CloudWatch::lookAgain() {
    const std::lock_guard lock(m_mutex);
    m_look = true;
    m_changed.notify_all();
}

} // namespace cutaway
