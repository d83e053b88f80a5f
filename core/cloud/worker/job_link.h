#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/tams/http.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace cutaway::cloud {

/// How far a worker is.
struct WorkProgress {
    std::string stage;
    double percent = 0;
    std::optional<std::int64_t> secondsLeft;
    bool playable = false; ///< the first part of the result can be played
    bool operator==(const WorkProgress&) const = default;
};

/// A worker's side of its job: everything goes by HTTP with the job's own token. Thread-safe.
/// Cancelled: the cloud says that the job is over.
class JobLink {
public:
    JobLink(std::shared_ptr<tams::HttpClient> http, Uuid jobId);

    tams::HttpClient& http() const { return *m_http; }
    const std::shared_ptr<tams::HttpClient>& sharedHttp() const { return m_http; }

    /// What to do: "type", "attempt" and what the kind of job needs.
    Result<nlohmann::json> work(std::stop_token stop) const;
    Result<void> progress(const WorkProgress& progress, std::stop_token stop) const;
    Result<void> preview(std::span<const std::byte> jpeg, std::stop_token stop) const;
    Result<void> output(const std::string& name, const std::filesystem::path& file,
                        std::stop_token stop) const;
    Result<void> done(const nlohmann::json& result, std::stop_token stop) const;
    Result<void> failed(const nlohmann::json& error, std::stop_token stop) const;
    /// Takes a file of this cloud, named by its path, to `to`.
    Result<void> download(const std::string& path, const std::filesystem::path& to,
                          std::stop_token stop) const;

private:
    Result<tams::HttpResponse> ask(tams::HttpRequest request, std::stop_token stop) const;

    std::shared_ptr<tams::HttpClient> m_http;
    std::string m_base;
};

} // namespace cutaway::cloud
