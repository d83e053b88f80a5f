#pragma once

#include <string>
#include <string_view>

namespace cutaway::conform {

/// A title as a file name that every file system takes: no path separators, control or reserved characters,
/// no leading dot or trailing blank, at most 120 bytes of whole UTF-8 characters; "Delivery" when nothing is
/// left.
std::string safeFileName(std::string_view title);

} // namespace cutaway::conform
