#include "ui/actions/command.h"

#include <QCoreApplication>

namespace cutaway::ui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Command", text);
}

} // namespace

QString placeText(Context context) {
    switch (context) {
    case Context::Everywhere:
        return {};
    case Context::Browse:
        return QCoreApplication::translate("Keys", "Only on the Browse page.");
    case Context::Cut:
        return QCoreApplication::translate("Keys", "Only on the Cut page.");
    case Context::Deliver:
        return QCoreApplication::translate("Keys", "Only on the Deliver page.");
    case Context::Viewing:
        return QCoreApplication::translate("Keys", "Only on the Browse and Cut pages.");
    }
    return {};
}

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

} // namespace cutaway::ui
