#include "ui/keys/keys_dialog.h"

#include "ui/actions/key_chord.h"
#include "ui/actions/keymap_file.h"
#include "ui/keys/key_sheet.h"
#include "ui/widgets/state_panel.h"

#include <QDir>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStandardPaths>

// What carries keys out of the dialog and into it: files and paper.
namespace cutaway::ui {

namespace {

QString folder() {
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

qsizetype unknownIn(const UserKeymap& map) {
    qsizetype count = 0;
    for (const QString& id : map.changes.keys())
        count += findCommand(id) ? 0 : 1;
    return count;
}

} // namespace

void KeysDialog::askImport() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Import keys"), folder(), tr("Keys of Cutaway (*.json)"));
    if (!path.isEmpty())
        importFile(path);
}

void KeysDialog::importFile(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_said->present(StatePanel::Kind::Error,
                        tr("“%1” could not be opened: %2.").arg(name, file.errorString()));
        return;
    }
    const auto read = readKeymap(file.readAll());
    if (!read) {
        m_said->present(StatePanel::Kind::Error,
                        tr("“%1” was not imported, and your keys are as they were. %2")
                            .arg(name, QString::fromStdString(read.error().message)));
        return;
    }
    m_editor.apply(*read, tr("importing “%1”").arg(name));
    QString sentence = tr("The keys are those of “%1” now.").arg(name);
    if (const auto unknown = unknownIn(*read); unknown > 0)
        sentence += QLatin1Char(' ') +
                    tr("Commands in it that this version does not know, and that are kept: %1.").arg(unknown);
    if (const auto found = conflicts(*read); !found.isEmpty())
        sentence += QLatin1Char(' ') + tr("Keys wanted by two commands: %1.").arg(found.size());
    m_said->present(StatePanel::Kind::Empty, sentence, {{tr("Undo"), false, [this] {
                                                             m_said->hide();
                                                             m_editor.undo();
                                                         }}});
}

void KeysDialog::askExport() {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export keys"), QDir(folder()).filePath(QStringLiteral("cutaway-keys.json")),
        tr("Keys of Cutaway (*.json)"));
    if (!path.isEmpty())
        exportFile(path);
}

void KeysDialog::exportFile(const QString& path) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(writeKeymap(m_editor.keymap()));
        if (file.commit()) {
            m_said->present(StatePanel::Kind::Empty, tr("Your keys are in “%1”.").arg(path));
            return;
        }
    }
    m_said->present(StatePanel::Kind::Error,
                    tr("“%1” could not be written: %2.").arg(path, file.errorString()));
}

void KeysDialog::print() {
    QPrinter printer(QPrinter::HighResolution);
    preparePages(printer);
    printer.setDocName(tr("Keys of Cutaway"));
    QPrintDialog dialog(&printer, this);
    dialog.setWindowTitle(tr("Print keys"));
    if (dialog.exec() == QDialog::Accepted && printKeySheet(printer, m_editor.keymap()) == 0)
        m_said->present(StatePanel::Kind::Error, tr("The printer takes no pages. Choose another one."));
}

} // namespace cutaway::ui
