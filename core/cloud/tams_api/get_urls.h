#pragma once

#include "core/cloud/http/message.h"
#include "core/cloud/store/database.h"
#include "core/cloud/tams_api/tams_context.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>

namespace cutaway::cloud {

/// Makes `get_urls` of Objects as one request wants them: `accept_get_urls`, `accept_storage_ids`,
/// `presigned`, `verbose_storage`, `storage_backend_tag...`.
class GetUrls {
public:
    /// Errors: InvalidInput.
    static Result<GetUrls> read(const TamsContext& context, const Request& request);

    /// The URLs of one Object; `key` is that of its file here, if it has one.
    nlohmann::json of(Connection& store, std::string_view objectId,
                      const std::optional<std::string>& key) const;

private:
    GetUrls(const TamsContext& context, const Request& request)
        : m_context(context)
        , m_origin(request.origin)
        , m_workspace(request.principal.workspace) {}
    bool accepts(std::string_view label, bool presigned) const;

    const TamsContext& m_context;
    std::string m_origin;
    Uuid m_workspace;
    std::optional<std::set<std::string, std::less<>>> m_labels;
    std::optional<bool> m_presigned;
    bool m_controlled = true;   ///< URLs of our own backend are wanted
    bool m_uncontrolled = true; ///< URLs that clients registered are wanted
    bool m_verbose = false;
};

/// A signed URL's path and query for `method` on the Object's file. Stays the same for an hour, so that
/// caches know it again.
std::string signedMediaPath(const TamsContext& context, std::string_view method, std::string_view key);

} // namespace cutaway::cloud
