#pragma once

#include "core/playback/monitoring.h"

#include <QFrame>
#include <QStringList>

class QGridLayout;
class QToolButton;

namespace cutaway::ui {

/// A row for every sound of an angle: mute, solo, and the side it is heard on. Opens beside what it belongs
/// to, works by mouse and by keys (Tab, Space; Escape closes), closes with a click elsewhere.
class SoundDesk : public QFrame {
    Q_OBJECT

public:
    explicit SoundDesk(QWidget* parent);

    /// `names`: as many as there are sounds, "Sound 1, stereo".
    void present(const QStringList& names, playback::Monitoring monitoring);
    const playback::Monitoring& monitoring() const { return m_monitoring; }
    /// Above the lower right corner of `anchor`, on the screen whole.
    void openAt(const QWidget& anchor);

Q_SIGNALS:
    void changed(); ///< by hand

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addRow(int row, const QString& name);
    QToolButton* addButton(int row, int column, const QString& word, const QString& name, bool on);
    void addRows();
    void change(playback::Monitoring monitoring);

    QStringList m_names;
    playback::Monitoring m_monitoring; ///< of every sound that is shown
    QWidget* m_rows = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace cutaway::ui
