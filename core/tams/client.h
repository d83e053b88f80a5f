#pragma once

#include "core/tams/http.h"
#include "core/tams/types.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace cutaway::tams {

struct SourceQuery {
    std::string label;
    std::string format;
    std::vector<Uuid> collectedBy;
    std::vector<std::pair<std::string, std::string>> tags; ///< name, value
};

struct FlowQuery {
    Uuid sourceId; ///< nil: any
    std::string format;
    std::string codec;
    std::string label;
    std::optional<TimeRange> timerange;
    std::vector<Uuid> collectedBy;
    std::vector<std::pair<std::string, std::string>> tags;
};

struct SegmentQuery {
    TimeRange timerange; ///< overlap; default: all
    std::string objectId;
    bool urls = true; ///< false: no get_urls, the fast way to list
    bool objectTimeranges = false;
    std::optional<bool> presigned; ///< only such URLs
    bool reverse = false;
};

/// Every call of the TAMS API that Cutaway makes. Lists follow paging to the end. Thread-safe: share one.
/// Errors: those of HttpClient, and NotFound, Unauthorised, Forbidden, InvalidInput, Conflict by status;
/// Corrupt for an answer that is not TAMS.
class TamsClient {
public:
    explicit TamsClient(std::shared_ptr<HttpClient> http);

    HttpClient& http() const { return *m_http; }

    Result<Service> service(std::stop_token stop = {}) const;

    Result<std::vector<Source>> sources(const SourceQuery& query, std::stop_token stop = {}) const;
    Result<Source> source(const Uuid& id, std::stop_token stop = {}) const;
    Result<void> setSourceLabel(const Uuid& id, const std::string& label, std::stop_token stop = {}) const;
    Result<void> setSourceTag(const Uuid& id, const std::string& name, const std::string& value,
                              std::stop_token stop = {}) const;

    Result<std::vector<Flow>> flows(const FlowQuery& query, std::stop_token stop = {}) const;
    /// With its timerange.
    Result<Flow> flow(const Uuid& id, std::stop_token stop = {}) const;
    /// Creates or replaces.
    Result<void> putFlow(const Flow& flow, std::stop_token stop = {}) const;
    Result<void> deleteFlow(const Uuid& id, std::stop_token stop = {}) const;
    Result<void> setFlowTag(const Uuid& id, const std::string& name, const std::string& value,
                            std::stop_token stop = {}) const;
    Result<void> setFlowStatus(const Uuid& id, const std::string& status, std::stop_token stop = {}) const;
    Result<void> setFlowCollection(const Uuid& id, const std::vector<CollectionItem>& items,
                                   std::stop_token stop = {}) const;

    /// By time. An unknown Flow has none.
    Result<std::vector<Segment>> segments(const Uuid& flowId, const SegmentQuery& query = {},
                                          std::stop_token stop = {}) const;
    /// Those that the server did not take; an Error when it took none and said so by status.
    Result<std::vector<FailedSegment>> addSegments(const Uuid& flowId, const std::vector<Segment>& segments,
                                                   std::stop_token stop = {}) const;
    Result<void> deleteSegments(const Uuid& flowId, const TimeRange& timerange,
                                std::stop_token stop = {}) const;

    Result<StorageAllocation> allocate(const Uuid& flowId, const StorageRequest& request = {},
                                       std::stop_token stop = {}) const;
    Result<void> putObject(const ObjectAllocation& where, std::span<const std::byte> bytes,
                           std::stop_token stop = {}) const;
    Result<void> putObject(const ObjectAllocation& where, const std::filesystem::path& file,
                           std::stop_token stop = {}) const;

    /// NotFound when it was never registered.
    Result<Object> object(const std::string& objectId, std::stop_token stop = {}) const;
    /// Bytes of an Object from the best of `urls` (our own origin first), with three tries.
    Result<std::vector<std::byte>> readObject(const std::vector<GetUrl>& urls, std::stop_token stop = {},
                                              std::optional<ByteRange> range = {}) const;
    /// The same to a file, as download() does it.
    Result<void> downloadObject(const std::vector<GetUrl>& urls, const std::filesystem::path& to,
                                TransferProgress progress = {}, std::stop_token stop = {}) const;

private:
    std::shared_ptr<HttpClient> m_http;
};

} // namespace cutaway::tams
