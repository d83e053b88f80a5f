#pragma once

#include "core/media/byte_source.h"
#include "core/tams/client.h"

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <vector>

namespace cutaway::playback {

/// An Object of any store as a decoder reads it: what is asked for is fetched by ranged requests, in longer
/// ones while reading goes straight on, and kept. Reading waits for the network. One thread at a time.
class RangedObject final : public media::ByteSource {
public:
    /// Bytes fetched so far, of those that are known to be needed; on the reading thread.
    using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

    /// Fetches its beginning. Errors: those of HttpClient, and by status; Corrupt when the store does not say
    /// how long the Object is.
    static Result<std::shared_ptr<RangedObject>> open(std::shared_ptr<const tams::TamsClient> client,
                                                      std::vector<tams::GetUrl> urls, std::stop_token stop,
                                                      Progress progress);

    /// For the reads that follow.
    void use(std::stop_token stop, Progress progress);
    std::int64_t size() const override { return m_size; }
    /// Gives what is here in one piece from `offset` on; asks for more only where nothing is.
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override;
    /// What of [first, end) is not here, in as few requests as can be.
    Result<void> fetchPart(std::int64_t first, std::int64_t end);
    std::int64_t fetched() const { return m_fetched; }

private:
    RangedObject(std::shared_ptr<const tams::TamsClient> client, std::vector<tams::GetUrl> urls)
        : m_client(std::move(client))
        , m_urls(std::move(urls)) {}
    Result<void> fetch(std::int64_t first, std::int64_t count);
    std::int64_t missingFrom(std::int64_t at) const;

    std::shared_ptr<const tams::TamsClient> m_client;
    std::vector<tams::GetUrl> m_urls;
    std::stop_token m_stop;
    Progress m_progress;
    std::int64_t m_size = 0;
    std::int64_t m_fetched = 0;
    std::int64_t m_next = 0;                            ///< where the last request ended
    std::int64_t m_stride = 0;                          ///< how much it asked for
    std::map<std::int64_t, media::ByteBuffer> m_pieces; ///< by offset, apart from each other
};

} // namespace cutaway::playback
