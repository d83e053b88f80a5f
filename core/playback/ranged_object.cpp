#include "core/playback/ranged_object.h"

#include "core/tams/object_urls.h"

#include <algorithm>
#include <cstring>

namespace cutaway::playback {

namespace {

constexpr std::int64_t firstBytes = 16 * 1024; // the index of a second takes 2 to 4 KiB
constexpr std::int64_t mostAtOnce = std::int64_t{4} << 20;
constexpr std::int64_t largest = std::int64_t{512} << 20; // a second of UHD XAVC at 59.94 takes 75 MB

} // namespace

Result<std::shared_ptr<RangedObject>> RangedObject::open(std::shared_ptr<const tams::TamsClient> client,
                                                         std::vector<tams::GetUrl> urls, std::stop_token stop,
                                                         Progress progress) {
    if (urls.empty())
        return Error{ErrorCategory::NotFound,
                     "The cloud lists this piece of media, but not where it is. Tell who runs the cloud.",
                     {}};
    std::shared_ptr<RangedObject> object(
        new RangedObject(client, tams::byPreference(urls, tams::originOf(client->http().connection().url))));
    object->use(std::move(stop), std::move(progress));
    CUTAWAY_CHECK(object->fetch(0, firstBytes));
    if (object->m_size <= 0 || object->m_size > largest)
        return Error{ErrorCategory::Corrupt, "The cloud does not say how long this piece of media is.", {}};
    return object;
}

void RangedObject::use(std::stop_token stop, Progress progress) {
    m_stop = std::move(stop);
    m_progress = std::move(progress);
}

/// The first byte from `at` on that is not here.
std::int64_t RangedObject::missingFrom(std::int64_t at) const {
    for (auto piece = m_pieces.upper_bound(at); piece != m_pieces.begin();) {
        --piece;
        const std::int64_t end = piece->first + static_cast<std::int64_t>(piece->second.size());
        if (end <= at)
            return at;
        at = end;
        piece = m_pieces.upper_bound(at);
    }
    return at;
}

Result<void> RangedObject::fetch(std::int64_t first, std::int64_t count) {
    if (m_size > 0)
        count = std::min(count, m_size - first);
    if (const auto next = m_pieces.lower_bound(first); next != m_pieces.end())
        count = std::min(count, next->first - first);
    Error failure;
    for (const tams::GetUrl& url : m_urls) { // best first
        auto bytes = std::make_shared<media::ByteBuffer>();
        tams::HttpRequest request;
        request.url = url.url;
        request.anonymous = url.presigned;
        request.range = tams::ByteRange{first, count};
        request.urgent = true;
        request.retries = 2;
        request.maxBytes = largest;
        request.timeout = std::chrono::minutes(10);
        request.sink = [bytes](std::span<const std::byte> piece) {
            bytes->insert(bytes->end(), piece.begin(), piece.end());
            return true;
        };
        if (m_progress)
            request.progress = [report = m_progress, before = m_fetched, count](std::int64_t done,
                                                                                std::int64_t) {
                report(before + done, before + count);
            };
        const auto response = m_client->http().expect(std::move(request), m_stop);
        if (!response) {
            failure = response.error();
            if (failure.category == ErrorCategory::Cancelled)
                break;
            continue;
        }
        if (m_size == 0) // a store without ranges sends it all at once
            m_size = std::max(tams::wholeSize(*response), static_cast<std::int64_t>(bytes->size()));
        else if (static_cast<std::int64_t>(bytes->size()) > count)
            bytes->resize(static_cast<std::size_t>(count)); // a store without ranges sends all the rest
        if (bytes->empty() ||
            (m_size > 0 && static_cast<std::int64_t>(bytes->size()) < std::min(count, m_size - first)))
            return Error{ErrorCategory::Corrupt, "A piece of media is shorter than the cloud says.", url.url};
        m_fetched += static_cast<std::int64_t>(bytes->size());
        m_next = first + static_cast<std::int64_t>(bytes->size());
        m_stride = count;
        m_pieces[first] = std::move(*bytes);
        return {};
    }
    return failure;
}

Result<std::size_t> RangedObject::readAt(std::int64_t offset, std::span<std::byte> into) {
    if (offset < 0 || offset >= m_size)
        return std::size_t{0};
    if (missingFrom(offset) == offset)
        CUTAWAY_CHECK(fetch(offset, offset == m_next ? std::min(m_stride * 2, mostAtOnce) : firstBytes));
    const auto piece = std::prev(m_pieces.upper_bound(offset));
    const auto from = static_cast<std::size_t>(offset - piece->first);
    const std::size_t count = std::min(into.size(), piece->second.size() - from);
    std::memcpy(into.data(), piece->second.data() + from, count);
    return count;
}

Result<void> RangedObject::fetchPart(std::int64_t first, std::int64_t end) {
    end = std::min(end, m_size);
    for (std::int64_t at = missingFrom(first); at < end; at = missingFrom(at))
        CUTAWAY_CHECK(fetch(at, end - at));
    return {};
}

} // namespace cutaway::playback
