#pragma once

#include "core/interchange/otio_reader.h"
#include "core/tams/source_view.h"

#include <stop_token>

namespace cutaway::ui {

/// Finds Sources for the OTIO reader through the cache; waits for the cloud, so for worker threads.
interchange::MediaResolver resolverFor(std::shared_ptr<tams::SourceCache> sources, std::stop_token stop);

} // namespace cutaway::ui
