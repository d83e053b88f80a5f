#pragma once

#include "ui/cut/angle_directory.h"
#include "ui/cut/project_document.h"
#include "ui/session/thumbnail_store.h"
#include "ui/viewer/source_viewer.h"

#include "core/loudness/live_meter.h"
#include "core/playback/audio_input.h"

#include <QWidget>

#include <optional>

class QTabBar;

namespace cutaway::ui {

class ActionSet;
class GraphicsWindow;
class HistoryDialog;
class InspectWindow;
class InspectorPanel;
class LevelMeter;
class ScopePanel;
class SelectsPanel;
class Splitter;
class StateBar;
class TimelineThumbnails;
class TimelineView;
class TakeOutbox;
class TimelineWaveforms;
class TrimMonitor;
class TrimPlay;
class VoiceDialog;

/// The Cut page: source viewer and programme viewer over selects and timeline. It puts them together, follows
/// the playhead, and turns commands into requests to the editing session.
class CutPage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        CloudSession& session;
        ThumbnailStore& thumbnails;
        ActionSet& actions;
        playback::AudioOutput* audio = nullptr;
        QString dataFolder;
        loudness::LiveMeter* meter = nullptr;  ///< of that output
        playback::AudioInput* input = nullptr; ///< for voice-overs; null: there are none
        OutboxCourier* outbox = nullptr;       ///< for saves while the cloud is away
    };
    explicit CutPage(const Parts& parts, QWidget* parent = nullptr);
    ~CutPage() override;

    /// Binds the commands of this page.
    void takeKeys();
    /// A unit in the source viewer, at this angle and frame.
    void open(const catalogue::Unit& unit, int angle, qint64 absoluteFrame);
    void goTo(qint64 recordFrame);
    /// Shows what a crash left behind, if anything; asked for by hand it says so when there is nothing.
    void offerRecovery(bool byHand = false);
    /// Keeps a range of a unit in the selects.
    void keepSelect(const catalogue::Unit& unit, const timeline::MarkedRange& range);

    /// Never null.
    timeline::SequencePtr sequence() const;
    std::string otio() const { return m_document.otio(); }
    ProjectDocument& document() { return m_document; }
    SourceViewer& sourceViewer() { return *m_source; }
    PlayerLink& programme() { return m_programme; }
    TimelineView& timelineView() { return *m_timeline; }

Q_SIGNALS:
    void status(const QString& sentence);
    void savedChanged(const QString& words);
    void sequenceChanged();

private:
    enum class Side { Source, Programme };

    void build(const Parts& parts);
    QWidget* makeLists(const Parts& parts);
    QWidget* makeTimeline(const Parts& parts);
    void exportTo(const QString& path);
    void importFrom(const QString& path);
    void openClip(const Uuid& source, std::int64_t absoluteFrame,
                  std::optional<timeline::UnitRange> range = {});
    void nameKeys();
    void showRefusal(const QString& sentence);
    void follow();
    void bindPlayCommands();
    void bindMarkCommands();
    void bindEditCommands();
    void bindExchange();
    void bindClipboard();
    void bindClipCommands();
    void bindPictureCommands();
    void bindTrimCommands();
    void bindSequenceCommands();
    void bindGraphics();
    void bindAngleCommands();
    void bindFileCommands();
    void bindModes();
    void bindInstruments();

    void setActiveSide(Side side);
    void hear(Side side);
    PlayerLink& activePlayer();
    ViewerPanel* activePanel() const;
    timeline::EditorSession& editing() { return m_document.session(); }
    timeline::SourceSide sourceSide() const;
    bool sourceReady();
    void report(const Result<void>& result);
    void showSequence();
    void showRecordMarks();
    void showSourcePosition();
    void seekRecord(std::int64_t frame);
    void scrubRecord(std::int64_t frame); ///< the same by hand
    void playMarked(bool loop);
    void playAround();
    void inspect();
    void trim(std::int64_t frames);
    void shuttle(int direction);
    void endTrimBefore(const QString& command);
    void insertFreeze();
    void nameEmpty();
    void renameSelection();
    void showInspector();
    void toggleKeyframes();
    void bindSoundCommands();
    void askForSound();
    void duckSelection();
    void recordVoice();
    void askForSpeed();
    void askForLanguage();
    GraphicsWindow& graphics();
    void matchFrame();
    void reverseMatch();
    void editMarker();
    void swapTo(int angle);
    void cutTo(int angle);
    void addSelect();
    void makeSubclips();
    void chooseProject();

    CloudSession& m_session;
    ActionSet& m_actions;
    playback::AudioOutput* m_audio;
    ProjectDocument m_document;
    AngleDirectory m_directory;
    PlayerLink m_programme;
    SourceViewer* m_source = nullptr;
    ViewerPanel* m_sourcePanel = nullptr;
    ViewerPanel* m_programmePanel = nullptr;
    ScopePanel* m_scopes = nullptr;
    InspectWindow* m_inspect = nullptr;   ///< made when it is first asked for
    HistoryDialog* m_history = nullptr;   ///< the same
    GraphicsWindow* m_graphics = nullptr; ///< the same
    LevelMeter* m_meter = nullptr;
    SelectsPanel* m_selects = nullptr;
    InspectorPanel* m_inspector = nullptr;
    QTabBar* m_tabs = nullptr; ///< of what lies beside the timeline
    TimelineView* m_timeline = nullptr;
    TimelineThumbnails* m_pictures = nullptr;
    TimelineWaveforms* m_waveforms = nullptr;
    TrimMonitor* m_trimMonitor = nullptr;
    TrimPlay* m_trimPlay = nullptr;
    playback::AudioInput* m_input;
    TakeOutbox* m_takes;            ///< voice-overs on their way to the cloud
    VoiceDialog* m_voice = nullptr; ///< made when it is first asked for
    StateBar* m_refusal = nullptr;  ///< what an edit refused, over the timeline
    QTimer m_refusalTime;
    int m_openRequest = 0;   ///< the newest; an older answer that comes late opens nothing
    bool m_multicam = false; ///< 1 to 9 cut to that angle while the timeline has the keys
    int m_swapRequest = 0;   ///< the same for angles of clips
    std::optional<timeline::PictureEffects> m_attributes; ///< of a picture, copied
    timeline::Clipboard m_clipboard;                      ///< outlives the sequence that it came from
    Splitter* m_rows = nullptr;
    Side m_side = Side::Source;
    Side m_heard = Side::Source; ///< whose sound the meter measures
};

} // namespace cutaway::ui
