#pragma once

#include "core/media/byte_source.h"
#include "core/media/decoder.h"
#include "core/media/encoder.h"
#include "core/media/media_writer.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace cutaway::media {

/// A self-contained file that holds `frames` pictures from `firstFrame` of the one it was cut from. Its first
/// shown frame is at Object time 0.
struct PictureObject {
    std::int64_t firstFrame = 0;
    std::int64_t frames = 0;
    int keyFrames = 0;
    ByteBuffer bytes;
};

/// Called on the calling thread, in order; an error ends the cutting and is passed on.
using PictureObjectSink = std::function<Result<void>(PictureObject)>;

/// What the Objects of this file are: MXF OP1a, each with its own timecode, for intra-only H.264 in MXF; else
/// MP4, index first, because an MXF index has no edit list to start pictures that are stored out of order at
/// 0.
Container objectContainer(const MediaInfo& file);

/// Cuts the picture of any MP4, MOV, MXF or Matroska file into Objects of whole GOPs without re-encoding,
/// each of as many GOPs as come nearest to `targetFrames` (50 at 50p), in an objectContainer(). Frames that
/// an edit list hides at the ends are left out. Unsupported, in words, when the file has open GOPs, fields,
/// uneven frame spacing, frames hidden in the middle of a GOP, or GOPs longer than ten seconds.
Result<void> cutPicture(const ByteSourcePtr& source, std::int64_t targetFrames, const PictureObjectSink& sink,
                        std::stop_token stop = {});

/// Sound of [firstSample, firstSample + samples), self-contained: WAV when PCM, MP4 with an edit list when
/// AAC.
struct SoundObject {
    std::int64_t firstSample = 0;
    std::int64_t samples = 0;
    ByteBuffer bytes;
    AudioBlock original;         ///< what was encoded: these samples, and what lies around them
    std::int64_t originalAt = 0; ///< where in `original` firstSample is
};
using SoundObjectSink = std::function<Result<void>(SoundObject)>;

/// Where sound is cut, on the samples of the picture that it belongs to.
struct SoundCut {
    FrameRate rate;                   ///< of the picture
    std::int64_t framesPerObject = 0; ///< at least 1
    std::int64_t end = 0;             ///< samples in all
    std::int64_t start = 0;           ///< where the stream's sample 0 lies: AudioInfo::start
};

/// Cuts a sound stream into Objects that start where every `framesPerObject`th frame starts (cumulative
/// positions, docs/time.md); before the stream's start and beyond its end there is silence. Each
/// AAC Object is encoded by itself with real sound before its start as priming, hidden by its edit list, so
/// that each decodes alone to exactly its samples and neighbours join without a click.
Result<void> cutSound(AudioDecoder& decoder, const AudioEncodeSettings& settings, const SoundCut& cut,
                      const SoundObjectSink& sink, std::stop_token stop = {});

} // namespace cutaway::media
