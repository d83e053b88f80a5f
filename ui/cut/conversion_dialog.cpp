#include "ui/cut/conversion_dialog.h"

#include "ui/cut/report_table.h"
#include "ui/theme/measures.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cutaway::ui {

ConversionDialog::ConversionDialog(const QString& title, const QString& verb,
                                   const interchange::ConversionReport& report, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(title);
    auto* said = new QLabel(ReportTable::summary(report), this);
    auto* table = new ReportTable(this);
    table->setReport(report);
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
