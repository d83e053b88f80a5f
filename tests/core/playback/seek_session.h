#pragma once

#include "core/media/frame_id.h"
#include "core/playback/player.h"
#include "tests/core/playback/made_media.h"
#include "tests/support/resident_memory.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace cutaway::test {

/// An editor's afternoon of looking for shots, without its pauses: a player with several clips of several
/// angles, sought at random and scrubbed, the cut changed now and then. Every tenth step is measured.
class SeekSession {
public:
    struct Growth {
        std::size_t firstHalf = 0;  ///< most resident bytes in the second quarter
        std::size_t secondHalf = 0; ///< and in the last one
        int exact = 0;              ///< seeks that ended with the right picture
        std::size_t bytes() const { return secondHalf > firstHalf ? secondHalf - firstHalf : 0; }
        std::string text() const {
            return std::to_string(exact) + " seeks, resident " + std::to_string(firstHalf >> 10) +
                   " KiB in the second quarter, " + std::to_string(secondHalf >> 10) + " KiB in the last";
        }
    };

    explicit SeekSession(std::size_t frameBytes)
        : m_media(std::make_shared<MadeMedia>()) {
        for (std::uint32_t number = 1; number <= angles; ++number)
            m_ids.push_back(m_media->add(number, {50, 1}, {36'000, 0}, seconds));
        playback::Player::Options options;
        options.frameBytes = frameBytes;
        options.objectBytes = std::size_t{1} << 20;
        m_player = std::make_unique<playback::Player>(
            m_media, nullptr,
            playback::Player::Callbacks{[this](const playback::PresentedPicture& picture) {
                                            const std::lock_guard lock(m_mutex);
                                            m_last = picture;
                                            m_changed.notify_all();
                                        },
                                        nullptr},
            options);
    }

    Growth run(int seeks) {
        Growth growth;
        for (int n = 0; n < seeks; ++n) {
            if (n % 50 == 0)
                recut();
            const auto wanted = static_cast<std::int64_t>(m_random() % m_frames.size());
            if (n % 4 == 0) // a drag over the strip that ends there
                for (std::int64_t step = std::max<std::int64_t>(0, wanted - 12); step < wanted; step += 3)
                    m_player->scrub(step);
            m_player->seek(wanted);
            growth.exact += shows(wanted);
            if (n % 10 == 0 && n >= seeks / 4 && (n < seeks / 2 || n >= seeks * 3 / 4)) {
                std::size_t& most = n < seeks / 2 ? growth.firstHalf : growth.secondHalf;
                most = std::max(most, residentBytes());
            }
        }
        return growth;
    }

private:
    static constexpr std::uint32_t angles = 4;
    static constexpr int seconds = 4;
    static constexpr int clips = 12;

    /// Another cut of clips from anywhere.
    void recut() {
        timeline::Sequence sequence = timeline::emptySequence("s", {50, 1}, false);
        timeline::Track track = *sequence.tracks[0];
        track.items.clear();
        m_frames.clear();
        for (int n = 0; n < clips; ++n) {
            const std::size_t angle = m_random() % m_ids.size();
            const auto& source = m_media->made(m_ids[angle]);
            timeline::Clip clip;
            clip.id = Uuid::random();
            clip.media.sourceId = m_ids[angle];
            clip.mediaRate = {50, 1};
            clip.duration = 25 + static_cast<std::int64_t>(m_random() % 75);
            clip.in =
                source.firstFrame +
                static_cast<std::int64_t>(m_random() % static_cast<unsigned>(seconds * 50 - clip.duration));
            for (std::int64_t frame = 0; frame < clip.duration; ++frame)
                m_frames.push_back(
                    {static_cast<std::uint32_t>(angle + 1), static_cast<std::uint32_t>(clip.in + frame)});
            track.items.push_back(timeline::Item::of(clip));
        }
        sequence.tracks[0] = std::make_shared<const timeline::Track>(track);
        m_player->setSequence(std::make_shared<const timeline::Sequence>(sequence));
    }

    bool shows(std::int64_t frame) {
        const media::FrameId wanted = m_frames[static_cast<std::size_t>(frame)];
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(60), [&] {
            if (!m_last.exact || m_last.frame != frame || !m_last.picture)
                return false;
            const auto id = media::readFrameId(*m_last.picture);
            return id && id->source == wanted.source && id->frame == wanted.frame;
        });
    }

    std::mt19937 m_random{2026};
    std::shared_ptr<MadeMedia> m_media;
    std::vector<Uuid> m_ids;
    std::vector<media::FrameId> m_frames; ///< what each frame of the cut shows
    std::mutex m_mutex;                   ///< guards m_last
    std::condition_variable m_changed;
    playback::PresentedPicture m_last;
    std::unique_ptr<playback::Player> m_player; ///< last
};

} // namespace cutaway::test
