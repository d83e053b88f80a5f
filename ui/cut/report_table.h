#pragma once

#include "core/interchange/conversion_report.h"

#include <QTableWidget>

namespace cutaway::ui {

/// What a conversion approximates and loses, an event a row.
class ReportTable : public QTableWidget {
    Q_OBJECT

public:
    explicit ReportTable(QWidget* parent = nullptr);

    void setReport(const interchange::ConversionReport& report);
    /// "12 kept, 1 approximated, 2 lost".
    static QString summary(const interchange::ConversionReport& report);
};

} // namespace cutaway::ui
