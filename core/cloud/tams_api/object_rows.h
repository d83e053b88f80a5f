#pragma once

#include "core/cloud/auth/auth.h"
#include "core/cloud/store/database.h"
#include "core/time/time_range.h"

#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// An Object as the store keeps it.
struct ObjectRow {
    std::string id;
    std::optional<std::string> fileKey; ///< of its file here; none when others serve it
    std::string contentType;
    std::string allocatedByFlow;
    std::string firstFlow; ///< that registered it; empty: not registered yet
    bool isInit = false;
    std::optional<std::string> initObjectId;
    std::optional<TimeRange> timerange; ///< on the Object's own time line
    std::optional<std::int64_t> keyFrameCount;
    bool uploaded = false;
    bool registered = false;
};

std::optional<ObjectRow> findObject(Connection& store, const Uuid& workspace, std::string_view id);
/// The Object, or NotFound while it is not registered.
Result<ObjectRow> requireObject(Connection& store, const Uuid& workspace, std::string_view id);

/// A new Object whose bytes will come to `fileKey`, or that others serve when there is none.
void insertObject(Connection& store, const Principal& principal, const ObjectRow& object);
/// Writes what registration settles: flow, time range, key frames, init Object.
void registerObject(Connection& store, const Uuid& workspace, const ObjectRow& object);

/// Text that can be an Object id: 1 to 512 bytes, no control characters.
bool isObjectId(std::string_view id);

} // namespace cutaway::cloud
