#pragma once

#include "core/media/wav_writer.h"
#include "core/playback/audio_input.h"
#include "core/playback/audio_output.h"
#include "core/playback/take_clock.h"
#include "core/timeline/source_timing.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>

namespace cutaway::ui {

class PlayerLink;

/// A take that was spoken: a WAV file, and which part of it goes where.
struct VoiceTake {
    Uuid id; ///< of its ingest, from which its Source follows
    QString name;
    std::filesystem::path file;
    std::int64_t samples = 0;     ///< of the file
    std::int64_t firstSample = 0; ///< of the file, that was spoken at punch-in
    std::int64_t count = 0;       ///< samples from there on, that were spoken to
    timeline::UnitRange frames;   ///< of the sequence, that these last
    bool deviceLost = false;      ///< it ends where the microphone went

    Uuid source() const; ///< the multi Source that its ingest makes
    /// What edits need of it.
    timeline::SourceTiming timing() const;
    timeline::MarkedRange range() const;
};

/// Records to a programme that plays: pre-roll, punch-in, punch-out. Everything that is heard from the
/// beginning of the pre-roll goes to disk as it comes, so that a take has handles and survives a crash. GUI
/// thread.
class VoiceRecorder : public QObject {
    Q_OBJECT

public:
    enum class Phase { Idle, CountIn, PreRoll, Recording };
    struct Order {
        std::filesystem::path folder; ///< for the file; made when it is not there
        QString name;
        std::string device;                   ///< empty: the usual one
        std::int64_t punchIn = 0;             ///< frame of the sequence
        std::optional<std::int64_t> punchOut; ///< none: until stop(), or the end of the sequence
        std::int64_t preRoll = 0;             ///< frames; what there is not of them is waited for
        std::int64_t latency = 0;             ///< samples that the way from the microphone takes
    };

    /// `output` may be null: then the pictures say where the programme is.
    VoiceRecorder(PlayerLink& programme, playback::AudioInput& input, playback::AudioOutput* output,
                  QObject* parent = nullptr);
    ~VoiceRecorder() override;

    Result<void> start(const Order& order);
    void stop();   ///< the take ends here; during the pre-roll there is none
    void cancel(); ///< there is none

    Phase phase() const { return m_phase; }
    /// Frames until punch-in; 0 while recording.
    std::int64_t framesToPunchIn() const;
    /// Highest level since it was last asked, 0 to 1.
    double takeLevel();

Q_SIGNALS:
    void phaseChanged();
    void finished(const cutaway::ui::VoiceTake& take);
    void failed(const QString& sentence); ///< and there is no take

private:
    void setPhase(Phase phase);
    void roll();
    void follow(std::int64_t frame);
    bool isOver(std::int64_t frame) const;
    void readOutput();
    void heard(std::span<const std::int32_t> samples, std::int64_t nanoseconds);
    void finish(bool deviceLost);
    void end(bool keepFile);

    PlayerLink& m_programme;
    playback::AudioInput& m_input;
    playback::AudioOutput* m_output;
    Order m_order;
    Phase m_phase = Phase::Idle;
    QTimer m_clock;                 ///< asks the output where it is
    QTimer m_countIn;               ///< what the sequence lacks of the pre-roll
    std::int64_t m_from = 0;        ///< frame that the programme started at
    playback::CounterLine m_played; ///< samples of the sequence
    std::int64_t m_lastHeard = 0;   ///< samples that the output had played when it was last asked
    std::filesystem::path m_file;
    Uuid m_id;

    std::mutex m_mutex; ///< the device's thread writes what follows, and the GUI thread reads it
    std::optional<media::WavWriter> m_writer;
    playback::CounterLine m_recorded;
    std::optional<Error> m_writeError;
    std::int64_t m_flushed = 0;
    std::atomic<double> m_level{0};
};

} // namespace cutaway::ui
