#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace cutaway::loudness {

inline constexpr int sampleRate = 48'000;
inline constexpr double target = -23.0;           ///< LUFS, EBU R 128
inline constexpr double permittedTruePeak = -1.0; ///< dBTP, EBU R 128
inline constexpr double quietest = -70.0;         ///< LUFS: the absolute gate of BS.1770

/// What a meter in EBU mode (Tech 3341) shows. An empty loudness: below -70 LUFS, or nothing measured yet.
struct Reading {
    std::optional<double> momentary;    ///< LUFS over the last 400 ms
    std::optional<double> shortTerm;    ///< LUFS over the last 3 s
    std::optional<double> integrated;   ///< LUFS since the start, gated
    std::optional<double> maxMomentary; ///< highest since the start
    std::optional<double> maxShortTerm;
    std::optional<double> truePeak; ///< dBTP, highest of all channels since the start
};

/// Loudness and true peak after ITU-R BS.1770 and EBU R 128 of sound that is handed in piece by piece. One
/// thread. Keeps about 1 MB for each hour measured.
class Meter {
public:
    /// 1 to 5 channels, in the order L R C Ls Rs, 48 kHz. InvalidInput; Unavailable when memory is short.
    static Result<std::unique_ptr<Meter>> make(int channels);
    ~Meter();
    Meter(const Meter&) = delete;
    Meter& operator=(const Meter&) = delete;

    /// Interleaved, full scale 2^31, whole samples of all channels.
    Result<void> add(std::span<const std::int32_t> interleaved);
    Reading reading() const;
    /// True peak of one channel since this was last asked, 1 is full scale; then begins anew.
    double takeTruePeak(int channel);

private:
    struct Impl;
    explicit Meter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// 20 log10; -infinity for silence.
double decibels(double amplitude);

} // namespace cutaway::loudness
