#pragma once

#include "core/media/decoder.h"
#include "core/playback/frame_store.h"
#include "core/playback/object_cache.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace cutaway::playback {

/// A picture that playback wants, and how well.
struct PictureWant {
    FrameKey key;
    int maxHeight = 0; ///< largest rung wanted; 0: the best there is
    bool operator==(const PictureWant&) const = default;
};

/// Fetches and decodes what is wanted, into the FrameStore. Two lanes: urgent (what should be on screen now,
/// the newest list replaces the older) and ahead (in the order given). One thread serves only the urgent
/// lane, so that no prefetch on a slow link is ever in its way. Work that has begun is finished up to the
/// wanted picture, since its result serves a later visit.
class PictureLoader {
public:
    struct Options {
        int threads = 3; ///< one of them urgent only
        std::size_t decoders = 8;
    };
    /// `onArrival` comes on a loader thread after each change of the store.
    PictureLoader(MediaAccess& access, ObjectCache& objects, FrameStore& store,
                  std::function<void()> onArrival, const Options& options);
    ~PictureLoader();

    void wantNow(std::vector<PictureWant> wants);
    void wantAhead(std::vector<PictureWant> wants);
    /// Forgets both lanes.
    void clear();

private:
    struct OpenObject {
        std::string objectId;
        std::unique_ptr<media::VideoDecoder> decoder; ///< absent while a thread works with it
    };
    struct Job {
        PictureWant want;
        std::int64_t lastFrame = 0; ///< decode on to here, while the wants go on without a hole
        bool urgent = false;
    };
    void run(std::stop_token stop, bool urgentOnly);
    std::optional<Job> next(bool urgentOnly);
    bool startable(const PictureWant& want) const;
    void load(const Job& job, std::stop_token stop);
    Result<void> decode(const Job& job, std::stop_token stop);
    std::unique_ptr<media::VideoDecoder> takeDecoder(const std::string& objectId);
    void giveBack(const std::string& objectId, std::unique_ptr<media::VideoDecoder> decoder);

    MediaAccess& m_access;
    ObjectCache& m_objects;
    FrameStore& m_store;
    const std::function<void()> m_onArrival;
    const Options m_options;

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<PictureWant> m_urgent;
    std::vector<PictureWant> m_ahead;
    std::vector<FrameKey> m_running;     ///< first picture of each job under way
    std::vector<OpenObject> m_open;      ///< most recent last
    std::vector<std::jthread> m_threads; ///< last member: ends before the rest goes
};

} // namespace cutaway::playback
