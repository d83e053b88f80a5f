#pragma once

#include "core/media/byte_source.h"

#include <vector>

namespace cutaway::media::av {

/// An MP4 of one picture track with its index first, stored anew: in each GOP the pictures that others refer
/// to lie first, in the order shown, and behind them the `disposable` ones (in decoding order), as an sdtp
/// table says. Decoding order and times stay as they are, so any player shows the same. What a seek has to
/// fetch is then one stretch, and its own picture (PictureLayout). Internal when the file is not as
/// described.
Result<ByteBuffer> storeReferencesFirst(const ByteBuffer& file, const std::vector<bool>& disposable);

} // namespace cutaway::media::av
