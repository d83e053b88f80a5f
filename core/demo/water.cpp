#include "core/demo/water.h"

#include "core/demo/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cutaway::demo {

namespace {

constexpr int size = 512;            // texels of the square, a power of two
constexpr float texelsPerMetre = 48; // it repeats every 10.7 m
constexpr float bend = 0.045F;       // metres by which ripples displace the picture
constexpr float glintCode = 46;      // ten-bit codes of the brightest glints

std::size_t indexOf(int x, int y) {
    const int index = y * size + x;
    return static_cast<std::size_t>(index);
}

} // namespace

Water::Water()
    : m_waves(static_cast<std::size_t>(size * size)) {
    Random random(17);
    struct Component {
        int kx, ky;
        double phase, height;
    };
    std::vector<Component> components;
    for (int i = 0; i < 26; ++i) {
        const int kx = static_cast<int>(random.uniform(-15, 15));
        const int ky = static_cast<int>(random.uniform(3, 17));
        components.push_back({kx, ky, random.uniform(0, 2 * std::numbers::pi), 3 / std::hypot(kx, ky)});
    }
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            double sum = 0;
            for (const Component& c : components)
                sum += c.height * std::sin(2 * std::numbers::pi * (c.kx * x + c.ky * y) / size + c.phase);
            m_waves[indexOf(x, y)] = static_cast<float>(std::tanh(sum * 0.35));
        }
}

float Water::wave(float u, float v) const {
    const auto x = static_cast<int>(std::floor(u)) & (size - 1);
    const auto y = static_cast<int>(std::floor(v)) & (size - 1);
    return m_waves[indexOf(x, y)];
}

// A level camera sees every row of the ground at one depth, so ground coordinates run evenly along a row.
void Water::ripple(media::WritableFrame& frame, const Camera& camera, double x0, double x1, double y0,
                   double y1, double t) const {
    const auto drift = static_cast<float>(t * texelsPerMetre);
    std::vector<std::uint16_t> still(static_cast<std::size_t>(frame.frame.width));
    for (int line = 0; line < frame.frame.height; ++line) {
        const auto first = camera.onGround(0.5, line + 0.5);
        const auto second = camera.onGround(1.5, line + 0.5);
        if (!first || !second)
            continue;
        const double dx = second->x - first->x;
        const double dy = second->y - first->y;
        double from = 0;
        double to = frame.frame.width;
        const auto limit = [&](double start, double step, double low, double high) {
            if (std::abs(step) < 1e-12) {
                if (start < low || start > high)
                    to = -1;
                return;
            }
            const double a = (low - start) / step;
            const double b = (high - start) / step;
            from = std::max(from, std::min(a, b));
            to = std::min(to, std::max(a, b));
        };
        limit(first->x, dx, x0, x1);
        limit(first->y, dy, y0, y1);
        const int left = static_cast<int>(std::ceil(from));
        const int right = static_cast<int>(std::floor(to));
        if (right <= left)
            continue;
        auto* row = reinterpret_cast<std::uint16_t*>(frame.planes[0] + line * frame.frame.strides[0]);
        std::copy(row, row + frame.frame.width, still.begin());
        const double metre = std::hypot(dx, dy);
        const float shift = std::min(24.0F, static_cast<float>(bend / metre));
        // Far away the ripples are finer than pixels and only their average is left.
        const auto fine = static_cast<float>(std::clamp(0.10 / metre, 0.0, 1.0));
        const auto stepU = static_cast<float>(dx * texelsPerMetre);
        const auto stepV = static_cast<float>(dy * texelsPerMetre);
        auto u = static_cast<float>((first->x + dx * left) * texelsPerMetre);
        auto v = static_cast<float>((first->y + dy * left) * texelsPerMetre);
        for (int i = left; i < right; ++i, u += stepU, v += stepV) {
            const float a = wave(u * 0.8F + drift * 0.55F, v * 0.8F + drift * 0.21F);
            const float b = wave(u * 1.3F - drift * 0.33F, v * 1.3F + drift * 0.62F);
            const int source =
                std::clamp(i + static_cast<int>(std::lrintf((a - b) * shift)), left, right - 1);
            const float crest = std::max(0.0F, 1 - std::abs(a + b) * 2.2F);
            const float code = static_cast<float>(still[static_cast<std::size_t>(source)]) +
                               fine * (glintCode * crest * crest - 10 + 8 * a);
            row[i] = static_cast<std::uint16_t>(std::clamp(code, 64.0F, 1000.0F));
        }
    }
}

} // namespace cutaway::demo
