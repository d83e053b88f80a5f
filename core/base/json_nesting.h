#pragma once

#include <string_view>

namespace cutaway {

/// True when arrays and objects of this JSON text are nested more than `most` deep. To be asked before a
/// parser is: hostile text then costs neither its stack nor its memory. The text need not be JSON at all.
bool nestedDeeper(std::string_view json, int most);

} // namespace cutaway
