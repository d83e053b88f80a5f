#pragma once

#include "core/base/uuid.h"
#include "core/cloud/objects/object_store.h"

#include <map>
#include <mutex>
#include <string>

namespace cutaway::cloud {

/// Where the pictures of stored files lie, read from their indexes and remembered: files never change. Any
/// thread.
class LayoutMemo {
public:
    explicit LayoutMemo(const ObjectStore& objects)
        : m_objects(objects) {}

    struct Known {
        std::int64_t bytes = 0;       ///< of the file; 0: it is not there
        std::int64_t headerBytes = 0; ///< 0: it must be fetched whole
        std::string packed;           ///< media::packLayout
    };
    Known of(const Uuid& key);

private:
    Known read(const Uuid& key) const;

    const ObjectStore& m_objects;
    std::mutex m_mutex;
    std::map<Uuid, Known> m_known;
};

} // namespace cutaway::cloud
