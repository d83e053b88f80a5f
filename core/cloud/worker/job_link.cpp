#include "core/cloud/worker/job_link.h"

#include <fstream>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr int gone = 410;
constexpr int tries = 4;
constexpr std::int64_t anySize = std::int64_t{1} << 50;

} // namespace

JobLink::JobLink(std::shared_ptr<tams::HttpClient> http, Uuid jobId)
    : m_http(std::move(http))
    , m_base("/cutaway/v1/jobs/" + jobId.toString()) {}

Result<tams::HttpResponse> JobLink::ask(tams::HttpRequest request, std::stop_token stop) const {
    CUTAWAY_TRY(tams::HttpResponse response, m_http->fetch(std::move(request), std::move(stop)));
    if (response.status == gone)
        return Error{ErrorCategory::Cancelled, "The job is over.", {}};
    if (!response.ok())
        return tams::errorOf(response);
    return response;
}

Result<json> JobLink::work(std::stop_token stop) const {
    tams::HttpRequest request;
    request.url = m_base + "/work";
    request.retries = tries;
    CUTAWAY_TRY(const tams::HttpResponse response, ask(std::move(request), std::move(stop)));
    json work = json::parse(response.body, nullptr, false);
    if (!work.is_object())
        return Error{ErrorCategory::Corrupt, "The cloud's answer about the job cannot be read.", {}};
    return work;
}

Result<void> JobLink::progress(const WorkProgress& progress, std::stop_token stop) const {
    tams::HttpRequest request;
    request.method = "POST";
    request.url = m_base + "/progress";
    json body = {{"stage", progress.stage}, {"percent", progress.percent}};
    if (progress.secondsLeft)
        body["seconds_left"] = *progress.secondsLeft;
    if (progress.playable)
        body["playable"] = true;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = body.dump();
    CUTAWAY_CHECK(ask(std::move(request), std::move(stop)));
    return {};
}

Result<void> JobLink::preview(std::span<const std::byte> jpeg, std::stop_token stop) const {
    tams::HttpRequest request;
    request.method = "PUT";
    request.url = m_base + "/preview";
    request.headers = {{"Content-Type", "image/jpeg"}};
    request.body.assign(reinterpret_cast<const char*>(jpeg.data()), jpeg.size());
    CUTAWAY_CHECK(ask(std::move(request), std::move(stop)));
    return {};
}

Result<void> JobLink::output(const std::string& name, const std::filesystem::path& file,
                             std::stop_token stop) const {
    tams::HttpRequest request;
    request.method = "PUT";
    request.url = m_base + "/outputs/" + tams::escapeUrl(name);
    request.headers = {{"Content-Type", "application/octet-stream"}};
    request.bodyFile = file;
    request.timeout = std::chrono::milliseconds(0);
    request.retries = tries;
    CUTAWAY_CHECK(ask(std::move(request), std::move(stop)));
    return {};
}

Result<void> JobLink::done(const json& result, std::stop_token stop) const {
    tams::HttpRequest request;
    request.method = "POST";
    request.url = m_base + "/done";
    request.headers = {{"Content-Type", "application/json"}};
    request.body = json{{"result", result}}.dump(-1, ' ', false, json::error_handler_t::replace);
    CUTAWAY_CHECK(ask(std::move(request), std::move(stop)));
    return {};
}

Result<void> JobLink::failed(const json& error, std::stop_token stop) const {
    tams::HttpRequest request;
    request.method = "POST";
    request.url = m_base + "/failed";
    request.headers = {{"Content-Type", "application/json"}};
    request.body = json{{"error", error}}.dump(-1, ' ', false, json::error_handler_t::replace);
    CUTAWAY_CHECK(ask(std::move(request), std::move(stop)));
    return {};
}

Result<void> JobLink::download(const std::string& path, const std::filesystem::path& to,
                               std::stop_token stop) const {
    std::ofstream file(to, std::ios::binary | std::ios::trunc);
    tams::HttpRequest request;
    request.url = path;
    request.maxBytes = anySize;
    request.timeout = std::chrono::milliseconds(0);
    request.sink = [&file](std::span<const std::byte> bytes) {
        file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return file.good();
    };
    const auto taken = ask(std::move(request), std::move(stop));
    file.close();
    if (!file) // why the transfer broke off, if it did
        return Error{
            ErrorCategory::OutOfSpace, "There is no room for the file on the disk of the worker.", {}};
    if (!taken)
        return taken.error();
    return {};
}

} // namespace cutaway::cloud
