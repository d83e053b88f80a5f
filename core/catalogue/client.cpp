#include "core/catalogue/client.h"

#include "core/tams/download.h"
#include "core/tams/rest.h"

namespace cutaway::catalogue {

namespace rest = tams::rest;

namespace {

const std::string api = "/cutaway/v1";

template <class T>
Result<std::vector<T>> list(tams::HttpClient& http, const std::string& path, Result<T> (*read)(const Json&),
                            const std::stop_token& stop) {
    std::vector<T> values;
    CUTAWAY_CHECK(rest::getAll(
        http, api + path,
        [&](const Json& element) -> Result<void> {
            auto value = read(element);
            if (!value)
                return rest::unexpected(value.error().message);
            values.push_back(std::move(value).value());
            return {};
        },
        stop));
    return values;
}

template <class T>
Result<T> understood(const Result<Json>& answer, Result<T> (*read)(const Json&)) {
    if (!answer)
        return answer.error();
    auto value = read(*answer);
    if (!value)
        return rest::unexpected(value.error().message);
    return value;
}

template <class T>
Result<T> one(tams::HttpClient& http, const std::string& path, Result<T> (*read)(const Json&),
              const std::stop_token& stop) {
    return understood(rest::get(http, api + path, stop), read);
}

Result<void> done(const Result<Json>& answer) {
    if (!answer)
        return answer.error();
    return {};
}

/// `body` with the document as its member "otio", the text as it is.
Result<std::string> withOtio(const Json& body, const std::string& otio) {
    std::string text = body.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (otio.empty())
        return text;
    CUTAWAY_CHECK(tams::parseJson(otio));
    text.pop_back();
    return text + (body.empty() ? "" : ",") + "\"otio\":" + otio + "}";
}

/// Sends a body whose refusal says more than an Error can hold: any status is an answer.
Result<tams::HttpResponse> sendText(tams::HttpClient& http, const std::string& method,
                                    const std::string& path, std::string body, const std::stop_token& stop) {
    tams::HttpRequest request;
    request.method = method;
    request.url = api + path;
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    request.body = std::move(body);
    request.retries = 2;
    request.timeout = std::chrono::minutes(2);
    request.stallTimeout = request.timeout; // every clip of a long cut is looked up before a word comes back
    return http.fetch(std::move(request), stop);
}

std::string idPath(const char* kind, const Uuid& id) {
    return std::string("/") + kind + "/" + id.toString();
}

} // namespace

CloudClient::CloudClient(Connection connection)
    : m_http(std::make_shared<tams::HttpClient>(std::move(connection))) {}

CloudClient::CloudClient(std::shared_ptr<tams::HttpClient> http)
    : m_http(std::move(http)) {}

Result<void> CloudClient::health(std::stop_token stop) const {
    tams::HttpRequest request;
    request.url = api + "/health";
    request.anonymous = true;
    request.timeout = std::chrono::seconds(10);
    CUTAWAY_TRY(const tams::HttpResponse response, m_http->expect(std::move(request), stop));
    const auto json = tams::parseJson(response.body);
    if (!json || !json->is_object() || json->value("status", Json()) != "ok")
        return rest::unexpected(response.body.substr(0, 200));
    return {};
}

Result<CloudInfo> CloudClient::cloud(std::stop_token stop) const {
    return one(*m_http, "/cloud", &cloudInfoFromJson, stop);
}

Result<void> CloudClient::shutdown(std::stop_token stop) const {
    return rest::call(*m_http, "POST", api + "/shutdown", stop);
}

Result<std::vector<Event>> CloudClient::events(std::stop_token stop) const {
    return list(*m_http, "/events", &eventFromJson, stop);
}

Result<void> CloudClient::putEvent(const Event& event, std::stop_token stop) const {
    return done(rest::send(*m_http, "PUT", api + idPath("events", event.id), toJson(event), stop));
}

Result<std::vector<Unit>> CloudClient::units(const Uuid& eventId, std::stop_token stop) const {
    return list(*m_http, idPath("events", eventId) + "/units", &unitFromJson, stop);
}

Result<Unit> CloudClient::unit(const Uuid& id, std::stop_token stop) const {
    return one(*m_http, idPath("units", id), &unitFromJson, stop);
}

Result<void> CloudClient::putUnit(const Unit& unit, std::stop_token stop) const {
    return done(rest::send(*m_http, "PUT", api + idPath("units", unit.id), toJson(unit), stop));
}

Result<std::vector<Mark>> CloudClient::marks(const Uuid& unitId, std::stop_token stop) const {
    return list(*m_http, idPath("units", unitId) + "/marks", &markFromJson, stop);
}

Result<Mark> CloudClient::addMark(const Uuid& unitId, const Mark& mark, std::stop_token stop) const {
    return understood(
        rest::send(*m_http, "POST", api + idPath("units", unitId) + "/marks", toJson(mark), stop),
        &markFromJson);
}

Result<SearchResult> CloudClient::search(const std::string& text, bool withPictures, const Uuid& eventId,
                                         int limit, std::stop_token stop) const {
    return one(*m_http,
               "/search" + rest::query({{"q", text},
                                        {"with_pictures", withPictures ? "true" : "false"},
                                        {"event_id", eventId.isNil() ? "" : eventId.toString()},
                                        {"limit", std::to_string(limit)}}),
               &searchResultFromJson, stop);
}

Result<Job> CloudClient::ingest(const IngestRequest& request, std::stop_token stop) const {
    return understood(rest::send(*m_http, "POST", api + "/ingests", toJson(request), stop), &jobFromJson);
}

Result<std::vector<Job>> CloudClient::jobs(const JobQuery& query, std::stop_token stop) const {
    return list(*m_http,
                "/jobs" + rest::query({{"state", query.state ? std::string(jobStateName(*query.state)) : ""},
                                       {"type", query.type},
                                       {"limit", std::to_string(query.limit)}}),
                &jobFromJson, stop);
}

Result<Job> CloudClient::job(const Uuid& id, std::stop_token stop) const {
    return one(*m_http, idPath("jobs", id), &jobFromJson, stop);
}

Result<void> CloudClient::cancelJob(const Uuid& id, std::stop_token stop) const {
    return rest::call(*m_http, "POST", api + idPath("jobs", id) + "/cancel", stop);
}

Result<void> CloudClient::pauseJob(const Uuid& id, std::stop_token stop) const {
    return rest::call(*m_http, "POST", api + idPath("jobs", id) + "/pause", stop);
}

Result<void> CloudClient::resumeJob(const Uuid& id, std::stop_token stop) const {
    return rest::call(*m_http, "POST", api + idPath("jobs", id) + "/resume", stop);
}

Result<void> CloudClient::sayPlaying(const Uuid& clientId, bool playing, std::stop_token stop) const {
    return done(rest::send(*m_http, "POST", api + "/playing",
                           {{"client_id", clientId.toString()}, {"playing", playing}}, stop));
}

Result<std::vector<std::byte>> CloudClient::preview(const std::string& url, std::stop_token stop) const {
    std::vector<std::byte> bytes;
    tams::HttpRequest request;
    request.url = url;
    request.maxBytes = 16 << 20;
    request.sink = [&bytes](std::span<const std::byte> piece) {
        bytes.insert(bytes.end(), piece.begin(), piece.end());
        return true;
    };
    CUTAWAY_CHECK(m_http->expect(std::move(request), stop));
    return bytes;
}

Result<std::vector<ProjectSummary>> CloudClient::projects(std::stop_token stop) const {
    return list(*m_http, "/projects", &projectSummaryFromJson, stop);
}

Result<void> CloudClient::putProject(const Uuid& id, const std::string& name, std::stop_token stop) const {
    return done(rest::send(*m_http, "PUT", api + idPath("projects", id), {{"name", name}}, stop));
}

Result<Project> CloudClient::project(const Uuid& id, std::stop_token stop) const {
    return one(*m_http, idPath("projects", id), &projectFromJson, stop);
}

Result<RevisionOutcome> CloudClient::addRevision(const Uuid& projectId, const Uuid& revisionId,
                                                 const Uuid& parent, const std::string& note,
                                                 const std::string& otio, std::stop_token stop,
                                                 const Uuid& clientId) const {
    CUTAWAY_TRY(std::string body,
                withOtio({{"id", revisionId.toString()},
                          {"parent", parent.isNil() ? Json() : Json(parent.toString())},
                          {"client_id", clientId.isNil() ? Json() : Json(clientId.toString())},
                          {"note", note}},
                         otio));
    CUTAWAY_TRY(
        const tams::HttpResponse response,
        sendText(*m_http, "POST", idPath("projects", projectId) + "/revisions", std::move(body), stop));
    const auto json = tams::parseJson(response.body);
    RevisionOutcome outcome;
    if (response.status == 409 && json && json->is_object() && json->contains("head")) {
        tams::JsonReader in(*json, "conflict");
        outcome.head = in.id("head");
        outcome.lockedBy = in.text("locked_by");
        CUTAWAY_CHECK(in.check());
        return outcome;
    }
    if (!response.ok())
        return errorOf(response);
    if (!json || !json->is_object())
        return rest::unexpected(response.body.substr(0, 200));
    tams::JsonReader in(*json, "revision");
    outcome.stored = true;
    outcome.head = revisionId;
    outcome.number = in.integer("number");
    CUTAWAY_CHECK(in.check());
    return outcome;
}

Result<std::string> CloudClient::revision(const Uuid& projectId, const Uuid& revisionId,
                                          std::stop_token stop) const {
    tams::HttpRequest request;
    request.url = api + idPath("projects", projectId) + idPath("revisions", revisionId);
    request.retries = 2;
    CUTAWAY_TRY(tams::HttpResponse response, m_http->expect(std::move(request), stop));
    return std::move(response.body);
}

Result<std::vector<Profile>> CloudClient::profiles(std::stop_token stop) const {
    return list(*m_http, "/profiles", &profileFromJson, stop);
}

Result<std::vector<Estimate>> CloudClient::estimate(const std::string& otio,
                                                    const std::vector<std::string>& profiles,
                                                    std::stop_token stop) const {
    CUTAWAY_TRY(std::string body, withOtio({{"profiles", profiles}}, otio));
    CUTAWAY_TRY(const tams::HttpResponse response,
                sendText(*m_http, "POST", "/estimates", std::move(body), stop));
    if (!response.ok())
        return errorOf(response);
    const auto json = tams::parseJson(response.body);
    if (!json || !json->is_array())
        return rest::unexpected(response.body.substr(0, 200));
    std::vector<Estimate> estimates;
    for (const Json& element : *json) {
        CUTAWAY_TRY(Estimate estimate, estimateFromJson(element));
        estimates.push_back(std::move(estimate));
    }
    return estimates;
}

Result<SubmissionOutcome> CloudClient::submit(const SubmissionRequest& request, std::stop_token stop) const {
    Json json = {
        {"title", request.title}, {"profiles", request.profiles}, {"ingest_result", request.ingestResult}};
    if (request.otio.empty()) {
        json["project_id"] = request.projectId.toString();
        json["revision_id"] = request.revisionId.toString();
    }
    CUTAWAY_TRY(std::string body, withOtio(json, request.otio));
    CUTAWAY_TRY(const tams::HttpResponse response,
                sendText(*m_http, "PUT", idPath("submissions", request.id), std::move(body), stop));
    const auto answer = tams::parseJson(response.body);
    SubmissionOutcome outcome;
    if (response.status == 400 && answer && answer->is_object() && answer->contains("problems")) {
        tams::JsonReader in(*answer, "refusal");
        for (const Json& element : in.array("problems")) {
            CUTAWAY_TRY(SubmissionProblem problem, submissionProblemFromJson(element));
            outcome.problems.push_back(std::move(problem));
        }
        if (!outcome.problems.empty())
            return outcome;
    }
    if (!response.ok())
        return errorOf(response);
    if (!answer)
        return rest::unexpected(response.body.substr(0, 200));
    CUTAWAY_TRY(outcome.submission, understood(answer, &submissionFromJson));
    return outcome;
}

Result<std::vector<Submission>> CloudClient::submissions(std::stop_token stop) const {
    return list(*m_http, "/submissions", &submissionFromJson, stop);
}

Result<Submission> CloudClient::submission(const Uuid& id, std::stop_token stop) const {
    return one(*m_http, idPath("submissions", id), &submissionFromJson, stop);
}

Result<void> CloudClient::download(const Delivery& delivery, const std::filesystem::path& to,
                                   TransferProgress progress, std::stop_token stop) const {
    const std::string url =
        delivery.url.empty() ? api + idPath("deliveries", delivery.id) + "/file" : delivery.url;
    return tams::download(*m_http, {url, false, to, std::move(progress)}, stop);
}

} // namespace cutaway::catalogue
