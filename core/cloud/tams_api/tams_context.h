#pragma once

#include "core/base/uuid.h"
#include "core/cloud/services.h"

#include <chrono>
#include <string>
#include <string_view>

namespace cutaway::cloud {

class DeletionWorker;

/// What the handlers of the media store's API share.
struct TamsContext {
    Services& services;
    Uuid storageId;   ///< of the one storage backend: this server's own folder
    std::string name; ///< of the service until a client gives it another
    std::chrono::seconds minObjectTimeout{3600};
    std::chrono::seconds minUrlTimeout{3600};
    DeletionWorker* deletions = nullptr;
};

/// Labels of the URLs under which an Object is served.
inline constexpr std::string_view plainUrlLabel = "cutaway";
inline constexpr std::string_view signedUrlLabel = "cutaway-signed";
/// Where Objects are read and written, followed by their key.
inline constexpr std::string_view mediaPath = "/cutaway/v1/media/";

} // namespace cutaway::cloud
