#include "core/cloud/tams_api/deletion.h"

#include "core/cloud/objects/references.h"
#include "core/cloud/store/clock.h"

#include <set>
#include <vector>

namespace cutaway::cloud {

std::int64_t removeSegments(Connection& store, const Principal& principal, std::string_view flowId,
                            const TimeRange& range, const std::optional<std::string>& objectId,
                            std::int64_t limit) {
    std::vector<SegmentRow> doomed;
    eachSegment(store, principal.workspace, {std::string(flowId), range, objectId, false, nullptr},
                [&](const SegmentRow& segment) {
                    if (range.contains(segment.timerange))
                        doomed.push_back(segment);
                    return static_cast<std::int64_t>(doomed.size()) < limit;
                });
    std::set<std::string> objects;
    for (const SegmentRow& segment : doomed) {
        removeSegment(store, principal.workspace, flowId, segment);
        objects.insert(segment.objectId);
    }
    for (const std::string& object : objects)
        noteIfUnreferenced(store, principal.workspace, object);
    if (!doomed.empty())
        store.run("UPDATE flows SET segments_updated = ? WHERE workspace_id = ? AND id = ?",
                  nowMicroseconds(), principal.workspace.toString(), flowId);
    return static_cast<std::int64_t>(doomed.size());
}

} // namespace cutaway::cloud
