#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// Who asks. Every request that reaches a handler has one.
struct Principal {
    enum class Kind {
        Anonymous, ///< no token: reaches open routes only
        Owner,     ///< the cloud's own token
        Job,       ///< a worker process, for the life of its job
        Signed,    ///< nobody in person: a signed URL that allows one thing
    };
    Kind kind = Kind::Anonymous;
    Uuid workspace;
    std::string user; ///< what `created_by` and `updated_by` say
    Uuid job;         ///< of a Job only
};

enum class Action { Read, Write, Delete, Manage };

/// What is asked for. `kind` is the singular name of a resource ("flow", "project", "service").
struct Resource {
    std::string_view kind;
    std::string_view id;
    Uuid workspace; ///< nil: the principal's own
};

/// The one place that decides. Owner: everything in their workspace. Job: reads and writes (never deletes)
/// media and its own job, reads deliveries, and sees nothing else. Errors: Unauthorised, Forbidden.
Result<void> authorize(const Principal& principal, Action action, const Resource& resource);

/// Knows the tokens and makes and checks signed URLs. Safe from any thread.
class Authority {
public:
    /// `secret` signs URLs; keep it as private as the token.
    Authority(Uuid workspace, std::string ownerToken, std::string secret);

    const Uuid& workspace() const { return m_workspace; }
    /// The principal of a token; Anonymous when there is none; Unauthorised when it is unknown.
    Result<Principal> principalOf(std::string_view token) const;

    /// A new token for the worker of `job`, valid until revoked or until the server ends.
    std::string registerJobToken(const Uuid& job, std::string user);
    void revokeJobToken(const Uuid& job);

    /// `expires` and `signature` query for one method and path: "expires=...&signature=...". `end`: since
    /// 1970.
    std::string sign(std::string_view method, std::string_view path, std::chrono::seconds end) const;
    /// True when `expires` lies ahead and `signature` fits. Constant time in the signature.
    bool verify(std::string_view method, std::string_view path, std::string_view expires,
                std::string_view signature) const;

private:
    std::string signature(std::string_view method, std::string_view path, std::string_view expires) const;

    const Uuid m_workspace;
    const std::string m_ownerToken;
    const std::string m_secret;
    mutable std::mutex m_mutex;
    std::map<Uuid, Principal> m_jobs;        ///< under m_mutex
    std::map<Uuid, std::string> m_jobTokens; ///< under m_mutex
};

/// 256 bits from the system's generator, as 64 hexadecimal digits. Errors: Io.
Result<std::string> randomToken();
/// The first line of a token file, without surrounding blanks. Errors: NotFound, InvalidInput (under 16
/// characters).
Result<std::string> readTokenFile(const std::string& path);

} // namespace cutaway::cloud
