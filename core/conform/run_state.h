#pragma once

#include "core/conform/run.h"

#include <mutex>
#include <optional>
#include <stop_token>

namespace cutaway::conform {

/// What the threads of one run share: the first failure, and the signal that ends them all.
class RunState {
public:
    explicit RunState(std::stop_token outer);

    /// Keeps the first failure and ends the run. Any thread.
    void fail(Failure failure);
    /// Stopped from outside, or because something failed.
    std::stop_token stop() const { return m_stop.get_token(); }
    std::optional<Failure> failure() const;

private:
    struct Forward {
        std::stop_source target;
        void operator()() { target.request_stop(); }
    };
    std::stop_source m_stop;
    std::stop_callback<Forward> m_forward;
    mutable std::mutex m_mutex;
    std::optional<Failure> m_failure;
};

/// The failure of reading or decoding a master, told as the user sees it: which angle, where in the sequence,
/// what to do. `recordFrame` is where the span was when it happened.
Failure masterFailure(const ConformPlan& plan, const Span& span, bool sound, std::int64_t recordFrame,
                      const std::string& objectId, const Error& cause);

} // namespace cutaway::conform
