#pragma once

#include "core/base/result.h"
#include "core/media/byte_source.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace cutaway::playback {

/// Objects on disk, so that what was fetched once plays again without the network. Encrypted (AES-256-GCM),
/// bounded in bytes, least recently used go first; a file in which anything has changed is removed and never
/// given out. One process owns a folder. Any thread.
class DiskCache {
public:
    using Key = std::array<std::byte, 32>;
    struct Options {
        std::filesystem::path folder; ///< made when it is not there
        std::int64_t maxBytes = std::int64_t{20} << 30;
        std::string store; ///< identity of the cloud, and
        std::string user;  ///< of the user there: others never see these files as theirs
        /// The key for what is on disk. None: a fresh one that nobody keeps, and the folder is emptied at
        /// both ends.
        std::optional<Key> key;
    };
    /// A folder that another key has sealed is emptied: nobody can read it any more.
    /// Errors: Conflict (another process owns the folder), Io.
    static Result<std::unique_ptr<DiskCache>> open(Options options);
    /// A key for Options, from the system's random numbers.
    static Result<Key> makeKey();
    ~DiskCache();
    DiskCache(const DiskCache&) = delete;
    DiskCache& operator=(const DiskCache&) = delete;

    std::optional<media::ByteBuffer> get(const std::string& objectId);
    /// Keeps it if the disk allows; losing it only costs another fetch.
    void put(const std::string& objectId, std::span<const std::byte> bytes);
    /// The same for a record, which may change: it takes the place of what had this name.
    void replace(const std::string& name, std::span<const std::byte> bytes);
    void drop(const std::string& objectId);
    /// These stay whatever comes, until unpin() or drop(), also when they come only later. In this run.
    void pin(const std::vector<std::string>& names);
    void unpin(const std::vector<std::string>& names);
    bool isPinned(const std::string& name) const;
    std::int64_t pinnedBytes() const;
    std::int64_t maxBytes() const { return m_options.maxBytes; }
    bool holds(const std::string& objectId) const;
    std::int64_t bytes() const;

private:
    struct Entry {
        std::int64_t bytes = 0;
        std::list<std::string>::iterator used;
    };
    DiskCache(Options options, int lock);
    bool isOurKey() const;
    void scan();
    void clear();
    std::string nameOf(const std::string& objectId) const;
    std::string labelOf(const std::string& objectId) const;
    void note(const std::string& name, std::int64_t bytes);
    void forget(const std::string& name);
    void prune();

    const Options m_options;
    const int m_lock; ///< descriptor of the lock file
    Key m_key{};
    mutable std::mutex m_mutex; ///< guards what follows; never held over reading or writing an Object
    std::map<std::string, Entry> m_files;
    std::set<std::string> m_pinned;
    std::list<std::string> m_use; ///< most recent first
    std::int64_t m_bytes = 0;
};

} // namespace cutaway::playback
