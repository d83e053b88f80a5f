#pragma once

// Inside core/interchange only: what an FCPXML file says of its media.

#include "core/interchange/internal/fcpxml_time.h"
#include "core/interchange/internal/laid_sequence.h"

#include <map>

namespace cutaway::interchange {

struct FcpFormat {
    FrameRate rate; ///< not valid: not said
    int width = 0, height = 0;
};

struct FcpAsset {
    LaidMedia media; ///< counted from timecode 0, as its times are
    FcpTime start, duration;
    bool picture = false, sound = false;
};

struct FcpResources {
    std::map<std::string, FcpFormat> formats; ///< by id
    std::map<std::string, FcpAsset> assets;
};

/// `root` is the fcpxml element.
FcpResources readFcpResources(const XmlNode& root);
/// The value of a key in the metadata of an element; empty: none.
std::string fcpMetadata(const XmlNode& node, std::string_view key);

} // namespace cutaway::interchange
