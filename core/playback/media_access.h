#pragma once

#include "core/base/uuid.h"
#include "core/media/byte_source.h"
#include "core/media/picture_layout.h"
#include "core/playback/partial_object.h"
#include "core/time/source_clock.h"
#include "core/time/time_range.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace cutaway::playback {

/// One proxy of a Source's picture.
struct PictureRung {
    Uuid flowId;
    int width = 0;
    int height = 0;
    std::int64_t bitRate = 0; ///< bits per second as described; 0: not known
};

/// The shape of a sound as its cloud has computed it, at one precision.
struct WaveformLevel {
    Uuid flowId;
    std::int64_t samplesPerPeak = 0;
};

/// One sound of a Source: member N of role `audio-N`.
struct SoundMember {
    Uuid flowId;
    int channels = 0;
    std::vector<WaveformLevel> waveforms = {}; ///< finest first
};

/// What can be played of one multi Source.
struct PlayableSource {
    Uuid sourceId;
    std::string name;
    SourceClock clock;
    std::int64_t firstFrame = 0; ///< absolute
    std::int64_t frameCount = 0;
    std::vector<PictureRung> rungs;  ///< largest first
    std::vector<SoundMember> sounds; ///< audio-1 first
};

/// Units [firstUnit, firstUnit + count) of a Source (frames, or samples of 48 kHz; absolute numbers) are
/// units [objectUnit, objectUnit + count) of this Object.
struct ObjectSpan {
    std::string objectId;
    std::int64_t firstUnit = 0;
    std::int64_t count = 0;
    std::int64_t objectUnit = 0;
    /// Where its pictures lie, so that parts of it can be fetched; null: only the whole.
    std::shared_ptr<const media::PictureLayout> layout = nullptr;
};

/// A small picture of one moment of a Source, where it is kept.
struct ThumbnailRef {
    std::int64_t frame = 0; ///< absolute
    std::string objectId;
};

/// Bytes of an Object from an offset on.
struct ObjectPart {
    std::int64_t first = 0;
    media::ByteBuffer bytes;
};

/// A part of an Object on its way: both on some other thread, `arrived` in order, `ended` once and last.
struct PartCallbacks {
    std::function<void(std::span<const std::byte>)> arrived;
    std::function<void(std::optional<Error>)> ended;
};

/// Where playback gets its media. Every call may block on a network, returns Cancelled soon after `stop`
/// asks, and may come from several threads at once.
class MediaAccess {
public:
    virtual ~MediaAccess() = default;
    virtual Result<PlayableSource> source(const Uuid& sourceId, std::stop_token stop) = 0;
    /// The same, when that picture of it is what is wanted first.
    virtual Result<PlayableSource> sourceNear(const Uuid& sourceId, std::int64_t frame,
                                              std::stop_token stop) {
        (void)frame;
        return source(sourceId, std::move(stop));
    }
    /// The span that holds `unit` of a picture rung. NotFound: a gap, "The picture of … is not there at …".
    virtual Result<ObjectSpan> pictureSpan(const PlayableSource& source, const Uuid& flowId,
                                           std::int64_t unit, std::stop_token stop) = 0;
    /// Of a sound, or of one of its waveforms.
    virtual Result<ObjectSpan> soundSpan(const PlayableSource& source, const Uuid& flowId, std::int64_t unit,
                                         std::stop_token stop) = 0;
    /// Forgets what may have changed: listings of Sources and Flows. Objects never change.
    virtual void refresh() = 0;
    /// One Flow has grown by `range`: what else is known stays. No range: it is described otherwise now.
    virtual void grew(const Uuid& flowId, const std::optional<TimeRange>& range) {
        (void)flowId;
        (void)range;
    }
    /// The whole Object.
    virtual Result<std::shared_ptr<const media::ByteBuffer>> object(const ObjectSpan& span,
                                                                    std::stop_token stop) = 0;
    /// An Object that was kept on this computer by keep(), if any. Reads the disk.
    virtual std::optional<media::ByteBuffer> kept(const std::string& objectId);
    virtual bool isKept(const std::string& objectId) const;
    /// Parts of an Object that are here before anybody asked for them.
    virtual std::vector<ObjectPart> early(const std::string& objectId);
    /// Offers a whole Object for keeping. Writes the disk.
    virtual void keep(const std::string& objectId, std::span<const std::byte> bytes);
    /// What is kept of an Object is of no use.
    virtual void dropKept(const std::string& objectId);
    /// The small pictures that there are of a Source, by time; none when it has none.
    virtual Result<std::vector<ThumbnailRef>> thumbnails(const Uuid& sourceId, std::stop_token stop);
    /// One of them, a JPEG.
    virtual Result<media::ByteBuffer> thumbnail(const ThumbnailRef& ref, std::stop_token stop);
    /// Begins to fetch a part of an Object whose span has a layout; returns at once. Urgent: before all else.
    virtual void startPart(const ObjectSpan& span, const Stretch& part, bool urgent, std::stop_token stop,
                           PartCallbacks callbacks);
    /// What the link to the media is measured to carry, bits per second; none: not known. Does not wait.
    virtual std::optional<std::int64_t> linkBits() const;
};

} // namespace cutaway::playback
