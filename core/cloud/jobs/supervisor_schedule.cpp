#include "core/cloud/jobs/supervisor.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/jobs/worker.h"
#include "core/cloud/store/database.h"
#include "core/cloud/stream/event_bus.h"

#include <algorithm>
#include <iterator>

namespace cutaway::cloud {

using Clock = std::chrono::steady_clock;

namespace {

constexpr std::size_t keptProgress = 64;

ScheduledJob::Phase phaseOf(const Worker* worker) {
    if (!worker)
        return ScheduledJob::Phase::Waiting;
    return worker->isPaused() ? ScheduledJob::Phase::Paused : ScheduledJob::Phase::Working;
}

bool isLive(const JobRecord& job) {
    return job.work.is_object() && job.work.value("realtime", false);
}

} // namespace

void JobSupervisor::schedule(std::stop_token stop) {
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            const auto changed = [&] { return m_changed; };
            auto until = m_playing.until(Clock::now());
            if (!until && m_saidPlaying)
                m_changed = true; // they fell silent while we were busy
            if (m_lookAgain)
                until = std::min(until.value_or(*m_lookAgain), *m_lookAgain);
            if (until)
                m_wake.wait_until(lock, stop, *until, changed);
            else
                m_wake.wait(lock, stop, changed);
            if (stop.stop_requested())
                break;
            m_changed = false;
            m_busy = true; // until step() has looked
        }
        announcePlaying();
        const bool busy = step();
        {
            const std::lock_guard lock(m_mutex);
            m_busy = busy;
        }
        if (m_options.onBusyChanged)
            m_options.onBusyChanged();
    }
    m_workers.clear();
}

void JobSupervisor::announcePlaying() {
    const bool now = playing();
    if (now == m_saidPlaying)
        return;
    m_saidPlaying = now;
    m_services.events.publish("playing", {{"playing", now}}, m_services.authority.workspace());
}

void JobSupervisor::storeRefused() {
    m_lookAgain = Clock::now() + m_options.storeRetry;
}

bool JobSupervisor::takeBack(const Uuid& id) {
    const auto queued =
        m_services.database.write([&](Connection& store) -> Result<bool> { return requeueJob(store, id); });
    if (!queued)
        storeRefused();
    return queued.ok();
}

bool JobSupervisor::step() {
    m_lookAgain.reset();
    reap();
    const auto listed = m_services.database.read(
        [](Connection& store) -> Result<std::vector<JobRecord>> { return unfinishedJobs(store); });
    if (!listed) {
        storeRefused();
        return true; // change nothing, and do not let an embedded server end
    }
    std::map<Uuid, JobRecord> jobs;
    std::vector<ScheduledJob> candidates;
    bool busy = false;
    for (const JobRecord& job : *listed) {
        const auto worker = m_workers.find(job.id);
        const auto phase = phaseOf(worker == m_workers.end() ? nullptr : worker->second.get());
        busy = busy || !job.held;
        // Running without a worker: that it was lost could not be written when it was.
        if (job.state == JobState::Running && phase == ScheduledJob::Phase::Waiting && !takeBack(job.id))
            continue;
        candidates.push_back({job.id, job.priority, job.order, phase, job.held, isLive(job)});
        jobs.emplace(job.id, job);
    }
    for (const auto& [id, worker] : m_workers)
        if (!jobs.contains(id))
            worker->kill(); // its job is over
    const ScheduleRules rules{m_options.slots, m_saidPlaying};
    {
        const std::lock_guard lock(m_mutex);
        if (m_live.size() > keptProgress)
            std::erase_if(m_live, [&](const auto& live) { return !jobs.contains(live.first); });
    }
    applyStep(scheduleJobs(candidates, rules), jobs);
    settleEnded();
    return busy || !m_workers.empty();
}

void JobSupervisor::applyStep(const ScheduleStep& step, const std::map<Uuid, JobRecord>& jobs) {
    const auto setPaused = [&](const Uuid& id, bool paused) {
        {
            const std::lock_guard lock(m_mutex);
            m_live[id].progress.paused = paused;
        }
        publish(id);
    };
    for (const Uuid& id : step.pause) {
        m_workers.at(id)->pause();
        setPaused(id, true);
    }
    for (const Uuid& id : step.resume) {
        m_workers.at(id)->resume();
        setPaused(id, false);
    }
    for (const Uuid& id : step.start)
        startWorker(jobs.at(id));
}

void JobSupervisor::settleEnded() {
    std::vector<std::pair<JobRecord, JobState>> ended;
    {
        const std::lock_guard lock(m_mutex);
        const auto still = std::partition(m_ended.begin(), m_ended.end(), [&](const auto& each) {
            return m_workers.contains(each.first.id);
        });
        ended.assign(std::make_move_iterator(still), std::make_move_iterator(m_ended.end()));
        m_ended.erase(still, m_ended.end());
    }
    for (const auto& [job, state] : ended)
        if (const auto kind = m_kinds.find(job.type); kind != m_kinds.end() && kind->second.settled)
            kind->second.settled(job, state);
}

void JobSupervisor::reap() {
    std::erase_if(m_workers, [](const auto& entry) { return entry.second->hasEnded(); });
}

void JobSupervisor::startWorker(const JobRecord& job) {
    const auto started =
        m_services.database.write([&](Connection& store) -> Result<bool> { return startJob(store, job.id); });
    if (!started)
        return storeRefused();
    if (!*started)
        return; // cancelled meanwhile
    {
        const std::lock_guard lock(m_mutex);
        m_live[job.id] = {};
    }
    const std::filesystem::path scratch = m_options.scratchFolder / job.id.toString();
    ProcessOptions options;
    options.program = m_options.workerProgram;
    options.arguments = {"work", job.id.toString()};
    options.environment = {
        {"CUTAWAY_URL", m_url},
        {"CUTAWAY_JOB_TOKEN", m_services.authority.registerJobToken(job.id, job.createdBy)},
        {"TMPDIR", scratch.string()}};
    options.niceness = isLive(job) ? 0 : m_options.niceness; // it has to keep up
    options.idleIo = job.priority <= backgroundPriority;
    auto worker = std::make_unique<Worker>(
        std::move(options), scratch,
        [this, id = job.id](const std::string& how, const std::string& log) { workerEnded(id, how, log); },
        [this] { jobsChanged(); });
    m_workers.insert_or_assign(job.id, std::move(worker));
    publish(job.id);
}

} // namespace cutaway::cloud
