#include "core/playback/offline_store.h"

#include "core/tams/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace cutaway::playback {

namespace {

using tams::Json;

constexpr const char* recordName = "offline";
constexpr std::int64_t megabyte = 1'000'000;

std::string inMegabytes(std::int64_t bytes) {
    return std::to_string((bytes + megabyte - 1) / megabyte) + " MB";
}

} // namespace

OfflineStore::OfflineStore(std::shared_ptr<TamsMediaAccess> access, std::shared_ptr<DiskCache> disk)
    : m_access(std::move(access))
    , m_disk(std::move(disk)) {
    read();
}

void OfflineStore::read() {
    const auto bytes = m_disk->get(recordName);
    if (!bytes)
        return;
    m_disk->pin({recordName});
    try {
        const auto record = tams::parseJson({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
        if (!record)
            return;
        for (const Json& item : record->at("stretches")) {
            const auto source = Uuid::parse(item.at("source").get<std::string>());
            if (!source)
                continue;
            Entry entry{*source,
                        {item.at("first").get<std::int64_t>(), item.at("end").get<std::int64_t>()},
                        item.at("objects").get<std::vector<std::string>>()};
            m_disk->pin(entry.objects);
            m_disk->pin({KeptListings::nameOf(*source)});
            m_entries.push_back(std::move(entry));
        }
    } catch (const Json::exception&) {
        m_entries.clear();
    }
}

/// Under the lock.
void OfflineStore::write() {
    Json record{{"stretches", Json::array()}};
    for (const Entry& entry : m_entries)
        record["stretches"].push_back({{"source", entry.source.toString()},
                                       {"first", entry.stretch.first},
                                       {"end", entry.stretch.end},
                                       {"objects", entry.objects}});
    const std::string text = record.dump();
    m_disk->pin({recordName});
    m_disk->replace(recordName, std::as_bytes(std::span(text)));
}

Result<std::vector<ObjectSpan>> OfflineStore::piecesOf(const PlayableSource& source,
                                                       const FrameStretch& stretch,
                                                       const std::stop_token& stop) const {
    std::vector<ObjectSpan> pieces;
    std::set<std::string> known;
    const auto collect = [&](const SourceClock& clock, std::int64_t first, std::int64_t end,
                             const auto& spanAt) -> Result<void> {
        const std::int64_t second = std::max<std::int64_t>(unitsNearest({1, 0}, clock.rate), 1);
        for (std::int64_t unit = first; unit < end;) {
            auto span = spanAt(unit);
            if (!span && span.error().category != ErrorCategory::NotFound)
                return span.error();
            if (!span) { // a gap
                unit += second;
                continue;
            }
            unit = span->firstUnit + span->count;
            if (known.insert(span->objectId).second)
                pieces.push_back(std::move(*span));
        }
        return {};
    };
    for (const PictureRung& rung : source.rungs)
        CUTAWAY_CHECK(collect(source.clock, stretch.first, stretch.end, [&](std::int64_t unit) {
            return m_access->pictureSpan(source, rung.flowId, unit, stop);
        }));
    const auto collectSound = [&](const Uuid& flow) {
        return collect(source.clock.audio(), source.clock.sampleAtFrame(stretch.first),
                       source.clock.sampleAtFrame(stretch.end),
                       [&](std::int64_t unit) { return m_access->soundSpan(source, flow, unit, stop); });
    };
    for (const SoundMember& sound : source.sounds) {
        CUTAWAY_CHECK(collectSound(sound.flowId));
        for (const WaveformLevel& level : sound.waveforms)
            CUTAWAY_CHECK(collectSound(level.flowId));
    }
    return pieces;
}

Error OfflineStore::noRoom(std::int64_t needed, std::int64_t free) const {
    return {ErrorCategory::OutOfSpace,
            "This part needs " + inMegabytes(needed) + " on this computer, and " +
                inMegabytes(std::max<std::int64_t>(free, 0)) +
                " are free for offline media. Mark a shorter part, or remove other media from this computer.",
            {}};
}

/// How large sounds are is known only once they are here; pictures are what counts.
Result<void> OfflineStore::checkRoom(const std::vector<ObjectSpan>& pieces) const {
    std::int64_t needed = 0;
    for (const ObjectSpan& piece : pieces)
        if (piece.layout && !m_disk->isPinned(piece.objectId))
            needed += piece.layout->bytes;
    const std::int64_t free = m_disk->maxBytes() - m_disk->pinnedBytes();
    if (needed > free)
        return noRoom(needed, free);
    return {};
}

Result<void> OfflineStore::fetch(const Uuid& sourceId, const FrameStretch& stretch, const Progress& progress,
                                 std::stop_token stop) {
    const std::lock_guard one(m_fetching);
    CUTAWAY_TRY(const PlayableSource source, m_access->sourceNear(sourceId, stretch.first, stop));
    CUTAWAY_TRY(const auto pieces, piecesOf(source, stretch, stop));
    if (pieces.empty())
        return Error{ErrorCategory::NotFound, "“" + source.name + "” has nothing here yet.", {}};
    CUTAWAY_CHECK(checkRoom(pieces));
    Entry entry{source.sourceId, stretch, {}};
    std::vector<std::string> pinned; // by this fetch: let go of when it does not come to its end
    const auto giveUp = [&](Error error) {
        m_disk->unpin(pinned);
        return error;
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::string& id = pieces[i].objectId;
        progress(static_cast<std::int64_t>(i), static_cast<std::int64_t>(pieces.size()));
        if (stop.stop_requested())
            return giveUp({ErrorCategory::Cancelled, "Stopped.", {}});
        if (!m_disk->isPinned(id)) {
            m_disk->pin({id});
            pinned.push_back(id);
        }
        if (!m_disk->holds(id)) {
            const auto bytes = m_access->object(pieces[i], stop);
            if (!bytes)
                return giveUp(bytes.error());
            const auto size = static_cast<std::int64_t>((*bytes)->size());
            const std::int64_t free = m_disk->maxBytes() - m_disk->pinnedBytes();
            if (size > free)
                return giveUp(noRoom(size, free));
            m_disk->put(id, **bytes);
            if (!m_disk->holds(id))
                return giveUp({ErrorCategory::Io,
                               "Media could not be written on this computer. Is its disk full?", id});
        }
        entry.objects.push_back(id);
    }
    m_access->settleKept();
    m_disk->pin({KeptListings::nameOf(source.sourceId)});
    progress(static_cast<std::int64_t>(pieces.size()), static_cast<std::int64_t>(pieces.size()));
    const std::lock_guard lock(m_mutex);
    m_entries.push_back(std::move(entry));
    write();
    return {};
}

void OfflineStore::remove(const Uuid& sourceId) {
    const std::lock_guard lock(m_mutex);
    std::set<std::string> shared;
    for (const Entry& entry : m_entries)
        if (entry.source != sourceId)
            shared.insert(entry.objects.begin(), entry.objects.end());
    for (const Entry& entry : m_entries)
        if (entry.source == sourceId)
            for (const std::string& id : entry.objects)
                if (!shared.contains(id))
                    m_disk->drop(id);
    m_disk->unpin({KeptListings::nameOf(sourceId)});
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.source == sourceId; });
    write();
}

std::set<Uuid> OfflineStore::sources() const {
    std::set<Uuid> asked;
    {
        const std::lock_guard lock(m_mutex);
        for (const Entry& entry : m_entries)
            asked.insert(entry.source);
    }
    std::erase_if(asked, [this](const Uuid& id) { return here(id).empty(); });
    return asked;
}

std::vector<FrameStretch> OfflineStore::here(const Uuid& sourceId) const {
    std::vector<FrameStretch> found;
    {
        const std::lock_guard lock(m_mutex);
        for (const Entry& entry : m_entries)
            if (entry.source == sourceId &&
                std::all_of(entry.objects.begin(), entry.objects.end(),
                            [this](const std::string& id) { return m_disk->holds(id); }))
                found.push_back(entry.stretch);
    }
    std::sort(found.begin(), found.end(),
              [](const FrameStretch& a, const FrameStretch& b) { return a.first < b.first; });
    std::vector<FrameStretch> apart;
    for (const FrameStretch& next : found)
        if (!apart.empty() && next.first <= apart.back().end)
            apart.back().end = std::max(apart.back().end, next.end);
        else
            apart.push_back(next);
    return apart;
}

} // namespace cutaway::playback
