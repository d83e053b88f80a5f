#include "core/catalogue/outbox_sender.h"

#include <algorithm>

namespace cutaway::catalogue {

namespace {

using Kind = SendOutcome::Kind;

/// An answer that will be the same the next time. A certificate or a token that is not taken is mended at
/// the other end, a full disk too, and something between us and the cloud may answer anything.
bool isFinal(ErrorCategory category) {
    return category == ErrorCategory::InvalidInput || category == ErrorCategory::Conflict ||
           category == ErrorCategory::NotFound || category == ErrorCategory::Unsupported;
}

struct Answer {
    Kind kind = Kind::Sent;
    Refusal refusal;
    std::optional<Submission> submission;
};

Answer failed(const Error& error) {
    return {isFinal(error.category) ? Kind::Refused : Kind::Later, {error.message, {}}, {}};
}

Answer sendSubmission(const CloudClient& cloud, SubmissionRequest request, std::string otio,
                      const std::stop_token& stop) {
    request.otio = std::move(otio);
    auto outcome = cloud.submit(request, stop);
    if (!outcome)
        return failed(outcome.error());
    if (!outcome->submission)
        return {Kind::Refused, {"This cut cannot be delivered as it is.", std::move(outcome->problems)}, {}};
    return {Kind::Sent, {}, std::move(outcome->submission)};
}

Answer sendRevision(const CloudClient& cloud, const RevisionRequest& request, const std::string& otio,
                    const std::stop_token& stop) {
    if (const auto known = cloud.putProject(request.projectId, request.projectName, stop); !known)
        return failed(known.error());
    const auto sendAfter = [&](const Uuid& parent) {
        return cloud.addRevision(request.projectId, request.id, parent, request.note, otio, stop,
                                 request.clientId);
    };
    auto outcome = sendAfter(request.parent);
    const auto& ours = request.unanswered;
    if (outcome && !outcome->stored && std::find(ours.begin(), ours.end(), outcome->head) != ours.end())
        outcome = sendAfter(outcome->head);
    if (!outcome)
        return failed(outcome.error());
    if (!outcome->stored && !outcome->lockedBy.empty())
        return {
            Kind::Refused,
            {outcome->lockedBy + " edits this project. Your version is kept here: save it as a copy.", {}},
            {}};
    if (!outcome->stored)
        return {Kind::Refused,
                {"Somebody else saved this project first. Yours is kept here: save it as a copy.", {}},
                {}};
    return {};
}

/// What was cancelled may have arrived: then the cloud is told.
Answer takeBack(const CloudClient& cloud, const OutboxItem& item, const std::stop_token& stop) {
    if (!item.submission())
        return {Kind::Dropped, {}, {}}; // a saved version does no harm
    const auto there = cloud.submission(item.id(), stop);
    if (!there)
        return there.error().category == ErrorCategory::NotFound ? Answer{Kind::Dropped, {}, {}}
                                                                 : failed(there.error());
    if (!there->job.isOver())
        if (const auto told = cloud.cancelJob(there->job.id, stop);
            !told && told.error().category != ErrorCategory::Conflict) // it has just ended
            return failed(told.error());
    return {Kind::Dropped, {}, {}};
}

} // namespace

SendOutcome sendNext(Outbox& outbox, const std::string& name, const CloudClient& cloud,
                     std::stop_token stop) {
    const auto turn = outbox.takeTurn();
    if (!turn)
        return {};
    const auto items = outbox.items();
    const auto next = std::find_if(items.begin(), items.end(), [&](const OutboxItem& item) {
        return item.cloud == name && !item.refusal;
    });
    if (next == items.end())
        return {};
    SendOutcome outcome;
    outcome.item = *next;
    const Uuid id = next->id();
    const auto later = [&](const Error& error) {
        outcome.kind = Kind::Later;
        outcome.sentence = error.message;
        return outcome;
    };
    Answer answer;
    if (next->cancelled) {
        answer = takeBack(cloud, *next, stop);
    } else {
        auto otio = outbox.document(*next);
        const auto wanted = otio ? outbox.markTried(id) : Result<bool>(otio.error());
        const bool gone = !wanted && wanted.error().category == ErrorCategory::NotFound;
        if (!wanted && !gone)
            return later(wanted.error());
        if (gone || !*wanted) { // cancelled between being found and being sent
            outcome.kind = Kind::Dropped;
            return outcome;
        }
        outcome.item.tried = true;
        answer = next->submission() ? sendSubmission(cloud, *next->submission(), std::move(*otio), stop)
                                    : sendRevision(cloud, *next->revision(), *otio, stop);
    }
    outcome.kind = answer.kind;
    outcome.submission = std::move(answer.submission);
    switch (answer.kind) {
    case Kind::Nothing:
        break;
    case Kind::Later:
        outcome.sentence = answer.refusal.sentence;
        break;
    case Kind::Refused:
        outcome.item.refusal = answer.refusal;
        if (const auto written = outbox.refuse(id, answer.refusal); !written)
            return later(written.error());
        break;
    case Kind::Sent:
        // Cancelled while it was on its way: the next turn takes it back.
        if (const auto removed = outbox.removeUnlessCancelled(id); !removed)
            return later(removed.error());
        break;
    case Kind::Dropped:
        if (const auto removed = outbox.remove(id); !removed)
            return later(removed.error());
        break;
    }
    return outcome;
}

} // namespace cutaway::catalogue
