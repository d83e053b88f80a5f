#pragma once

#include "core/base/uuid.h"
#include "core/cloud/objects/object_store.h"
#include "core/cloud/playback_api/layout_memo.h"

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace cutaway::cloud {

/// What a player needs to show one picture of a stored file: its index, and its GOP up to there. It goes with
/// the listing, so that a clip opens in one round trip.
struct FirstPicture {
    std::string objectId;
    Uuid fileKey;
    std::int64_t frame = 0; ///< of the file
};

/// {"object_id", "parts": [[offset, base64url], ...]} as docs/api.md has it; none when it is too much to send
/// unasked, or cannot be read.
std::optional<nlohmann::json> firstPictureJson(const FirstPicture& picture, const ObjectStore& objects,
                                               LayoutMemo& layouts);

} // namespace cutaway::cloud
