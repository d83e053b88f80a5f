#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/cloud/jobs/job_kind.h"
#include "core/cloud/jobs/job_record.h"
#include "core/cloud/jobs/playing_clients.h"
#include "core/cloud/jobs/schedule.h"
#include "core/cloud/services.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace cutaway::cloud {

class Worker;

/// Runs the jobs of the store in worker processes: one thread decides, one more waits for each worker. Safe
/// from any thread. The store knows a job's state before anything is started or stopped, so that after a
/// crash every unfinished job is simply run again.
class JobSupervisor {
public:
    struct Options {
        std::filesystem::path workerProgram; ///< started as `PROGRAM work JOB`
        std::filesystem::path scratchFolder; ///< each worker gets a folder in it, removed when it ends
        int slots = 1;                       ///< workers at a time
        int maxAttempts = 3;                 ///< lost workers, before a job fails
        int niceness = 10;
        std::chrono::milliseconds playingHolds{15'000}; ///< how long one word of "playing" counts
        std::chrono::milliseconds storeRetry{5'000};    ///< after the store could not take a change
        std::function<void()> onBusyChanged; ///< busy() may have changed; on any thread, must not block
    };

    JobSupervisor(Services& services, Options options);
    ~JobSupervisor(); ///< stop()

    /// Before start(). `kinds` name every type of job that is added later.
    void setKinds(JobKinds kinds) { m_kinds = std::move(kinds); }
    /// Queues again what a former server left running, and begins. `url` is what workers are given.
    Result<void> start(std::string url);
    /// Ends every worker; their jobs are run again by the next start. Idempotent.
    void stop();

    /// A job was added to the store, or held, or let go: look again.
    void jobsChanged();
    /// True while a job waits or runs (held ones do not count).
    bool busy() const;
    /// A client plays or has stopped: background jobs stand still while any does, and everybody hears of the
    /// change ("playing").
    void setPlaying(const Uuid& client, bool playing);
    bool playing() const;

    /// From workers. False: the job is over, its worker shall stop.
    bool reportProgress(const Uuid& id, std::string stage, double percent,
                        std::optional<std::int64_t> secondsLeft);
    /// What the job makes can be played already, in part.
    void reportPlayable(const JobRecord& job);
    /// The last finished picture. False: the job is over.
    bool keepPreview(const Uuid& id, std::string jpeg);
    /// NotFound: no preview.
    Result<std::shared_ptr<const std::string>> preview(const Uuid& id) const;
    JobProgress progressOf(const Uuid& id) const;

    /// Ends a job as delivered, failed or cancelled, and its worker soon after. False when it was over.
    Result<bool> end(const Uuid& id, JobState state, const nlohmann::json& error, nlohmann::json result);
    /// Tells every client how the job stands now.
    void publish(const Uuid& id);

private:
    struct Live {
        JobProgress progress;
        std::shared_ptr<const std::string> preview;
        std::chrono::steady_clock::time_point published{};
        bool over = false; ///< its worker shall stop
    };

    void schedule(std::stop_token stop);
    void announcePlaying();
    bool step();
    void applyStep(const ScheduleStep& step, const std::map<Uuid, JobRecord>& jobs);
    void reap();
    void settleEnded();
    void storeRefused();
    bool takeBack(const Uuid& id);
    void startWorker(const JobRecord& job);
    void workerEnded(const Uuid& id, const std::string& how, const std::string& log);

    Services& m_services;
    const Options m_options;
    JobKinds m_kinds;
    std::string m_url;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_changed = false;                              ///< under m_mutex
    PlayingClients m_playing;                            ///< under m_mutex
    std::map<Uuid, Live> m_live;                         ///< under m_mutex
    std::vector<std::pair<JobRecord, JobState>> m_ended; ///< under m_mutex: over, not yet settled
    bool m_busy = false;                                 ///< under m_mutex

    std::map<Uuid, std::unique_ptr<Worker>> m_workers; ///< of the scheduling thread
    bool m_saidPlaying = false;                        ///< of the scheduling thread: what everybody heard
    /// Of the scheduling thread: when to look again although nothing changed, because the store was in
    /// trouble.
    std::optional<std::chrono::steady_clock::time_point> m_lookAgain;
    std::stop_source m_end; ///< ends the scheduling thread
    std::jthread m_thread;  ///< last: it uses the others
};

} // namespace cutaway::cloud
