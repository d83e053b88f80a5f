#pragma once

#include "core/playback/player.h"

#include <QObject>

#include <memory>

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

    void setSequence(timeline::SequencePtr sequence);
    const timeline::SequencePtr& sequence() const { return m_sequence; }
    std::int64_t duration() const; ///< frames
    std::int64_t position() const { return m_position; }
    const playback::PlayerState& state() const { return m_state; }
    bool isPlaying() const { return !m_state.speed.paused(); }

    /// Whether the position may stand just behind the last frame, where an edit appends. Off at first.
    void setStandsBehindEnd(bool behind) { m_standsBehindEnd = behind; }

    void seek(std::int64_t frame);
    void step(std::int64_t frames); ///< stops and moves
    void toggle();
    void stop();                 ///< on the frame that was seen last
    void shuttle(int direction); ///< J (-1) and L (+1): 1, 2, 4, 8 times; slow while K is held
    void playRange(std::int64_t first, std::int64_t end);
    void refresh(); ///< media grew or came back
    void setSlow(bool held) { m_slow = held; }

Q_SIGNALS:
    void pictureChanged(const cutaway::playback::PresentedPicture& picture);
    void stateChanged(const cutaway::playback::PlayerState& state);
    void positionChanged(qint64 frame);

private:
    struct Mailbox;
    void deliver();
    void play(playback::Speed speed);
    void send(timeline::SequencePtr sequence);
    void send(std::int64_t position);
    std::int64_t lastPosition() const;

    std::shared_ptr<Mailbox> m_mail; ///< shared with the player's thread
    std::shared_ptr<playback::MediaAccess> m_access;
    timeline::SequencePtr m_sequence;
    playback::PlayerState m_state;
    std::int64_t m_position = 0;
    std::uint64_t m_orders = 0;        ///< given to the player; what it says may be older than the last
    std::uint64_t m_sequenceOrder = 0; ///< the one that named the sequence
    std::int64_t m_rangeEnd = -1;      ///< playing stops there; -1: no range
    bool m_slow = false;
    bool m_standsBehindEnd = false;
    std::unique_ptr<playback::Player> m_player; ///< last: ends before what its callbacks use
};

} // namespace cutaway::ui
