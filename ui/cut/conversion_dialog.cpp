#include "ui/cut/conversion_dialog.h"

#include "ui/theme/measures.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace cutaway::ui {

using interchange::ConversionEvent;
using interchange::Fate;

ConversionDialog::ConversionDialog(const QString& title, const QString& verb,
                                   const interchange::ConversionReport& report, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(title);
    const auto number = [&](Fate fate) { return static_cast<int>(report.count(fate)); };
    auto* said = new QLabel(tr("%1 kept, %2 approximated, %3 lost")
                                .arg(number(Fate::Kept))
                                .arg(number(Fate::Approximated))
                                .arg(number(Fate::Lost)),
                            this);
    auto* table = new QTableWidget(0, 4, this);
    table->setAccessibleName(tr("What is not kept"));
    table->setHorizontalHeaderLabels({tr("When"), tr("Track"), tr("What"), tr("What becomes of it")});
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    for (const ConversionEvent& event : report.events) {
        if (event.fate == Fate::Kept)
            continue;
        const int row = table->rowCount();
        table->insertRow(row);
        const QString fate = event.fate == Fate::Lost ? tr("lost") : tr("approximated");
        const QString how = QString::fromStdString(event.how);
        const QStringList cells{QString::fromStdString(event.timecode), QString::fromStdString(event.track),
                                QString::fromStdString(event.what),
                                how.isEmpty() ? fate : fate + QStringLiteral(": ") + how};
        for (int column = 0; column < cells.size(); ++column)
            table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* write = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    auto* copy = buttons->addButton(tr("Copy as text"), QDialogButtonBox::ActionRole);
    write->setDefault(true);
    connect(copy, &QPushButton::clicked, this,
            [text = QString::fromStdString(report.text())] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    column->setSpacing(theme::section);
    column->addWidget(said);
    column->addWidget(table, 1);
    column->addWidget(buttons);
    resize(820, 420);
    write->setFocus();
}

} // namespace cutaway::ui
