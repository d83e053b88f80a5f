#include "core/catalogue/client.h"
#include "core/tams/rest.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace cutaway::catalogue {

namespace {

constexpr int maxTries = 4;
constexpr std::int64_t partSize = 64 << 20; // what a lost connection costs at most

std::int64_t numberIn(const tams::HttpResponse& response, const char* header) {
    const std::string text = response.header(header);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// How much of a file of this size the cloud has already under the upload's id; nothing of another file.
Result<std::int64_t> alreadyThere(tams::HttpClient& http, const std::string& path, std::int64_t size,
                                  const std::stop_token& stop) {
    tams::HttpRequest request;
    request.method = "HEAD";
    request.url = path;
    request.retries = 2;
    CUTAWAY_TRY(const tams::HttpResponse response, http.fetch(std::move(request), stop));
    if (response.status == 404)
        return std::int64_t{0};
    if (!response.ok())
        return errorOf(response);
    return numberIn(response, "upload-length") == size ? numberIn(response, "content-length") : 0;
}

} // namespace

Result<void> CloudClient::upload(const Uuid& id, const std::filesystem::path& file, TransferProgress progress,
                                 std::stop_token stop) const {
    std::error_code failed;
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(file, failed));
    if (failed)
        return Error{ErrorCategory::NotFound,
                     "The file " + file.string() + " cannot be read: " + failed.message() + ".",
                     {}};
    const std::string path = "/cutaway/v1/uploads/" + id.toString();
    CUTAWAY_TRY(std::int64_t there, alreadyThere(*m_http, path, size, stop));
    bool begun = there > 0;
    for (int tries = 0; there < size || !begun;) {
        const std::int64_t count = std::min(partSize, size - there);
        tams::HttpRequest request;
        request.method = "PUT";
        request.url = path + tams::rest::query({{"name", file.filename().string()}});
        request.headers = {{"Content-Type", "application/octet-stream"}};
        if (count < size)
            request.headers.emplace_back("Content-Range", "bytes " + std::to_string(there) + "-" +
                                                              std::to_string(there + count - 1) + "/" +
                                                              std::to_string(size));
        request.bodyFile = file;
        request.bodyFileOffset = there;
        request.bodyFileCount = count;
        request.timeout = std::chrono::hours(24);
        if (progress)
            request.progress = [&progress, there, size](std::int64_t done, std::int64_t) {
                progress(there + done, size);
            };
        const auto sent = m_http->expect(std::move(request), stop);
        if (sent) {
            begun = true;
            there += count;
            tries = 0;
            continue;
        }
        const ErrorCategory category = sent.error().category;
        if ((category != ErrorCategory::Unavailable && category != ErrorCategory::Timeout) ||
            ++tries == maxTries)
            return sent.error();
        CUTAWAY_TRY(there, alreadyThere(*m_http, path, size, stop));
    }
    return {};
}

} // namespace cutaway::catalogue
