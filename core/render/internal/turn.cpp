#include "core/render/internal/turn.h"

namespace cutaway::render::internal {

namespace {

constexpr int bits = 30;
constexpr std::int64_t whole = std::int64_t{1} << bits;
constexpr std::int64_t quarter = 90'000;

/// Both for an angle of 0 to 45 degrees, by their series in 2^-30.
Turn small(std::int64_t thousandths) {
    // pi / 180,000 in 2^-60, so that the angle is right to its last bit.
    constexpr std::int64_t radian60 = 20'122'276'272'436; // 2^60 * pi / 180000
    const std::int64_t x = (thousandths * radian60) >> bits;
    Turn turn{whole, x};
    std::int64_t term = x;
    for (int n = 2; n <= 12; ++n) {
        term = ((term * x) >> bits) / n;
        std::int64_t& sum = n % 2 == 0 ? turn.cosine : turn.sine;
        sum += n % 4 < 2 ? term : -term;
    }
    return turn;
}

} // namespace

Turn turnBy(std::int64_t thousandths) {
    std::int64_t angle = thousandths % (4 * quarter);
    if (angle < 0)
        angle += 4 * quarter;
    const std::int64_t quarters = angle / quarter;
    std::int64_t rest = angle % quarter;
    Turn turn;
    if (rest <= quarter / 2) {
        turn = small(rest);
    } else {
        const Turn other = small(quarter - rest);
        turn = {other.sine, other.cosine};
    }
    for (std::int64_t n = 0; n < quarters; ++n)
        turn = {-turn.sine, turn.cosine};
    return turn;
}

} // namespace cutaway::render::internal
