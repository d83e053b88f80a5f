#pragma once

#include "core/interchange/conversion_report.h"

#include <QDialog>

namespace cutaway::ui {

/// What a conversion keeps, approximates and loses, event by event, before anything is written. Accepted when
/// it is to be written all the same.
class ConversionDialog : public QDialog {
    Q_OBJECT

public:
    /// `verb` is what the button says: "Write".
    ConversionDialog(const QString& title, const QString& verb, const interchange::ConversionReport& report,
                     QWidget* parent = nullptr);
};

} // namespace cutaway::ui
