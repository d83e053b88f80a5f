#pragma once

#include "app/ctl/arguments.h"
#include "core/catalogue/client.h"

namespace cutaway::ctl {

/// The cloud that the arguments name, or the one of this machine, which is started when it does not run.
Result<catalogue::CloudClient> connect(const Arguments& arguments);

} // namespace cutaway::ctl
