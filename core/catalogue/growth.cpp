#include "core/catalogue/growth.h"

namespace cutaway::catalogue {

Result<FlowGrowth> flowGrowthFromJson(const tams::Json& data) {
    tams::JsonReader in(data, "growth");
    FlowGrowth growth;
    growth.flowId = in.id("flow_id", true);
    growth.sourceId = in.id("source_id", true);
    const std::string added = in.text("timerange");
    CUTAWAY_CHECK(in.check());
    if (!added.empty()) {
        CUTAWAY_TRY(const TimeRange range, TimeRange::parse(added));
        if (!range.isEmpty())
            growth.added = range;
    }
    return growth;
}

} // namespace cutaway::catalogue
