#pragma once

#include "core/catalogue/client.h"

namespace cutaway::test {

/// A men's 100 m final without angles, and its event, written to a cloud. Stops the test program when it is
/// refused: this is set-up.
catalogue::Unit putFinal(const catalogue::CloudClient& cloud);

} // namespace cutaway::test
