#pragma once

#include "core/base/durable_file.h"
#include "core/catalogue/client.h"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cutaway::catalogue {

/// A save of a project that is to be sent.
struct RevisionRequest {
    Uuid id; ///< chosen by the client: sending it twice makes one revision
    Uuid projectId;
    std::string projectName;
    Uuid parent; ///< nil: the first
    /// Sent after the parent, without an answer: where one of them arrived, this one follows it.
    std::vector<Uuid> unanswered;
    Uuid clientId; ///< who sends it, among the people of the project; nil: nobody of them
    std::string note;
    std::string otio;
};

/// Why the cloud does not take something, however often it is sent.
struct Refusal {
    std::string sentence;
    std::vector<SubmissionProblem> problems; ///< clip by clip, of a submission
    bool operator==(const Refusal&) const = default;
};

/// Something that waits to be sent to a cloud.
struct OutboxItem {
    std::int64_t number = 0; ///< grows: what has the smaller one is sent first
    std::string cloud;       ///< for which: an origin, or a name of the caller's
    std::int64_t queued = 0; ///< when, in seconds since 1970
    /// Without its document: Outbox::document().
    std::variant<SubmissionRequest, RevisionRequest> what;
    bool tried = false;     ///< it may have arrived: an attempt got no answer, or the program ended meanwhile
    bool cancelled = false; ///< it may have arrived and is not wanted: the cloud is still to be told
    std::optional<Refusal> refusal;

    Uuid id() const;
    const std::string& title() const; ///< of the delivery, or name of the project
    const SubmissionRequest* submission() const { return std::get_if<SubmissionRequest>(&what); }
    const RevisionRequest* revision() const { return std::get_if<RevisionRequest>(&what); }
};

/// What is to be sent, on disk before anybody is told that it will be: a folder with a file for each item,
/// which is there whole or not at all, and beside it a small one that says how far it is. Several processes
/// may use one folder. Nothing is kept in memory; safe from any thread.
class Outbox {
public:
    /// The folder is made when something is added.
    explicit Outbox(std::filesystem::path folder);

    const std::filesystem::path& folder() const { return m_folder; }

    /// Errors: OutOfSpace, Io; then nothing was kept.
    Result<OutboxItem> add(const std::string& cloud, std::variant<SubmissionRequest, RevisionRequest> what);
    /// In the order of sending. What cannot be read is left out, and left where it is.
    std::vector<OutboxItem> items() const;
    std::optional<OutboxItem> find(const Uuid& id) const;
    /// The OTIO text of an item. NotFound when it has gone.
    Result<std::string> document(const OutboxItem& item) const;

    /// Before an attempt. False: it was cancelled meanwhile and must not be sent. NotFound: it has gone.
    Result<bool> markTried(const Uuid& id);
    Result<void> refuse(const Uuid& id, const Refusal& refusal);
    /// A refused item waits again.
    Result<void> takeUp(const Uuid& id);
    /// Not wanted any more: removed at once when it cannot have arrived, else once the cloud was told.
    Result<void> cancel(const Uuid& id);
    Result<void> remove(const Uuid& id);
    /// What has been sent. False: it was cancelled meanwhile, stays, and the cloud is to be told.
    Result<bool> removeUnlessCancelled(const Uuid& id);

    /// Whoever sends holds this meanwhile, so that what one window sends no other one does. Conflict: another
    /// one is at it.
    Result<FileLock> takeTurn() const;

private:
    Result<FileLock> changes() const;
    template <class Set>
    Result<void> setState(const Uuid& id, Set set);

    std::filesystem::path m_folder;
};

} // namespace cutaway::catalogue
