#pragma once

#include "core/media/frame.h"
#include "core/playback/audio_output.h"
#include "core/playback/clock.h"
#include "core/playback/media_access.h"
#include "core/playback/monitoring.h"
#include "core/timeline/sequence.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace cutaway::playback {

/// How fast: 1/1 forwards, -2/1 backwards at double speed, 1/4 slow. 0 is paused.
struct Speed {
    int num = 0;
    int den = 1;
    bool operator==(const Speed&) const = default;
    bool paused() const { return num == 0; }
};

/// A stretch of frames to play.
struct PlayRange {
    std::int64_t first = 0;
    std::int64_t end = 0;                 ///< behind the last one
    bool loop = false;                    ///< behind the last one comes the first, without a pause
    std::optional<std::int64_t> returnTo; ///< the frame to stand on afterwards; none: where it ended
    bool operator==(const PlayRange&) const = default;
};

/// Which picture plays at up to twice the speed; at rest the full one always comes.
enum class PictureQuality {
    Automatic, ///< the full one while the link carries it, else the small one
    Full,
    Small,
};

/// Whether more will come behind the end of a sequence.
enum class SequenceEnd { Final, Growing };

/// A picture to show now.
struct PresentedPicture {
    std::uint64_t order = 0;      ///< the newest order that had been carried out when it was due
    media::VideoFramePtr picture; ///< null: nothing at all is there yet; see `error`
    std::int64_t frame = 0;       ///< of the sequence: the moment that was asked for
    bool exact = false;           ///< false: a stand-in of a moment nearby, while the right one comes
    int rungHeight = 0;           ///< of the proxy it came from; 0: black
    bool best = false;            ///< false: the same moment at a higher rung is still to come, or while
                                  ///< playing will not, see PlayerState::small
    std::optional<Error> error;   ///< why the right picture will not come
};

struct PlayerState {
    std::uint64_t order = 0; ///< the newest order that has been carried out
    Speed speed;             ///< as asked; paused at the end of the sequence
    bool buffering = false;  ///< playing, but waiting for media
    std::int64_t position = 0;
    std::int64_t dropped = 0; ///< pictures skipped at normal speed since play() was pressed
    bool small = false;       ///< playing the small pictures, by choice or because of the link
    bool smallByChoice = false;
    std::int64_t linkBits = 0; ///< while `small`: what the link carries, per second; 0: not known
    bool operator==(const PlayerState&) const = default;
};

/// Plays a sequence; a single clip is a sequence of one. Public functions: any thread, return at once.
/// Callbacks come on the player's own thread, one at a time, and must not block.
class Player {
public:
    struct Options {
        std::size_t frameBytes = std::size_t{256} << 20;
        std::size_t objectBytes = std::size_t{96} << 20;
        int loaderThreads = 3;
        bool prefetch = true;
    };
    struct Callbacks {
        std::function<void(const PresentedPicture&)> onPicture;
        std::function<void(const PlayerState&)> onState;
    };

    /// `audio` may be null: then a steady clock leads. Both outlive the player, as does `clock` when given.
    Player(std::shared_ptr<MediaAccess> access, AudioOutput* audio, Callbacks callbacks,
           const Options& options, Clock* clock = nullptr);
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    // Each order has a number, by which its effects are told from what is older: see PlayerState::order.

    /// The position is kept where the new sequence has one. Playing goes on over an edit. Null: nothing is
    /// shown any more. Behind the end of one that grows, playing waits for what extend() brings.
    std::uint64_t setSequence(timeline::SequencePtr sequence, SequenceEnd end = SequenceEnd::Final);
    /// The same sequence with more at its end: nothing that is shown or heard is disturbed.
    std::uint64_t extend(timeline::SequencePtr sequence, SequenceEnd end);
    /// Frame 0 up to the sequence's duration; beyond is clamped. While playing, plays on from there.
    std::uint64_t seek(std::int64_t frame);
    /// The same, and once its picture is there a short burst of its sound is heard, when not playing.
    std::uint64_t scrub(std::int64_t frame);
    /// From `from`, or from where it is; within `range`, or to the end. Up to twice the speed there is sound,
    /// its pitch kept.
    std::uint64_t play(Speed speed, std::optional<std::int64_t> from = {},
                       const std::optional<PlayRange>& range = {});
    /// On this frame, or on the one that is due.
    std::uint64_t pause(std::optional<std::int64_t> on = {}) { return play({}, on); }
    /// What plays is not interrupted. Automatic at first.
    std::uint64_t setQuality(PictureQuality quality);
    /// Asks for media again after it has changed: a Source grew, the cloud came back.
    std::uint64_t refresh();

    /// How the sounds of each angle are listened to from now on: no order, nothing is disturbed.
    void setMonitoring(Monitoring monitoring);

    PlayerState state() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace cutaway::playback
