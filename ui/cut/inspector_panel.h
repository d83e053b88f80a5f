#pragma once

#include "ui/timeline/session_link.h"

#include <QScrollArea>

class QComboBox;
class QLabel;

namespace cutaway::ui {

class ActionSet;
class ParameterRow;

/// How the chosen pictures lie on the frame: numbers and keyframes of each parameter at the playhead, and how
/// they are framed. Several clips are set together; the one at hand is shown.
class InspectorPanel : public QScrollArea {
    Q_OBJECT

public:
    InspectorPanel(SessionLink& link, ActionSet& actions, QWidget* parent = nullptr);
    /// The keyboard goes to its first field.
    void takeFocus();

Q_SIGNALS:
    void goTo(qint64 frame); ///< the playhead

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void chooseFraming(int row);
    void chooseInterpolation(int row);

    SessionLink& m_link;
    QLabel* m_title;
    QComboBox* m_framing;
    QComboBox* m_interpolation;
    std::vector<ParameterRow*> m_rows;
};

} // namespace cutaway::ui
