#pragma once

#include "ui/session/cloud_session.h"
#include "ui/viewer/angle_sounds.h"
#include "ui/viewer/live_follower.h"
#include "ui/viewer/player_link.h"
#include "ui/viewer/viewer_panel.h"

#include "core/catalogue/types.h"
#include "core/timeline/source_timing.h"

#include <QTimer>

#include <optional>

namespace cutaway::ui {

/// Where to open a unit: which angle, which moment, parked or playing.
struct OpenAt {
    int angle = 0;                     ///< 0: the first that is ready
    std::optional<std::int64_t> frame; ///< absolute, of that angle; none: its first
    bool play = false;
    std::optional<Timestamp> time = {}; ///< in place of the frame
};

/// A viewer of one unit's angles: loads them, plays them, changes the angle at the same instant, keeps In and
/// Out, shows the unit's marks. Browse previews with it and Cut takes from it.
class SourceViewer : public QObject {
    Q_OBJECT

public:
    /// `panel` shows it; both live in the same window.
    SourceViewer(CloudSession& session, playback::AudioOutput* audio, ViewerPanel* panel,
                 QObject* parent = nullptr);

    void open(const catalogue::Unit& unit, const OpenAt& at = {});
    /// A Source by itself, such as a delivered file.
    void openSource(const Uuid& sourceId, const QString& name, const OpenAt& at = {});
    void close();
    void setAngle(int number);                 ///< the same instant from there
    void setUnit(const catalogue::Unit& unit); ///< fresh facts about the unit that is open

    /// The angle that was asked for is in view. False while another one is on its way: an edit made now must
    /// not take the one before.
    bool isLoaded() const { return m_timing.has_value() && m_timing->end > m_timing->first && !m_arriving; }
    bool isArriving() const { return m_arriving; }
    const catalogue::Unit& unit() const { return m_unit; }
    int angle() const { return m_angle; }
    /// Timing of the angle in view; only while loaded.
    const timeline::SourceTiming& timing() const { return *m_timing; }
    const std::vector<catalogue::Mark>& marks() const { return m_marks; }

    std::int64_t frame() const; ///< absolute frame in view
    void seekFrame(std::int64_t absolute);
    void markIn();                                              ///< at the frame in view
    void markOut();                                             ///< this frame is the last one
    void setRange(std::optional<timeline::UnitRange> absolute); ///< [in, out)
    std::optional<timeline::UnitRange> range() const { return m_range; }
    /// [in, out) of the angle in view; without In or Out from the start, to the end, or all.
    std::optional<timeline::MarkedRange> markedRange() const;
    void goToNeighbourMark(int direction);
    /// Asks what happens at this frame and writes it down for everyone.
    void askForMark();
    void playMarked(bool loop); ///< from In to Out; without them all of it
    void goLive();              ///< plays at the edge of an angle that grows, and stays there
    const LiveFollower& live() const { return m_live; }
    void chooseSounds(); ///< opens the desk of the angle's sounds

    PlayerLink& player() { return m_player; }
    ViewerPanel* panel() const { return m_panel; }

Q_SIGNALS:
    void loaded(); ///< an angle is in view
    void rangeChanged();
    void angleChanged(int number);
    void status(const QString& sentence);

private:
    void resolve(const Uuid& sourceId, const QString& name, const OpenAt& at, bool sameInstant = false);
    void show(const tams::SourceView& view, const QString& name, OpenAt at, bool sameInstant = false);
    void showFailure(const Error& error, const Uuid& sourceId, const QString& name, const OpenAt& at);
    void takeOff();
    void grow(); ///< looks how long the angle in view is by now
    void growTo(const tams::SourceView& view);
    void loadMarks();
    void refreshStrip();
    void clearTimeLine();
    const catalogue::Angle* angleNumbered(int number) const;

    CloudSession& m_session;
    playback::AudioOutput* m_audio;
    ViewerPanel* m_panel;
    PlayerLink m_player;
    LiveFollower m_live;
    AngleSounds m_sounds;
    catalogue::Unit m_unit;
    int m_angle = 0;
    std::optional<timeline::SourceTiming> m_timing;
    std::vector<catalogue::Mark> m_marks;
    std::optional<timeline::UnitRange> m_range;
    std::stop_source m_loading;
    OpenAt m_wanted;         ///< what was asked for last
    QTimer m_growth;         ///< looks again once pieces have arrived
    QTimer m_poll;           ///< looks again where nobody tells that pieces have arrived
    bool m_arriving = false; ///< another angle than m_timing's was asked for
};

} // namespace cutaway::ui
