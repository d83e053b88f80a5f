#pragma once

#include "core/conform/resolve.h"
#include "core/conform/run.h"
#include "core/conform/source_media.h"
#include "core/tams/client.h"
#include "core/tams/source_view.h"

#include <memory>

namespace cutaway::conform {

/// What planning needs of a Source as a TAMS store describes it.
SourceMedia sourceMediaOf(const tams::SourceView& view);

/// Segments as the store lists them. Thread-safe, as the client is.
SegmentLookup tamsSegments(std::shared_ptr<const tams::TamsClient> client, std::stop_token stop = {});

/// Objects read whole by their get_urls into memory. Thread-safe.
class TamsObjectStore final : public ObjectStore {
public:
    explicit TamsObjectStore(std::shared_ptr<const tams::TamsClient> client)
        : m_client(std::move(client)) {}
    Result<media::ByteSourcePtr> open(const std::string& objectId, std::stop_token stop) override;

private:
    std::shared_ptr<const tams::TamsClient> m_client;
};

} // namespace cutaway::conform
