#include "ui/viewer/player_link.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace cutaway::ui {

namespace {
constexpr int fastest = 8;
constexpr playback::Speed slow{1, 4};
} // namespace

/// What the player's thread leaves for the GUI thread: the newest of each. One wake-up is under way at most.
struct PlayerLink::Mailbox {
    std::mutex mutex;
    std::optional<playback::PresentedPicture> picture;
    std::optional<playback::PlayerState> state;
    bool posted = false;
    PlayerLink* link = nullptr;

    void wake() {
        if (posted || !link)
            return;
        posted = true;
        QMetaObject::invokeMethod(
            link, [link = link] { link->deliver(); }, Qt::QueuedConnection);
    }
};

PlayerLink::PlayerLink(QObject* parent)
    : QObject(parent)
    , m_mail(std::make_shared<Mailbox>()) {
    m_mail->link = this;
}

PlayerLink::~PlayerLink() {
    m_player.reset();
    const std::lock_guard lock(m_mail->mutex);
    m_mail->link = nullptr;
}

void PlayerLink::setMedia(std::shared_ptr<playback::MediaAccess> access, playback::AudioOutput* audio) {
    m_player.reset();
    {
        // What the former player left belongs to its media.
        const std::lock_guard lock(m_mail->mutex);
        m_mail->picture.reset();
        m_mail->state.reset();
    }
    m_orders = 0;
    m_sequenceOrder = 0;
    m_rangeEnd = -1;
    if (m_state != playback::PlayerState{}) {
        m_state = {};
        Q_EMIT stateChanged(m_state);
    }
    m_access = std::move(access);
    if (!m_access)
        return;
    playback::Player::Callbacks callbacks;
    callbacks.onPicture = [mail = m_mail](const playback::PresentedPicture& picture) {
        const std::lock_guard lock(mail->mutex);
        mail->picture = picture;
        mail->wake();
    };
    callbacks.onState = [mail = m_mail](const playback::PlayerState& state) {
        const std::lock_guard lock(mail->mutex);
        mail->state = state;
        mail->wake();
    };
    m_player = std::make_unique<playback::Player>(m_access, audio, std::move(callbacks),
                                                  playback::Player::Options{});
    if (m_sequence) {
        send(m_sequence);
        send(m_position);
    }
}

void PlayerLink::deliver() {
    std::optional<playback::PresentedPicture> picture;
    std::optional<playback::PlayerState> state;
    {
        const std::lock_guard lock(m_mail->mutex);
        picture.swap(m_mail->picture);
        state.swap(m_mail->state);
        m_mail->posted = false;
    }
    // A word from before the last order says nothing of it; one that knows it follows.
    if (state && state->orders == m_orders && *state != m_state) {
        m_state = *state;
        Q_EMIT stateChanged(m_state);
    }
    if (!picture)
        return;
    if (picture->orders < m_sequenceOrder)
        picture->exact = false; // of the sequence before
    Q_EMIT pictureChanged(*picture);
    // While playing the picture tells where we are; standing still, the user does.
    if (isPlaying() && picture->orders == m_orders && picture->frame != m_position) {
        m_position = picture->frame;
        Q_EMIT positionChanged(m_position);
        if (m_rangeEnd >= 0 && m_position + 1 >= m_rangeEnd) {
            const auto last = m_rangeEnd - 1;
            stop();
            seek(last);
        }
    }
}

void PlayerLink::setSequence(timeline::SequencePtr sequence) {
    m_sequence = std::move(sequence);
    send(m_sequence);
    if (const auto last = lastPosition(); m_position > last) {
        m_position = last;
        Q_EMIT positionChanged(m_position);
    }
}

void PlayerLink::send(timeline::SequencePtr sequence) {
    if (!m_player)
        return;
    m_sequenceOrder = ++m_orders;
    m_player->setSequence(std::move(sequence));
}

void PlayerLink::send(std::int64_t position) {
    if (!m_player)
        return;
    ++m_orders;
    m_player->seek(position);
}

std::int64_t PlayerLink::duration() const {
    return m_sequence ? m_sequence->durationFrames() : 0;
}

std::int64_t PlayerLink::lastPosition() const {
    return std::max<std::int64_t>(duration() - (m_standsBehindEnd ? 0 : 1), 0);
}

void PlayerLink::seek(std::int64_t frame) {
    const auto wanted = std::clamp<std::int64_t>(frame, 0, lastPosition());
    send(wanted);
    if (wanted != m_position) {
        m_position = wanted;
        Q_EMIT positionChanged(m_position);
    }
}

void PlayerLink::step(std::int64_t frames) {
    stop();
    seek(m_position + frames);
}

void PlayerLink::play(playback::Speed speed) {
    if (!m_player || duration() == 0)
        return;
    m_state.speed = speed; // what comes back may be late; the next key needs it now
    ++m_orders;
    m_player->play(speed);
    Q_EMIT stateChanged(m_state);
}

void PlayerLink::toggle() {
    if (isPlaying()) {
        stop();
        return;
    }
    if (m_position >= duration() - 1)
        seek(0); // at the end, Space begins again
    m_rangeEnd = -1;
    play({1, 1});
}

void PlayerLink::stop() {
    const bool moving = isPlaying();
    m_rangeEnd = -1;
    play({});
    // The player may be a frame further by now; what was seen is what I, O and an edit mean.
    if (moving)
        send(m_position);
}

void PlayerLink::shuttle(int direction) {
    m_rangeEnd = -1;
    if (m_slow) {
        play({direction * slow.num, slow.den});
        return;
    }
    const auto now = m_state.speed;
    const bool same = now.den == 1 && now.num * direction > 0;
    play({direction * (same ? std::min(std::abs(now.num) * 2, fastest) : 1), 1});
}

void PlayerLink::playRange(std::int64_t first, std::int64_t end) {
    if (end <= first)
        return;
    seek(first);
    play({1, 1});
    m_rangeEnd = end;
}

void PlayerLink::refresh() {
    if (m_player)
        m_player->refresh();
}

} // namespace cutaway::ui
