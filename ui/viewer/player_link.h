#pragma once

#include "core/playback/player.h"

#include <QObject>

#include <memory>
#include <optional>

namespace cutaway::ui {

/// A player for one viewer, on the GUI thread: its callbacks arrive as signals here (of pictures that come
/// faster than the screen takes them, the newest), and J K L mean what editors expect.
class PlayerLink : public QObject {
    Q_OBJECT

public:
    explicit PlayerLink(QObject* parent = nullptr);
    ~PlayerLink() override;

    /// Another store of media (another cloud), or none. `audio` may be null and outlives this.
    void setMedia(std::shared_ptr<playback::MediaAccess> access, playback::AudioOutput* audio);
    bool hasMedia() const { return m_player != nullptr; }

    void setSequence(timeline::SequencePtr sequence,
                     playback::SequenceEnd end = playback::SequenceEnd::Final);
    /// The same sequence, longer: what is shown and heard goes on.
    void extend(timeline::SequencePtr sequence, playback::SequenceEnd end);
    const timeline::SequencePtr& sequence() const { return m_sequence; }
    std::int64_t duration() const; ///< frames
    std::int64_t position() const { return m_position; }
    const playback::PlayerState& state() const { return m_state; }
    bool isPlaying() const { return !m_state.speed.paused(); }

    /// Whether the position may stand just behind the last frame, where an edit appends. Off at first.
    void setStandsBehindEnd(bool behind) { m_standsBehindEnd = behind; }

    void seek(std::int64_t frame);
    void scrub(std::int64_t frame); ///< the same by hand: with a burst of its sound when that is on
    void step(std::int64_t frames); ///< stops and moves
    void toggle();
    void stop();                 ///< on the frame that is in view
    void shuttle(int direction); ///< J (-1) and L (+1): 1, 2, 4, 8, 16 times; slow while K is held
    void playFrom(std::int64_t frame, playback::Speed speed);
    void playRange(const playback::PlayRange& range); ///< from its beginning
    void playAround(std::int64_t frame);              ///< two seconds either side, and back to where it was
    void refresh();                                   ///< media grew or came back
    void setSlow(bool held) { m_slow = held; }
    void setScrubSound(bool on) { m_scrubSound = on; }
    /// How the sounds of what is in view are listened to; heard at once.
    void setMonitoring(const playback::Monitoring& monitoring);
    void setQuality(playback::PictureQuality quality);

Q_SIGNALS:
    void pictureChanged(const cutaway::playback::PresentedPicture& picture);
    void stateChanged(const cutaway::playback::PlayerState& state);
    void positionChanged(qint64 frame);
    void touched(); ///< it was told to go or to play elsewhere than it would have by itself

private:
    struct Mailbox;
    void deliver();
    void play(playback::Speed speed, std::optional<std::int64_t> from = {},
              const std::optional<playback::PlayRange>& range = {});
    void moveTo(std::int64_t frame);
    std::int64_t lastPosition() const;

    std::shared_ptr<Mailbox> m_mail; ///< shared with the player's thread
    std::shared_ptr<playback::MediaAccess> m_access;
    timeline::SequencePtr m_sequence;
    playback::SequenceEnd m_end = playback::SequenceEnd::Final; ///< of m_sequence
    playback::PlayerState m_state;
    std::int64_t m_position = 0;
    std::uint64_t m_sequenceOrder = 0;    ///< the one that named the sequence
    std::uint64_t m_order = 0;            ///< newest order: what comes back from before it is out of date
    std::optional<std::int64_t> m_sought; ///< the frame that the player was last told to stand on
    playback::Monitoring m_monitoring;
    bool m_slow = false;
    bool m_scrubSound = true;
    playback::PictureQuality m_quality = playback::PictureQuality::Automatic;
    bool m_standsBehindEnd = false;
    std::unique_ptr<playback::Player> m_player; ///< last: ends before what its callbacks use
};

} // namespace cutaway::ui
