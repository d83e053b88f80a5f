#pragma once

#include "ui/cut/voice_recorder.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace cutaway::ui {

class SessionLink;
class TakeOutbox;

/// Voice-over: which microphone, which track, how much pre-roll; a level meter, a countdown, and one button.
/// With an In and an Out in the sequence it records between them, else from the playhead on. Stays open
/// beside the window, for take after take.
class VoiceDialog : public QDialog {
    Q_OBJECT

public:
    struct Parts {
        SessionLink& link;
        PlayerLink& programme;
        playback::AudioInput& input;
        playback::AudioOutput* output = nullptr;
        TakeOutbox& outbox;
    };
    VoiceDialog(const Parts& parts, QWidget* parent);
    ~VoiceDialog() override;

    VoiceRecorder& recorder() { return m_recorder; }
    /// Begins, or ends the take: what the button and its key do.
    void toggle();

    void done(int result) override;

private:
    void fillTracks();
    void fillDevices();
    void showPhase();
    void tick();
    void land(const VoiceTake& take);

    SessionLink& m_link;
    PlayerLink& m_programme;
    playback::AudioInput& m_input;
    TakeOutbox& m_outbox;
    VoiceRecorder m_recorder;
    QComboBox* m_device;
    QComboBox* m_track;
    QSpinBox* m_preRoll;
    QSpinBox* m_latency;
    QProgressBar* m_level;
    QLabel* m_count;
    QLabel* m_words;
    QPushButton* m_record;
    QTimer m_tick;
    Uuid m_trackId; ///< that the take under way goes to
};

} // namespace cutaway::ui
