#pragma once

#include "core/playback/media_access.h"

#include "core/media/frame.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace cutaway::playback {

/// Small pictures of the Sources that are played, to stand in for a moment whose own picture is still on its
/// way. Fetched one by one while the hand rests, first few and far between, then closer; bounded for each
/// Source and altogether, the Source not wanted for longest goes first. Any thread.
class Thumbnails {
public:
    static constexpr std::size_t perSource = 600;                  ///< pictures of one Source
    static constexpr std::size_t maxBytes = std::size_t{24} << 20; ///< of all, compressed

    explicit Thumbnails(MediaAccess& access);
    ~Thumbnails();

    /// From now on, those of this Source; nil: none, the link belongs to something else.
    void want(const Uuid& sourceId);
    /// Asks again for what there is of every Source.
    void refresh();

    struct Found {
        std::int64_t frame = 0;                       ///< absolute: the moment that it shows
        std::function<media::VideoFramePtr()> decode; ///< null when it is no picture
    };
    /// The nearest that is here.
    std::optional<Found> nearest(const Uuid& sourceId, std::int64_t frame) const;
    /// All that will be fetched of this Source are here.
    bool complete(const Uuid& sourceId) const;

private:
    using Jpeg = std::shared_ptr<const media::ByteBuffer>;
    struct Known {
        std::vector<ThumbnailRef> toCome; ///< the next last
        std::map<std::int64_t, Jpeg> here;
        std::size_t bytes = 0;
        std::uint64_t used = 0;
        bool listed = false;
    };
    void run(const std::stop_token& stop);
    bool list(const Uuid& sourceId, const std::stop_token& stop);
    void makeRoom(const Uuid& keep);

    MediaAccess& m_access;
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_changed;
    std::map<Uuid, Known> m_known;
    Uuid m_wanted;
    std::uint64_t m_uses = 0;
    std::stop_source m_giveUp; ///< of what is on its way
    std::jthread m_thread;     ///< last
};

} // namespace cutaway::playback
