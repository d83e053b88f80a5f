#pragma once

#include "ui/viewer/player_link.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QKeyEvent;

namespace cutaway::ui {

class ActionSet;
class TimecodeField;

/// What no shortcut can say: K that is held makes J and L play slowly until either is let go, and the number
/// pad's digits, + and - start typing a timecode (so does + anywhere), while the digits over the letters stay
/// with the angles. Deaf while its page is not in front or a field takes text.
class ViewerKeys : public QObject {
    Q_OBJECT

public:
    using Player = std::function<PlayerLink&()>;
    using Field = std::function<TimecodeField*()>;
    /// `player` and `field`: of the viewer that keys go to at that moment.
    ViewerKeys(QWidget* page, ActionSet& actions, Player player, Field field);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool listens() const;
    bool isKeyOf(const char* command, const QKeyEvent& event) const;
    void released(const QKeyEvent& event);
    void letGo();

    QWidget* m_page;
    ActionSet& m_actions;
    Player m_player;
    Field m_field;
    QPointer<PlayerLink> m_slowed; ///< while K is held: whom J and L play slowly
};

} // namespace cutaway::ui
