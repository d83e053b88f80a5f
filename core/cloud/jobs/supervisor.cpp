#include "core/cloud/jobs/supervisor.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/jobs/job_outputs.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/jobs/worker.h"
#include "core/cloud/store/database.h"
#include "core/cloud/stream/event_bus.h"

#include <algorithm>

namespace cutaway::cloud {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto progressInterval = std::chrono::milliseconds(200);

} // namespace

JobSupervisor::JobSupervisor(Services& services, Options options)
    : m_services(services)
    , m_options(std::move(options))
    , m_playing(m_options.playingHolds) {}

JobSupervisor::~JobSupervisor() {
    stop();
}

Result<void> JobSupervisor::start(std::string url) {
    m_url = std::move(url);
    const auto requeued = m_services.database.write([](Connection& store) -> Result<void> {
        for (const JobRecord& job : unfinishedJobs(store))
            requeueJob(store, job.id);
        return {};
    });
    if (!requeued)
        return requeued.error();
    std::error_code ignored; // what a killed worker left behind
    std::filesystem::remove_all(m_options.scratchFolder, ignored);
    m_changed = true;
    m_thread = std::jthread([this] { schedule(m_end.get_token()); });
    return {};
}

void JobSupervisor::stop() {
    if (!m_thread.joinable())
        return;
    m_end.request_stop();
    m_thread.join();
}

void JobSupervisor::jobsChanged() {
    const std::lock_guard lock(m_mutex);
    m_changed = true;
    m_wake.notify_all();
}

bool JobSupervisor::busy() const {
    const std::lock_guard lock(m_mutex);
    return m_busy || m_changed;
}

bool JobSupervisor::playing() const {
    const std::lock_guard lock(m_mutex);
    return m_playing.until(Clock::now()).has_value();
}

void JobSupervisor::setPlaying(const Uuid& client, bool playing) {
    const std::lock_guard lock(m_mutex);
    m_playing.say(client, playing, Clock::now());
    m_changed = true;
    m_wake.notify_all();
}

bool JobSupervisor::reportProgress(const Uuid& id, std::string stage, double percent,
                                   std::optional<std::int64_t> secondsLeft) {
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_live.find(id);
        if (found == m_live.end() || found->second.over)
            return false;
        Live& live = found->second;
        const bool newStage = live.progress.stage != stage;
        live.progress.stage = std::move(stage);
        live.progress.percent = percent;
        live.progress.secondsLeft = secondsLeft;
        if (!newStage && Clock::now() - live.published < progressInterval)
            return true;
        live.published = Clock::now();
    }
    publish(id);
    return true;
}

void JobSupervisor::reportPlayable(const JobRecord& job) {
    if (const auto kind = m_kinds.find(job.type); kind != m_kinds.end() && kind->second.playable)
        kind->second.playable(job);
}

bool JobSupervisor::keepPreview(const Uuid& id, std::string jpeg) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_live.find(id);
    if (found == m_live.end() || found->second.over)
        return false;
    found->second.preview = std::make_shared<const std::string>(std::move(jpeg));
    ++found->second.progress.previews;
    return true;
}

Result<std::shared_ptr<const std::string>> JobSupervisor::preview(const Uuid& id) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_live.find(id);
    if (found == m_live.end() || !found->second.preview)
        return Error{ErrorCategory::NotFound, "This job has no picture yet.", {}};
    return found->second.preview;
}

JobProgress JobSupervisor::progressOf(const Uuid& id) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_live.find(id);
    return found == m_live.end() ? JobProgress{} : found->second.progress;
}

void JobSupervisor::publish(const Uuid& id) {
    const auto job = m_services.database.read(
        [&](Connection& store) -> Result<std::optional<JobRecord>> { return findJob(store, id); });
    if (job && *job)
        m_services.events.publish("job", jobJson(**job, progressOf(id)), (*job)->workspace);
}

Result<bool> JobSupervisor::end(const Uuid& id, JobState state, const json& error, json result) {
    std::optional<JobRecord> job;
    const auto ended = m_services.database.write([&](Connection& store) -> Result<bool> {
        job = findJob(store, id);
        if (!job)
            return Error{ErrorCategory::NotFound, "There is no such job.", {}};
        if (isOver(job->state))
            return false;
        const auto kind = m_kinds.find(job->type);
        if (state == JobState::Delivered && kind != m_kinds.end() && kind->second.delivered)
            CUTAWAY_CHECK(kind->second.delivered(store, *job, result));
        if (!endJob(store, id, state, error, result))
            return false;
        if (state != JobState::Delivered)
            dropOutputs(store, id);
        if (kind != m_kinds.end() && kind->second.ended)
            kind->second.ended(store, *job, state);
        return true;
    });
    if (!ended || !*ended)
        return ended;
    {
        const std::lock_guard lock(m_mutex);
        m_live[id].over = true;
        m_ended.emplace_back(*job, state);
    }
    m_services.authority.revokeJobToken(id); // what its worker still sends is refused
    publish(id);
    jobsChanged(); // the worker goes, the next job comes
    return true;
}

void JobSupervisor::workerEnded(const Uuid& id, const std::string& how, const std::string& log) {
    m_services.authority.revokeJobToken(id);
    if (m_end.stop_requested())
        return; // the next start of the server runs it again
    bool exhausted = false;
    const auto looked = m_services.database.write([&](Connection& store) -> Result<void> {
        const auto job = findJob(store, id);
        exhausted = job && job->state == JobState::Running && job->attempt >= m_options.maxAttempts;
        if (!exhausted)
            requeueJob(store, id); // changes nothing when the job is over
        return {};
    });
    if (exhausted) {
        const json error = {{"type", "internal"},
                            {"summary", "The work ended unexpectedly " +
                                            std::to_string(m_options.maxAttempts) + " times (" + how +
                                            "). The media may be damaged."},
                            {"detail", log}};
        [[maybe_unused]] const auto ended = end(id, JobState::Failed, error, {});
    } else if (looked) {
        publish(id);
    }
}

} // namespace cutaway::cloud
