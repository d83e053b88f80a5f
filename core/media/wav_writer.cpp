#include "core/media/wav_writer.h"

#include "core/time/frame_rate.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

namespace cutaway::media {

namespace {

constexpr int bytesPerSample = 3;
constexpr std::uint32_t headerBytes = 44;
constexpr std::int64_t mostBytes = 0xFFFFFFFFLL - headerBytes; ///< that a WAV file can count

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

Error failed(const std::filesystem::path& path) {
    const int why = errno;
    return {why == ENOSPC ? ErrorCategory::OutOfSpace : ErrorCategory::Io,
            "The recording cannot be written to " + path.string() + ": " + std::strerror(why) + ".",
            {}};
}

std::array<unsigned char, headerBytes> headerOf(int channels, std::int64_t dataBytes) {
    std::array<unsigned char, headerBytes> header{};
    std::size_t at = 0;
    const auto text = [&](const char* four) {
        std::memcpy(header.data() + at, four, 4);
        at += 4;
    };
    const auto number = [&](std::uint32_t value, std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i)
            header[at++] = static_cast<unsigned char>(value >> (8 * i));
    };
    const auto frameBytes = static_cast<std::uint32_t>(channels * bytesPerSample);
    const auto rate = static_cast<std::uint32_t>(sampleRate48k.num);
    const auto data = static_cast<std::uint32_t>(dataBytes);
    text("RIFF");
    number(headerBytes - 8 + data, 4);
    text("WAVE");
    text("fmt ");
    number(16, 4);
    number(1, 2); // PCM
    number(static_cast<std::uint32_t>(channels), 2);
    number(rate, 4);
    number(rate * frameBytes, 4);
    number(frameBytes, 2);
    number(8 * bytesPerSample, 2);
    text("data");
    number(data, 4);
    return header;
}

} // namespace

struct WavWriter::Impl {
    std::filesystem::path path;
    std::unique_ptr<std::FILE, Close> file;
    int channels = 1;
    std::int64_t bytes = 0;
    std::vector<unsigned char> packed;
};

WavWriter::WavWriter(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
WavWriter::WavWriter(WavWriter&&) noexcept = default;
WavWriter& WavWriter::operator=(WavWriter&&) noexcept = default;

WavWriter::~WavWriter() {
    if (m_impl) [[maybe_unused]]
        const auto flushed = flush();
}

Result<WavWriter> WavWriter::create(const std::filesystem::path& path, int channels) {
    if (channels < 1 || channels > 2)
        return Error{ErrorCategory::InvalidInput, "A recording has one channel or two.", {}};
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->channels = channels;
    impl->file.reset(std::fopen(path.c_str(), "wbx"));
    if (!impl->file && errno == EEXIST)
        return Error{ErrorCategory::Conflict, "There is a recording at " + path.string() + " already.", {}};
    if (!impl->file)
        return failed(path);
    WavWriter writer(std::move(impl));
    CUTAWAY_CHECK(writer.flush());
    return writer;
}

Result<void> WavWriter::add(std::span<const std::int32_t> interleaved) {
    Impl& m = *m_impl;
    if (interleaved.size() % static_cast<std::size_t>(m.channels) != 0)
        return Error{ErrorCategory::InvalidInput, "The sound ends inside a sample.", {}};
    const auto more = static_cast<std::int64_t>(interleaved.size()) * bytesPerSample;
    if (m.bytes + more > mostBytes)
        return Error{ErrorCategory::OutOfSpace, "The recording is longer than a file can be.", {}};
    m.packed.clear();
    for (const std::int32_t sample : interleaved)
        for (int shift = 8; shift < 32; shift += 8)
            m.packed.push_back(static_cast<unsigned char>(static_cast<std::uint32_t>(sample) >> shift));
    if (std::fwrite(m.packed.data(), 1, m.packed.size(), m.file.get()) != m.packed.size())
        return failed(m.path);
    m.bytes += more;
    return {};
}

Result<void> WavWriter::flush() {
    Impl& m = *m_impl;
    const auto header = headerOf(m.channels, m.bytes);
    const bool written = std::fseek(m.file.get(), 0, SEEK_SET) == 0 &&
                         std::fwrite(header.data(), 1, header.size(), m.file.get()) == header.size() &&
                         std::fseek(m.file.get(), 0, SEEK_END) == 0 && std::fflush(m.file.get()) == 0;
    return written ? Result<void>() : failed(m.path);
}

std::int64_t WavWriter::samples() const {
    return m_impl->bytes / (bytesPerSample * m_impl->channels);
}

} // namespace cutaway::media
