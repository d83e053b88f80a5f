#include "core/media/internal/display_row.h"

#include "core/media/internal/display_row_steps.h"

#include <bit>
#include <cstring>

namespace cutaway::media {

namespace {

/// One pixel at a time.
struct Scalar {
    using Int = std::int32_t;
    static constexpr int lanes = 1;
    float value;

    static Scalar all(float x) { return {x}; }
    static Scalar load(const float* from) { return {*from}; }
    static Scalar min(Scalar a, Scalar b) { return a.value < b.value ? a : b; }
    static Scalar max(Scalar a, Scalar b) { return a.value > b.value ? a : b; }
    static Int bits(Scalar x) { return std::bit_cast<Int>(x.value); }
    static Int shiftRight(Int x, int by) { return x >> by; }
    static Int minus(Int x, Int y) { return x - y; }
    static Int low(Int x, Int mask) { return x & mask; }
    static Int toInt(Scalar x) { return static_cast<Int>(x.value); }
    static Scalar fromInt(Int x) { return {static_cast<float>(x)}; }
    static Scalar gather(const float* table, Int at) { return {table[at]}; }
    static void store(std::uint8_t* out, Int r, Int g, Int b) {
        out[0] = static_cast<std::uint8_t>(r);
        out[1] = static_cast<std::uint8_t>(g);
        out[2] = static_cast<std::uint8_t>(b);
        out[3] = 255;
    }
    friend Scalar operator+(Scalar a, Scalar b) { return {a.value + b.value}; }
    friend Scalar operator-(Scalar a, Scalar b) { return {a.value - b.value}; }
    friend Scalar operator*(Scalar a, Scalar b) { return {a.value * b.value}; }
    friend Scalar operator/(Scalar a, Scalar b) { return {a.value / b.value}; }
};

bool hasAvx2() {
#ifdef __x86_64__
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

} // namespace

void displayRow(const DisplayTransform& transform, const DisplayRow& row) {
    static const bool avx2 = hasAvx2();
    const RowTables steps = rowTables(transform);
    for (int x = avx2 ? displayRowAvx2(transform, row) : 0; x < row.width; x += Scalar::lanes)
        pixels<Scalar>(steps, row.y + x, row.u + x, row.v + x, row.out + 4 * x);
}

} // namespace cutaway::media
