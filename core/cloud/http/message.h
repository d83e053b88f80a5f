#pragma once

#include "core/base/result.h"
#include "core/cloud/auth/auth.h"
#include "core/cloud/http/open_file.h"
#include "core/cloud/http/stream_writer.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cutaway::cloud {

/// Header fields in their order; names compare without regard to case.
class Headers {
public:
    void add(std::string name, std::string value);
    void set(std::string_view name, std::string value);
    /// The first value, or "".
    std::string_view get(std::string_view name) const;
    bool has(std::string_view name) const;
    const std::vector<std::pair<std::string, std::string>>& all() const { return m_fields; }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

/// The decoded query of a URL; a name may occur more than once.
class Query {
public:
    /// Errors: InvalidInput (a bad %-escape, more than 256 fields).
    static Result<Query> parse(std::string_view text);
    std::optional<std::string_view> get(std::string_view name) const;
    std::vector<std::string_view> getAll(std::string_view name) const;
    const std::vector<std::pair<std::string, std::string>>& all() const { return m_fields; }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

/// A request body that was streamed to disk. The file is removed with this value unless moved away.
struct BodyFile {
    std::string path;
    std::uint64_t size = 0;

    BodyFile(std::string filePath, std::uint64_t bytes)
        : path(std::move(filePath))
        , size(bytes) {}
    BodyFile(const BodyFile&) = delete;
    BodyFile& operator=(const BodyFile&) = delete;
    ~BodyFile();
    /// The caller owns the file from here on.
    std::string release() { return std::exchange(path, std::string()); }
};

/// One request as a handler sees it: whole, checked against limits, its principal known.
struct Request {
    std::string method; ///< a HEAD arrives as "GET" with `head` set
    bool head = false;
    std::string path; ///< as sent, still encoded, without the query
    Query query;
    Headers headers;
    std::map<std::string, std::string, std::less<>> params; ///< of the route's pattern, decoded
    std::string body;                                       ///< when the route takes it in memory
    std::shared_ptr<BodyFile> bodyFile; ///< when the route takes it as a file: never null then
    std::string origin; ///< "http://host:port" as the client addressed us: for URLs in answers
    Principal principal;

    const std::string& param(std::string_view name) const;
};

/// Part of a file, sent without passing through memory.
struct FileRange {
    std::shared_ptr<OpenFile> file;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// Called on a worker thread once the response's head is on its way; keeps the writer as long as it likes.
using StreamStart = std::function<void(StreamWriter)>;

struct Response {
    int status = 200;
    Headers headers;
    std::variant<std::string, FileRange, StreamStart> body;

    static Response json(int status, std::string text);
    static Response empty(int status);
    /// The body of TAMS error.json with the status that belongs to the category.
    static Response failure(const Error& error);
    static Response failure(int status, const Error& error);
};

/// The HTTP status of an error category.
int statusOf(ErrorCategory category);

/// %-decoding of one path segment or query part; nothing on a bad escape, a NUL, or what is not UTF-8.
std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace = false);
std::string percentEncode(std::string_view text);

} // namespace cutaway::cloud
