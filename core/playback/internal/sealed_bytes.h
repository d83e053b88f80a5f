#pragma once

#include "core/media/byte_source.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace cutaway::playback {

using SealKey = std::array<std::byte, 32>;

/// Fresh from the system's random numbers. Internal when there are none.
Result<SealKey> randomSealKey();

/// AES-256-GCM: a random nonce of 12 bytes, the ciphertext, a tag of 16. `name` is bound to it: bytes sealed
/// under one name do not open under another. Internal when the library fails.
Result<media::ByteBuffer> seal(const SealKey& key, std::string_view name, std::span<const std::byte> plain);
/// Nothing when a single bit is not as it was sealed.
std::optional<media::ByteBuffer> unseal(const SealKey& key, std::string_view name,
                                        std::span<const std::byte> sealed);

} // namespace cutaway::playback
