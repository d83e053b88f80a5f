#include "core/cloud/objects/object_store.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace cutaway::cloud {

namespace {

namespace fs = std::filesystem;

Error failure(int code, const std::string& what) {
    if (code == ENOSPC || code == EDQUOT)
        return {ErrorCategory::OutOfSpace, "The cloud's disk is full. Make room and send it again.", what};
    return {ErrorCategory::Io, "The cloud could not write to its disk.",
            what + ": " + std::generic_category().message(code)};
}

Result<void> syncPath(const std::string& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return failure(errno, path);
    const int code = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (code != 0)
        return failure(code, path);
    return {};
}

Result<void> makeFolder(const std::string& path) {
    std::error_code problem;
    fs::create_directories(path, problem);
    if (problem)
        return failure(problem.value(), path);
    return {};
}

} // namespace

Result<ObjectStore> ObjectStore::open(const std::string& dataFolder) {
    ObjectStore store(dataFolder + "/objects", dataFolder + "/incoming");
    CUTAWAY_CHECK(makeFolder(store.m_objects));
    // What a killed server left half received is of no use to anybody.
    std::error_code ignored;
    fs::remove_all(store.m_incoming, ignored);
    CUTAWAY_CHECK(makeFolder(store.m_incoming));
    return store;
}

ObjectStore::ObjectStore(std::string objects, std::string incoming)
    : m_objects(std::move(objects))
    , m_incoming(std::move(incoming)) {}

std::string ObjectStore::pathOf(const Uuid& key) const {
    const std::string name = key.toString();
    return m_objects + "/" + name.substr(0, 2) + "/" + name;
}

Result<void> ObjectStore::put(const Uuid& key, BodyFile& body) const {
    const std::string path = pathOf(key);
    const std::string folder = path.substr(0, path.rfind('/'));
    CUTAWAY_CHECK(makeFolder(folder));
    CUTAWAY_CHECK(syncPath(body.path, O_RDONLY));
    if (::rename(body.path.c_str(), path.c_str()) != 0)
        return failure(errno, path);
    (void)body.release();
    return syncPath(folder, O_RDONLY | O_DIRECTORY);
}

Result<std::shared_ptr<OpenFile>> ObjectStore::read(const Uuid& key) const {
    return OpenFile::open(pathOf(key));
}

Result<void> ObjectStore::remove(const Uuid& key) const {
    const std::string path = pathOf(key);
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return failure(errno, path);
    return {};
}

} // namespace cutaway::cloud
