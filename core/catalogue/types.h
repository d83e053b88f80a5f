#pragma once

#include "core/base/error.h"
#include "core/base/uuid.h"
#include "core/tams/json.h"
#include "core/time/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Wire types of /cutaway/v1 (docs/api.md), for client and server. Unknown fields are ignored. Absent text is
/// empty. Wall clock times are RFC 3339 text, times on a Source are Timestamps.
namespace cutaway::catalogue {

using tams::Json;

struct CloudInfo {
    Uuid id; ///< of the store
    std::string name;
    std::string version;
    std::string workspaceId;
    std::string user;
    bool operator==(const CloudInfo&) const = default;
};

struct Event {
    Uuid id;
    std::string name;
    std::string startDate; ///< "2026-07-11"
    std::string endDate;
    std::string timeZone; ///< IANA name
    bool operator==(const Event&) const = default;
};

enum class AngleState { Waiting, Ingesting, Ready };

struct Angle {
    int number = 0; ///< 1-9, its key
    std::string name;
    Uuid sourceId; ///< the multi Source; nil while waiting
    AngleState state = AngleState::Waiting;
    bool operator==(const Angle&) const = default;
};

struct Competitor {
    int lane = 0;
    std::string name;
    std::string organisation;
    std::string bib;
    bool operator==(const Competitor&) const = default;
};

struct Unit {
    Uuid id;
    Uuid eventId;
    std::string rsc; ///< 34 characters
    std::string name;
    std::string discipline; ///< "ATH"
    std::string disciplineName;
    std::string eventName;
    std::string phaseName;
    std::string unitName;
    std::string session;
    std::string day; ///< "2026-07-11"
    std::string venue;
    std::string start; ///< planned
    std::string end;
    std::string actualStart;
    std::string actualEnd;
    std::string status; ///< ODF ScheduleStatus
    int medal = 0;      ///< 0 none, 1 gold, 3 bronze
    int order = 0;
    bool repeatsMedia = false;
    std::vector<Angle> angles;
    std::vector<Competitor> competitors;
    bool operator==(const Unit&) const = default;

    bool hasPictures() const; ///< an angle is ready or growing
};

struct Mark {
    Uuid id;
    Timestamp time;
    Timestamp duration;
    std::string label;
    std::string kind; ///< "gun", "split", "finish", "goal", "user", ...
    std::string createdBy;
    bool operator==(const Mark&) const = default;
};

struct SearchHit {
    Unit unit;
    std::optional<Mark> mark; ///< set: the mark matched
    bool operator==(const SearchHit&) const = default;
};

struct SearchResult {
    std::vector<SearchHit> hits;
    std::int64_t total = 0;
    std::int64_t totalWithoutFilter = 0;
    bool operator==(const SearchResult&) const = default;
};

enum class JobState { Queued, Running, Paused, Delivered, Failed, Cancelled };
std::string_view jobStateName(JobState state); ///< as on the wire
std::optional<JobState> jobStateFrom(std::string_view name);

struct JobError {
    std::string type; ///< category name
    std::string summary;
    Uuid clipId; ///< nil: none
    std::optional<std::int64_t> recordFrame;
    bool operator==(const JobError&) const = default;
};

struct Job {
    Uuid id;
    std::string type; ///< "ingest", "conform"
    JobState state = JobState::Queued;
    std::string stage;
    double percent = 0;
    std::optional<std::int64_t> secondsLeft;
    std::string title;
    std::string created;
    std::string started;
    std::string ended;
    int attempt = 0;
    int priority = 5;
    std::optional<JobError> error;
    std::string previewUrl; ///< JPEG of the last finished frame; empty: none
    Json result;            ///< null: none
    bool operator==(const Job&) const = default;

    bool isOver() const {
        return state == JobState::Delivered || state == JobState::Failed || state == JobState::Cancelled;
    }
};

struct IngestRequest {
    Uuid id; ///< chosen by the client: the same id twice makes one job
    Uuid uploadId;
    std::string objectUrl; ///< instead of an upload
    std::string label;
    Uuid unitId; ///< nil: none
    std::optional<int> angleNumber;
    std::string angleName;
    std::optional<int> priority;
    std::string startTimecode;
    std::optional<Timestamp> startTime;
    bool realtime = false; ///< taken in at the speed at which it happened
    bool operator==(const IngestRequest&) const = default;
};

struct ProjectSummary {
    Uuid id;
    std::string name;
    Uuid head; ///< nil: no revision yet
    std::string updated;
    bool operator==(const ProjectSummary&) const = default;
};

struct RevisionInfo {
    Uuid id;
    std::int64_t number = 0;
    Uuid parent; ///< nil: the first
    std::string created;
    std::string createdBy;
    std::string note;
    bool operator==(const RevisionInfo&) const = default;
};

struct Project {
    Uuid id;
    std::string name;
    std::string workspaceId;
    Uuid head;
    std::vector<RevisionInfo> revisions;
    bool operator==(const Project&) const = default;
};

struct Profile {
    std::string id; ///< "hevc-hlg-mp4"
    std::string name;
    std::string description;
    std::string extension;
    bool operator==(const Profile&) const = default;
};

struct Estimate {
    std::string profile;
    std::int64_t bytes = 0;
    std::int64_t seconds = 0;
    bool operator==(const Estimate&) const = default;
};

struct Delivery {
    Uuid id;
    std::string profile;
    std::string fileName;
    std::int64_t size = 0;
    std::string url;
    Uuid sourceId; ///< multi Source of the ingested result; nil: none yet
    bool operator==(const Delivery&) const = default;
};

struct Submission {
    Uuid id;
    std::string title;
    std::string created;
    Job job;
    std::vector<std::string> profiles;
    std::vector<Delivery> deliveries;
    bool operator==(const Submission&) const = default;
};

/// Why a clip cannot be conformed.
struct SubmissionProblem {
    Uuid clipId;
    std::string clipName;
    std::int64_t recordFrame = 0;
    std::string summary;
    bool operator==(const SubmissionProblem&) const = default;
};

Json toJson(const CloudInfo& value);
Json toJson(const Event& value);
Json toJson(const Unit& value);
Json toJson(const Mark& value);
Json toJson(const SearchResult& value);
Json toJson(const Job& value);
Json toJson(const IngestRequest& value);
Json toJson(const ProjectSummary& value);
Json toJson(const Project& value);
Json toJson(const Profile& value);
Json toJson(const Estimate& value);
Json toJson(const Delivery& value);
Json toJson(const Submission& value);
Json toJson(const SubmissionProblem& value);

Result<CloudInfo> cloudInfoFromJson(const Json& json);
Result<Event> eventFromJson(const Json& json);
Result<Unit> unitFromJson(const Json& json);
Result<Mark> markFromJson(const Json& json);
Result<SearchResult> searchResultFromJson(const Json& json);
Result<Job> jobFromJson(const Json& json);
Result<IngestRequest> ingestRequestFromJson(const Json& json);
Result<ProjectSummary> projectSummaryFromJson(const Json& json);
Result<Project> projectFromJson(const Json& json);
Result<Profile> profileFromJson(const Json& json);
Result<Estimate> estimateFromJson(const Json& json);
Result<Submission> submissionFromJson(const Json& json);
Result<SubmissionProblem> submissionProblemFromJson(const Json& json);

} // namespace cutaway::catalogue
