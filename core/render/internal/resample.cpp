#include "core/render/internal/resample.h"

#include <algorithm>

namespace cutaway::render::internal {

namespace {

/// Rows of the source that were filtered along x, as long as the window over them needs them.
class FilteredRows {
public:
    FilteredRows(const Sheet& source, const Taps& columns, int width, int kept)
        : m_source(source)
        , m_columns(columns)
        , m_width(static_cast<std::size_t>(width))
        , m_kept(kept)
        , m_rows(m_width * static_cast<std::size_t>(kept)) {}

    const std::int16_t* row(int y) {
        std::int16_t* out = m_rows.data() + m_width * static_cast<std::size_t>(y % m_kept);
        if (y >= m_next) {
            if (m_source.bits > 8)
                filter<std::uint16_t>(y, out);
            else
                filter<std::uint8_t>(y, out);
            m_next = y + 1;
        }
        return out;
    }

private:
    template <class Sample>
    void filter(int y, std::int16_t* out) const {
        const auto* in = reinterpret_cast<const Sample*>(m_source.samples + y * m_source.stride);
        const int shift = weightBits + m_source.bits - workBits;
        const std::int32_t half = 1 << (shift - 1);
        if (m_columns.count == 4)
            for (std::size_t x = 0; x < m_width; ++x) {
                const Sample* at = in + m_columns.first[x];
                const std::int16_t* w = m_columns.weights.data() + x * 4;
                const std::int32_t sum = at[0] * w[0] + at[1] * w[1] + at[2] * w[2] + at[3] * w[3];
                out[x] = static_cast<std::int16_t>((sum + half) >> shift);
            }
        else
            for (std::size_t x = 0; x < m_width; ++x) {
                const Sample* at = in + m_columns.first[x];
                const std::int16_t* w = m_columns.of(x);
                std::int32_t sum = half;
                for (int k = 0; k < m_columns.count; ++k)
                    sum += at[k] * w[k];
                out[x] = static_cast<std::int16_t>(sum >> shift);
            }
    }

    const Sheet& m_source;
    const Taps& m_columns;
    const std::size_t m_width;
    const int m_kept;
    int m_next = 0; ///< the first row that was not filtered yet
    std::vector<std::int16_t> m_rows;
};

template <class Sample>
void write(const std::vector<std::int32_t>& sums, Sample* __restrict out, std::size_t width, int bits) {
    const int shift = weightBits + workBits - bits;
    const std::int32_t half = 1 << (shift - 1);
    const std::int32_t most = (1 << bits) - 1;
    const std::int32_t* __restrict in = sums.data();
    for (std::size_t x = 0; x < width; ++x)
        out[x] = static_cast<Sample>(std::clamp((in[x] + half) >> shift, 0, most));
}

void add(const std::int16_t* __restrict row, std::int16_t weight, std::int32_t* __restrict sums,
         std::size_t width) {
    for (std::size_t x = 0; x < width; ++x)
        sums[x] += std::int32_t{row[x]} * weight;
}

} // namespace

void resample(const Sheet& source, const Target& target, const Taps& columns, const Taps& rows) {
    FilteredRows filtered(source, columns, target.width, rows.count);
    const auto width = static_cast<std::size_t>(target.width);
    std::vector<std::int32_t> sums(width);
    for (int y = 0; y < target.height; ++y) {
        std::fill(sums.begin(), sums.end(), 0);
        const int first = rows.first[static_cast<std::size_t>(y)];
        const std::int16_t* weights = rows.of(static_cast<std::size_t>(y));
        for (int k = 0; k < rows.count; ++k) {
            const std::int16_t* row = filtered.row(first + k); // also when it weighs nothing: in order
            if (weights[k] != 0)
                add(row, weights[k], sums.data(), width);
        }
        std::uint8_t* out = target.samples + y * target.stride;
        if (target.bits > 8)
            write(sums, reinterpret_cast<std::uint16_t*>(out), width, target.bits);
        else
            write(sums, out, width, target.bits);
    }
}

} // namespace cutaway::render::internal
