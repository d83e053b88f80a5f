#pragma once

#include "core/demo/camera.h"
#include "core/media/frame.h"
#include "core/time/timecode.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <memory>
#include <stop_token>

namespace cutaway::demo {

/// One angle of one unit: pictures that are a function of their number alone. One thread at a time.
class Shot {
public:
    virtual ~Shot() = default;
    /// The picture without timecode and frame id.
    virtual media::WritableFrame paint(std::int64_t frame) = 0;
    virtual Camera camera(std::int64_t frame) const = 0;
    /// What is really there during this frame: one object per athlete or player, and the ball.
    virtual nlohmann::json truth(std::int64_t frame) const = 0;
};

/// What a shot is made for: sizes below 3840x2160 show the same picture, smaller.
struct ShotSettings {
    int width = 3840;
    int height = 2160;
    int threads = 1;
    std::stop_token stop;
};

} // namespace cutaway::demo
