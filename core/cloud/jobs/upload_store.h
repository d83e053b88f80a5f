#pragma once

#include "core/base/result.h"
#include "core/cloud/auth/auth.h"
#include "core/cloud/http/message.h"
#include "core/cloud/services.h"

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace cutaway::cloud {

/// A file that a client sent to be ingested, whole or as far as it has come.
struct Upload {
    Uuid id;
    std::string name;
    std::int64_t size = 0;     ///< of the whole file
    std::int64_t received = 0; ///< bytes here, from the start without a gap
    bool isWhole() const { return received == size; }
};

/// Where in the file a body belongs: Content-Range "bytes first-last/size".
struct UploadPart {
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::int64_t size = 0;
};
Result<UploadPart> parseContentRange(std::string_view header);

/// The files sent by clients, under FOLDER/uploads. Safe from any thread.
class UploadStore {
public:
    /// Makes the folder, and removes files of which the store knows nothing: a crash came in between.
    explicit UploadStore(Services& services);

    /// Takes a body as the whole file, or as a part that continues what is here (bytes that are here already
    /// are skipped). Conflict when there would be a gap; what to send next is then in find().
    Result<Upload> put(const Principal& who, const Uuid& id, const std::string& name, const UploadPart& part,
                       BodyFile& body);
    Result<Upload> find(const Uuid& workspace, const Uuid& id) const;
    std::filesystem::path pathOf(const Uuid& id) const;
    /// Unless an unfinished job needs it. Removing what is not there is fine.
    void remove(const Uuid& id);
    /// Removes uploads that nobody touched for a day and that no unfinished job needs. Each new upload does
    /// it too.
    void removeOld();

private:
    class Turn;
    Result<std::optional<Upload>> known(const Principal& who, const Uuid& id) const;
    Result<void> place(const Uuid& id, BodyFile& body) const;
    Result<void> append(const Uuid& id, std::int64_t at, std::int64_t skip, const BodyFile& body) const;
    void removeUnknownFiles() const;

    Services& m_services;
    const std::filesystem::path m_folder;
    std::mutex m_mutex;
    std::condition_variable m_turnOver;
    std::set<Uuid> m_changing; ///< under m_mutex: uploads whose file or row somebody changes now
};

} // namespace cutaway::cloud
