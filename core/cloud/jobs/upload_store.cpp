#include "core/cloud/jobs/upload_store.h"

#include "core/cloud/store/clock.h"
#include "core/cloud/store/database.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace cutaway::cloud {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::hours uploadsLive{24};

Error diskError(int code) {
    if (code == ENOSPC || code == EDQUOT)
        return {ErrorCategory::OutOfSpace,
                "The cloud's disk is full. Free some space and send the file again.",
                std::generic_category().message(code)};
    return {ErrorCategory::Io, "The cloud could not keep the file.", std::generic_category().message(code)};
}

struct Descriptor {
    explicit Descriptor(int opened)
        : number(opened) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number >= 0)
            close(number);
    }
    int number;
};

std::optional<std::int64_t> takeNumber(std::string_view& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value < 0)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool takeText(std::string_view& text, std::string_view expected) {
    const bool fits = text.starts_with(expected);
    if (fits)
        text.remove_prefix(expected.size());
    return fits;
}

} // namespace

Result<UploadPart> parseContentRange(std::string_view header) {
    const Error bad{
        ErrorCategory::InvalidInput, "The Content-Range of this upload cannot be understood.", {}};
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;
    std::optional<std::int64_t> size;
    const bool read = takeText(header, "bytes ") && (first = takeNumber(header)) && takeText(header, "-") &&
                      (last = takeNumber(header)) && takeText(header, "/") && (size = takeNumber(header)) &&
                      header.empty();
    if (!read || *last < *first || *last >= *size)
        return bad;
    return UploadPart{*first, *last - *first + 1, *size};
}

UploadStore::UploadStore(Services& services)
    : m_services(services)
    , m_folder(fs::path(services.dataFolder) / "uploads") {
    std::error_code ignored; // the first put says so
    fs::create_directories(m_folder, ignored);
}

fs::path UploadStore::pathOf(const Uuid& id) const {
    return m_folder / id.toString();
}

Result<Upload> UploadStore::find(const Uuid& workspace, const Uuid& id) const {
    return m_services.database.read([&](Connection& store) -> Result<Upload> {
        auto row = store.query("SELECT name, size, received FROM uploads WHERE id = ? AND workspace_id = ?",
                               id.toString(), workspace.toString());
        if (!row.next())
            return Error{
                ErrorCategory::NotFound, "This upload is not here (any more). Send the file again.", {}};
        return Upload{id, row.text(0), row.integer(1), row.integer(2)};
    });
}

Result<void> UploadStore::append(const Uuid& id, std::int64_t at, std::int64_t skip, BodyFile& body) {
    const Descriptor from(open(body.path.c_str(), O_RDONLY | O_CLOEXEC));
    const Descriptor to(open(pathOf(id).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (from.number < 0 || to.number < 0)
        return diskError(errno);
    off_t source = skip;
    off_t target = at;
    auto left = static_cast<std::size_t>(static_cast<std::int64_t>(body.size) - skip);
    while (left > 0) {
        const ssize_t copied = copy_file_range(from.number, &source, to.number, &target, left, 0);
        if (copied <= 0) {
            const int code = copied == 0 ? EIO : errno;
            // Gives back the room that half a part takes; it would be written over, so a failure costs
            // nothing.
            [[maybe_unused]] const int cut = ftruncate(to.number, at);
            return diskError(code);
        }
        left -= static_cast<std::size_t>(copied);
    }
    if (fdatasync(to.number) != 0)
        return diskError(errno);
    return {};
}

Result<Upload> UploadStore::put(const Principal& who, const Uuid& id, const std::string& name,
                                const UploadPart& part, BodyFile& body) {
    if (static_cast<std::int64_t>(body.size) != part.count)
        return Error{ErrorCategory::InvalidInput, "The upload is not as long as its Content-Range says.", {}};
    const std::lock_guard lock(m_writing);
    const auto known = m_services.database.read([&](Connection& store) -> Result<std::optional<Upload>> {
        auto row =
            store.query("SELECT name, size, received, workspace_id FROM uploads WHERE id = ?", id.toString());
        if (!row.next())
            return std::optional<Upload>();
        if (row.text(3) != who.workspace.toString())
            return Error{ErrorCategory::Conflict, "This identifier is taken. Use a new one.", {}};
        return std::optional(Upload{id, row.text(0), row.integer(1), row.integer(2)});
    });
    if (!known)
        return known.error();
    if (!*known)
        removeOld(); // whoever brings something takes away what nobody came back for
    // Another size means another file: it replaces the first.
    const bool continues = *known && (*known)->size == part.size && part.first > 0;
    Upload upload{id, name.empty() && *known ? (*known)->name : name, part.size, 0};
    const std::int64_t have = continues ? (*known)->received : 0;
    if (part.first > have)
        return Error{ErrorCategory::Conflict,
                     "This part does not follow what is here: continue at byte " + std::to_string(have) + ".",
                     {}};
    upload.received = std::max(have, part.first + part.count);
    if (part.first == 0) {
        if (rename(body.path.c_str(), pathOf(id).c_str()) != 0)
            return diskError(errno);
        body.release();
    } else if (upload.received > have) {
        CUTAWAY_CHECK(append(id, have, have - part.first, body));
    }
    const auto written = m_services.database.write([&](Connection& store) -> Result<void> {
        store.run("INSERT INTO uploads (id, workspace_id, created_by, name, size, received, touched) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                  "size = excluded.size, received = excluded.received, touched = excluded.touched",
                  id.toString(), who.workspace.toString(), who.user, upload.name, upload.size,
                  upload.received, nowMicroseconds());
        return {};
    });
    CUTAWAY_CHECK(written);
    return upload;
}

void UploadStore::remove(const Uuid& id) {
    [[maybe_unused]] const auto removed = m_services.database.write([&](Connection& store) -> Result<void> {
        store.run("DELETE FROM uploads WHERE id = ?", id.toString());
        return {};
    });
    std::error_code ignored; // a file that stays is removed with the next old ones
    fs::remove(pathOf(id), ignored);
}

void UploadStore::removeOld() {
    const std::int64_t limit = nowMicroseconds() - std::chrono::microseconds(uploadsLive).count();
    std::vector<Uuid> old;
    [[maybe_unused]] const auto listed = m_services.database.read([&](Connection& store) -> Result<void> {
        auto rows =
            store.query("SELECT id FROM uploads u WHERE touched < ? AND NOT EXISTS (SELECT 1 FROM jobs j "
                        "WHERE j.state IN ('queued', 'running') AND j.work ->> 'upload_id' = u.id)",
                        limit);
        while (rows.next())
            if (const auto id = Uuid::parse(rows.text(0)))
                old.push_back(*id);
        return {};
    });
    for (const Uuid& id : old)
        remove(id);
}

} // namespace cutaway::cloud
