#pragma once

#include "core/interchange/relink.h"
#include "ui/session/cloud_session.h"

#include <functional>
#include <stop_token>

namespace cutaway::ui {

/// How far a search is, of `whole`; 0 of 0: it cannot be said yet.
using SearchProgress = std::function<void(int done, int whole)>;

/// Reads a file and looks for its media: by id, then among the angles of the catalogue whose names may be
/// meant, and where there are none among all of them. Waits for the cloud, so for worker threads. `cloud` and
/// `sources` may be null: then nothing is found.
Result<interchange::ImportPlan> searchMedia(const QString& path,
                                            const std::shared_ptr<catalogue::CloudClient>& cloud,
                                            const std::shared_ptr<tams::SourceCache>& sources,
                                            const SearchProgress& progress, std::stop_token stop);

} // namespace cutaway::ui
