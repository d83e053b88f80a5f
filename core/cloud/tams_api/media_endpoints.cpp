#include "core/cloud/auth/auth.h"
#include "core/cloud/http/file_answer.h"
#include "core/cloud/objects/object_store.h"
#include "core/cloud/store/clock.h"
#include "core/cloud/store/database.h"
#include "core/cloud/tams_api/endpoints.h"

namespace cutaway::cloud {

namespace {

constexpr std::uint64_t maxObject = 16ULL << 30; // bytes

/// The Object behind a media URL.
struct Media {
    std::string objectId;
    std::string contentType;
    bool uploaded = false;
    bool registered = false;
};

Result<Media> mediaOf(Connection& store, const Request& request, const Uuid& key) {
    auto row =
        store.query("SELECT id, content_type, uploaded IS NOT NULL, registered IS NOT NULL FROM objects "
                    "WHERE file_key = ? AND workspace_id = ?",
                    key.toString(), request.principal.workspace.toString());
    if (!row.next())
        return Error{ErrorCategory::NotFound, "There is no such object.", {}};
    return Media{row.text(0), row.text(1), row.integer(2) != 0, row.integer(3) != 0};
}

Result<Response> getMedia(TamsContext& context, Request& request) {
    CUTAWAY_TRY(const Uuid key, pathId(request, "key"));
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"object", request.param("key"), {}}));
    CUTAWAY_TRY(const Media media, context.services.database.read(
                                       [&](Connection& store) { return mediaOf(store, request, key); }));
    if (!media.uploaded)
        return Error{ErrorCategory::NotFound, "This object has not been uploaded yet.", {}};
    CUTAWAY_TRY(auto file, context.services.objects.read(key));
    FileAnswer about;
    about.contentType = media.contentType;
    about.etag = key.toString();
    about.immutable = true;
    return answerFile(request, std::move(file), about);
}

Result<Response> putMedia(TamsContext& context, Request& request) {
    CUTAWAY_TRY(const Uuid key, pathId(request, "key"));
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"object", request.param("key"), {}}));
    if (request.bodyFile->size == 0)
        return Error{ErrorCategory::InvalidInput, "The object's bytes are missing.", {}};
    CUTAWAY_TRY(const Media media, context.services.database.read(
                                       [&](Connection& store) { return mediaOf(store, request, key); }));
    if (media.registered)
        return Error{ErrorCategory::Forbidden, "This object is in use, and never changes.", {}};
    const std::string_view type = request.headers.get("Content-Type");
    if (!type.empty() && type != media.contentType)
        return Error{ErrorCategory::InvalidInput,
                     "This object was allocated as " + media.contentType + ", not as " + std::string(type) +
                         ".",
                     {}};
    const auto size = static_cast<std::int64_t>(request.bodyFile->size);
    CUTAWAY_CHECK(context.services.objects.put(key, *request.bodyFile));
    CUTAWAY_TRY(const bool kept, context.services.database.write([&](Connection& store) -> Result<bool> {
        return store.run("UPDATE objects SET uploaded = ?, size = ? WHERE file_key = ? AND workspace_id = ?",
                         nowMicroseconds(), size, key.toString(), request.principal.workspace.toString()) > 0;
    }));
    if (!kept) {
        (void)context.services.objects.remove(key).ok(); // nothing refers to it
        return Error{
            ErrorCategory::NotFound, "The time to upload this object has passed. Allocate another one.", {}};
    }
    Response response = Response::empty(200);
    response.headers.add("ETag", "\"" + key.toString() + "\"");
    return response;
}

} // namespace

void addMediaEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    RouteOptions read;
    read.signedUrl = true;
    RouteOptions write;
    write.signedUrl = true;
    write.body = RouteOptions::Body::File;
    write.bodyLimit = maxObject;
    const std::string pattern = std::string(mediaPath) + "{key}";
    addEndpoint(router, context, "GET", pattern, getMedia, read);
    addEndpoint(router, context, "PUT", pattern, putMedia, write);
}

} // namespace cutaway::cloud
