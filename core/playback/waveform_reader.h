#pragma once

#include "core/media/waveform_tile.h"
#include "core/playback/media_access.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace cutaway::playback {

/// Reads the shape of sounds: from the waveforms that the cloud has computed, or, where there are none, from
/// the sounds themselves. Keeps the last Objects it has read, since neighbours share them. One thread.
class WaveformReader {
public:
    /// Takes a peak that covers absolute samples [first, end).
    using Take = std::function<void(std::int64_t first, std::int64_t end, const media::Peak&)>;

    explicit WaveformReader(std::shared_ptr<MediaAccess> access)
        : m_access(std::move(access)) {}

    /// Peaks of absolute samples [start, end), both multiples of `grid`, from the cloud's waveform of sound
    /// `member` (1-based) at a precision of just `grid`. Those at the ends of the sound may cover less than
    /// the grid. True when all was asked: what is missing then is not in the waveform; false: try later.
    bool fromWaveform(const Uuid& sourceId, int member, std::int64_t grid, std::int64_t start,
                      std::int64_t end, const Take& take, const std::stop_token& stop);
    /// The same from the sound itself, for those stretches of the grid that `isMissing` says.
    void fromSound(const Uuid& sourceId, int member, std::int64_t grid, std::int64_t start, std::int64_t end,
                   const std::function<bool(std::int64_t)>& isMissing, const Take& take,
                   const std::stop_token& stop);

private:
    template <class T>
    using Recent = std::deque<std::pair<std::string, std::shared_ptr<const T>>>; ///< by Object, newest last

    std::shared_ptr<const media::AudioBlock> sound(const ObjectSpan& span, const std::stop_token& stop);
    Result<std::shared_ptr<const media::WaveformTile>> tile(const ObjectSpan& span,
                                                            const std::stop_token& stop);

    const std::shared_ptr<MediaAccess> m_access;
    Recent<media::AudioBlock> m_sounds;
    Recent<media::WaveformTile> m_tiles;
};

} // namespace cutaway::playback
