#include "core/conform/run.h"

#include "core/conform/delivery_writer.h"
#include "core/conform/file_name.h"
#include "core/conform/job_json.h"
#include "core/conform/picture_source.h"
#include "core/conform/run_progress.h"
#include "core/conform/run_state.h"
#include "core/conform/sound_source.h"

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace cutaway::conform {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// Sound is handed on in steps of about half a second: writers take picture and sound roughly in step.
constexpr std::int64_t soundStepFrames = 25;
/// Decoding keeps ahead of the encoders with few threads; more would only take theirs.
constexpr int decodeThreads = 2;

Error cancelled() {
    return {ErrorCategory::Cancelled, "The delivery was cancelled.", {}};
}

class Run {
public:
    Run(const ConformPlan& plan, const std::vector<Profile>& profiles, ObjectStore& objects,
        const fs::path& folder, const RunCallbacks& callbacks, std::stop_token stop)
        : m_plan(plan)
        , m_profiles(profiles)
        , m_objects(objects)
        , m_folder(folder)
        , m_state(stop)
        , m_progress(callbacks, plan.frames, profiles) {}

    RunOutcome run() {
        RunOutcome outcome;
        if (const auto refused = refuse())
            m_state.fail({*refused, {}, std::nullopt});
        else if (render())
            outcome.files = check();
        outcome.failure = m_state.failure();
        if (!outcome.failure && m_state.stop().stop_requested())
            outcome.failure = Failure{cancelled(), {}, std::nullopt};
        if (outcome.failure) {
            removeFiles(outcome.files);
            outcome.files.clear();
        } else {
            outcome.resultJson = resultToJson(m_plan, outcome.files);
        }
        return outcome;
    }

private:
    /// What is known to go wrong before the first picture is decoded.
    std::optional<Error> refuse() const {
        if (m_profiles.empty())
            return Error{ErrorCategory::InvalidInput, "No format to deliver was chosen.", {}};
        const auto unresolved = [](const std::vector<Span>& spans) {
            const auto parts = partsOf(spans);
            return std::any_of(parts.begin(), parts.end(),
                               [](const Span* part) { return part->objects.empty(); });
        };
        for (const SoundTrack& track : m_plan.sound)
            if (unresolved(track.spans))
                return Error{
                    ErrorCategory::InvalidInput, "The delivery was submitted without its sound.", {}};
        if (m_plan.frames <= 0 || unresolved(m_plan.picture))
            return Error{ErrorCategory::InvalidInput, "The delivery was submitted without its pictures.", {}};
        std::error_code error;
        fs::create_directories(m_folder, error);
        const auto space = fs::space(m_folder, error);
        std::int64_t needed = 0;
        for (const Estimate& e : estimate(m_plan.frames, m_plan.rate, m_profiles))
            needed += e.bytes;
        if (error)
            return Error{ErrorCategory::Io, "The working folder cannot be used: " + error.message() + ".",
                         m_folder.string()};
        if (space.available < static_cast<std::uintmax_t>(needed))
            return Error{ErrorCategory::OutOfSpace,
                         "The delivery needs about " + std::to_string(needed / 1'000'000 + 1) +
                             " MB of working space and " + std::to_string(space.available / 1'000'000) +
                             " MB are free. Free some space, then deliver again.",
                         m_folder.string()};
        return std::nullopt;
    }

    fs::path partPath(const Profile& profile) const { return m_folder / (profile.id + ".part"); }

    /// Decodes once and feeds every writer. True when all files are complete.
    bool render() {
        for (const Profile& profile : m_profiles)
            m_writers.push_back(
                std::make_unique<DeliveryWriter>(m_plan, profile, partPath(profile), m_state));
        std::thread feeder([this] {
            feed();
            for (const auto& writer : m_writers)
                writer->close();
            for (const auto& writer : m_writers)
                writer->join();
            const std::scoped_lock lock(m_mutex);
            m_rendered = true;
            m_changed.notify_all();
        });
        watch();
        feeder.join();
        m_writers.clear();
        return !m_state.stop().stop_requested();
    }

    void feed() {
        PictureSource pictures(m_plan, m_objects, m_state, decodeThreads);
        SoundSource sound(m_plan, m_objects, m_state);
        std::int64_t nextSample = 0;
        pictures.run([&](std::int64_t record, const std::vector<render::Picture>& layers) {
            for (const auto& writer : m_writers)
                if (!writer->push(layers))
                    return false;
            const std::int64_t frames = record + 1;
            if (frames % soundStepFrames != 0 && frames != m_plan.frames)
                return true;
            const std::int64_t until = samplesAtFrame(frames, m_plan.rate);
            auto block = sound.read(nextSample, until - nextSample);
            if (!block)
                return false;
            nextSample = until;
            const auto shared = std::make_shared<const media::AudioBlock>(std::move(*block));
            return std::all_of(m_writers.begin(), m_writers.end(),
                               [&](const auto& writer) { return writer->push(shared); });
        });
    }

    /// Reports progress on the caller's thread until rendering has ended.
    void watch() {
        std::unique_lock lock(m_mutex);
        bool assembling = false;
        while (!m_changed.wait_for(lock, 100ms, [this] { return m_rendered; })) {
            lock.unlock();
            std::int64_t done = m_plan.frames;
            for (const auto& writer : m_writers)
                done = std::min(done, writer->framesDone());
            m_progress.rendered(done, m_writers.front()->lastFrame());
            if (done == m_plan.frames && !std::exchange(assembling, true))
                m_progress.assembling();
            lock.lock();
        }
    }

    /// Reads every file back and gives those that pass their name.
    std::vector<DeliveredFile> check() {
        std::vector<DeliveredFile> files;
        for (std::size_t i = 0; i < m_profiles.size(); ++i) {
            const Profile& profile = m_profiles[i];
            m_progress.checking(i, 0);
            auto report = checkDelivery(
                partPath(profile), m_plan, profile,
                [&](std::int64_t frames) { m_progress.checking(i, frames); }, m_state.stop());
            if (!report || !report->pass) {
                failCheck(profile, report);
                break;
            }
            auto file = deliver(profile, std::move(*report), files);
            if (!file) {
                m_state.fail({file.error(), {}, std::nullopt});
                break;
            }
            files.push_back(std::move(*file));
        }
        return files;
    }

    void failCheck(const Profile& profile, const Result<CheckReport>& report) {
        if (m_state.stop().stop_requested())
            return;
        const std::string why = report ? report->failures() : report.error().message;
        m_state.fail({{ErrorCategory::Internal,
                       "The finished “" + profile.name +
                           "” file did not pass its check and was not delivered. Deliver again; if it "
                           "happens again, report this: " +
                           why + ".",
                       report ? std::string() : report.error().detail},
                      {},
                      std::nullopt});
    }

    Result<DeliveredFile> deliver(const Profile& profile, CheckReport report,
                                  const std::vector<DeliveredFile>& earlier) const {
        DeliveredFile file;
        file.profile = profile.id;
        file.fileName = safeFileName(m_plan.name) + "." + profile.extension;
        const bool taken = std::any_of(earlier.begin(), earlier.end(),
                                       [&](const DeliveredFile& f) { return f.fileName == file.fileName; });
        if (taken)
            file.fileName = safeFileName(m_plan.name) + " " + profile.id + "." + profile.extension;
        file.path = m_folder / file.fileName;
        file.check = std::move(report);
        std::error_code error;
        fs::rename(partPath(profile), file.path, error);
        if (!error)
            file.size = static_cast<std::int64_t>(fs::file_size(file.path, error));
        if (error)
            return Error{ErrorCategory::Io, "The finished file could not be put in place: " + error.message(),
                         file.path.string()};
        return file;
    }

    void removeFiles(const std::vector<DeliveredFile>& files) const {
        std::error_code ignored; // what cannot be removed goes with the job's folder
        for (const Profile& profile : m_profiles)
            fs::remove(partPath(profile), ignored);
        for (const DeliveredFile& file : files)
            fs::remove(file.path, ignored);
    }

    const ConformPlan& m_plan;
    const std::vector<Profile>& m_profiles;
    ObjectStore& m_objects;
    fs::path m_folder;
    RunState m_state;
    RunProgress m_progress;
    std::vector<std::unique_ptr<DeliveryWriter>> m_writers;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_rendered = false; ///< under m_mutex
};

} // namespace

RunOutcome runConform(const ConformPlan& plan, const std::vector<Profile>& profiles, ObjectStore& objects,
                      const fs::path& folder, const RunCallbacks& callbacks, std::stop_token stop) {
    std::vector<Profile> sized;
    for (const Profile& profile : profiles)
        sized.push_back(profileFor(profile, plan));
    return Run(plan, sized, objects, folder, callbacks, std::move(stop)).run();
}

} // namespace cutaway::conform
