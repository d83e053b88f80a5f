#pragma once

#include "core/conform/run.h"

#include <future>
#include <stop_token>
#include <string>
#include <vector>

namespace cutaway::conform {

/// Objects in the order in which they are used, the next one fetched while this one is decoded, so that at
/// most two are in memory. One thread.
class ObjectQueue {
public:
    ObjectQueue(ObjectStore& store, std::vector<std::string> ids, std::stop_token stop);
    ~ObjectQueue();
    ObjectQueue(const ObjectQueue&) = delete;
    ObjectQueue& operator=(const ObjectQueue&) = delete;

    /// The next Object of the list. Asking beyond its end is a defect.
    Result<media::ByteSourcePtr> next();

private:
    void fetch();

    ObjectStore& m_store;
    std::vector<std::string> m_ids;
    std::size_t m_at = 0; ///< the one that m_pending fetches
    std::stop_source m_ended;
    std::stop_callback<std::function<void()>> m_forward;
    std::future<Result<media::ByteSourcePtr>> m_pending;
};

/// The Objects that spans use, in order, each once where uses follow each other.
std::vector<std::string> objectOrder(const std::vector<const Span*>& spans);

} // namespace cutaway::conform
