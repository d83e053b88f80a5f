#pragma once

#include "ui/viewer/player_link.h"
#include "ui/viewer/scrub_strip.h"
#include "ui/widgets/state_panel.h"

#include "core/time/timecode.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QHBoxLayout;
class QStackedWidget;

namespace cutaway::ui {

class ActionSet;
class Badge;
class Chip;
class ScrubStrip;
class TimecodeField;
class VideoView;

/// An angle that a viewer offers: its key, its name, and whether it can be shown now.
struct AngleChoice {
    int number = 0;
    QString name;
    bool available = true;
    bool operator==(const AngleChoice&) const = default;
};

/// A picture with all that belongs to it: header (accent rule, name, angle chips, rung and range), scrub
/// strip, transport with timecode and duration. Shows what it is told; who plays is somebody else's matter.
class ViewerPanel : public QFrame {
    Q_OBJECT

public:
    enum class Side { Source, Programme };
    ViewerPanel(Side side, ActionSet& actions, QWidget* parent = nullptr);

    Side side() const { return m_side; }
    void setName(const QString& name);
    /// `current` 0: none of them.
    void setAngles(const QList<AngleChoice>& angles, int current);
    /// The time line: how many frames, what they are called, timecode (frame count) of frame 0.
    void setTimeLine(std::int64_t frames, const TimecodeFormat& format, std::int64_t firstTimecode);
    /// Nothing is open: dashes in place of numbers.
    void clearTimeLine();
    void setMarks(const QList<StripMark>& marks);
    void setRange(std::optional<timeline::UnitRange> inOut);

    /// Follows this link: pictures, position, state; transport and strip act on it.
    void attach(PlayerLink* link);

    /// In place of the picture; a title empty takes it away again.
    void setPlaceholder(StatePanel::Kind kind, const QString& title, const QString& sentence = {},
                        const QList<StatePanel::Button>& buttons = {});
    void clearPlaceholder();
    /// Shows `tiles` where the picture is; null: the picture again. It becomes a child of the panel.
    void setTiles(QWidget* tiles);
    void setTilesRung(int height); ///< 0: not known

    /// Beside the name: which angle is seen in the programme, with its own timecode; empty takes it away.
    void setSourcePosition(const QString& angle, const QString& timecode);

    /// "Live -3.2 s" beside the name, filled while playing stays at the edge; empty takes it away.
    void setLive(const QString& words, bool following);

    /// "2 of 9 sounds" beside the name, when not all of them are heard; empty takes it away.
    void setSoundNote(const QString& words);

    VideoView* view() const { return m_view; }
    /// What is in view; no picture before the first one.
    const playback::PresentedPicture& shown() const { return m_shown; }
    bool isPlaying() const { return m_link && m_link->isPlaying(); }
    /// "540p HLG": the rung and the range of what is in view; empty without a picture.
    QString rungAndRange() const;
    TimecodeField* timecode() const { return m_timecode; }
    /// More buttons in the transport, right of the others.
    void addTransportButton(const QString& command, const QString& icon);
    /// The viewer that keys go to carries its accent in full.
    void setActive(bool active);

Q_SIGNALS:
    void angleChosen(int number);
    void pictureShown(); ///< another picture is in view, or none, or the one in view has come to rest
    void activated();    ///< something in the panel was clicked: keys go here

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeTransport(ActionSet& actions);
    void showPicture(const playback::PresentedPicture& picture);
    void showState(const playback::PlayerState& state);
    void showPosition(std::int64_t frame);
    void seekTo(std::int64_t frame);
    void checkCurrent();
    void showRung();

    Side m_side;
    theme::Token m_accent;
    ActionSet& m_actions;
    QPointer<PlayerLink> m_link;
    TimecodeFormat m_format;
    std::int64_t m_firstTimecode = 0;
    std::int64_t m_frames = 0;
    bool m_open = false; ///< there is a time line
    QList<AngleChoice> m_angles;
    int m_current = 0;
    bool m_active = true;

    QLabel* m_name = nullptr;
    QHBoxLayout* m_chipRow = nullptr;
    QList<Chip*> m_chips;
    Badge* m_live = nullptr;      ///< a click on it goes live
    Badge* m_soundNote = nullptr; ///< a click on it opens the sounds
    QLabel* m_sourcePosition = nullptr;
    QLabel* m_rung = nullptr;
    playback::PresentedPicture m_shown;
    QStackedWidget* m_stack = nullptr;
    VideoView* m_view = nullptr;
    StatePanel* m_placeholder = nullptr;
    QWidget* m_tiles = nullptr; ///< while they stand in place of the picture
    int m_tilesRung = 0;
    ScrubStrip* m_strip = nullptr;
    TimecodeField* m_timecode = nullptr;
    TimecodeField* m_duration = nullptr;
    QLabel* m_speed = nullptr;
    QHBoxLayout* m_buttons = nullptr;
    QList<QWidget*> m_spare; ///< buttons that a narrow panel leaves to their keys
};

} // namespace cutaway::ui
