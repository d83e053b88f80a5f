#pragma once

#include "core/playback/disk_cache.h"
#include "core/playback/media_listing.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace cutaway::playback {

/// What our cloud has listed of each Source, on disk beside its Objects, so that they play without the cloud.
/// The newest word on each stretch of time counts; an Object that it no longer names goes from the disk, too.
/// Any thread.
class KeptListings {
public:
    explicit KeptListings(std::shared_ptr<DiskCache> disk);
    ~KeptListings(); ///< keeps first what was noted

    /// The record of a Source in the DiskCache.
    static std::string nameOf(const Uuid& sourceId);
    /// Takes an answer of the cloud (MediaListing::text) in; returns at once.
    void note(const Uuid& sourceId, std::string text);
    /// What is kept of a Source, the first with the Source itself; nothing when it was never listed. Reads
    /// the disk.
    std::vector<MediaListing> find(const Uuid& sourceId) const;
    /// The cloud knows no such Source any more, or grants nothing of it.
    void forget(const Uuid& sourceId);
    /// Waits until all that was noted is kept.
    void settle();

private:
    void run(const std::stop_token& stop);
    void keep(const Uuid& sourceId, const std::vector<std::string>& texts);

    const std::shared_ptr<DiskCache> m_disk;
    std::mutex m_record; ///< held while one record is read, changed and written
    std::mutex m_mutex;  ///< guards what follows
    std::condition_variable_any m_changed;
    std::map<Uuid, std::vector<std::string>> m_noted;
    bool m_busy = false;
    std::jthread m_thread; ///< last
};

} // namespace cutaway::playback
