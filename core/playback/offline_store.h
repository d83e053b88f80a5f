#pragma once

#include "core/playback/tams_media_access.h"

#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace cutaway::playback {

/// Frames [first, end) of a Source, absolute numbers.
struct FrameStretch {
    std::int64_t first = 0;
    std::int64_t end = 0;
    bool operator==(const FrameStretch&) const = default;
};

/// Media that was asked to be on this computer, to play without the cloud: stays in the disk cache until it
/// is removed, whatever else passes through. Any thread; one fetch at a time.
class OfflineStore {
public:
    OfflineStore(std::shared_ptr<TamsMediaAccess> access, std::shared_ptr<DiskCache> disk);

    /// Pieces that are here, of all that belong to the stretch.
    using Progress = std::function<void(std::int64_t done, std::int64_t total)>;
    /// Fetches every proxy and sound of a stretch, with its waveform; what is here already is not fetched
    /// again, also what an earlier fetch that was stopped has left. `progress` comes on this thread.
    /// OutOfSpace: it does not fit, and nothing was fetched; Cancelled; what the cloud says.
    Result<void> fetch(const Uuid& sourceId, const FrameStretch& stretch, const Progress& progress,
                       std::stop_token stop);
    /// Lets go of all that is here of a Source.
    void remove(const Uuid& sourceId);
    /// What can be played of a Source without the cloud because it was asked for; by time, apart.
    std::vector<FrameStretch> here(const Uuid& sourceId) const;
    /// Sources of which something is here.
    std::set<Uuid> sources() const;

private:
    struct Entry {
        Uuid source;
        FrameStretch stretch;
        std::vector<std::string> objects;
    };
    Result<std::vector<ObjectSpan>> piecesOf(const PlayableSource& source, const FrameStretch& stretch,
                                             const std::stop_token& stop) const;
    Result<void> checkRoom(const std::vector<ObjectSpan>& pieces) const;
    Error noRoom(std::int64_t needed, std::int64_t free) const;
    void read();
    void write();

    const std::shared_ptr<TamsMediaAccess> m_access;
    const std::shared_ptr<DiskCache> m_disk;
    std::mutex m_fetching;
    mutable std::mutex m_mutex; ///< guards m_entries
    std::vector<Entry> m_entries;
};

} // namespace cutaway::playback
