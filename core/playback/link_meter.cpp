#include "core/playback/link_meter.h"

#include "core/time/frame_rate.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::chrono::milliseconds sliceTime{250};
constexpr std::chrono::seconds window{5};
constexpr std::int64_t windowBytes = 64 * 1024; ///< a window with less reaches further back
constexpr std::int64_t leastBytes = 32 * 1024;  ///< less is a burst that tells nothing,
constexpr std::chrono::seconds leastTime{1};    ///< unless it took so long
constexpr std::size_t mostSlices = 400;
constexpr std::int64_t mostBytes = std::int64_t{1} << 50; ///< so that no product overflows

} // namespace

/// Under the lock.
void LinkMeter::account(TimePoint now, std::int64_t bytes) {
    if (m_slices.empty() || now - m_slices.back().begin >= sliceTime) {
        m_slices.push_back({now, 0, {}});
        if (m_slices.size() > mostSlices)
            m_slices.pop_front();
    }
    m_slices.back().bytes += bytes;
    if (m_underWay > 0 && now > m_counted)
        m_slices.back().busy += now - m_counted;
    m_counted = now;
}

void LinkMeter::began(TimePoint now) {
    const std::lock_guard lock(m_mutex);
    account(now, 0);
    ++m_underWay;
}

void LinkMeter::arrived(std::int64_t bytes, TimePoint now) {
    const std::lock_guard lock(m_mutex);
    account(now, bytes);
}

void LinkMeter::ended(TimePoint now) {
    const std::lock_guard lock(m_mutex);
    account(now, 0);
    m_underWay = std::max(m_underWay - 1, 0);
}

std::optional<std::int64_t> LinkMeter::bitsPerSecond(TimePoint now) const {
    const std::lock_guard lock(m_mutex);
    std::int64_t bytes = 0;
    std::chrono::nanoseconds busy{0};
    if (m_underWay > 0 && now > m_counted)
        busy += now - m_counted; // nothing comes just now
    for (auto slice = m_slices.rbegin(); slice != m_slices.rend(); ++slice) {
        if (now - slice->begin > window && bytes >= windowBytes)
            break;
        bytes += slice->bytes;
        busy += slice->busy;
    }
    if (busy.count() <= 0 || (bytes < leastBytes && busy < leastTime))
        return std::nullopt;
    return mulDivFloor(std::min(bytes, mostBytes) * 8, 1'000'000'000, busy.count());
}

void MeteredTransfer::arrived(std::int64_t bytes) {
    const auto now = std::chrono::steady_clock::now();
    if (m_underWay) {
        m_meter->arrived(bytes, now);
        return;
    }
    m_underWay = true;
    m_meter->began(now);
}

void MeteredTransfer::end() {
    if (m_underWay)
        m_meter->ended(std::chrono::steady_clock::now());
    m_underWay = false;
}

} // namespace cutaway::playback
