#include "core/media/internal/display_row_steps.h"

#ifdef __AVX2__
#include <immintrin.h>

namespace cutaway::media {

namespace {

/// Eight pixels at a time.
struct Avx2 {
    using Int = __m256i;
    static constexpr int lanes = 8;
    __m256 value;

    static Avx2 all(float x) { return {_mm256_set1_ps(x)}; }
    static Avx2 load(const float* from) { return {_mm256_loadu_ps(from)}; }
    static Avx2 min(Avx2 a, Avx2 b) { return {_mm256_min_ps(a.value, b.value)}; }
    static Avx2 max(Avx2 a, Avx2 b) { return {_mm256_max_ps(a.value, b.value)}; }
    static Int bits(Avx2 x) { return _mm256_castps_si256(x.value); }
    static Int shiftRight(Int x, int by) { return _mm256_srai_epi32(x, by); }
    static Int minus(Int x, std::int32_t y) { return _mm256_sub_epi32(x, _mm256_set1_epi32(y)); }
    static Int low(Int x, std::int32_t mask) { return _mm256_and_si256(x, _mm256_set1_epi32(mask)); }
    static Int toInt(Avx2 x) { return _mm256_cvttps_epi32(x.value); }
    static Avx2 fromInt(Int x) { return {_mm256_cvtepi32_ps(x)}; }
    static Avx2 gather(const float* table, Int at) { return {_mm256_i32gather_ps(table, at, 4)}; }
    static void store(std::uint8_t* out, Int r, Int g, Int b) {
        const Int green = _mm256_slli_epi32(g, 8), blue = _mm256_slli_epi32(b, 16);
        const Int opaque = _mm256_or_si256(r, _mm256_set1_epi32(static_cast<int>(0xff000000U)));
        _mm256_storeu_si256(reinterpret_cast<__m256i_u*>(out),
                            _mm256_or_si256(opaque, _mm256_or_si256(green, blue)));
    }
    friend Avx2 operator+(Avx2 a, Avx2 b) { return {_mm256_add_ps(a.value, b.value)}; }
    friend Avx2 operator-(Avx2 a, Avx2 b) { return {_mm256_sub_ps(a.value, b.value)}; }
    friend Avx2 operator*(Avx2 a, Avx2 b) { return {_mm256_mul_ps(a.value, b.value)}; }
    friend Avx2 operator/(Avx2 a, Avx2 b) { return {_mm256_div_ps(a.value, b.value)}; }
};

} // namespace

int displayRowAvx2(const DisplayTransform& transform, const DisplayRow& row) {
    const RowTables steps = rowTables(transform);
    int x = 0;
    for (; x + Avx2::lanes <= row.width; x += Avx2::lanes)
        pixels<Avx2>(steps, row.y + x, row.u + x, row.v + x, row.out + 4 * x);
    return x;
}

} // namespace cutaway::media
#else

namespace cutaway::media {

int displayRowAvx2(const DisplayTransform&, const DisplayRow&) {
    return 0;
}

} // namespace cutaway::media
#endif
