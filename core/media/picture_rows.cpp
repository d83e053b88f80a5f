#include "core/media/picture_rows.h"

#include <algorithm>

namespace cutaway::media {

namespace {

template <class Sample>
const Sample* samples(const VideoFrame& frame, std::size_t plane, int row) {
    return reinterpret_cast<const Sample*>(frame.planes[plane] + frame.strides[plane] * row);
}

/// Chroma of this luma row: blended from two rows where vertically subsampled, then doubled in width, where
/// even positions coincide with a chroma sample and odd ones lie between two.
template <class Sample>
void chromaRow(const VideoFrame& frame, std::size_t plane, int y, float scale, float offset,
               std::vector<float>& blend, std::vector<float>& out) {
    const int width = (frame.width + 1) / 2;
    const bool subsampled = chromaShiftY(frame.format) == 1;
    const int height = subsampled ? (frame.height + 1) / 2 : frame.height;
    const int own = subsampled ? y / 2 : y;
    const int other = subsampled ? std::clamp(y % 2 == 0 ? own - 1 : own + 1, 0, height - 1) : own;
    const auto* a = samples<Sample>(frame, plane, own);
    const auto* b = samples<Sample>(frame, plane, other);
    const float near = scale * (subsampled ? 0.75F : 1.0F), far = scale * (subsampled ? 0.25F : 0.0F);
    for (int x = 0; x < width; ++x)
        blend[static_cast<std::size_t>(x)] =
            near * static_cast<float>(a[x]) + far * static_cast<float>(b[x]) - offset;
    blend[static_cast<std::size_t>(width)] = blend[static_cast<std::size_t>(width - 1)];
    for (int x = 0; x < width; ++x) {
        const auto at = static_cast<std::size_t>(x);
        out[2 * at] = blend[at];
        out[2 * at + 1] = 0.5F * (blend[at] + blend[at + 1]);
    }
}

} // namespace

PictureRows::PictureRows(const VideoFrame& frame, const std::array<float, 3>& offset)
    : m_frame(frame)
    , m_offset(offset) {
    const std::size_t width = static_cast<std::size_t>(frame.width) + 2;
    for (std::vector<float>* row : {&m_y, &m_cb, &m_cr, &m_blend})
        row->resize(width);
}

template <class Sample>
void PictureRows::readAs(int y) {
    const float scale = 1.0F / static_cast<float>((1 << bitDepth(m_frame.format)) - 1);
    const auto* luma = samples<Sample>(m_frame, 0, y);
    for (int x = 0; x < m_frame.width; ++x)
        m_y[static_cast<std::size_t>(x)] = scale * static_cast<float>(luma[x]) - m_offset[0];
    chromaRow<Sample>(m_frame, 1, y, scale, m_offset[1], m_blend, m_cb);
    chromaRow<Sample>(m_frame, 2, y, scale, m_offset[2], m_blend, m_cr);
}

void PictureRows::read(int y) {
    if (bitDepth(m_frame.format) > 8)
        readAs<std::uint16_t>(y);
    else
        readAs<std::uint8_t>(y);
}

} // namespace cutaway::media
