#include "core/cloud/playback_api/layout_memo.h"

#include "core/media/picture_layout.h"

namespace cutaway::cloud {

namespace {

constexpr std::size_t maxKnown = 50'000; // of some 200 bytes: 14 hours of two rungs

}

LayoutMemo::Known LayoutMemo::read(const Uuid& key) const {
    Known known;
    const auto file = media::fileSource(m_objects.pathOf(key));
    if (!file)
        return known;
    known.bytes = (*file)->size();
    if (const auto layout = media::readPictureLayout(*file)) {
        known.headerBytes = layout->headerBytes;
        known.packed = media::packLayout(*layout);
    }
    return known;
}

LayoutMemo::Known LayoutMemo::of(const Uuid& key) {
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_known.find(key); found != m_known.end())
            return found->second;
    }
    Known known = read(key);
    if (known.bytes == 0)
        return known;
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= maxKnown)
        m_known.clear();
    m_known[key] = known;
    return known;
}

} // namespace cutaway::cloud
