#pragma once

#include <stop_token>
#include <thread>

namespace cutaway {

/// SIGTERM and SIGINT as a stop request. Make it before any thread is started: they are blocked from here on.
class StopOnSignals {
public:
    StopOnSignals();

    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_thread;
};

} // namespace cutaway
