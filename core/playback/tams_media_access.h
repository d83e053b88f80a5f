#pragma once

#include "core/playback/kept_listings.h"
#include "core/playback/link_meter.h"
#include "core/playback/media_listing.h"
#include "core/playback/span_table.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

namespace cutaway::playback {

/// Media from a TAMS store. Our own cloud lists an angle in one answer, with the layout of its Objects; from
/// any other store the same is put together from the TAMS API. Listings are fetched around the moments that
/// are asked for, the rest of the neighbourhood ahead of need, and kept until refresh(). Any thread. Make it
/// shared.
class TamsMediaAccess final : public MediaAccess, public std::enable_shared_from_this<TamsMediaAccess> {
public:
    /// `disk` may be null: then nothing is kept beyond memory.
    explicit TamsMediaAccess(std::shared_ptr<const tams::TamsClient> client,
                             std::shared_ptr<DiskCache> disk = nullptr);
    ~TamsMediaAccess() override;

    /// From now on what is fetched is kept there, and what is kept there plays while the cloud is away.
    void useDisk(std::shared_ptr<DiskCache> disk);
    /// What is kept of a Source that our cloud has listed once. Reads the disk.
    std::optional<tams::SourceView> keptView(const Uuid& sourceId) const;

    /// Waits until what the cloud has listed so far is kept.
    void settleKept() const;

    Result<PlayableSource> source(const Uuid& sourceId, std::stop_token stop) override;
    Result<PlayableSource> sourceNear(const Uuid& sourceId, std::int64_t frame,
                                      std::stop_token stop) override;
    Result<ObjectSpan> pictureSpan(const PlayableSource& source, const Uuid& flowId, std::int64_t unit,
                                   std::stop_token stop) override;
    Result<ObjectSpan> soundSpan(const PlayableSource& source, const Uuid& flowId, std::int64_t unit,
                                 std::stop_token stop) override;
    void refresh() override;
    void grew(const Uuid& flowId, const std::optional<TimeRange>& range) override;
    Result<std::shared_ptr<const media::ByteBuffer>> object(const ObjectSpan& span,
                                                            std::stop_token stop) override;
    std::optional<media::ByteBuffer> kept(const std::string& objectId) override;
    bool isKept(const std::string& objectId) const override;
    std::vector<ObjectPart> early(const std::string& objectId) override;
    void keep(const std::string& objectId, std::span<const std::byte> bytes) override;
    void dropKept(const std::string& objectId) override;
    Result<std::vector<ThumbnailRef>> thumbnails(const Uuid& sourceId, std::stop_token stop) override;
    Result<media::ByteBuffer> thumbnail(const ThumbnailRef& ref, std::stop_token stop) override;
    void startPart(const ObjectSpan& span, const Stretch& part, bool urgent, std::stop_token stop,
                   PartCallbacks callbacks) override;
    /// Of the parts that came; whole Objects and listings are not measured.
    std::optional<std::int64_t> linkBits() const override;

private:
    struct Known {
        tams::SourceView view;
        bool listed = false; ///< by our own cloud's listing; false: by TAMS, each Flow whole
        std::map<Uuid, SpanTable> spans;
        Timestamp focus; ///< where it was looked at last
    };
    /// Where media is kept; both null or neither.
    struct Kept {
        std::shared_ptr<DiskCache> disk;
        std::shared_ptr<KeptListings> listings;
    };
    Kept keeping() const;
    std::optional<tams::SourceView> adoptKept(const Uuid& sourceId, std::uint64_t generation);
    Result<PlayableSource> find(const Uuid& sourceId, std::optional<std::int64_t> frame,
                                const std::stop_token& stop);
    Result<tams::SourceView> learn(const Uuid& sourceId, std::optional<std::int64_t> frame,
                                   const std::stop_token& stop);
    Result<ObjectSpan> spanAt(const PlayableSource& source, const SourceClock& clock, const Uuid& flowId,
                              std::int64_t unit, const std::stop_token& stop);
    Result<void> listFlow(const PlayableSource& source, const SourceClock& clock, const Uuid& flowId,
                          const std::stop_token& stop);
    Result<void> listAround(const Uuid& sourceId, const TimeRange& range, bool urgent,
                            const std::stop_token& stop);
    void take(Known& known, const MediaListing& listing);
    void warmUp(int connections);
    void forgetListings();
    void listAhead(const std::stop_token& stop);
    std::optional<std::pair<Uuid, TimeRange>> nextAhead();

    const std::shared_ptr<const tams::TamsClient> m_client;
    const std::shared_ptr<LinkMeter> m_meter = std::make_shared<LinkMeter>();
    mutable std::mutex m_keptMutex; ///< guards m_kept
    Kept m_kept;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_changed;
    std::map<Uuid, Uuid> m_names; ///< any id to that of the Source
    std::map<Uuid, Known> m_known;
    std::set<std::string> m_coming; ///< what some thread is asking for
    std::vector<Uuid> m_ahead;      ///< Sources whose neighbourhood is not yet listed, newest last
    std::map<std::string, std::vector<tams::GetUrl>> m_urls; ///< by Object
    std::map<std::string, std::vector<ObjectPart>> m_early;  ///< by Object
    std::uint64_t m_generation = 0;                          ///< counts refresh()

    std::jthread m_thread; ///< last: lists ahead
};

/// The part of an Object that a Segment shows, in whole units of `clock`: both ends by rounding to nearest,
/// so that a nanosecond of overshoot adds none. Object time 0 is its first shown unit (docs/time.md).
ObjectSpan spanOf(const tams::Segment& segment, const SourceClock& clock);

/// An address is no longer good, or an Object no longer granted: what is listed must be asked for again.
bool isRefusal(const Error& error);

} // namespace cutaway::playback
