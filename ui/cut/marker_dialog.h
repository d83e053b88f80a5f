#pragma once

#include "core/timeline/sequence.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace cutaway::ui {

/// Name, comment and colour of one marker. Accepted with `marker()`, or with `removed()` when it is to go.
class MarkerDialog : public QDialog {
    Q_OBJECT

public:
    MarkerDialog(const timeline::Marker& marker, const QString& timecode, QWidget* parent = nullptr);

    timeline::Marker marker() const;
    bool removed() const { return m_removed; }

private:
    timeline::Marker m_marker;
    QLineEdit* m_name;
    QLineEdit* m_comment;
    QComboBox* m_colour;
    bool m_removed = false;
};

} // namespace cutaway::ui
