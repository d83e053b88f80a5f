#include "core/cloud/data_folder.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/store/database.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace cutaway::cloud {

namespace {

Error folderError(const std::string& path, int code) {
    return {ErrorCategory::Io, "The data folder “" + path + "” cannot be used.",
            std::generic_category().message(code)};
}

/// The setting's value, after giving it `fresh` if it had none.
std::string settled(Connection& store, std::string_view name, const std::string& fresh) {
    store.run(
        "INSERT OR IGNORE INTO settings (workspace_id, created_by, name, value) VALUES ('', 'system', ?, ?)",
        name, fresh);
    auto row = store.query("SELECT value FROM settings WHERE workspace_id = '' AND name = ?", name);
    return row.next() ? row.text(0) : std::string();
}

} // namespace

Result<std::unique_ptr<FolderLock>> FolderLock::take(const std::string& dataFolder) {
    std::error_code problem;
    std::filesystem::create_directories(dataFolder, problem);
    if (problem)
        return folderError(dataFolder, problem.value());
    const std::string path = dataFolder + "/server.lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return folderError(dataFolder, errno);
    std::unique_ptr<FolderLock> lock(new FolderLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return Error{ErrorCategory::Conflict,
                         "Another server is running on the data folder “" + dataFolder + "”.",
                         {}};
        return folderError(dataFolder, errno);
    }
    return lock;
}

FolderLock::~FolderLock() {
    ::close(m_descriptor);
}

Result<StoreIdentity> identityOf(Database& database) {
    CUTAWAY_TRY(const std::string freshSecret, randomToken());
    return database.write([&](Connection& store) -> Result<StoreIdentity> {
        const std::string cloud = settled(store, "cloud_id", Uuid::random().toString());
        const std::string workspace = settled(store, "workspace_id", Uuid::random().toString());
        const std::string secret = settled(store, "secret", freshSecret);
        CUTAWAY_TRY(const Uuid cloudId, Uuid::parse(cloud));
        CUTAWAY_TRY(const Uuid workspaceId, Uuid::parse(workspace));
        return StoreIdentity{cloudId, workspaceId, secret};
    });
}

Result<void> announceServer(const std::string& dataFolder, const std::string& url, const std::string& token) {
    const std::string path = dataFolder + "/server.json";
    const std::string fresh = path + ".new";
    const std::string text =
        nlohmann::json{{"url", url}, {"token", token}, {"pid", ::getpid()}}.dump() + "\n";
    ::unlink(fresh.c_str());
    const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return folderError(dataFolder, errno);
    const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(descriptor) == 0;
    const int code = errno;
    ::close(descriptor);
    if (!written)
        return folderError(dataFolder, code);
    if (::rename(fresh.c_str(), path.c_str()) != 0)
        return folderError(dataFolder, errno);
    return {};
}

void withdrawServer(const std::string& dataFolder) {
    ::unlink((dataFolder + "/server.json").c_str());
}

} // namespace cutaway::cloud
