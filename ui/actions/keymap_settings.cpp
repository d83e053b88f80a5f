#include "ui/actions/keymap_settings.h"

#include "ui/actions/keymap_file.h"

#include <QCoreApplication>
#include <QSettings>

namespace cutaway::ui {

namespace {
const QString baseKey = QStringLiteral("keys");
const QString changesKey = QStringLiteral("keyChanges");
const QString asideKey = QStringLiteral("keyChangesUnread");
} // namespace

KeptKeymap keptKeymap() {
    QSettings settings;
    KeptKeymap kept;
    kept.chosen = settings.contains(baseKey);
    if (const QString changes = settings.value(changesKey).toString(); !changes.isEmpty()) {
        if (auto read = readKeymap(changes.toUtf8())) {
            kept.map = std::move(*read);
        } else {
            kept.trouble =
                QCoreApplication::translate("Keys", "Your own keys could not be read and are put aside as "
                                                    "“%1” in %2. %3")
                    .arg(asideKey, settings.fileName(), QString::fromStdString(read.error().message));
            settings.setValue(asideKey, changes);
            settings.remove(changesKey);
        }
    }
    kept.map.base =
        settings.value(baseKey).toString() == QLatin1String("avid") ? Keymap::Avid : Keymap::Premiere;
    return kept;
}

void keepKeymap(const UserKeymap& map) {
    QSettings settings;
    settings.setValue(baseKey,
                      map.base == Keymap::Avid ? QStringLiteral("avid") : QStringLiteral("premiere"));
    if (map.changes.isEmpty())
        settings.remove(changesKey);
    else
        settings.setValue(changesKey, QString::fromUtf8(writeKeymap(map)));
}

} // namespace cutaway::ui
