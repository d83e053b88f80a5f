#include "ui/cut/voice_recorder.h"

#include "ui/viewer/player_link.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace cutaway::ui {

namespace {

constexpr std::int64_t longestLag =
    3 * 48'000; ///< samples: an output that says nothing by then is not waited for
constexpr int clockMilliseconds = 5;
constexpr std::int64_t flushEvery = 48'000; ///< samples

std::int64_t steadyNanoseconds() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

Uuid VoiceTake::source() const {
    return Uuid::named(id, "source"); // docs/api.md, "Uploads and jobs"
}

timeline::SourceTiming VoiceTake::timing() const {
    timeline::SourceTiming timing;
    timing.multiSource = source();
    timing.name = name.toStdString();
    timing.clock = {{}, sampleRate48k}; // sound alone counts samples, from 0
    timing.end = samples;
    timing.sounds = 1;
    return timing;
}

timeline::MarkedRange VoiceTake::range() const {
    return {timing(), firstSample, firstSample + count};
}

VoiceRecorder::VoiceRecorder(PlayerLink& programme, playback::AudioInput& input,
                             playback::AudioOutput* output, QObject* parent)
    : QObject(parent)
    , m_programme(programme)
    , m_input(input)
    , m_output(output) {
    m_clock.setInterval(clockMilliseconds);
    m_clock.setTimerType(Qt::PreciseTimer);
    m_countIn.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &VoiceRecorder::readOutput);
    connect(&m_countIn, &QTimer::timeout, this, &VoiceRecorder::roll);
    connect(&m_programme, &PlayerLink::positionChanged, this, &VoiceRecorder::follow);
    connect(&m_programme, &PlayerLink::stateChanged, this, [this](const playback::PlayerState& state) {
        if (state.speed.paused() && (m_phase == Phase::PreRoll || m_phase == Phase::Recording))
            stop();
    });
}

VoiceRecorder::~VoiceRecorder() {
    cancel();
}

Result<void> VoiceRecorder::start(const Order& order) {
    cancel();
    m_order = order;
    const auto& sequence = m_programme.sequence();
    if (!sequence || order.punchIn >= sequence->durationFrames())
        return Error{
            ErrorCategory::InvalidInput,
            tr("There is nothing to speak to at the playhead. Go back into the sequence.").toStdString(),
            {}};
    std::error_code problem;
    std::filesystem::create_directories(order.folder, problem);
    m_id = Uuid::random();
    m_file = order.folder / (m_id.toString() + ".wav");
    CUTAWAY_TRY(auto writer, media::WavWriter::create(m_file, 1));
    {
        const std::lock_guard lock(m_mutex);
        m_writer = std::move(writer);
        m_recorded = {};
        m_writeError.reset();
        m_flushed = 0;
    }
    m_level = 0;
    playback::AudioInput::Callbacks callbacks;
    callbacks.heard = [this](std::span<const std::int32_t> samples, std::int64_t now) {
        heard(samples, now);
    };
    callbacks.lost = [this] {
        QMetaObject::invokeMethod(
            this, [this] { finish(true); }, Qt::QueuedConnection);
    };
    if (const auto started = m_input.start(order.device, std::move(callbacks)); !started) {
        end(false);
        return started.error();
    }
    m_from = std::max<std::int64_t>(0, order.punchIn - order.preRoll);
    m_programme.stop();
    m_programme.seek(m_from);
    const std::int64_t missing = order.preRoll - (order.punchIn - m_from);
    setPhase(Phase::CountIn);
    m_countIn.start(static_cast<int>(mulDivRound(missing * 1000, sequence->rate.den, sequence->rate.num)));
    return {};
}

void VoiceRecorder::roll() {
    m_played = {};
    m_lastHeard = 0;
    m_programme.playFrom(m_from, {1, 1});
    m_clock.start();
    setPhase(m_from < m_order.punchIn ? Phase::PreRoll : Phase::Recording);
}

/// Where the programme is heard at this moment.
void VoiceRecorder::readOutput() {
    if (!m_output || m_phase == Phase::Idle || m_phase == Phase::CountIn)
        return;
    const std::int64_t heard = m_output->heard();
    // What was heard before is the moment that the seek let sound; the programme begins at 0.
    if (heard < std::exchange(m_lastHeard, heard))
        m_played = {};
    if (heard > 0)
        m_played.add(steadyNanoseconds(), samplesAtFrame(m_from, m_programme.sequence()->rate) + heard);
}

void VoiceRecorder::follow(std::int64_t frame) {
    if (m_phase != Phase::PreRoll && m_phase != Phase::Recording)
        return;
    // Without a device that plays, the pictures are what was spoken to.
    if (!m_output)
        m_played.add(steadyNanoseconds(), samplesAtFrame(frame, m_programme.sequence()->rate));
    if (m_phase == Phase::PreRoll && frame >= m_order.punchIn)
        setPhase(Phase::Recording);
    if (m_order.punchOut && isOver(frame))
        m_programme.stop(); // and that ends the take
}

/// The sound may come later than its picture, by as long as the device took to open.
bool VoiceRecorder::isOver(std::int64_t frame) const {
    const FrameRate rate = m_programme.sequence()->rate;
    if (!m_output || frame >= *m_order.punchOut + frameAtSample(longestLag, rate))
        return frame >= *m_order.punchOut;
    return frameAtSample(samplesAtFrame(m_from, rate) + m_lastHeard, rate) >= *m_order.punchOut;
}

std::int64_t VoiceRecorder::framesToPunchIn() const {
    if (m_phase == Phase::Idle || m_phase == Phase::Recording)
        return 0;
    std::int64_t frames = m_order.punchIn - std::max(m_from, m_programme.position());
    if (m_phase == Phase::CountIn && m_programme.sequence())
        frames = m_order.punchIn - m_from +
                 mulDivRound(m_countIn.remainingTime(), m_programme.sequence()->rate.num,
                             std::int64_t{1000} * m_programme.sequence()->rate.den);
    return std::max<std::int64_t>(0, frames);
}

void VoiceRecorder::heard(std::span<const std::int32_t> samples, std::int64_t nanoseconds) {
    std::int64_t loudest = 0;
    for (const std::int32_t sample : samples)
        loudest = std::max<std::int64_t>(loudest, std::abs(std::int64_t{sample}));
    m_level = std::max(m_level.load(), static_cast<double>(loudest) / 2147483648.0);
    const std::lock_guard lock(m_mutex);
    if (!m_writer || m_writeError)
        return;
    if (const auto written = m_writer->add(samples); !written) {
        m_writeError = written.error();
        QMetaObject::invokeMethod(
            this, [this] { finish(false); }, Qt::QueuedConnection);
        return;
    }
    m_recorded.add(nanoseconds, m_writer->samples());
    if (m_writer->samples() - m_flushed >= flushEvery) {
        m_flushed = m_writer->samples();
        if (const auto flushed = m_writer->flush(); !flushed)
            m_writeError = flushed.error();
    }
}

double VoiceRecorder::takeLevel() {
    return m_level.exchange(0);
}

void VoiceRecorder::stop() {
    finish(false);
}

void VoiceRecorder::cancel() {
    if (m_phase == Phase::Idle)
        return;
    m_phase = Phase::Idle;
    m_programme.stop();
    end(false);
}

void VoiceRecorder::setPhase(Phase phase) {
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void VoiceRecorder::end(bool keepFile) {
    m_clock.stop();
    m_countIn.stop();
    m_input.stop();
    {
        const std::lock_guard lock(m_mutex);
        m_writer.reset(); // flushes
    }
    if (!keepFile) {
        std::error_code ignored;
        std::filesystem::remove(m_file, ignored);
    }
    setPhase(Phase::Idle);
}

/// What was spoken until now is the take, also when the device has gone or the disk is full.
void VoiceRecorder::finish(bool deviceLost) {
    const Phase was = std::exchange(m_phase, Phase::Idle);
    if (was == Phase::Idle)
        return;
    const std::int64_t stoppedAt = m_programme.position();
    m_programme.stop();
    m_input.stop();
    VoiceTake take;
    std::optional<Error> problem;
    {
        const std::lock_guard lock(m_mutex);
        take.samples = m_writer ? m_writer->samples() : 0;
        problem = m_writeError;
        take.firstSample = playback::recordedAt(samplesAtFrame(m_order.punchIn, m_programme.sequence()->rate),
                                                m_played, m_recorded, m_order.latency);
    }
    const bool aligned = m_played.isKnown();
    take.id = m_id;
    take.name = m_order.name;
    take.file = m_file;
    take.deviceLost = deviceLost;
    const FrameRate rate = m_programme.sequence()->rate;
    take.firstSample = std::clamp<std::int64_t>(take.firstSample, 0, take.samples);
    std::int64_t end = std::min(m_order.punchOut.value_or(stoppedAt), stoppedAt + (deviceLost ? 1 : 0));
    // No more than was recorded.
    const std::int64_t most =
        frameAtSample(samplesAtFrame(m_order.punchIn, rate) + take.samples - take.firstSample, rate);
    end = std::min(end, most);
    take.frames = {m_order.punchIn, end};
    take.count = samplesAtFrame(end, rate) - samplesAtFrame(m_order.punchIn, rate);
    const bool spoken = was == Phase::Recording && aligned && end > m_order.punchIn;
    this->end(spoken);
    if (spoken)
        Q_EMIT finished(take);
    if (problem)
        Q_EMIT failed(QString::fromStdString(problem->message));
    else if (!spoken && deviceLost)
        Q_EMIT failed(tr("The microphone has gone. Nothing was recorded."));
}

} // namespace cutaway::ui
