#include "ui/viewer/player_link.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace cutaway::ui {

namespace {
constexpr int fastest = 16;
constexpr int aroundSeconds = 2;
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
    m_order = m_sequenceOrder = 0;
    m_sought.reset();
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
    m_player->setMonitoring(m_monitoring);
    m_player->setQuality(m_quality);
    if (m_sequence) {
        m_sequenceOrder = m_player->setSequence(m_sequence, m_end);
        m_order = m_player->seek(m_position);
    }
}

void PlayerLink::setMonitoring(const playback::Monitoring& monitoring) {
    m_monitoring = monitoring;
    if (m_player)
        m_player->setMonitoring(monitoring);
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
    // Standing still, the user says where we are; what playing that ends by itself comes to stand on counts.
    const bool ended = state && state->order >= m_order && isPlaying() && state->speed.paused();
    if (state && state->order >= m_order && *state != m_state) {
        m_state = *state;
        if (ended) // whoever hears that it ended asks where
            moveTo(m_state.position);
        Q_EMIT stateChanged(m_state);
    }
    if (!picture)
        return;
    if (picture->order < m_sequenceOrder)
        picture->exact = false; // of the sequence before
    Q_EMIT pictureChanged(*picture);
    if (isPlaying() && picture->order >= m_order)
        moveTo(picture->frame);
}

void PlayerLink::moveTo(std::int64_t frame) {
    if (frame == m_position)
        return;
    m_position = frame;
    Q_EMIT positionChanged(m_position);
}

void PlayerLink::setSequence(timeline::SequencePtr sequence, playback::SequenceEnd end) {
    m_sequence = std::move(sequence);
    m_end = end;
    m_sought.reset();
    if (m_player)
        m_order = m_sequenceOrder = m_player->setSequence(m_sequence, end);
    if (const auto last = lastPosition(); m_position > last) {
        m_position = last;
        Q_EMIT positionChanged(m_position);
    }
}

void PlayerLink::extend(timeline::SequencePtr sequence, playback::SequenceEnd end) {
    m_sequence = std::move(sequence);
    m_end = end;
    if (m_player)
        m_player->extend(m_sequence, end);
}

std::int64_t PlayerLink::duration() const {
    return m_sequence ? m_sequence->durationFrames() : 0;
}

std::int64_t PlayerLink::lastPosition() const {
    return std::max<std::int64_t>(duration() - (m_standsBehindEnd ? 0 : 1), 0);
}

void PlayerLink::seek(std::int64_t frame) {
    Q_EMIT touched();
    const auto wanted = std::clamp<std::int64_t>(frame, 0, lastPosition());
    if (m_player && (isPlaying() || m_sought != wanted))
        m_order = m_player->seek(wanted);
    m_sought = wanted;
    moveTo(wanted);
}

void PlayerLink::scrub(std::int64_t frame) {
    Q_EMIT touched();
    const auto wanted = std::clamp<std::int64_t>(frame, 0, lastPosition());
    if (!m_scrubSound || isPlaying()) {
        seek(wanted);
        return;
    }
    if (m_player)
        m_order = m_player->scrub(wanted);
    m_sought = wanted; // whoever follows the position seeks it once more
    moveTo(wanted);
}

void PlayerLink::step(std::int64_t frames) {
    stop();
    scrub(m_position + frames);
}

void PlayerLink::play(playback::Speed speed, std::optional<std::int64_t> from,
                      const std::optional<playback::PlayRange>& range) {
    if (!m_player || duration() == 0)
        return;
    Q_EMIT touched();
    m_state.speed = speed; // what comes back takes its time; the next key needs it now
    m_order = m_player->play(speed, from, range);
    m_sought.reset();
    Q_EMIT stateChanged(m_state);
}

void PlayerLink::toggle() {
    if (isPlaying()) {
        stop();
        return;
    }
    if (m_position >= duration() - 1 && m_end == playback::SequenceEnd::Final)
        seek(0); // at the end, Space begins again
    play({1, 1});
}

void PlayerLink::stop() {
    if (isPlaying())
        play({}, m_position); // the player may be a frame further than what was seen
}

void PlayerLink::shuttle(int direction) {
    if (m_slow) {
        play({direction * slow.num, slow.den});
        return;
    }
    const auto now = m_state.speed;
    const bool same = now.den == 1 && now.num * direction > 0;
    play({direction * (same ? std::min(std::abs(now.num) * 2, fastest) : 1), 1});
}

void PlayerLink::playFrom(std::int64_t frame, playback::Speed speed) {
    const auto from = std::clamp<std::int64_t>(frame, 0, lastPosition());
    play(speed, from);
    if (isPlaying())
        moveTo(from);
}

void PlayerLink::playRange(const playback::PlayRange& range) {
    if (range.end <= range.first)
        return;
    play({1, 1}, range.first, range);
    if (isPlaying())
        moveTo(std::clamp<std::int64_t>(range.first, 0, lastPosition()));
}

void PlayerLink::playAround(std::int64_t frame) {
    if (duration() == 0)
        return;
    const FrameRate rate = m_sequence->rate;
    const std::int64_t reach = mulDivRound(aroundSeconds, rate.num, rate.den);
    playRange(
        {std::max<std::int64_t>(frame - reach, 0), std::min(frame + reach, duration()), false, m_position});
}

void PlayerLink::setQuality(playback::PictureQuality quality) {
    m_quality = quality;
    if (m_player)
        m_player->setQuality(quality);
}

void PlayerLink::refresh() {
    if (m_player)
        m_player->refresh();
}

} // namespace cutaway::ui
