#include "core/playback/thumbnails.h"

#include "core/media/jpeg.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::chrono::seconds retryTime{5};

/// BT.709, video range, as every SDR picture here; two by two pixels share their colour.
media::VideoFramePtr toFrame(const media::RgbImage& image) {
    const int width = image.width & ~1;
    const int height = image.height & ~1;
    if (width == 0 || height == 0)
        return nullptr;
    auto made = media::allocateFrame(width, height, media::PixelFormat::Yuv420p8, media::Colour::sdr());
    const auto at = [&](int plane, int x, int y) -> std::uint8_t& {
        return made.planes[static_cast<std::size_t>(plane)]
                          [y * made.frame.strides[static_cast<std::size_t>(plane)] + x];
    };
    const auto rounded = [](int value, int offset) {
        return static_cast<std::uint8_t>(std::clamp(offset + ((value + 32768) >> 16), 0, 255));
    };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const std::uint8_t* p = image.pixel(x, y);
            at(0, x, y) = rounded(11966 * p[0] + 40254 * p[1] + 4064 * p[2], 16);
        }
    for (int y = 0; y < height / 2; ++y)
        for (int x = 0; x < width / 2; ++x) {
            int r = 0;
            int g = 0;
            int b = 0;
            for (int i = 0; i < 4; ++i) {
                const std::uint8_t* p = image.pixel(2 * x + i % 2, 2 * y + i / 2);
                r += p[0];
                g += p[1];
                b += p[2];
            }
            at(1, x, y) = rounded((-6596 * r - 22189 * g + 28785 * b) / 4, 128);
            at(2, x, y) = rounded((28785 * r - 26145 * g - 2640 * b) / 4, 128);
        }
    return made.share();
}

/// From far between to close, at most `perSource` of them; the first to fetch comes last.
std::vector<ThumbnailRef> inOrder(std::vector<ThumbnailRef> all) {
    const std::size_t step = (all.size() + Thumbnails::perSource - 1) / Thumbnails::perSource;
    std::vector<ThumbnailRef> some;
    for (std::size_t i = 0; i < all.size(); i += step)
        some.push_back(std::move(all[i]));
    std::vector<ThumbnailRef> ordered;
    std::vector<bool> taken(some.size());
    for (std::size_t stride = 64; stride > 0; stride /= 2)
        for (std::size_t i = 0; i < some.size(); i += stride)
            if (!taken[i]) {
                taken[i] = true;
                ordered.push_back(std::move(some[i]));
            }
    std::reverse(ordered.begin(), ordered.end());
    return ordered;
}

} // namespace

Thumbnails::Thumbnails(MediaAccess& access)
    : m_access(access)
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

Thumbnails::~Thumbnails() {
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    m_giveUp.request_stop();
}

void Thumbnails::want(const Uuid& sourceId) {
    const std::lock_guard lock(m_mutex);
    if (m_wanted == sourceId)
        return;
    m_wanted = sourceId; // what is on its way is small, and giving it up would cost a connection
    if (!sourceId.isNil())
        m_known[sourceId].used = ++m_uses;
    m_changed.notify_all();
}

void Thumbnails::refresh() {
    const std::lock_guard lock(m_mutex);
    for (auto& [id, known] : m_known)
        known.listed = false;
    m_changed.notify_all();
}

bool Thumbnails::complete(const Uuid& sourceId) const {
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(sourceId);
    return known != m_known.end() && known->second.listed && known->second.toCome.empty();
}

std::optional<Thumbnails::Found> Thumbnails::nearest(const Uuid& sourceId, std::int64_t frame) const {
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(sourceId);
    if (known == m_known.end() || known->second.here.empty())
        return std::nullopt;
    const auto& here = known->second.here;
    auto best = here.lower_bound(frame);
    if (best == here.end() || (best != here.begin() && frame - std::prev(best)->first <= best->first - frame))
        --best;
    return Found{best->first, [jpeg = best->second]() -> media::VideoFramePtr {
                     const auto image = media::decodeJpeg(*jpeg);
                     return image ? toFrame(*image) : nullptr;
                 }};
}

/// Under the lock.
void Thumbnails::makeRoom(const Uuid& keep) {
    for (;;) {
        std::size_t bytes = 0;
        auto oldest = m_known.end();
        for (auto it = m_known.begin(); it != m_known.end(); ++it) {
            bytes += it->second.bytes;
            if (it->first != keep && (oldest == m_known.end() || it->second.used < oldest->second.used))
                oldest = it;
        }
        if (bytes <= maxBytes)
            return;
        if (oldest == m_known.end()) {
            m_known[keep].toCome.clear(); // enough of this one
            return;
        }
        m_known.erase(oldest);
    }
}

bool Thumbnails::list(const Uuid& sourceId, const std::stop_token& stop) {
    auto all = m_access.thumbnails(sourceId, stop);
    if (!all)
        return false;
    const std::lock_guard lock(m_mutex);
    Known& known = m_known[sourceId];
    known.toCome = inOrder(std::move(*all));
    std::erase_if(known.toCome, [&](const ThumbnailRef& ref) { return known.here.contains(ref.frame); });
    known.listed = true;
    return true;
}

void Thumbnails::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const auto work = [this] {
            const auto known = m_known.find(m_wanted);
            return known != m_known.end() && (!known->second.listed || !known->second.toCome.empty());
        };
        if (!m_changed.wait(lock, stop, work) || stop.stop_requested())
            return;
        const Uuid source = m_wanted;
        m_giveUp = {};
        const std::stop_token giveUp = m_giveUp.get_token();
        bool done = true;
        if (Known& known = m_known[source]; !known.listed) {
            lock.unlock();
            done = list(source, giveUp);
            lock.lock();
        } else {
            const ThumbnailRef next = known.toCome.back();
            lock.unlock();
            auto jpeg = m_access.thumbnail(next, giveUp);
            lock.lock();
            if (const auto still = m_known.find(source); still != m_known.end()) {
                // What cannot be had is left out; the next look at what there is asks for it again.
                std::erase_if(still->second.toCome,
                              [&](const ThumbnailRef& ref) { return ref.frame == next.frame; });
                done = jpeg.ok();
                if (jpeg) {
                    still->second.bytes += jpeg->size();
                    still->second.here[next.frame] =
                        std::make_shared<const media::ByteBuffer>(std::move(*jpeg));
                    makeRoom(source);
                }
            }
        }
        if (!done && !giveUp.stop_requested())
            m_changed.wait_for(lock, stop, retryTime, [&] { return m_wanted != source; });
    }
}

} // namespace cutaway::playback
