#include "core/demo/figure.h"

#include <QRgba64>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace cutaway::demo {

namespace {

constexpr float maxShade = 2.0F;
// HLG is close to a square root below reference white, so dimming light by k dims the signal by about this.
constexpr float signalExponent = 0.45F;

/// A part as seen: its outline in pixels and what is needed to shade it.
struct Seen {
    float x0, y0, x1, y1, r0, r1;
    double depth;
    const Part* part;
};

struct Vec3f {
    float x, y, z;
};

Vec3f inCamera(const Vec3& v, const Camera& camera) {
    return {static_cast<float>(dot(v, camera.right())), static_cast<float>(dot(v, camera.up())),
            static_cast<float>(-dot(v, camera.forward()))};
}

float dot(const Vec3f& a, const Vec3f& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

/// How wide a flattened part looks from the camera, as a share of its radius.
double seenWidth(const Part& part, const Vec3& view) {
    if (part.flatness >= 1)
        return 1;
    const double facing = std::abs(demo::dot(normalised(part.front), view));
    const double depth = part.flatness * part.flatness * (1 - facing * facing);
    return std::sqrt(facing * facing + depth);
}

std::vector<Seen> seenParts(const std::vector<Part>& parts, const Camera& camera) {
    std::vector<Seen> seen;
    seen.reserve(parts.size());
    for (const Part& part : parts) {
        const auto a = camera.project(part.from);
        const auto b = camera.project(part.to);
        if (!a || !b)
            continue;
        const double width = seenWidth(part, normalised((part.from + part.to) * 0.5 - camera.position()));
        const auto radius = [&](double r, double depth) {
            return static_cast<float>(r * width * camera.pixelsPerMetre(depth));
        };
        seen.push_back({static_cast<float>(a->x), static_cast<float>(a->y), static_cast<float>(b->x),
                        static_cast<float>(b->y), radius(part.radiusFrom, a->depth),
                        radius(part.radiusTo, b->depth), (a->depth + b->depth) / 2 - part.nearer, &part});
    }
    std::ranges::sort(seen, std::greater(), &Seen::depth);
    return seen;
}

struct Box {
    float left = 1e9F, top = 1e9F, right = -1e9F, bottom = -1e9F;

    void add(float x, float y, float rx, float ry) {
        left = std::min(left, x - rx);
        right = std::max(right, x + rx);
        top = std::min(top, y - ry);
        bottom = std::max(bottom, y + ry);
    }
};

Tile tileFor(Box box, const Camera& camera) {
    constexpr float margin = 2;
    box.left = std::max(box.left - margin, 0.0F);
    box.top = std::max(box.top - margin, 0.0F);
    box.right = std::min(box.right + margin, static_cast<float>(camera.width()));
    box.bottom = std::min(box.bottom + margin, static_cast<float>(camera.height()));
    if (box.right <= box.left || box.bottom <= box.top)
        return {};
    return Tile(static_cast<int>(box.left), static_cast<int>(box.top),
                static_cast<int>(box.right - box.left) + 2, static_cast<int>(box.bottom - box.top) + 2);
}

/// Light on a surface as a function of its normal in camera space.
class Shader {
public:
    Shader(const Lighting& lighting, const Camera& camera)
        : m_up(inCamera({0, 0, 1}, camera))
        , m_ambient(lighting.ambient) {
        for (std::size_t i = 0; i < m_lights.size(); ++i) {
            m_lights[i] = inCamera(lighting.towards[i], camera);
            m_strength[i] = lighting.strength[i];
        }
        const Vec3f& key = m_lights[0];
        const float n = std::sqrt(key.x * key.x + key.y * key.y + (key.z + 1) * (key.z + 1));
        m_half = {key.x / n, key.y / n, (key.z + 1) / n};
    }

    float shade(const Vec3f& n) const {
        float sum = m_ambient * (0.7F + 0.3F * dot(n, m_up));
        for (std::size_t i = 0; i < m_lights.size(); ++i)
            sum += m_strength[i] * std::max(0.0F, dot(n, m_lights[i]));
        float gloss = std::max(0.0F, dot(n, m_half));
        gloss *= gloss;
        gloss *= gloss;
        gloss *= gloss;
        return sum + 0.35F * gloss * gloss;
    }

private:
    std::array<Vec3f, 3> m_lights{};
    std::array<float, 3> m_strength{};
    Vec3f m_up;
    Vec3f m_half{};
    float m_ambient;
};

/// The frame in which a part is shaded: across it on the screen, towards the eye, and where its front is.
struct PartFrame {
    Vec3f across;
    Vec3f facing;
    float frontAngle; ///< of the wrap's middle, in turns from `facing`
};

PartFrame frameOf(const Seen& s, const Camera& camera) {
    const Vec3 axis = normalised(s.part->to - s.part->from);
    const Vec3 view = normalised((s.part->from + s.part->to) * 0.5 - camera.position());
    Vec3 across = normalised(cross(axis, view));
    const Vec3f flat = inCamera(across, camera);
    const float screenX = -(s.y1 - s.y0);
    const float screenY = s.x1 - s.x0;
    if (flat.x * screenX - flat.y * screenY < 0)
        across = across * -1;
    Vec3 facing = cross(across, axis);
    if (demo::dot(facing, view) > 0)
        facing = facing * -1;
    const double front = std::atan2(demo::dot(s.part->front, across), demo::dot(s.part->front, facing));
    return {inCamera(across, camera), inCamera(facing, camera),
            static_cast<float>(front / (2 * std::numbers::pi))};
}

void paintPart(Tile& tile, const Seen& s, const Shader& shader, const Camera& camera) {
    const float dx = s.x1 - s.x0;
    const float dy = s.y1 - s.y0;
    const float lengthSquared = std::max(dx * dx + dy * dy, 1e-6F);
    const float inverseLength = 1 / std::sqrt(lengthSquared);
    const PartFrame frame = frameOf(s, camera);
    const Material& material = *s.part->material;
    const float big = std::max(s.r0, s.r1) + 1;
    // Limbs keep the shading of their sides up to the joint, so that no seam shows where two of them meet.
    const double solidLength = length(s.part->to - s.part->from);
    const bool slender = solidLength > 2 * std::max(s.part->radiusFrom, s.part->radiusTo);
    const float offsetX = static_cast<float>(tile.x());
    const float offsetY = static_cast<float>(tile.y());
    const int left = std::max(0, static_cast<int>(std::min(s.x0, s.x1) - big - offsetX));
    const int right = std::min(tile.width(), static_cast<int>(std::max(s.x0, s.x1) + big - offsetX) + 2);
    const int top = std::max(0, static_cast<int>(std::min(s.y0, s.y1) - big - offsetY));
    const int bottom = std::min(tile.height(), static_cast<int>(std::max(s.y0, s.y1) + big - offsetY) + 2);
    for (int line = top; line < bottom; ++line) {
        Tile::Pixel* row = tile.row(line);
        const float py = static_cast<float>(line) + 0.5F + offsetY - s.y0;
        for (int i = left; i < right; ++i) {
            const float px = static_cast<float>(i) + 0.5F + offsetX - s.x0;
            const float along = (px * dx + py * dy) / lengthSquared;
            const float t = std::clamp(along, 0.0F, 1.0F);
            const float radius = s.r0 + (s.r1 - s.r0) * t;
            const float ex = px - t * dx;
            const float ey = py - t * dy;
            const float squared = ex * ex + ey * ey;
            if (squared >= (radius + 0.5F) * (radius + 0.5F))
                continue;
            const float distance = std::sqrt(squared);
            const float coverage = std::min(1.0F, radius + 0.5F - distance);
            const float inverse = 1 / std::max(radius, 0.5F);
            const float rim = std::min(distance * inverse, 0.999F);
            Vec3f normal;
            float u = 0;
            if (slender || (along > 0 && along < 1)) {
                u = std::clamp((px * -dy + py * dx) * inverseLength * inverse, -0.999F, 0.999F);
                const float towards = std::sqrt(1 - u * u);
                normal = {frame.across.x * u + frame.facing.x * towards,
                          frame.across.y * u + frame.facing.y * towards,
                          frame.across.z * u + frame.facing.z * towards};
            } else {
                normal = {ex * inverse, -ey * inverse, std::sqrt(1 - rim * rim)};
            }
            const float shade = shader.shade(normal);
            if (material.isWrapped()) {
                const float around = std::asin(u) * (0.5F * std::numbers::inv_pi_v<float>)-frame.frontAngle;
                Tile::blend(row[i], material.at(shade, around, t), coverage);
            } else {
                Tile::blend(row[i], material.at(shade), coverage);
            }
        }
    }
}

} // namespace

std::shared_ptr<const Wrap> Wrap::fromImage(const QImage& image) {
    auto wrap = std::make_shared<Wrap>();
    wrap->width = image.width();
    wrap->height = image.height();
    wrap->texels.reserve(static_cast<std::size_t>(wrap->width) * static_cast<std::size_t>(wrap->height));
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgba64*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            constexpr float full = 1.0F / 65535;
            wrap->texels.push_back(toYcc(Signal{static_cast<float>(line[x].red()) * full,
                                                static_cast<float>(line[x].green()) * full,
                                                static_cast<float>(line[x].blue()) * full}));
        }
    }
    return wrap;
}

Material::Material(const Light& colour, float shine) {
    for (std::size_t i = 0; i < m_ramp.size(); ++i) {
        const float shade = static_cast<float>(i) / 255 * maxShade;
        const float gloss = std::max(0.0F, shade - 0.95F) * shine;
        m_ramp[i] = toYcc(colour * shade + Light{1, 1, 1} * gloss);
    }
}

Material::Material(std::shared_ptr<const Wrap> wrap)
    : m_wrap(std::move(wrap)) {
    for (std::size_t i = 0; i < m_ramp.size(); ++i)
        m_ramp[i].y = std::pow(static_cast<float>(i) / 255 * maxShade, signalExponent);
}

const Ycc& Material::at(float shade) const {
    const float index = std::clamp(shade / maxShade, 0.0F, 1.0F) * 255;
    return m_ramp[static_cast<std::size_t>(index)];
}

Ycc Material::at(float shade, float around, float along) const {
    const float turn = around + 0.5F - std::floor(around + 0.5F);
    const int x = std::min(m_wrap->width - 1, static_cast<int>(turn * static_cast<float>(m_wrap->width)));
    const int y =
        std::clamp(static_cast<int>((1 - along) * static_cast<float>(m_wrap->height)), 0, m_wrap->height - 1);
    const Ycc& c = m_wrap->texels[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_wrap->width) +
                                  static_cast<std::size_t>(x)];
    const float gain = at(shade).y;
    return {c.y * gain, c.cb * gain, c.cr * gain};
}

Tile paintFigure(const std::vector<Part>& parts, const Camera& camera, const Lighting& lighting) {
    const std::vector<Seen> seen = seenParts(parts, camera);
    Box box;
    for (const Seen& s : seen) {
        box.add(s.x0, s.y0, s.r0, s.r0);
        box.add(s.x1, s.y1, s.r1, s.r1);
    }
    Tile tile = tileFor(box, camera);
    if (tile.width() == 0)
        return tile;
    const Shader shader(lighting, camera);
    for (const Seen& s : seen)
        paintPart(tile, s, shader, camera);
    return tile;
}

Tile paintShadow(const std::vector<Part>& parts, const Camera& camera, float darkness) {
    struct Smudge {
        float x0, y0, x1, y1, r, squash, strength;
    };
    constexpr double softness = 0.30; // metres of blur per metre of height
    std::vector<Smudge> smudges;
    Box box;
    for (const Part& part : parts) {
        const auto a = camera.project({part.from.x, part.from.y, 0});
        const auto b = camera.project({part.to.x, part.to.y, 0});
        if (!a || !b)
            continue;
        const double height = (part.from.z + part.to.z) / 2;
        const double radius = (part.radiusFrom + part.radiusTo) / 2;
        const Vec3 view = Vec3{part.from.x, part.from.y, 0} - camera.position();
        const float squash = static_cast<float>(std::clamp(-view.z / length(view), 0.05, 1.0));
        const auto blur = static_cast<float>((radius * 1.15 + softness * std::max(0.0, height)) *
                                             camera.pixelsPerMetre(a->depth));
        const auto strength = static_cast<float>(darkness / (1 + 2.2 * std::max(0.0, height)));
        smudges.push_back({static_cast<float>(a->x), static_cast<float>(a->y), static_cast<float>(b->x),
                           static_cast<float>(b->y), blur, squash, strength});
        box.add(smudges.back().x0, smudges.back().y0, blur, blur * squash);
        box.add(smudges.back().x1, smudges.back().y1, blur, blur * squash);
    }
    Tile tile = tileFor(box, camera);
    for (const Smudge& p : smudges) {
        const float dx = p.x1 - p.x0;
        const float dy = (p.y1 - p.y0) / p.squash;
        const float lengthSquared = std::max(dx * dx + dy * dy, 1e-6F);
        const int top = std::max(0, static_cast<int>(std::min(p.y0, p.y1) - p.r * p.squash) - tile.y());
        const int bottom =
            std::min(tile.height(), static_cast<int>(std::max(p.y0, p.y1) + p.r * p.squash) - tile.y() + 2);
        const int left = std::max(0, static_cast<int>(std::min(p.x0, p.x1) - p.r) - tile.x());
        const int right = std::min(tile.width(), static_cast<int>(std::max(p.x0, p.x1) + p.r) - tile.x() + 2);
        for (int line = top; line < bottom; ++line) {
            Tile::Pixel* row = tile.row(line);
            const float py = (static_cast<float>(line + tile.y()) + 0.5F - p.y0) / p.squash;
            for (int i = left; i < right; ++i) {
                const float px = static_cast<float>(i + tile.x()) + 0.5F - p.x0;
                const float t = std::clamp((px * dx + py * dy) / lengthSquared, 0.0F, 1.0F);
                const float ex = px - t * dx;
                const float ey = py - t * dy;
                const float away = (ex * ex + ey * ey) / (p.r * p.r);
                if (away >= 1)
                    continue;
                const auto alpha = static_cast<std::int16_t>(p.strength * (1 - away) * (1 - away) *
                                                             static_cast<float>(Tile::one));
                // The darkest of the overlapping smudges, not their sum: one lamp, one shadow.
                row[i].a = std::max(row[i].a, alpha);
            }
        }
    }
    return tile;
}

} // namespace cutaway::demo
