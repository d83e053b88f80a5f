#include "core/cloud/tams_api/get_urls.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/tams_api/filters.h"
#include "core/cloud/tams_api/paging.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::chrono::seconds sharedLife{3600};

}

std::string signedMediaPath(const TamsContext& context, std::string_view method, std::string_view key) {
    const auto now =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch());
    const auto end = std::chrono::ceil<std::chrono::hours>(now + context.minUrlTimeout + sharedLife);
    const std::string path = std::string(mediaPath) + std::string(key);
    return path + "?" + context.services.authority.sign(method, path, end);
}

Result<GetUrls> GetUrls::read(const TamsContext& context, const Request& request) {
    GetUrls urls(context, request);
    if (const auto labels = request.query.get("accept_get_urls")) {
        const auto list = commaList(*labels);
        urls.m_labels.emplace(list.begin(), list.end());
    }
    if (const auto ids = commaList(request.query.get("accept_storage_ids").value_or("")); !ids.empty()) {
        urls.m_uncontrolled = false;
        urls.m_controlled = std::find(ids.begin(), ids.end(), context.storageId.toString()) != ids.end();
    }
    CUTAWAY_TRY(urls.m_presigned, booleanParameter(request, "presigned"));
    CUTAWAY_TRY(const auto verbose, booleanParameter(request, "verbose_storage"));
    urls.m_verbose = verbose.value_or(false);
    CUTAWAY_TRY(const bool passes, passesWithoutTags(request, "storage_backend_"));
    urls.m_controlled = urls.m_controlled && passes;
    urls.m_uncontrolled = urls.m_uncontrolled && passes;
    return urls;
}

bool GetUrls::accepts(std::string_view label, bool presigned) const {
    return (!m_labels || m_labels->contains(label)) && (!m_presigned || *m_presigned == presigned);
}

json GetUrls::of(Connection& store, std::string_view objectId, const std::optional<std::string>& key) const {
    json urls = json::array();
    if (m_labels && m_labels->empty())
        return urls;
    const auto add = [&](const std::string& path, std::string_view label, bool presigned) {
        json url{{"url", m_origin + path}, {"label", label}, {"presigned", presigned}};
        if (m_verbose)
            url.update({{"storage_id", m_context.storageId.toString()},
                        {"controlled", true},
                        {"store_type", "http_object_store"},
                        {"provider", "cutaway"},
                        {"store_product", "cutaway-cloud"}});
        urls.push_back(std::move(url));
    };
    if (key && m_controlled) {
        if (accepts(plainUrlLabel, false))
            add(std::string(mediaPath) + *key, plainUrlLabel, false);
        if (accepts(signedUrlLabel, true))
            add(signedMediaPath(m_context, "GET", *key), signedUrlLabel, true);
    }
    if (!m_uncontrolled)
        return urls;
    auto row = store.query("SELECT label, document FROM object_urls WHERE workspace_id = ? AND object_id = ? "
                           "ORDER BY label",
                           m_workspace.toString(), objectId);
    while (row.next()) {
        if (!accepts(row.text(0), false))
            continue;
        json url = json::parse(row.text(1), nullptr, false);
        if (m_verbose)
            url["controlled"] = false;
        urls.push_back(std::move(url));
    }
    return urls;
}

} // namespace cutaway::cloud
