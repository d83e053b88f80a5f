#pragma once

#include "core/media/internal/nal_units.h"

namespace cutaway::media::av {

/// What a picture says of its own bytes.
enum class Checksum { Absent, Right, Wrong };

/// Puts a CRC-32 of an encoder's H.264 picture (Annex B) before it, as user data that is not registered
/// (ITU-T H.264 D.1.7): other programs pass over it. It is of the NAL units alone, so that it stays right in
/// any container. 29 bytes.
void addChecksum(AVPacket& picture);

/// Whether it is worth looking for one: a megabyte of an intra picture is not gone through in vain.
bool mayHaveChecksum(Bytes picture);

/// Reads it back, wherever among the units it stands.
Checksum checksumOf(std::span<const Bytes> units);

} // namespace cutaway::media::av
