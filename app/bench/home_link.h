#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <memory>

namespace cutaway::bench {

/// What a connection to the world is like.
struct LinkShape {
    std::chrono::microseconds oneWay{20'000}; ///< delay in each direction; a new connection waits for both
    std::int64_t downBits = 10'000'000;       ///< per second towards the user, shared by all connections
};

/// A relay on loopback that makes the way to a local server as slow as a home link: every byte waits its turn
/// and its delay. Runs on a thread of its own until it is destroyed.
class HomeLink {
public:
    /// Listens on a free port of loopback, and passes on to `targetPort` there.
    static Result<std::unique_ptr<HomeLink>> start(std::uint16_t targetPort, const LinkShape& shape);
    ~HomeLink();
    HomeLink(const HomeLink&) = delete;
    HomeLink& operator=(const HomeLink&) = delete;

    std::uint16_t port() const;
    std::int64_t bytesDown() const; ///< passed on towards the user so far
    int connections() const;        ///< accepted so far

private:
    class Relay;
    explicit HomeLink(std::unique_ptr<Relay> relay);
    std::unique_ptr<Relay> m_relay;
};

} // namespace cutaway::bench
