#include "core/interchange/formats.h"
#include "ui/actions/action_set.h"
#include "ui/cut/conversion_dialog.h"
#include "ui/cut/cut_page.h"
#include "ui/cut/import_dialog.h"

#include <QFileDialog>

// The sequence as a file for other programs, and their files as a sequence.
namespace cutaway::ui {

void CutPage::bindExchange() {
    m_actions.bind(QStringLiteral("file.export"), this, [this] {
        QStringList filters;
        QHash<QString, QString> extensions; ///< by filter
        for (const interchange::Format& format : interchange::formats()) {
            if (!format.write)
                continue;
            const QString extension = QString::fromUtf8(format.extension.data(), format.extension.size());
            const QString filter =
                QStringLiteral("%1 (*.%2)")
                    .arg(QString::fromUtf8(format.name.data(), format.name.size()), extension);
            filters << filter;
            extensions.insert(filter, extension);
        }
        QString chosen;
        QString path = QFileDialog::getSaveFileName(this, tr("Export the sequence"),
                                                    QString::fromStdString(editing().sequence()->name),
                                                    filters.join(QStringLiteral(";;")), &chosen);
        if (path.isEmpty())
            return;
        if (!interchange::formatOf(path.toStdString()))
            path += QLatin1Char('.') + extensions.value(chosen, QStringLiteral("otio"));
        exportTo(path);
    });
    m_actions.bind(QStringLiteral("file.import"), this, [this] {
        QStringList endings;
        for (const interchange::Format& format : interchange::formats())
            if (format.read)
                endings << QStringLiteral("*.") +
                               QString::fromUtf8(format.extension.data(), format.extension.size());
        const QString path = QFileDialog::getOpenFileName(
            this, tr("Import a sequence"), {},
            tr("Sequences of other programs (%1)").arg(endings.join(QLatin1Char(' '))));
        if (!path.isEmpty())
            importFrom(path);
    });
}

void CutPage::importFrom(const QString& path) {
    auto* dialog = new ImportDialog(m_session, path, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this,
            [this, path](const interchange::ReadFile& file) { m_document.openImported(path, file); });
    dialog->open();
}

void CutPage::exportTo(const QString& path) {
    const interchange::Format* format = interchange::formatOf(path.toStdString());
    if (!format || !format->write) {
        showRefusal(tr("%1 is of no format that can be written.").arg(path));
        return;
    }
    const auto file = format->write(*editing().history().committed(), editing().sources(), {});
    if (!file) {
        showRefusal(QString::fromStdString(file.error().message));
        return;
    }
    if (!file->report.isLossless()) {
        ConversionDialog dialog(
            tr("Export as %1").arg(QString::fromUtf8(format->name.data(), format->name.size())), tr("Write"),
            file->report, this);
        if (dialog.exec() != QDialog::Accepted)
            return;
    }
    m_document.writeFile(path, file->text);
}

} // namespace cutaway::ui
