#pragma once

#include "core/media/frame_id.h"
#include "core/playback/player.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

// What a test needs to play by hand: a clock it moves, a screen it looks at, a device it pulls from.
namespace cutaway::playback {

/// A clock that stands still until the test moves it.
class HandClock final : public Clock {
public:
    TimePoint now() const override { return TimePoint(std::chrono::nanoseconds(m_now.load())); }
    void waitUntil(std::condition_variable_any& condition, std::unique_lock<std::mutex>& lock,
                   TimePoint deadline, std::stop_token stop) override {
        m_condition = &condition;
        m_lock = lock.mutex();
        int looks = 0;
        ++m_waits;
        if (now() < deadline)
            condition.wait(lock, stop, [&looks] { return looks++ > 0; });
    }
    int waits() const { return m_waits; }
    /// Until the player waits once more than it had by then, and so has seen what time it is.
    void letWaitAfter(int waits) const {
        while (m_waits == waits)
            std::this_thread::yield();
    }
    /// The player that waited on it has ended; another one may.
    void forgetPlayer() {
        m_lock = nullptr;
        m_condition = nullptr;
    }
    void advance(std::chrono::nanoseconds by) {
        if (std::mutex* mutex = m_lock.load()) {
            const std::lock_guard lock(*mutex);
            m_now += by.count();
            m_condition.load()->notify_all();
        } else {
            m_now += by.count();
        }
    }

private:
    std::atomic<std::int64_t> m_now{1000000000};
    std::atomic<int> m_waits{0};
    std::atomic<std::condition_variable_any*> m_condition{nullptr};
    std::atomic<std::mutex*> m_lock{nullptr};
};

struct Screen {
    mutable std::mutex mutex;
    std::condition_variable shown;
    std::vector<PresentedPicture> pictures;
    PlayerState state;

    Player::Callbacks callbacks() {
        return {[this](const PresentedPicture& p) {
                    const std::lock_guard lock(mutex);
                    pictures.push_back(p);
                    shown.notify_all();
                },
                [this](const PlayerState& s) {
                    const std::lock_guard lock(mutex);
                    state = s;
                    shown.notify_all();
                }};
    }
    /// Waits until a picture of `frame` that fits is the newest; null after ten seconds.
    std::optional<PresentedPicture> wait(std::int64_t frame, bool exact = true) {
        std::unique_lock lock(mutex);
        const bool came = shown.wait_for(lock, std::chrono::seconds(10), [&] {
            return !pictures.empty() && pictures.back().frame == frame && (pictures.back().exact || !exact);
        });
        return came ? std::optional(pictures.back()) : std::nullopt;
    }
    /// Waits until the clock runs that this order started: it waits for the first pictures.
    bool waitRunning(std::uint64_t order) {
        return waitState(
            [order](const PlayerState& s) { return s.order >= order && !s.speed.paused() && !s.buffering; });
    }
    template <class Predicate>
    bool waitState(Predicate predicate) {
        std::unique_lock lock(mutex);
        return shown.wait_for(lock, std::chrono::seconds(10), [&] { return predicate(state); });
    }
};

inline media::FrameId idOf(const PresentedPicture& p) {
    return p.picture ? media::readFrameId(*p.picture).value_or(media::FrameId{0, 0}) : media::FrameId{0, 0};
}

inline timeline::Clip clipOf(const PlayableSource& source, std::int64_t offset, std::int64_t duration) {
    timeline::Clip clip;
    clip.id = Uuid::random();
    clip.media.sourceId = source.sourceId;
    clip.mediaRate = source.clock.rate;
    clip.in = source.firstFrame + offset;
    clip.duration = duration;
    return clip;
}

inline timeline::SequencePtr sequenceOf(FrameRate rate, std::vector<timeline::Item> items,
                                        std::vector<timeline::Item> sound = {}) {
    timeline::Sequence sequence = timeline::emptySequence("s", rate, false);
    timeline::Track track = *sequence.tracks[0];
    track.items = std::move(items);
    sequence.tracks[0] = std::make_shared<const timeline::Track>(track);
    timeline::Track heard = *sequence.tracks[1];
    heard.items = std::move(sound);
    sequence.tracks[1] = std::make_shared<const timeline::Track>(heard);
    return std::make_shared<const timeline::Sequence>(sequence);
}

/// The sound of the same part of the Source as clipOf().
inline timeline::Clip soundOf(const PlayableSource& source, std::int64_t offset, std::int64_t duration) {
    timeline::Clip clip = clipOf(source, offset, duration);
    clip.mediaRate = sampleRate48k;
    clip.in = source.clock.sampleAtFrame(source.firstFrame + offset);
    clip.duration = source.clock.sampleAtFrame(source.firstFrame + offset + duration) - clip.in;
    return clip;
}

/// A device that hears what the test pulls, and vanishes and comes back as the test says.
class HandOutput final : public AudioOutput {
public:
    bool start(AudioRing& ring) override {
        const std::lock_guard lock(m_mutex);
        if (!m_present)
            return false;
        m_ring = &ring;
        m_heard = 0;
        ++m_starts;
        return true;
    }
    void stop(const AudioRing& ring) override {
        const std::lock_guard lock(m_mutex);
        if (m_ring == &ring)
            m_ring = nullptr;
    }
    std::int64_t heard() const override { return m_heard; }
    bool failed(const AudioRing& ring) const override {
        const std::lock_guard lock(m_mutex);
        return m_ring != &ring || !m_present;
    }

    void setPresent(bool present) {
        const std::lock_guard lock(m_mutex);
        m_present = present;
        if (!present)
            m_ring = nullptr;
    }
    int starts() const { return m_starts; }
    /// The next `samples` of the left side, heard now; fewer when they do not come within ten seconds.
    std::vector<std::int32_t> pull(std::size_t samples) {
        std::vector<std::int32_t> left;
        std::vector<std::int32_t> part;
        const auto giveUp = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (left.size() < samples && std::chrono::steady_clock::now() < giveUp) {
            std::size_t got = 0;
            {
                const std::lock_guard lock(m_mutex);
                part.resize((samples - left.size()) * 2);
                got = m_ring ? m_ring->pull(part) : 0;
                m_heard += static_cast<std::int64_t>(got);
            }
            for (std::size_t i = 0; i < got; ++i)
                left.push_back(part[i * 2]);
            if (got == 0)
                std::this_thread::yield();
        }
        return left;
    }

private:
    mutable std::mutex m_mutex;
    AudioRing* m_ring = nullptr;
    bool m_present = true;
    std::atomic<std::int64_t> m_heard{0};
    std::atomic<int> m_starts{0};
};

} // namespace cutaway::playback
