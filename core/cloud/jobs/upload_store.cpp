#include "core/cloud/jobs/upload_store.h"

#include "core/base/descriptor.h"
#include "core/cloud/store/clock.h"
#include "core/cloud/store/database.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace cutaway::cloud {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::hours uploadsLive{24};
constexpr std::string_view unneeded =
    "NOT EXISTS (SELECT 1 FROM jobs j WHERE j.state IN ('queued', 'running') "
    "AND j.work ->> 'upload_id' = u.id)";

Error diskError(int code) {
    if (code == ENOSPC || code == EDQUOT)
        return {ErrorCategory::OutOfSpace,
                "The cloud's disk is full. Free some space and send the file again.",
                std::generic_category().message(code)};
    return {ErrorCategory::Io, "The cloud could not keep the file.", std::generic_category().message(code)};
}

std::optional<std::int64_t> takeNumber(std::string_view& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value < 0)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// 0 or errno.
int syncToDisk(const fs::path& path, int flags) {
    const Descriptor file(open(path.c_str(), flags | O_CLOEXEC));
    return file.isOpen() && fsync(file.get()) == 0 ? 0 : errno;
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

/// The right to change one upload; the others go on beside it.
class UploadStore::Turn {
public:
    Turn(UploadStore& store, const Uuid& id)
        : m_store(store)
        , m_id(id) {
        std::unique_lock lock(m_store.m_mutex);
        m_store.m_turnOver.wait(lock, [this] { return m_store.m_changing.insert(m_id).second; });
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() {
        const std::lock_guard lock(m_store.m_mutex);
        m_store.m_changing.erase(m_id);
        m_store.m_turnOver.notify_all();
    }

private:
    UploadStore& m_store;
    const Uuid m_id;
};

UploadStore::UploadStore(Services& services)
    : m_services(services)
    , m_folder(fs::path(services.dataFolder) / "uploads") {
    std::error_code ignored; // the first put says so
    fs::create_directories(m_folder, ignored);
    removeUnknownFiles();
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

Result<std::optional<Upload>> UploadStore::known(const Principal& who, const Uuid& id) const {
    return m_services.database.read([&](Connection& store) -> Result<std::optional<Upload>> {
        auto row =
            store.query("SELECT name, size, received, workspace_id FROM uploads WHERE id = ?", id.toString());
        if (!row.next())
            return std::optional<Upload>();
        if (row.text(3) != who.workspace.toString())
            return Error{ErrorCategory::Conflict, "This identifier is taken. Use a new one.", {}};
        return std::optional(Upload{id, row.text(0), row.integer(1), row.integer(2)});
    });
}

Result<void> UploadStore::place(const Uuid& id, BodyFile& body) const {
    if (const int code = syncToDisk(body.path, O_RDONLY); code != 0)
        return diskError(code);
    if (rename(body.path.c_str(), pathOf(id).c_str()) != 0)
        return diskError(errno);
    body.release();
    if (const int code = syncToDisk(m_folder, O_RDONLY | O_DIRECTORY); code != 0)
        return diskError(code);
    return {};
}

Result<void> UploadStore::append(const Uuid& id, std::int64_t at, std::int64_t skip,
                                 const BodyFile& body) const {
    const Descriptor from(open(body.path.c_str(), O_RDONLY | O_CLOEXEC));
    const Descriptor to(open(pathOf(id).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (!from.isOpen() || !to.isOpen())
        return diskError(errno);
    off_t source = skip;
    off_t target = at;
    auto left = static_cast<std::size_t>(static_cast<std::int64_t>(body.size) - skip);
    while (left > 0) {
        const ssize_t copied = copy_file_range(from.get(), &source, to.get(), &target, left, 0);
        if (copied <= 0) {
            const int code = copied == 0 ? EIO : errno;
            // Gives back the room that half a part takes; it would be written over, so a failure costs
            // nothing.
            [[maybe_unused]] const int cut = ftruncate(to.get(), at);
            return diskError(code);
        }
        left -= static_cast<std::size_t>(copied);
    }
    if (fdatasync(to.get()) != 0)
        return diskError(errno);
    return {};
}

Result<Upload> UploadStore::put(const Principal& who, const Uuid& id, const std::string& name,
                                const UploadPart& part, BodyFile& body) {
    if (static_cast<std::int64_t>(body.size) != part.count)
        return Error{ErrorCategory::InvalidInput, "The upload is not as long as its Content-Range says.", {}};
    CUTAWAY_TRY(const auto before, known(who, id));
    if (!before)
        removeOld(); // whoever brings something takes away what nobody came back for
    const Turn turn(*this, id);
    CUTAWAY_TRY(const auto here, known(who, id));
    // Another size means another file, and so does a whole one: it replaces the first.
    const bool continues = here && here->size == part.size && part.count < part.size;
    Upload upload{id, name.empty() && here ? here->name : name, part.size, 0};
    const std::int64_t have = continues ? here->received : 0;
    if (part.first > have)
        return Error{ErrorCategory::Conflict,
                     "This part does not follow what is here: continue at byte " + std::to_string(have) + ".",
                     {}};
    upload.received = std::max(have, part.first + part.count);
    if (part.first == 0 && (have == 0 || upload.received > have))
        CUTAWAY_CHECK(place(id, body));
    else if (upload.received > have)
        CUTAWAY_CHECK(append(id, have, have - part.first, body));
    const auto written = m_services.database.write([&](Connection& store) -> Result<void> {
        store.run("INSERT INTO uploads (id, workspace_id, created_by, name, size, received, touched) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                  "size = excluded.size, received = excluded.received, touched = excluded.touched",
                  id.toString(), who.workspace.toString(), who.user, upload.name, upload.size,
                  upload.received, nowMicroseconds());
        return {};
    });
    if (!written)
        return written.error();
    return upload;
}

void UploadStore::remove(const Uuid& id) {
    const Turn turn(*this, id);
    const auto removed = m_services.database.write([&](Connection& store) -> Result<bool> {
        return store.run("DELETE FROM uploads AS u WHERE id = ? AND " + std::string(unneeded),
                         id.toString()) > 0;
    });
    std::error_code ignored; // a file that stays is removed at the next start
    if (removed && *removed)
        fs::remove(pathOf(id), ignored);
}

void UploadStore::removeOld() {
    const std::int64_t limit = nowMicroseconds() - std::chrono::microseconds(uploadsLive).count();
    std::vector<Uuid> old;
    [[maybe_unused]] const auto listed = m_services.database.read([&](Connection& store) -> Result<void> {
        auto rows =
            store.query("SELECT id FROM uploads AS u WHERE touched < ? AND " + std::string(unneeded), limit);
        while (rows.next())
            if (const auto id = Uuid::parse(rows.text(0)))
                old.push_back(*id);
        return {};
    });
    for (const Uuid& id : old)
        remove(id);
}

void UploadStore::removeUnknownFiles() const {
    const auto known = m_services.database.read([](Connection& store) -> Result<std::set<std::string>> {
        std::set<std::string> ids;
        auto rows = store.query("SELECT id FROM uploads");
        while (rows.next())
            ids.insert(rows.text(0));
        return ids;
    });
    if (!known)
        return;
    std::error_code ignored; // what cannot be removed only takes room
    for (const auto& entry : fs::directory_iterator(m_folder, ignored))
        if (!known->contains(entry.path().filename().string()))
            fs::remove(entry.path(), ignored);
}

} // namespace cutaway::cloud
