#pragma once

#include "core/timeline/edits/speed.h"
#include "core/timeline/sequence.h"

#include <QDialog>

#include <set>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cutaway::ui {

/// How fast clips play: in percent or by how long they become, forwards or backwards. Speed and duration
/// follow each other; what is typed last counts.
class SpeedDialog : public QDialog {
    Q_OBJECT

public:
    /// `clips` are at least one clip of `sequence`.
    SpeedDialog(const timeline::Sequence& sequence, const std::set<Uuid>& clips, QWidget* parent = nullptr);

    const timeline::ClipSpeed& speed() const { return m_speed; }
    timeline::SpeedLength length() const;

private:
    void readPercent();
    void readDuration();
    void turn();
    void show(const timeline::ClipSpeed& speed, bool percentToo);
    void refuse(const QString& why);

    TimecodeFormat m_format;
    timeline::Clip m_clip;     ///< the first of them: what duration is about
    std::int64_t m_frames = 0; ///< its length now
    bool m_oneLength = true;
    timeline::ClipSpeed m_speed;
    QLineEdit* m_percent;
    QLineEdit* m_duration;
    QCheckBox* m_backwards;
    QCheckBox* m_keep;
    QLabel* m_hint;
    QPushButton* m_accept = nullptr;
};

} // namespace cutaway::ui
