#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace cutaway::playback {

/// What a link carries, by the bytes that came over it while at least one transfer was under way. A transfer
/// counts from its first byte on: the round trip before it, and the silence between two of them, say nothing
/// of the link. The newest five seconds count, or more where too few bytes came in them. Any thread.
class LinkMeter {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// Its first bytes have come. They open the measurement and are no part of it.
    void began(TimePoint now);
    void arrived(std::int64_t bytes, TimePoint now);
    void ended(TimePoint now);

    /// Bits per second; none while too little has come to tell.
    std::optional<std::int64_t> bitsPerSecond(TimePoint now) const;

private:
    struct Slice {
        TimePoint begin;
        std::int64_t bytes = 0;
        std::chrono::nanoseconds busy{0}; ///< while something was under way
    };
    void account(TimePoint now, std::int64_t bytes);

    mutable std::mutex m_mutex;
    std::deque<Slice> m_slices; ///< the newest last
    int m_underWay = 0;
    TimePoint m_counted; ///< up to where time under way is in the slices
};

/// One transfer as the meter sees it; its first bytes begin it. One thread.
class MeteredTransfer {
public:
    explicit MeteredTransfer(std::shared_ptr<LinkMeter> meter)
        : m_meter(std::move(meter)) {}
    ~MeteredTransfer() { end(); }
    MeteredTransfer(const MeteredTransfer&) = delete;
    MeteredTransfer& operator=(const MeteredTransfer&) = delete;

    void arrived(std::int64_t bytes);
    void end();

private:
    std::shared_ptr<LinkMeter> m_meter;
    bool m_underWay = false;
};

} // namespace cutaway::playback
