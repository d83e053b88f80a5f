#include "core/conform/object_queue.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace cutaway::conform {

ObjectQueue::ObjectQueue(ObjectStore& store, std::vector<std::string> ids, std::stop_token stop)
    : m_store(store)
    , m_ids(std::move(ids))
    , m_forward(std::move(stop), [ended = m_ended]() mutable { ended.request_stop(); }) {
    fetch();
}

ObjectQueue::~ObjectQueue() {
    m_ended.request_stop(); // the pending fetch is waited for: it uses the store
}

void ObjectQueue::fetch() {
    if (m_at >= m_ids.size())
        return;
    m_pending = std::async(std::launch::async,
                           [this, id = m_ids[m_at]] { return m_store.open(id, m_ended.get_token()); });
}

Result<media::ByteSourcePtr> ObjectQueue::next() {
    assert(m_at < m_ids.size());
    Result<media::ByteSourcePtr> object = m_pending.get();
    ++m_at;
    fetch();
    return object;
}

std::vector<std::string> objectOrder(const std::vector<const Span*>& spans) {
    std::vector<std::string> order;
    const auto add = [&](const ObjectUse& use) {
        if (order.empty() || order.back() != use.objectId)
            order.push_back(use.objectId);
    };
    for (const Span* span : spans) {
        if (span->speed.isNormal()) {
            std::for_each(span->objects.begin(), span->objects.end(), add);
            continue;
        }
        // Backwards from the last one; very fast, some are passed without being seen.
        for (std::int64_t unit = 0; unit < span->count;) {
            const PlaceInObjects place = placeOf(*span, unit);
            const ObjectUse& use = span->objects[place.use];
            add(use);
            if (span->speed.isFreeze())
                break;
            const std::int64_t low =
                span->sourceUnit + span->speed.stepsIn(unit) - (place.index - use.firstInObject);
            unit = span->recordUnitOf(span->speed.isReverse() ? low - 1 : low + use.count) - span->recordUnit;
        }
    }
    return order;
}

} // namespace cutaway::conform
