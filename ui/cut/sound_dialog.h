#pragma once

#include "core/timeline/edits/sound.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace cutaway::ui {

/// Gain, pan and channels of the selected sounds, by number. What is not touched stays as it is, also where
/// the sounds differ.
class SoundDialog : public QDialog {
    Q_OBJECT

public:
    /// `clip`: the sound whose values are shown at first.
    SoundDialog(const timeline::Clip& clip, QWidget* parent);

    timeline::SoundSettings settings() const;

private:
    QComboBox* channelBox(const QString& name, int now);

    const timeline::Clip m_clip;
    QDoubleSpinBox* m_gain;
    QSpinBox* m_pan;
    QComboBox* m_left;
    QComboBox* m_right;
    bool m_removed = false;
};

} // namespace cutaway::ui
