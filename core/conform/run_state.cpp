#include "core/conform/run_state.h"

#include <utility>

namespace cutaway::conform {

RunState::RunState(std::stop_token outer)
    : m_forward(std::move(outer), Forward{m_stop}) {}

void RunState::fail(Failure failure) {
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_failure)
            m_failure = std::move(failure);
    }
    m_stop.request_stop();
}

std::optional<Failure> RunState::failure() const {
    const std::scoped_lock lock(m_mutex);
    return m_failure;
}

Failure masterFailure(const ConformPlan& plan, const Span& span, bool sound, std::int64_t recordFrame,
                      const std::string& objectId, const Error& cause) {
    if (cause.category == ErrorCategory::Cancelled)
        return {cause, span.clipId, recordFrame};
    const std::string what = std::string("The full-quality ") + (sound ? "sound" : "picture") + " of " +
                             span.sourceLabel + " (clip “" + span.clipName + "”) ";
    const std::string where = " at " + plan.timecodeAt(recordFrame) + " in the sequence";
    std::string message;
    switch (cause.category) {
    case ErrorCategory::Unavailable:
    case ErrorCategory::Timeout:
        message = what + "could not be fetched from the cloud" + where + ". Try the delivery again.";
        break;
    case ErrorCategory::NotFound:
        message =
            what + "is missing in the cloud" + where + ". Use another angle there, or bring it in again.";
        break;
    case ErrorCategory::Unauthorised:
    case ErrorCategory::Forbidden:
        message = what + "may not be read" + where + ". Ask for access, then deliver again.";
        break;
    default:
        message = what + "is damaged" + where + ". Use another angle there, or bring it in again.";
    }
    return {{cause.category, message, "object " + objectId + ": " + cause.message + " " + cause.detail},
            span.clipId,
            recordFrame};
}

} // namespace cutaway::conform
