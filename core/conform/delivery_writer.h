#pragma once

#include "core/conform/bounded_queue.h"
#include "core/conform/run_state.h"
#include "core/media/audio.h"
#include "core/media/media_writer.h"
#include "core/render/compositor.h"
#include "core/render/graphic_painter.h"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

namespace cutaway::conform {

/// Encodes one profile's file on a thread of its own. Push from one thread, then finish.
class DeliveryWriter {
public:
    DeliveryWriter(const ConformPlan& plan, const Profile& profile, std::filesystem::path path,
                   RunState& state);
    ~DeliveryWriter();
    DeliveryWriter(const DeliveryWriter&) = delete;
    DeliveryWriter& operator=(const DeliveryWriter&) = delete;

    /// What the next picture is composed of (nothing: black), or the next stretch of stereo sound. Waits for
    /// room; false when the run ends.
    bool push(std::vector<render::Picture> layers);
    bool push(std::shared_ptr<const media::AudioBlock> stereo);
    /// Nothing more comes: the thread drains the encoder and completes the file.
    void close() { m_queue.close(); }
    /// Waits until the file is complete, or the run has failed.
    void join() { m_thread.join(); }

    std::int64_t framesDone() const { return m_framesDone.load(); }
    /// The last picture given to the encoder. Any thread.
    media::VideoFramePtr lastFrame() const;

private:
    using Item = std::variant<std::vector<render::Picture>, std::shared_ptr<const media::AudioBlock>>;
    void work();
    Result<void> encode();
    Result<void> writeFrame(media::MediaWriter& writer, std::vector<render::Picture>& layers);
    Result<void> writeSound(media::MediaWriter& writer, const media::AudioBlock& stereo);

    const ConformPlan& m_plan;
    const Profile& m_profile;
    std::filesystem::path m_path;
    RunState& m_state;
    BoundedQueue<Item> m_queue;
    render::GraphicPainter m_graphics; ///< m_thread's
    std::atomic<std::int64_t> m_framesDone{0};
    mutable std::mutex m_mutex;
    media::VideoFramePtr m_lastFrame; ///< under m_mutex
    std::thread m_thread;             ///< last: it uses all of the above
};

} // namespace cutaway::conform
