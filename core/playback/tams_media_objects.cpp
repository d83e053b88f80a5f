// The bytes of TamsMediaAccess: Objects whole and in parts, thumbnails, and what of them is kept on this
// computer.
#include "core/playback/tams_media_access.h"
#include "core/tams/client.h"

#include <algorithm>

namespace cutaway::playback {

bool isRefusal(const Error& error) {
    return error.category == ErrorCategory::Forbidden || error.category == ErrorCategory::NotFound ||
           error.category == ErrorCategory::Unauthorised;
}

Result<std::shared_ptr<const media::ByteBuffer>> TamsMediaAccess::object(const ObjectSpan& span,
                                                                         std::stop_token stop) {
    std::vector<tams::GetUrl> urls;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_urls.find(span.objectId); known != m_urls.end())
            urls = known->second;
    }
    auto bytes = m_client->readObject(urls, stop);
    if (!bytes) {
        if (isRefusal(bytes.error()))
            forgetListings();
        return bytes.error();
    }
    return std::make_shared<const media::ByteBuffer>(std::move(*bytes));
}

std::optional<media::ByteBuffer> TamsMediaAccess::kept(const std::string& objectId) {
    const auto disk = keeping().disk;
    return disk ? disk->get(objectId) : std::nullopt;
}

std::vector<ObjectPart> TamsMediaAccess::early(const std::string& objectId) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_early.find(objectId);
    return found == m_early.end() ? std::vector<ObjectPart>{} : found->second;
}

bool TamsMediaAccess::isKept(const std::string& objectId) const {
    const auto disk = keeping().disk;
    return disk && disk->holds(objectId);
}

void TamsMediaAccess::keep(const std::string& objectId, std::span<const std::byte> bytes) {
    if (const auto disk = keeping().disk)
        disk->put(objectId, bytes);
}

void TamsMediaAccess::dropKept(const std::string& objectId) {
    if (const auto disk = keeping().disk)
        disk->drop(objectId);
}

Result<std::vector<ThumbnailRef>> TamsMediaAccess::thumbnails(const Uuid& sourceId, std::stop_token stop) {
    CUTAWAY_CHECK(find(sourceId, std::nullopt, stop));
    SourceClock clock;
    std::optional<Uuid> flow;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto name = m_names.find(sourceId); name != m_names.end()) {
            const tams::SourceView& view = m_known.at(name->second).view;
            clock = view.clock;
            if (const tams::FlowView* pictures = view.thumbnails())
                flow = pictures->flowId;
        }
    }
    std::vector<ThumbnailRef> refs;
    if (!flow)
        return refs;
    CUTAWAY_TRY(const auto segments, m_client->segments(*flow, {}, stop));
    const std::lock_guard lock(m_mutex);
    for (const tams::Segment& segment : segments)
        if (segment.timerange.start()) {
            m_urls[segment.objectId] = segment.getUrls;
            refs.push_back({clock.unitAt(segment.timerange.start()->at), segment.objectId});
        }
    std::sort(refs.begin(), refs.end(),
              [](const ThumbnailRef& a, const ThumbnailRef& b) { return a.frame < b.frame; });
    return refs;
}

Result<media::ByteBuffer> TamsMediaAccess::thumbnail(const ThumbnailRef& ref, std::stop_token stop) {
    if (auto here = kept(ref.objectId))
        return std::move(*here);
    ObjectSpan span;
    span.objectId = ref.objectId;
    CUTAWAY_TRY(const auto bytes, object(span, std::move(stop)));
    keep(ref.objectId, *bytes);
    return *bytes;
}

/// Addresses run out, and Objects are taken away: what is listed is asked for again.
void TamsMediaAccess::forgetListings() {
    const std::lock_guard lock(m_mutex);
    for (auto& [id, known] : m_known)
        known.spans.clear();
}

void TamsMediaAccess::startPart(const ObjectSpan& span, const Stretch& part, bool urgent,
                                std::stop_token stop, PartCallbacks callbacks) {
    tams::HttpRequest request;
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_urls.find(span.objectId);
        if (known != m_urls.end() && !known->second.empty()) {
            request.url = known->second.front().url;
            request.anonymous = known->second.front().presigned;
        }
    }
    const std::int64_t count = part.end - part.first;
    request.range = tams::ByteRange{part.first, count};
    request.urgent = urgent;
    request.retries = 2;
    request.maxBytes = count;
    request.timeout = std::chrono::minutes(10);
    auto arrived = std::make_shared<std::int64_t>(0); // on the network thread only, as the transfer is
    auto transfer = std::make_shared<MeteredTransfer>(m_meter);
    request.sink = [arrived, transfer,
                    take = std::move(callbacks.arrived)](std::span<const std::byte> bytes) {
        *arrived += static_cast<std::int64_t>(bytes.size());
        transfer->arrived(static_cast<std::int64_t>(bytes.size()));
        take(bytes);
        return true;
    };
    m_client->http().start(std::move(request), std::move(stop),
                           [self = weak_from_this(), arrived, transfer, count,
                            ended = std::move(callbacks.ended)](const Result<tams::HttpResponse>& response) {
                               transfer->end();
                               std::optional<Error> error;
                               if (!response)
                                   error = response.error();
                               else if (!response->ok())
                                   error = tams::errorOf(*response);
                               else if (*arrived < count)
                                   error = Error{ErrorCategory::Corrupt,
                                                 "A piece of media is shorter than the cloud says.",
                                                 response->url};
                               const auto access = error ? self.lock() : nullptr;
                               if (access && isRefusal(*error))
                                   access->forgetListings();
                               if (access && error->category == ErrorCategory::Cancelled)
                                   access->warmUp(1); // its connection has gone with it
                               ended(std::move(error));
                           });
}

std::optional<std::int64_t> TamsMediaAccess::linkBits() const {
    return m_meter->bitsPerSecond(std::chrono::steady_clock::now());
}

} // namespace cutaway::playback
