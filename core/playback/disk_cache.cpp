#include "core/playback/disk_cache.h"

#include "core/base/uuid.h"
#include "core/playback/internal/sealed_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <unistd.h>
#include <vector>

namespace cutaway::playback {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".sealed";
constexpr const char* lockName = "cache.lock";
constexpr const char* checkName = "key.check"; ///< sealed with the key of the folder

std::optional<media::ByteBuffer> readFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return std::nullopt;
    media::ByteBuffer bytes(static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0)));
    file.seekg(0);
    if (!file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
        return std::nullopt;
    return bytes;
}

/// Whole or not at all, also when the process ends in between.
bool writeFile(const fs::path& path, std::span<const std::byte> bytes) {
    fs::path part = path;
    part += "." + Uuid::random().toString() + ".part";
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    file.close();
    std::error_code problem;
    if (file)
        fs::rename(part, path, problem);
    if (!file || problem) {
        fs::remove(part, problem);
        return false;
    }
    return true;
}

} // namespace

Result<std::unique_ptr<DiskCache>> DiskCache::open(Options options) {
    std::error_code problem;
    fs::create_directories(options.folder, problem);
    const Error unusable{ErrorCategory::Io,
                         "Fetched media cannot be kept in " + options.folder.string() + ".",
                         problem.message()};
    if (problem)
        return unusable;
    fs::permissions(options.folder, fs::perms::owner_all, problem);
    const int lock = ::open((options.folder / lockName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0)
        return unusable;
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return Error{ErrorCategory::Conflict,
                     "Another editor keeps its media in " + options.folder.string() + ".",
                     {}};
    }
    std::unique_ptr<DiskCache> cache(new DiskCache(std::move(options), lock));
    if (cache->m_options.key) {
        cache->m_key = *cache->m_options.key;
        if (!cache->isOurKey()) {
            cache->clear();
            CUTAWAY_TRY(const auto check, seal(cache->m_key, checkName, {}));
            if (!writeFile(cache->m_options.folder / checkName, check))
                return unusable;
        }
        cache->scan();
        return cache;
    }
    CUTAWAY_TRY(cache->m_key, randomSealKey());
    cache->clear();
    return cache;
}

Result<DiskCache::Key> DiskCache::makeKey() {
    return randomSealKey();
}

/// True when what is in the folder was sealed with our key.
bool DiskCache::isOurKey() const {
    const auto check = readFile(m_options.folder / checkName);
    return check && unseal(m_key, checkName, *check);
}

DiskCache::DiskCache(Options options, int lock)
    : m_options(std::move(options))
    , m_lock(lock) {}

DiskCache::~DiskCache() {
    if (!m_options.key)
        clear();
    ::close(m_lock);
}

void DiskCache::clear() {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(m_options.folder, ignored))
        if (entry.path().filename() != lockName)
            fs::remove(entry.path(), ignored);
}

/// What an earlier run kept, the most recently used first; what it left unfinished goes.
void DiskCache::scan() {
    struct Found {
        fs::file_time_type used;
        std::string name;
        std::int64_t bytes;
    };
    std::vector<Found> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(m_options.folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".part"))
            fs::remove(entry.path(), ignored);
        else if (name.ends_with(ending) && entry.is_regular_file(ignored))
            found.push_back(
                {entry.last_write_time(ignored), name, static_cast<std::int64_t>(entry.file_size(ignored))});
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.used < b.used; });
    const std::lock_guard lock(m_mutex);
    for (const Found& file : found)
        note(file.name, file.bytes);
}

std::string DiskCache::labelOf(const std::string& objectId) const {
    return m_options.store + "\n" + m_options.user + "\n" + objectId;
}

/// A name that says nothing of the Object.
std::string DiskCache::nameOf(const std::string& objectId) const {
    static const Uuid space = Uuid::named({}, "cutaway disk cache");
    return Uuid::named(space, labelOf(objectId)).toString() + std::string(ending);
}

/// Under the lock.
void DiskCache::note(const std::string& name, std::int64_t bytes) {
    if (const auto known = m_files.find(name); known != m_files.end()) {
        m_bytes -= known->second.bytes;
        m_use.erase(known->second.used);
    }
    m_use.push_front(name);
    m_files[name] = {bytes, m_use.begin()};
    m_bytes += bytes;
    prune();
}

/// Under the lock: what was not used for longest goes, but nothing that is pinned.
void DiskCache::prune() {
    for (auto oldest = m_use.end(); m_bytes > m_options.maxBytes && oldest != m_use.begin();)
        if (const std::string name = *--oldest; !m_pinned.contains(name)) {
            ++oldest;
            forget(name);
        }
}

/// Under the lock: the file goes, too.
void DiskCache::forget(const std::string& name) {
    const auto known = m_files.find(name);
    if (known == m_files.end())
        return;
    m_bytes -= known->second.bytes;
    m_use.erase(known->second.used);
    m_files.erase(known);
    std::error_code ignored;
    fs::remove(m_options.folder / name, ignored);
}

std::optional<media::ByteBuffer> DiskCache::get(const std::string& objectId) {
    const std::string name = nameOf(objectId);
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_files.find(name);
        if (known == m_files.end())
            return std::nullopt;
        m_use.splice(m_use.begin(), m_use, known->second.used);
    }
    const fs::path path = m_options.folder / name;
    const auto sealed = readFile(path);
    auto plain = sealed ? unseal(m_key, labelOf(objectId), *sealed) : std::nullopt;
    if (!plain) {
        drop(objectId);
        return std::nullopt;
    }
    std::error_code ignored;
    fs::last_write_time(path, fs::file_time_type::clock::now(),
                        ignored); // the order of use, for the next run
    return plain;
}

void DiskCache::put(const std::string& objectId, std::span<const std::byte> bytes) {
    if (!holds(objectId))
        replace(objectId, bytes);
}

void DiskCache::replace(const std::string& name, std::span<const std::byte> bytes) {
    if (static_cast<std::int64_t>(bytes.size()) > m_options.maxBytes)
        return;
    const std::string file = nameOf(name);
    const auto sealed = seal(m_key, labelOf(name), bytes);
    if (!sealed || !writeFile(m_options.folder / file, *sealed))
        return;
    const std::lock_guard lock(m_mutex);
    note(file, static_cast<std::int64_t>(sealed->size()));
}

void DiskCache::drop(const std::string& objectId) {
    const std::lock_guard lock(m_mutex);
    m_pinned.erase(nameOf(objectId));
    forget(nameOf(objectId));
}

void DiskCache::pin(const std::vector<std::string>& names) {
    const std::lock_guard lock(m_mutex);
    for (const std::string& name : names)
        m_pinned.insert(nameOf(name));
}

void DiskCache::unpin(const std::vector<std::string>& names) {
    const std::lock_guard lock(m_mutex);
    for (const std::string& name : names)
        m_pinned.erase(nameOf(name));
    prune();
}

bool DiskCache::isPinned(const std::string& name) const {
    const std::lock_guard lock(m_mutex);
    return m_pinned.contains(nameOf(name));
}

std::int64_t DiskCache::pinnedBytes() const {
    const std::lock_guard lock(m_mutex);
    std::int64_t sum = 0;
    for (const std::string& name : m_pinned)
        if (const auto file = m_files.find(name); file != m_files.end())
            sum += file->second.bytes;
    return sum;
}

bool DiskCache::holds(const std::string& objectId) const {
    const std::lock_guard lock(m_mutex);
    return m_files.contains(nameOf(objectId));
}

std::int64_t DiskCache::bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

} // namespace cutaway::playback
