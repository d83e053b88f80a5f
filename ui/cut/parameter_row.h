#pragma once

#include "ui/timeline/session_link.h"

#include <QObject>

class QDoubleSpinBox;
class QGridLayout;
class QKeyEvent;
class QToolButton;

namespace cutaway::ui {

/// Up, Down, Page up and Page down: what a field with the focus changes its value by.
bool changesValue(const QKeyEvent& event);

/// One parameter of the chosen pictures, as it is at the playhead: its number, its keyframes, and back to
/// what it was at first. Asks the session; shows what that holds when it is told to.
class ParameterRow : public QObject {
    Q_OBJECT

public:
    /// Its widgets in the next row of `grid`, which takes five columns.
    ParameterRow(timeline::PictureParameter parameter, SessionLink& link, QGridLayout& grid, QWidget* parent);

    /// The pictures chosen, the one at hand first. None: nothing can be set.
    void show(const std::vector<timeline::ClipPlace>& pictures, std::int64_t playhead);

Q_SIGNALS:
    void goTo(qint64 frame); ///< the playhead, to a keyframe

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void set(double shown);
    void walk(int direction);

    timeline::PictureParameter m_parameter;
    SessionLink& m_link;
    int m_unit; ///< of what is shown: how many of the stored ones it is
    QDoubleSpinBox* m_value;
    Uuid m_clip;         ///< that is shown: nil, none
    QString m_shownText; ///< of its number; another one is being typed
    QToolButton* m_previous;
    QToolButton* m_key;
    QToolButton* m_next;
    QToolButton* m_reset;
};

} // namespace cutaway::ui
