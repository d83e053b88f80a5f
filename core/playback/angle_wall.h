#pragma once

#include "core/playback/picture_loader.h"
#include "core/playback/player.h"

#include <functional>
#include <memory>
#include <vector>

namespace cutaway::playback {

/// One angle of a unit, as it stands on the unit's time line.
struct WallAngle {
    Uuid source;
    SourceClock clock;
    std::int64_t first = 0; ///< absolute frames [first, end)
    std::int64_t end = 0;
    bool operator==(const WallAngle&) const = default;
};

/// Where the leading player stands and how it moves: `frame` is what it shows, absolute on its own clock.
struct WallLead {
    SourceClock clock;
    std::int64_t frame = 0;
    Speed speed;
    bool operator==(const WallLead&) const = default;
};

/// What one tile shows at an instant.
struct WallTile {
    media::VideoFramePtr picture; ///< null: nothing of this angle is there yet, or ever at this instant
    std::int64_t frame = 0;       ///< absolute: the one that belongs to the instant
    bool exact = false;           ///< the picture is that frame; else it stands in for it
    int rungHeight = 0;           ///< of the proxy it came from
    bool outside = false;         ///< the angle does not reach to this instant
    std::optional<Error> error;   ///< why its picture will not come
};

/// The angles of a unit beside each other. It has no clock: a player leads, and for every picture that this
/// shows the wall says what belongs to the same instant (TAI) in each angle, so that nothing can drift. All
/// angles share one store of decoded pictures, bounded in bytes, and one loader, which takes the smallest
/// rung. Nobody waits for a late picture: another one of its angle stands in until it comes.
class AngleWall {
public:
    struct Options {
        std::size_t frameBytes = std::size_t{96} << 20;
        std::size_t objectBytes = std::size_t{32} << 20;
        int loaderThreads = 3;
    };
    /// `onArrival` comes on a loader's thread when pictures have arrived; ask for them then.
    AngleWall(std::shared_ptr<MediaAccess> access, std::function<void()> onArrival, const Options& options);
    AngleWall(const AngleWall&) = delete;
    AngleWall& operator=(const AngleWall&) = delete;

    // One thread at a time; none of them waits.

    /// In the order of the tiles. What is known of an angle that stays is kept.
    void setAngles(std::vector<WallAngle> angles);
    /// What the tiles show now, and from here on their pictures are fetched ahead of the lead.
    std::vector<WallTile> follow(const WallLead& lead);
    /// Nothing is fetched any more until follow() is called again.
    void rest();

    /// Of decoded pictures. Any thread.
    std::size_t bytes() const { return m_store.bytes(); }

private:
    /// One angle, and up to which frame of the lead it is being asked for. A stretch is asked for until it is
    /// whole, so that what decodes it is not given up in between.
    struct Row {
        WallAngle angle;
        std::optional<std::int64_t> askedTo;
    };
    using Wants = std::vector<PictureWant>;
    WallTile look(const WallAngle& angle, const WallLead& lead);
    bool holds(const WallAngle& angle, const WallLead& lead, std::int64_t leadFrame) const;
    static void add(Wants& wants, const WallAngle& angle, const WallLead& lead, std::int64_t leadFrame);
    std::int64_t reach() const;
    bool continues(const WallLead& lead) const;
    Wants around(const WallLead& lead) const;
    Wants ahead(const WallLead& lead);
    Wants sparse(const WallLead& lead) const;

    const Options m_options;
    const std::shared_ptr<MediaAccess> m_access;
    std::vector<Row> m_rows;
    std::optional<WallLead> m_lead;
    std::size_t m_pictureBytes; ///< of one tile, as far as is known
    FrameStore m_store;
    ObjectCache m_objects;
    PictureLoader m_loader; ///< last: its threads use the others
};

} // namespace cutaway::playback
