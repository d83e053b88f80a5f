#include "core/demo/backdrop.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <thread>

namespace cutaway::demo {

namespace {

constexpr int subPixels = 16; // of a panorama's stored codes
constexpr int gridStep = 16;  // pixels between exact projections of a view, linear between them

/// Runs `work(first, last)` over [0, rows) in even-sized, even-aligned bands on several threads.
void inBands(int rows, int threads, const std::function<void(int, int)>& work) {
    std::vector<std::jthread> pool;
    const int band = ((rows + threads - 1) / threads + 1) & ~1;
    for (int first = 0; first < rows; first += band)
        pool.emplace_back([&work, first, last = std::min(rows, first + band)] { work(first, last); });
}

std::uint16_t code(float v) {
    return static_cast<std::uint16_t>(std::clamp(std::lround(v), 4L, 1019L));
}

template <class Sample>
Sample* rowOf(media::WritableFrame& frame, std::size_t plane, int row) {
    return reinterpret_cast<Sample*>(frame.planes[plane] + row * frame.frame.strides[plane]);
}

} // namespace

FixedBackdrop::FixedBackdrop(const Venue& venue, const Camera& camera, int threads, std::stop_token stop)
    : m_picture(media::allocateFrame(camera.width(), camera.height(), media::PixelFormat::Yuv420p10,
                                     media::Colour::hlg())) {
    const double pixelAngle = 1 / camera.focalLength();
    const auto pixel = [&](int x, int y) {
        Light sum;
        for (const double dy : {0.25, 0.75})
            for (const double dx : {0.25, 0.75})
                sum = sum + venue.look(camera.position(), camera.ray(x + dx, y + dy), pixelAngle * 0.6);
        return toYcc(sum * 0.25F);
    };
    inBands(camera.height(), threads, [&](int first, int last) {
        for (int y = first; y < last && !stop.stop_requested(); y += 2) {
            auto* upper = rowOf<std::uint16_t>(m_picture, 0, y);
            auto* lower = rowOf<std::uint16_t>(m_picture, 0, y + 1);
            auto* cb = rowOf<std::uint16_t>(m_picture, 1, y / 2);
            auto* cr = rowOf<std::uint16_t>(m_picture, 2, y / 2);
            for (int x = 0; x < camera.width(); x += 2) {
                const Ycc a = pixel(x, y);
                const Ycc b = pixel(x + 1, y);
                const Ycc c = pixel(x, y + 1);
                const Ycc d = pixel(x + 1, y + 1);
                upper[x] = code(lumaCode(a.y));
                upper[x + 1] = code(lumaCode(b.y));
                lower[x] = code(lumaCode(c.y));
                lower[x + 1] = code(lumaCode(d.y));
                cb[x / 2] = code(chromaCode((a.cb + b.cb + c.cb + d.cb) / 4));
                cr[x / 2] = code(chromaCode((a.cr + b.cr + c.cr + d.cr) / 4));
            }
        }
    });
}

media::WritableFrame FixedBackdrop::frame() const {
    media::WritableFrame copy = media::allocateFrame(m_picture.frame.width, m_picture.frame.height,
                                                     m_picture.frame.format, m_picture.frame.colour);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int rows = plane == 0 ? copy.frame.height : copy.frame.height / 2;
        std::memcpy(copy.planes[plane], m_picture.frame.planes[plane],
                    static_cast<std::size_t>(rows * copy.frame.strides[plane]));
    }
    return copy;
}

Panorama::Panorama(const Venue& venue, const Vec3& lens, double fromPan, double toPan, double lowTangent,
                   double highTangent, double focal, int threads, std::stop_token stop)
    : m_fromPan(fromPan)
    , m_highTangent(highTangent)
    , m_focal(focal) {
    m_cb.width = static_cast<int>((toPan - fromPan) * focal) / 2;
    m_cb.height = static_cast<int>((highTangent - lowTangent) * focal) / 2;
    m_cr.width = m_cb.width;
    m_cr.height = m_cb.height;
    m_luma.width = m_cb.width * 2;
    m_luma.height = m_cb.height * 2;
    for (Plane* plane : {&m_luma, &m_cb, &m_cr})
        plane->samples.resize(static_cast<std::size_t>(plane->width) *
                              static_cast<std::size_t>(plane->height));
    inBands(m_luma.height, threads, [&](int first, int last) { fill(venue, lens, first, last, stop); });
}

// Columns run with the pan falling from left to right, as a camera's picture does.
void Panorama::fill(const Venue& venue, const Vec3& lens, int firstRow, int lastRow, std::stop_token stop) {
    const double span = m_luma.width / m_focal;
    const auto pixel = [&](int x, int y) {
        const double pan = m_fromPan + span - (x + 0.5) / m_focal;
        Light sum;
        for (const double dy : {0.25, 0.75}) {
            const double tangent = m_highTangent - (y + dy) / m_focal;
            sum = sum + venue.look(lens, normalised({std::cos(pan), std::sin(pan), tangent}), 0.8 / m_focal);
        }
        return toYcc(sum * 0.5F);
    };
    const auto store = [](Plane& plane, int x, int y, float v) {
        plane.samples[static_cast<std::size_t>(y) * static_cast<std::size_t>(plane.width) +
                      static_cast<std::size_t>(x)] =
            static_cast<std::uint16_t>(std::clamp(std::lround(v * subPixels), 64L, 16304L));
    };
    for (int y = firstRow; y < lastRow && !stop.stop_requested(); y += 2)
        for (int x = 0; x < m_luma.width; x += 2) {
            Ycc mean;
            for (int i = 0; i < 4; ++i) {
                const Ycc c = pixel(x + (i & 1), y + i / 2);
                store(m_luma, x + (i & 1), y + i / 2, lumaCode(c.y));
                mean.cb += c.cb / 4;
                mean.cr += c.cr / 4;
            }
            store(m_cb, x / 2, y / 2, chromaCode(mean.cb));
            store(m_cr, x / 2, y / 2, chromaCode(mean.cr));
        }
}

namespace {

/// One plane of a view: `place` gives where in the panorama's plane a pixel of the view looks.
template <class Plane, class Place>
void warp(const Plane& from, std::uint16_t* to, std::ptrdiff_t stride, int width, int height, Place place) {
    struct At {
        float x, y;
    };
    const int columns = width / gridStep + 2;
    const auto gridRow = [&](int y) {
        std::vector<At> row(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i) {
            const auto [x, yy] = place(i * gridStep + 0.5, y + 0.5);
            row[static_cast<std::size_t>(i)] = {static_cast<float>(x), static_cast<float>(yy)};
        }
        return row;
    };
    const int maxX = from.width - 2;
    const int maxY = from.height - 2;
    std::vector<At> above;
    std::vector<At> below = gridRow(0);
    for (int y = 0; y < height; ++y) {
        if (y % gridStep == 0) {
            above = std::move(below);
            below = gridRow(y + gridStep);
        }
        const float down = static_cast<float>(y % gridStep) / gridStep;
        std::uint16_t* out = to + y * stride;
        for (int cell = 0; cell * gridStep < width; ++cell) {
            const auto c = static_cast<std::size_t>(cell);
            const float x0 = above[c].x + (below[c].x - above[c].x) * down;
            const float y0 = above[c].y + (below[c].y - above[c].y) * down;
            const float x1 = above[c + 1].x + (below[c + 1].x - above[c + 1].x) * down;
            const float y1 = above[c + 1].y + (below[c + 1].y - above[c + 1].y) * down;
            // 16.16 fixed point along the cell: neighbours differ by a constant step.
            auto fx = static_cast<std::int64_t>(x0 * 65536);
            auto fy = static_cast<std::int64_t>(y0 * 65536);
            const auto stepX = static_cast<std::int64_t>((x1 - x0) * (65536.0F / gridStep));
            const auto stepY = static_cast<std::int64_t>((y1 - y0) * (65536.0F / gridStep));
            const int end = std::min(width, (cell + 1) * gridStep);
            for (int i = cell * gridStep; i < end; ++i, fx += stepX, fy += stepY) {
                const int px = std::clamp(static_cast<int>(fx >> 16), 0, maxX);
                const int py = std::clamp(static_cast<int>(fy >> 16), 0, maxY);
                const int wx = static_cast<int>(fx >> 8 & 255);
                const int wy = static_cast<int>(fy >> 8 & 255);
                const std::uint16_t* p =
                    from.samples.data() + static_cast<std::ptrdiff_t>(py) * from.width + px;
                const int top = p[0] * (256 - wx) + p[1] * wx;
                const int bottom = p[from.width] * (256 - wx) + p[from.width + 1] * wx;
                const int sum = (top >> 4) * (256 - wy) + (bottom >> 4) * wy;
                out[i] = static_cast<std::uint16_t>((sum + (1 << 15)) >> 16);
            }
        }
    }
}

} // namespace

media::WritableFrame Panorama::frame(const Camera& camera) const {
    media::WritableFrame view = media::allocateFrame(camera.width(), camera.height(),
                                                     media::PixelFormat::Yuv420p10, media::Colour::hlg());
    const double span = m_luma.width / m_focal;
    const auto place = [&](double px, double py) {
        const Vec3 d = camera.ray(px, py);
        double fromCentre = std::atan2(d.y, d.x) - (m_fromPan + span / 2);
        fromCentre = std::remainder(fromCentre, 2 * 3.14159265358979323846);
        const double tangent = d.z / std::hypot(d.x, d.y);
        return std::pair((span / 2 - fromCentre) * m_focal - 0.5, (m_highTangent - tangent) * m_focal - 0.5);
    };
    const auto halfPlace = [&](double px, double py) {
        const auto [x, y] = place(px * 2, py * 2);
        return std::pair((x + 0.5) / 2 - 0.5, (y + 0.5) / 2 - 0.5);
    };
    const auto stride = [&](std::size_t plane) { return view.frame.strides[plane] / 2; };
    const int width = camera.width();
    const int height = camera.height();
    warp(m_luma, rowOf<std::uint16_t>(view, 0, 0), stride(0), width, height, place);
    warp(m_cb, rowOf<std::uint16_t>(view, 1, 0), stride(1), width / 2, height / 2, halfPlace);
    warp(m_cr, rowOf<std::uint16_t>(view, 2, 0), stride(2), width / 2, height / 2, halfPlace);
    return view;
}

} // namespace cutaway::demo
