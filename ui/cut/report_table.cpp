#include "ui/cut/report_table.h"

#include <QHeaderView>

namespace cutaway::ui {

using interchange::ConversionEvent;
using interchange::ConversionReport;
using interchange::Fate;

ReportTable::ReportTable(QWidget* parent)
    : QTableWidget(0, 4, parent) {
    setAccessibleName(tr("What is not kept"));
    setHorizontalHeaderLabels({tr("When"), tr("Track"), tr("What"), tr("What becomes of it")});
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->hide();
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
}

void ReportTable::setReport(const ConversionReport& report) {
    setRowCount(0);
    for (const ConversionEvent& event : report.events) {
        if (event.fate == Fate::Kept)
            continue;
        const int row = rowCount();
        insertRow(row);
        const QString fate = event.fate == Fate::Lost ? tr("lost") : tr("approximated");
        const QString how = QString::fromStdString(event.how);
        const QStringList cells{QString::fromStdString(event.timecode), QString::fromStdString(event.track),
                                QString::fromStdString(event.what),
                                how.isEmpty() ? fate : fate + QStringLiteral(": ") + how};
        for (int column = 0; column < cells.size(); ++column)
            setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
}

QString ReportTable::summary(const ConversionReport& report) {
    const auto number = [&](Fate fate) { return static_cast<int>(report.count(fate)); };
    return tr("%1 kept, %2 approximated, %3 lost")
        .arg(number(Fate::Kept))
        .arg(number(Fate::Approximated))
        .arg(number(Fate::Lost));
}

} // namespace cutaway::ui
