#include "core/render/keyed_picture.h"

#include "core/media/colour_convert.h"
#include "core/render/internal/planes.h"

#include <QImage>
#include <QRgba64>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace cutaway::render {

namespace {

constexpr double most = 65535; // of a channel of the image

/// Y', Cb, Cr and key of one pixel, premultiplied, as shares of one; chroma around 0.
struct Shaped {
    float y = 0, cb = 0, cr = 0, key = 0;

    Shaped& operator+=(const Shaped& other) {
        y += other.y;
        cb += other.cb;
        cr += other.cr;
        key += other.key;
        return *this;
    }
};

class Converter {
public:
    Converter(const QImage& image, const Canvas& canvas)
        : m_image(image)
        , m_weights(media::lumaWeights(canvas.colour))
        , m_one(1 << (16 - media::bitDepth(canvas.format))) {
        const int step = 1 << (media::bitDepth(canvas.format) - 8);
        const bool wide = canvas.colour.fullRange;
        const int codes = (1 << media::bitDepth(canvas.format)) - 1;
        m_black = wide ? 0 : 16 * step;
        m_lumaRange = wide ? codes : 219 * step;
        m_neutral = 128 * step;
        m_chromaRange = wide ? codes : 224 * step;
    }

    /// Pixels [from, from + row.size()) of a line of the image; outside of it nothing.
    void read(int line, int from, std::vector<Shaped>& row) const {
        std::fill(row.begin(), row.end(), Shaped{});
        if (line < 0 || line >= m_image.height())
            return;
        const auto* in = reinterpret_cast<const QRgba64*>(m_image.constScanLine(line));
        const auto wr = static_cast<float>(m_weights[0] / most);
        const auto wg = static_cast<float>(m_weights[1] / most);
        const auto wb = static_cast<float>(m_weights[2] / most);
        const auto toCb = static_cast<float>(0.5 / (1 - m_weights[2]));
        const auto toCr = static_cast<float>(0.5 / (1 - m_weights[0]));
        const int last = std::min(m_image.width(), from + static_cast<int>(row.size()));
        for (int i = std::max(from, 0); i < last; ++i) {
            if (in[i].alpha() == 0)
                continue;
            Shaped& out = row[static_cast<std::size_t>(i - from)];
            out.y = wr * in[i].red() + wg * in[i].green() + wb * in[i].blue();
            out.cb = (static_cast<float>(in[i].blue() / most) - out.y) * toCb;
            out.cr = (static_cast<float>(in[i].red() / most) - out.y) * toCr;
            out.key = static_cast<float>(in[i].alpha() / most);
        }
    }

    std::uint16_t luma(const Shaped& s) const { return code(m_black, m_lumaRange, s.y, s.key); }
    std::uint16_t cb(const Shaped& s) const { return code(m_neutral, m_chromaRange, s.cb, s.key); }
    std::uint16_t cr(const Shaped& s) const { return code(m_neutral, m_chromaRange, s.cr, s.key); }
    static std::uint16_t key(const Shaped& s) {
        return static_cast<std::uint16_t>(std::lround(s.key * KeyedPicture::full));
    }

private:
    std::uint16_t code(int offset, int range, float value, float key) const {
        const float sum = (static_cast<float>(offset) * key + static_cast<float>(range) * value) *
                          static_cast<float>(m_one);
        return static_cast<std::uint16_t>(std::clamp(std::lround(sum), 0L, 65535L));
    }

    const QImage& m_image;
    std::array<double, 3> m_weights;
    int m_one = 1;
    int m_black = 0, m_lumaRange = 0, m_neutral = 0, m_chromaRange = 0;
};

/// Chroma lies on the even columns: those weigh half, the ones beside them a quarter each. `row` begins one
/// pixel to the left of the picture.
Shaped sited(const std::vector<Shaped>& row, std::size_t column) {
    const Shaped& left = row[2 * column];
    const Shaped& own = row[2 * column + 1];
    const Shaped& right = row[2 * column + 2];
    const auto mean = [](float a, float b, float c) { return (a + 2 * b + c) / 4; };
    return {0, mean(left.cb, own.cb, right.cb), mean(left.cr, own.cr, right.cr),
            mean(left.key, own.key, right.key)};
}

template <class Sample>
void overRow(Sample* out, const std::uint16_t* fill, const std::uint16_t* key, std::size_t count, int bits) {
    const int up = 16 - bits;
    const int down = 15 + up;
    const std::uint32_t half = 1u << (down - 1);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t kept = static_cast<std::uint32_t>(KeyedPicture::full) - key[i];
        const std::uint32_t sum = (static_cast<std::uint32_t>(out[i]) << up) * kept + half;
        // The fill is at most what the key takes away, so that the sum stays within 32 bits.
        out[i] = static_cast<Sample>((sum + (static_cast<std::uint32_t>(fill[i]) << 15)) >> down);
    }
}

} // namespace

std::size_t KeyedPicture::bytes() const {
    std::size_t samples = 0;
    for (const auto& plane : fill)
        samples += plane.size();
    for (const auto& plane : key)
        samples += plane.size();
    return samples * sizeof(std::uint16_t);
}

KeyedPicture keyedPicture(const QImage& image, int x, int y, const Canvas& canvas) {
    KeyedPicture picture;
    picture.format = canvas.format;
    picture.x = std::clamp(x, 0, canvas.width);
    picture.y = std::clamp(y, 0, canvas.height);
    const int right = std::clamp(x + image.width() + 1, picture.x, canvas.width);
    const int bottom = std::clamp(y + image.height() + 1, picture.y, canvas.height);
    picture.width = (right - picture.x) & ~1;
    picture.height = (bottom - picture.y) & ~1;
    if (picture.width == 0 || picture.height == 0) {
        picture.width = picture.height = 0;
        return picture;
    }
    const Converter convert(image, canvas);
    const bool halfLines = media::chromaShiftY(canvas.format) == 1;
    const auto width = static_cast<std::size_t>(picture.width);
    const auto height = static_cast<std::size_t>(picture.height);
    const std::size_t chroma = width / 2 * (halfLines ? height / 2 : height);
    picture.fill = {std::vector<std::uint16_t>(width * height), std::vector<std::uint16_t>(chroma),
                    std::vector<std::uint16_t>(chroma)};
    picture.key = {std::vector<std::uint16_t>(width * height), std::vector<std::uint16_t>(chroma)};
    std::vector<Shaped> row(width + 2);
    std::vector<Shaped> pair(width / 2);
    std::size_t at = 0;
    for (std::size_t line = 0; line < height; ++line) {
        convert.read(static_cast<int>(line) + picture.y - y, picture.x - x - 1, row);
        for (std::size_t i = 0; i < width; ++i) {
            picture.fill[0][line * width + i] = convert.luma(row[i + 1]);
            picture.key[0][line * width + i] = Converter::key(row[i + 1]);
        }
        const bool second = line % 2 == 1;
        if (!halfLines || !second)
            std::fill(pair.begin(), pair.end(), Shaped{});
        for (std::size_t i = 0; i < width / 2; ++i)
            pair[i] += sited(row, i);
        if (halfLines && !second)
            continue;
        for (Shaped mean : pair) {
            if (halfLines)
                mean = {0, mean.cb / 2, mean.cr / 2, mean.key / 2};
            picture.fill[1][at] = convert.cb(mean);
            picture.fill[2][at] = convert.cr(mean);
            picture.key[1][at++] = Converter::key(mean);
        }
    }
    return picture;
}

media::VideoFramePtr keyOver(const media::VideoFramePtr& below, const KeyedPicture& picture,
                             const Canvas& canvas) {
    const media::VideoFramePtr base = below ? below : blackFrame(canvas);
    if (picture.width == 0)
        return base;
    media::WritableFrame result =
        media::allocateFrame(canvas.width, canvas.height, canvas.format, canvas.colour);
    const std::size_t bytes = internal::sampleBytes(canvas.format);
    const int bits = media::bitDepth(canvas.format);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const auto rowBytes = static_cast<std::size_t>(internal::planeWidth(canvas.width, plane)) * bytes;
        const int lines = internal::planeHeight(canvas.height, canvas.format, plane);
        const int left = plane == 0 ? picture.x : picture.x / 2;
        const int top = plane == 0 ? picture.y : picture.y >> media::chromaShiftY(canvas.format);
        const int width = internal::planeWidth(picture.width, plane);
        const int height = internal::planeHeight(picture.height, canvas.format, plane);
        for (int line = 0; line < lines; ++line) {
            std::uint8_t* out = result.planes[plane] + line * result.frame.strides[plane];
            std::memcpy(out, base->planes[plane] + line * base->strides[plane], rowBytes);
            if (line < top || line >= top + height)
                continue;
            const auto from = static_cast<std::size_t>(line - top) * static_cast<std::size_t>(width);
            const std::uint16_t* fill = picture.fill[plane].data() + from;
            const std::uint16_t* key = picture.key[plane == 0 ? 0 : 1].data() + from;
            if (bytes == 2)
                overRow(reinterpret_cast<std::uint16_t*>(out) + left, fill, key,
                        static_cast<std::size_t>(width), bits);
            else
                overRow(out + left, fill, key, static_cast<std::size_t>(width), bits);
        }
    }
    return result.share();
}

} // namespace cutaway::render
