#include "core/render/placing.h"

#include "core/render/internal/turn.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

namespace cutaway::render {

using P = timeline::PictureParameter;

namespace {

constexpr int bits = 32;
constexpr std::int64_t whole = std::int64_t{1} << bits;
constexpr std::int64_t hundredThousand = 100'000;

std::int64_t samples(std::int64_t count) {
    return count * whole;
}

/// How large a picture is at 100 %: canvas samples for each of its own, along x and y.
struct Base {
    std::int64_t xNum, xDen, yNum, yDen;
};
Base baseOf(int width, int height, timeline::Framing framing, const Canvas& canvas) {
    const std::int64_t byWidth = std::int64_t{height} * canvas.width / width;
    const std::int64_t byHeight = std::int64_t{width} * canvas.height / height;
    // A row or two of rounding make no other shape: proxies of 16:9 may be 961x540.
    const bool wide = byWidth <= canvas.height;
    if (wide ? canvas.height - byWidth < 2 : canvas.width - byHeight < 2)
        return {canvas.width, width, canvas.height, height};
    const bool alongX = wide == (framing == timeline::Framing::Fit);
    const std::int64_t num = alongX ? canvas.width : canvas.height;
    const std::int64_t den = alongX ? width : height;
    return {num, den, num, den};
}

Way wayOf(int length, int canvasLength, std::int64_t num, std::int64_t den, std::int64_t scale,
          std::int64_t position, std::int64_t cropFirst, std::int64_t cropEnd) {
    Way way;
    way.length = length;
    way.centre = samples(canvasLength) / 2 + mulDivRound(samples(canvasLength), position, hundredThousand);
    way.num = num * scale;
    way.den = den * hundredThousand;
    way.first = mulDivRound(samples(length), cropFirst, hundredThousand);
    way.end = samples(length) - mulDivRound(samples(length), cropEnd, hundredThousand);
    return way;
}

/// The whole, even samples around what lies between two places.
std::pair<int, int> around(std::int64_t from, std::int64_t to, int length) {
    const std::int64_t first = (from >> bits) & ~std::int64_t{1};
    const std::int64_t end = (((to + whole - 1) >> bits) + 1) & ~std::int64_t{1};
    const auto within = [&](std::int64_t at) {
        return static_cast<int>(std::clamp<std::int64_t>(at, 0, length));
    };
    return {within(first), within(end)};
}

} // namespace

std::int64_t Way::onPicture(std::int64_t canvas) const {
    return samples(length) / 2 + mulDivRound(canvas - centre, den, num);
}

std::int64_t Way::onCanvas(std::int64_t picture) const {
    return centre + mulDivRound(picture - samples(length) / 2, num, den);
}

bool Way::isUnchanged(int canvasLength) const {
    return length == canvasLength && num == den && centre == samples(canvasLength) / 2 && first == 0 &&
           end == samples(length);
}

bool Placing::isVisible() const {
    return opacity > 0 && x.num > 0 && y.num > 0 && x.first < x.end && y.first < y.end;
}

bool Placing::isUnchanged(const Canvas& canvas) const {
    return opacity == 1000 && rotation == 0 && x.isUnchanged(canvas.width) && y.isUnchanged(canvas.height);
}

bool Placing::hides(const Canvas& canvas) const {
    if (!isVisible() || opacity < 1000 || rotation != 0)
        return false;
    const auto covers = [](const Way& way, int length) {
        return way.onCanvas(way.first) <= 0 && way.onCanvas(way.end) >= samples(length);
    };
    return covers(x, canvas.width) && covers(y, canvas.height);
}

Area Placing::area(const Canvas& canvas) const {
    if (!isVisible())
        return {};
    const std::array<std::int64_t, 2> xs{x.onCanvas(x.first), x.onCanvas(x.end)};
    const std::array<std::int64_t, 2> ys{y.onCanvas(y.first), y.onCanvas(y.end)};
    std::int64_t left = xs[0], right = xs[1], top = ys[0], bottom = ys[1];
    if (rotation != 0) {
        const auto turn = internal::turnBy(rotation);
        const auto turned = [](std::int64_t a, std::int64_t b, std::int64_t p, std::int64_t q) {
            return static_cast<std::int64_t>((Int128(a) * p + Int128(b) * q) >> 30);
        };
        left = top = std::numeric_limits<std::int64_t>::max();
        right = bottom = std::numeric_limits<std::int64_t>::min();
        for (const std::int64_t px : xs)
            for (const std::int64_t py : ys) {
                const std::int64_t dx = px - x.centre, dy = py - y.centre;
                const std::int64_t cx = x.centre + turned(dx, dy, turn.cosine, -turn.sine);
                const std::int64_t cy = y.centre + turned(dx, dy, turn.sine, turn.cosine);
                left = std::min(left, cx - whole);
                right = std::max(right, cx + whole);
                top = std::min(top, cy - whole);
                bottom = std::max(bottom, cy + whole);
            }
    }
    Area area;
    std::tie(area.left, area.right) = around(left, right, canvas.width);
    std::tie(area.top, area.bottom) = around(top, bottom, canvas.height);
    return area;
}

Placing placingOf(int width, int height, const timeline::PicturePlacement& placement, const Canvas& canvas) {
    const Base base = baseOf(width, height, placement.framing.value_or(timeline::Framing::Fit), canvas);
    const std::int64_t scale = placement.of(P::Scale);
    Placing placing;
    placing.x = wayOf(width, canvas.width, base.xNum, base.xDen, scale, placement.of(P::PositionX),
                      placement.of(P::CropLeft), placement.of(P::CropRight));
    placing.y = wayOf(height, canvas.height, base.yNum, base.yDen, scale, placement.of(P::PositionY),
                      placement.of(P::CropTop), placement.of(P::CropBottom));
    constexpr std::int64_t round = 360'000;
    placing.rotation = (placement.of(P::Rotation) % round + round) % round;
    placing.opacity = placement.of(P::Opacity);
    return placing;
}

} // namespace cutaway::render
