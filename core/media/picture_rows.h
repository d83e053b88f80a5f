#pragma once

#include "core/media/frame.h"

#include <array>
#include <vector>

namespace cutaway::media {

/// Reads a picture row by row as floats: code values divided by the highest code, less `offset`, chroma
/// already at luma's width: left-sited, in 4:2:0 half-way between two rows, bilinear.
class PictureRows {
public:
    /// The frame outlives it.
    PictureRows(const VideoFrame& frame, const std::array<float, 3>& offset);

    /// y in [0, height). Fills luma(), cb() and cr(), `width` values each.
    void read(int y);
    const float* luma() const { return m_y.data(); }
    const float* cb() const { return m_cb.data(); }
    const float* cr() const { return m_cr.data(); }

private:
    template <class Sample>
    void readAs(int y);

    const VideoFrame& m_frame;
    std::array<float, 3> m_offset;
    std::vector<float> m_y, m_cb, m_cr, m_blend;
};

} // namespace cutaway::media
