#pragma once

#include "core/media/audio.h"
#include "core/media/byte_source.h"
#include "core/media/frame.h"
#include "core/media/picture_layout.h"
#include "core/media/picture_pool.h"
#include "core/media/probe.h"
#include "core/time/frame_rate.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

namespace cutaway::media {

struct DecodeOptions {
    int threads = 1; ///< of the codec; 0 takes one per core
    /// Several threads only where they share each picture, so that none needs bytes of those behind it.
    bool slicesOnly = false;
    /// The source is a self-contained MP4 of one track with closed GOPs and its index first (Unsupported
    /// otherwise): opening reads its index only (with several threads the key picture before `firstFrame`,
    /// too), and decoding not a byte beyond the GOP it needs. The source may block until those bytes are
    /// there.
    bool headerOnly = false;
    std::int64_t firstFrame = 0;                 ///< which one will be asked for first
    std::shared_ptr<PicturePool> pool = nullptr; ///< where pictures get their memory; null: from the system
};

/// Exact frames of one picture stream. Frame 0 is the first frame shown after the edit list, frame n the nth
/// in the order shown. A picture that does not fit its own checksum is refused, where it has one (as our
/// proxies do). One thread at a time; move it between threads freely. Errors: Corrupt (naming frame
/// and byte position), Unsupported, InvalidInput (no such frame), Cancelled.
class VideoDecoder {
public:
    static Result<VideoDecoder> open(ByteSourcePtr source, const DecodeOptions& options = {});
    VideoDecoder(VideoDecoder&&) noexcept;
    VideoDecoder& operator=(VideoDecoder&&) noexcept;
    ~VideoDecoder();

    const VideoInfo& info() const;
    std::int64_t frameCount() const;
    FrameRate rate() const;
    Colour colour() const;

    /// The frame with this index. Going forward decodes on from where it stands; otherwise it goes to the key
    /// frame before. The same index again costs nothing.
    Result<VideoFramePtr> frameAt(std::int64_t index, std::stop_token stop = {});

    /// The same without reading a byte that this frame does not need, where opened headerOnly. What is
    /// decoded next begins at its key frame.
    Result<VideoFramePtr> onlyFrameAt(std::int64_t index, std::stop_token stop = {});

    /// Returns false to end early.
    using FrameCallback = std::function<bool(std::int64_t index, VideoFramePtr frame)>;
    /// Frames [first, first + count) in order, on the calling thread. Count -1: to the end.
    Result<void> decodeRange(std::int64_t first, std::int64_t count, const FrameCallback& onFrame,
                             std::stop_token stop = {});
    /// The key frame at or before `index`: what a fast scrub may show instead.
    std::int64_t keyFrameBefore(std::int64_t index) const;
    /// The bytes of the source that hold the GOP of this frame. Empty when not opened headerOnly.
    ByteStretch gopBytes(std::int64_t index) const;

private:
    struct State;
    explicit VideoDecoder(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Exact samples of one sound stream at 48 kHz: sample 0 is the first real one (encoder priming removed, edit
/// list applied), PCM bit for bit. Sound of another rate is converted, the order of its channels kept: n
/// stored samples become floor(n * 48000 / rate). One thread at a time.
class AudioDecoder {
public:
    /// `track`: the how-manyeth sound stream of the file, from 0.
    static Result<AudioDecoder> open(ByteSourcePtr source, int track = 0);
    AudioDecoder(AudioDecoder&&) noexcept;
    AudioDecoder& operator=(AudioDecoder&&) noexcept;
    ~AudioDecoder();

    const AudioInfo& info() const;
    int channels() const;
    std::int64_t sampleCount() const; ///< per channel, at 48 kHz

    /// Samples [first, first + count). InvalidInput outside [0, sampleCount()).
    Result<AudioBlock> read(std::int64_t first, std::int64_t count, std::stop_token stop = {});

private:
    struct State;
    explicit AudioDecoder(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace cutaway::media
