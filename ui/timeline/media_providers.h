#pragma once

#include "core/base/uuid.h"

#include <QImage>

#include <cstdint>
#include <functional>
#include <span>

namespace cutaway::ui {

/// Small pictures of Sources, as far as they are at hand. GUI thread; never waits.
class ThumbnailProvider {
public:
    virtual ~ThumbnailProvider() = default;
    /// The picture nearest to that absolute frame; null while it is not there, and then it is fetched.
    virtual QImage thumbnail(const Uuid& source, std::int64_t absoluteFrame) = 0;
    /// Called when one that was asked for has come.
    virtual void onArrived(std::function<void()> callback) = 0;
};

/// Lowest and highest sample of a stretch, full scale is +-32767.
struct Peak {
    std::int16_t lowest = 0;
    std::int16_t highest = 0;
};

/// The shape of a sound, as far as it is at hand. GUI thread; never waits.
class WaveformProvider {
public:
    virtual ~WaveformProvider() = default;
    /// One peak for each entry of `peaks`, of `samplesPerPeak` samples of sound `member` each, from an
    /// absolute sample on. False while it is not there, and then it is fetched.
    virtual bool peaks(const Uuid& source, int member, std::int64_t firstSample, std::int64_t samplesPerPeak,
                       std::span<Peak> peaks) = 0;
    virtual void onArrived(std::function<void()> callback) = 0;
};

} // namespace cutaway::ui
