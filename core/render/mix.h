#pragma once

#include "core/render/compositor.h"
#include "core/render/fade.h"

namespace cutaway::render {

/// A frame of a transition from `leaving` to `coming`, either of which may be null for black; both already
/// are what the canvas asks for. Code values are mixed as they are, HLG in HLG, as vision mixers do: value =
/// (leaving * (2n-2k-1) + coming * (2k+1)) / (2n), exact, halves rounded up. `step.coming` is not looked at.
/// - Dissolve: that.
/// - Dip: the first half mixes to black in the same way, the second from black; in the middle frame of an odd
///   number of them there is nothing else.
/// - Wipe: to the left of the edge the one that comes, to its right the one that leaves. The edge is at
///   (2k+1)/(2n) of the width, to the nearest pair of columns, so that chroma goes with its luma.
/// Any thread.
media::VideoFramePtr mix(const media::VideoFramePtr& leaving, const media::VideoFramePtr& coming,
                         const FadeStep& step, const Canvas& canvas);

} // namespace cutaway::render
