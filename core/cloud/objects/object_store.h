#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/cloud/http/message.h"

#include <cstdint>
#include <string>

namespace cutaway::cloud {

/// The folder of media files: FOLDER/objects/xx/KEY, KEY a UUID made here, never a name from outside.
/// A file appears whole or not at all, and survives a power cut once put() has returned.
class ObjectStore {
public:
    /// Makes the folders. Errors: Io, OutOfSpace.
    static Result<ObjectStore> open(const std::string& dataFolder);

    /// Takes the streamed body as the content of `key`. Errors: OutOfSpace, Io.
    Result<void> put(const Uuid& key, BodyFile& body) const;
    /// Errors: NotFound, Io.
    Result<std::shared_ptr<OpenFile>> read(const Uuid& key) const;
    /// Removing what is not there is fine.
    Result<void> remove(const Uuid& key) const;

    /// Where request bodies are streamed to: same file system, so that put() is a rename. Emptied by open().
    const std::string& incomingFolder() const { return m_incoming; }
    std::string pathOf(const Uuid& key) const;

private:
    ObjectStore(std::string objects, std::string incoming);
    std::string m_objects;
    std::string m_incoming;
};

} // namespace cutaway::cloud
