#pragma once

#include "core/catalogue/people.h"
#include "core/catalogue/types.h"
#include "core/tams/http.h"

#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace cutaway::catalogue {

using tams::Connection;
using tams::TransferProgress;

/// What a revision became: stored, or refused because somebody else was first.
struct RevisionOutcome {
    bool stored = false;
    std::int64_t number = 0; ///< when stored
    Uuid head;               ///< the cloud's head: the new revision, or the one that was in the way
    std::string lockedBy;    ///< who edits the project and is why it was refused; empty: nobody
};

/// What a submission became: accepted, or refused clip by clip.
struct SubmissionOutcome {
    std::optional<Submission> submission;
    std::vector<SubmissionProblem> problems; ///< why not, when there is none
};

/// What to submit: a document, or a revision of a project.
struct SubmissionRequest {
    Uuid id; ///< chosen by the client: sending it twice makes one job
    std::string title;
    std::string otio; ///< JSON text; empty: the revision
    Uuid projectId;
    Uuid revisionId;
    std::vector<std::string> profiles;
    bool ingestResult = true;
};

struct JobQuery {
    std::optional<JobState> state;
    std::string type;
    int limit = 100;
};

/// Every call of docs/api.md that an editor or a script makes. Thread-safe; each call waits for its answer,
/// so not for the UI thread. Errors as TamsClient's, with the server's own sentence as the message.
class CloudClient {
public:
    explicit CloudClient(Connection connection);
    explicit CloudClient(std::shared_ptr<tams::HttpClient> http);

    const Connection& connection() const { return m_http->connection(); }
    const std::shared_ptr<tams::HttpClient>& http() const { return m_http; }

    /// Answers without a token: is a cloud there?
    Result<void> health(std::stop_token stop = {}) const;
    Result<CloudInfo> cloud(std::stop_token stop = {}) const;
    Result<void> shutdown(std::stop_token stop = {}) const;

    Result<std::vector<Event>> events(std::stop_token stop = {}) const;
    Result<void> putEvent(const Event& event, std::stop_token stop = {}) const;
    Result<std::vector<Unit>> units(const Uuid& eventId, std::stop_token stop = {}) const;
    Result<Unit> unit(const Uuid& id, std::stop_token stop = {}) const;
    Result<void> putUnit(const Unit& unit, std::stop_token stop = {}) const;
    Result<std::vector<Mark>> marks(const Uuid& unitId, std::stop_token stop = {}) const;
    Result<Mark> addMark(const Uuid& unitId, const Mark& mark, std::stop_token stop = {}) const;
    Result<SearchResult> search(const std::string& text, bool withPictures, const Uuid& eventId = {},
                                int limit = 50, std::stop_token stop = {}) const;

    /// Streams the file up; a part that the cloud already has is not sent again.
    Result<void> upload(const Uuid& id, const std::filesystem::path& file, TransferProgress progress = {},
                        std::stop_token stop = {}) const;
    Result<Job> ingest(const IngestRequest& request, std::stop_token stop = {}) const;

    Result<std::vector<Job>> jobs(const JobQuery& query = {}, std::stop_token stop = {}) const;
    Result<Job> job(const Uuid& id, std::stop_token stop = {}) const;
    Result<void> cancelJob(const Uuid& id, std::stop_token stop = {}) const;
    Result<void> pauseJob(const Uuid& id, std::stop_token stop = {}) const;
    Result<void> resumeJob(const Uuid& id, std::stop_token stop = {}) const;
    /// This client (any id, the same each time) plays or has stopped: background jobs stand still meanwhile.
    /// The word holds for 15 s; repeat it while playing.
    Result<void> sayPlaying(const Uuid& clientId, bool playing, std::stop_token stop = {}) const;
    /// The JPEG that Job::previewUrl names.
    Result<std::vector<std::byte>> preview(const std::string& url, std::stop_token stop = {}) const;

    Result<std::vector<ProjectSummary>> projects(std::stop_token stop = {}) const;
    Result<void> putProject(const Uuid& id, const std::string& name, std::stop_token stop = {}) const;
    Result<Project> project(const Uuid& id, std::stop_token stop = {}) const;
    /// Sends a revision whose parent is the head that this client knows (nil: none). `clientId`: who sends
    /// it, among the people of the project; nil: nobody of them.
    Result<RevisionOutcome> addRevision(const Uuid& projectId, const Uuid& revisionId, const Uuid& parent,
                                        const std::string& note, const std::string& otio,
                                        std::stop_token stop = {}, const Uuid& clientId = {}) const;
    /// The OTIO document as it was sent (JSON text).
    Result<std::string> revision(const Uuid& projectId, const Uuid& revisionId,
                                 std::stop_token stop = {}) const;

    /// Names of those who edit projects, by project.
    Result<std::map<Uuid, std::string>> editors(std::stop_token stop = {}) const;
    /// Who has the project open.
    Result<ProjectPeople> people(const Uuid& projectId, std::stop_token stop = {}) const;
    /// This client has it open; to be said again every few seconds. Conflict: what was to be taken over is
    /// not to be had.
    Result<ProjectPeople> sayHere(const PresenceRequest& request, std::stop_token stop = {}) const;
    Result<ProjectPeople> handOver(const Uuid& projectId, const Uuid& from, const Uuid& to,
                                   std::stop_token stop = {}) const;
    /// Closed in order.
    Result<void> sayGone(const Uuid& projectId, const Uuid& clientId, std::stop_token stop = {}) const;

    Result<std::vector<Profile>> profiles(std::stop_token stop = {}) const;
    Result<std::vector<Estimate>> estimate(const std::string& otio, const std::vector<std::string>& profiles,
                                           std::stop_token stop = {}) const;
    Result<SubmissionOutcome> submit(const SubmissionRequest& request, std::stop_token stop = {}) const;
    Result<std::vector<Submission>> submissions(std::stop_token stop = {}) const;
    Result<Submission> submission(const Uuid& id, std::stop_token stop = {}) const;
    /// Saves a delivery; what an earlier call left is continued, and `to` appears when whole.
    Result<void> download(const Delivery& delivery, const std::filesystem::path& to,
                          TransferProgress progress = {}, std::stop_token stop = {}) const;

private:
    std::shared_ptr<tams::HttpClient> m_http;
};

} // namespace cutaway::catalogue
