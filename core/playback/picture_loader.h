#pragma once

#include "core/media/decoder.h"
#include "core/playback/frame_store.h"
#include "core/playback/object_cache.h"
#include "core/playback/rung_facts.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace cutaway::playback {

/// How good a picture has to be.
enum class Quality {
    Quick,   ///< the smallest rung: soon there on a slow link, and enough at high speed
    Thrifty, ///< the largest one where that needs no network, else the smallest
    Best,    ///< the largest one
};

/// A picture that playback wants, and how well.
struct PictureWant {
    FrameKey key;
    Quality quality = Quality::Best;
    bool operator==(const PictureWant&) const = default;
};

/// Fetches and decodes what is wanted, into the FrameStore. Two lanes: urgent (what should be on screen now,
/// the newest list replaces the older) and ahead (in the order given). One thread serves only the urgent
/// lane; nothing is begun ahead while something urgent is under way, so that no prefetch on a slow link is
/// ever in its way. What nobody wants any more is given up, but not the quick picture of an earlier moment:
/// it costs little, and shows a fast hand where it is.
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

    /// What it has learnt of the rungs on the way.
    const RungFacts& facts() const { return m_facts; }

private:
    using DecoderPtr = std::unique_ptr<media::VideoDecoder>;
    struct OpenObject {
        std::string objectId;
        std::shared_ptr<PartialSource> source; ///< null: the Object was fetched whole
        DecoderPtr decoder;
    };
    struct Job {
        PictureWant want;
        std::int64_t lastFrame = 0; ///< decode on to here, while the wants go on without a hole
        bool urgent = false;
        std::stop_source giveUp;
        std::optional<std::int64_t> objectEnd; ///< of what its decoder can go on to, once that is known

        bool covers(const PictureWant& other) const;
        bool leadsTo(const PictureWant& other) const;
    };
    /// What one job works on.
    struct Piece {
        const PlayableSource& source;
        const PictureRung& rung;
        ObjectSpan span;
        bool best = false;
        std::int64_t from = 0; ///< the first frame that is kept

        std::int64_t toObject(std::int64_t frame) const { return frame - span.firstUnit + span.objectUnit; }
        std::int64_t toSource(std::int64_t index) const { return index - span.objectUnit + span.firstUnit; }
        std::int64_t lastFrame() const { return span.firstUnit + span.count - 1; }
    };
    void run(const std::stop_token& stop, bool urgentOnly);
    std::optional<Job> next(bool urgentOnly);
    bool urgentUnderWay() const;
    bool startable(const PictureWant& want) const;
    bool isAskedAtBest(const FrameKey& key) const;
    void giveUpUnwanted();
    void settle(const Job& job, const Piece& piece);
    bool bestIsAtHand(const PlayableSource& source, const Job& job);
    void load(const Job& job);
    Result<void> decode(const Job& job);
    std::int64_t firstKept(const Piece& piece, const Job& job, std::int64_t key) const;
    Result<OpenObject> open(const Piece& piece, const Job& job);
    void fetch(const Piece& piece, const std::shared_ptr<PartialObject>& object, std::int64_t first,
               std::int64_t end, const Job& job);
    Result<void> decodeFrames(const Piece& piece, const Job& job, media::VideoDecoder& decoder);
    std::optional<OpenObject> takeDecoder(const std::string& objectId);
    void giveBack(OpenObject object);

    MediaAccess& m_access;
    ObjectCache& m_objects;
    FrameStore& m_store;
    const std::function<void()> m_onArrival;
    const Options m_options;
    const std::shared_ptr<media::PicturePool> m_pool;
    RungFacts m_facts;

    std::mutex m_mutex; ///< guards all but the threads
    std::condition_variable_any m_wake;
    std::vector<PictureWant> m_urgent;
    std::vector<PictureWant> m_ahead;
    std::vector<Job> m_running;
    std::vector<OpenObject> m_open; ///< most recent last
    std::set<Uuid> m_oneRung;       ///< Sources that have nothing quicker than their best
    std::set<FrameKey> m_noDetour;  ///< urgent pictures whose best needs no network

    std::vector<std::jthread> m_threads; ///< last member: ends before the rest goes
};

} // namespace cutaway::playback
