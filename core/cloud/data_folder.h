#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <memory>
#include <string>

namespace cutaway::cloud {

class Database;

/// The right to serve a data folder, held while this value lives. The system gives it back when the process
/// ends, however it ends.
class FolderLock {
public:
    /// Makes the folder when absent. Errors: Conflict (another server has it), Io.
    static Result<std::unique_ptr<FolderLock>> take(const std::string& dataFolder);
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor)
        : m_descriptor(descriptor) {}
    int m_descriptor;
};

/// Who a store is, made once and kept in it.
struct StoreIdentity {
    Uuid cloud;
    Uuid workspace;
    std::string secret; ///< signs URLs
};
Result<StoreIdentity> identityOf(Database& database);

/// Writes DIR/server.json ({"url", "token", "pid"}), readable by its owner only, whole or not at all.
Result<void> announceServer(const std::string& dataFolder, const std::string& url, const std::string& token);
/// Removes it again.
void withdrawServer(const std::string& dataFolder);

} // namespace cutaway::cloud
