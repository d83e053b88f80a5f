#include "core/cloud/jobs/upload_routes.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/http/file_answer.h"
#include "core/cloud/jobs/job_outputs.h"
#include "core/cloud/jobs/upload_store.h"
#include "core/cloud/json/reply.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::uint64_t maxUpload = std::uint64_t{4} << 40;

Result<json> put(UploadStore& uploads, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"upload", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
    const std::string name(request.query.get("name").value_or(""));
    if (!name.empty())
        CUTAWAY_CHECK(checkFileName(name));
    const auto size = static_cast<std::int64_t>(request.bodyFile->size);
    UploadPart part{0, size, size};
    if (request.headers.has("Content-Range")) {
        CUTAWAY_TRY(part, parseContentRange(request.headers.get("Content-Range")));
    }
    CUTAWAY_TRY(const Upload upload, uploads.put(request.principal, id, name, part, *request.bodyFile));
    return json{{"id", id.toString()}, {"size", upload.size}, {"received", upload.received}};
}

Response get(const UploadStore& uploads, const Request& request) {
    const auto found = [&]() -> Result<Upload> {
        CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"upload", request.param("id"), {}}));
        CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
        return uploads.find(request.principal.workspace, id);
    }();
    if (!found)
        return Response::failure(found.error());
    auto file = OpenFile::open(uploads.pathOf(found->id).string());
    if (!file)
        return Response::failure(file.error());
    FileAnswer about;
    about.saveAs = found->name;
    about.length = static_cast<std::uint64_t>(found->received);
    Response response = answerFile(request, *file, about);
    response.headers.add("Upload-Length", std::to_string(found->size));
    return response;
}

} // namespace

void addUploadRoutes(Router& router, UploadStore& uploads) {
    const RouteOptions files{RouteOptions::Body::File, maxUpload, false, false};
    router.add(
        "PUT", "/cutaway/v1/uploads/{id}", [&uploads](Request& r) { return reply(201, put(uploads, r)); },
        files);
    router.add("GET", "/cutaway/v1/uploads/{id}", [&uploads](Request& r) { return get(uploads, r); });
}

} // namespace cutaway::cloud
