#pragma once

#include <QPointer>
#include <QWidget>

class QApplication;

namespace cutaway::ui::theme {

/// The mark of keyboard focus: 2 px with a 1 px gap around the widget that has it. Shown when the focus came
/// by key, not by mouse. One per program, moved to the window that has the focus.
class FocusRing : public QWidget {
    Q_OBJECT

public:
    static void install(QApplication& application);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    explicit FocusRing(QApplication& application);
    void follow(QWidget* widget);
    void place();

    QPointer<QWidget> m_target;
    bool m_byKey = false;
};

} // namespace cutaway::ui::theme
