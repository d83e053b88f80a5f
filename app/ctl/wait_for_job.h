#pragma once

#include "core/catalogue/client.h"

namespace cutaway::ctl {

/// Waits until a job is over, told by the cloud's event stream, and shows its progress on a terminal. Errors:
/// those of the cloud; a job that failed is a value.
Result<catalogue::Job> waitForJob(const catalogue::CloudClient& cloud, const Uuid& id);

/// The exit code of a job that is over; prints why when it was not delivered.
int exitCodeOf(const catalogue::Job& job);

} // namespace cutaway::ctl
