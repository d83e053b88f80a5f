#pragma once

#include "core/timeline/edits/format.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace cutaway::ui {

/// Rate, size, aspect, framing and timecode of a sequence. The rate can be chosen only while nothing is in
/// it.
class SequenceDialog : public QDialog {
    Q_OBJECT

public:
    explicit SequenceDialog(const timeline::Sequence& sequence, QWidget* parent = nullptr);

    timeline::SequenceFormat format() const;

private:
    void chooseAspect(int row);
    void showAspect();
    void readStart();
    void retime();

    timeline::SequenceFormat m_given;
    TimecodeFormat m_startFormat; ///< that m_start is written in
    std::int64_t m_startFrame = 0;
    QComboBox* m_rate;
    QComboBox* m_aspect;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QComboBox* m_framing;
    QLineEdit* m_start;
    QCheckBox* m_drop;
    QLabel* m_hint;
    QPushButton* m_accept = nullptr;
};

} // namespace cutaway::ui
