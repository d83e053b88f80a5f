#include "ui/actions/command.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace cutaway::ui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Command", text);
}

bool meet(Context a, Context b) {
    return (static_cast<unsigned>(a) & static_cast<unsigned>(b)) != 0;
}

} // namespace

QString Command::groupText() const {
    return translated(group);
}
QString Command::nameText() const {
    return translated(name);
}
QString Command::descriptionText() const {
    return translated(description);
}

QStringList Command::keys(Keymap map) const {
    const auto text = QString::fromLatin1(map == Keymap::Premiere ? premiere : avid);
    return text.split(QStringLiteral(" | "), Qt::SkipEmptyParts);
}

const Command* findCommand(const QString& id) {
    for (const Command& command : commands())
        if (id == QLatin1String(command.id))
            return &command;
    return nullptr;
}

QStringList keyConflicts(Keymap map) {
    QStringList conflicts;
    const auto all = commands();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (!meet(all[i].context, all[j].context))
                continue;
            const QStringList others = all[j].keys(map);
            for (const QString& key : all[i].keys(map))
                for (const QString& other : others)
                    if (QKeySequence::fromString(key) == QKeySequence::fromString(other))
                        conflicts << QStringLiteral("%1: %2 and %3")
                                         .arg(key, QLatin1String(all[i].id), QLatin1String(all[j].id));
        }
    return conflicts;
}

} // namespace cutaway::ui
