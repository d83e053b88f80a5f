#pragma once

#include "core/catalogue/outbox.h"

namespace cutaway::catalogue {

/// What became of one attempt to send the next item.
struct SendOutcome {
    enum class Kind {
        Nothing, ///< nothing waits for this cloud, or another window is sending
        Sent,    ///< the cloud has it, whether by this attempt or an earlier one
        Later,   ///< no answer, or one that says to come back
        Refused, ///< an answer that will be the same the next time
        Dropped, ///< it was cancelled, and nothing of it is left in the cloud
    };
    Kind kind = Kind::Nothing;
    OutboxItem item;                      ///< but of Nothing
    std::string sentence;                 ///< why later
    std::optional<Submission> submission; ///< what was sent
};

/// Sends the first item that waits for the cloud called `name`, once, and writes down what became of it:
/// what was sent leaves the outbox, what is refused stays in it with the reason. Before it tries it says so
/// on disk. Whether an answer, a client or the whole program is lost on the way: the id makes the next
/// attempt the same one. Waits; not for the UI thread.
SendOutcome sendNext(Outbox& outbox, const std::string& name, const CloudClient& cloud, std::stop_token stop);

} // namespace cutaway::catalogue
