#pragma once

#include <QStringList>

#include <span>

namespace cutaway::ui {

/// Where a command's keys are heard. Outside, its menu entry is greyed and its keys go to whoever wants them.
enum class Context : unsigned {
    Everywhere = 0xff,
    Browse = 1,
    Cut = 2,
    Deliver = 4,
    Viewing = Browse | Cut, ///< where a picture plays
};

/// "Only on the Cut page.": where a command works, for whom it concerns; empty when everywhere.
QString placeText(Context context);
/// Whether a key that is heard in `a` is also heard in `b`.
constexpr bool meet(Context a, Context b) {
    return (static_cast<unsigned>(a) & static_cast<unsigned>(b)) != 0;
}

enum class Keymap { Premiere, Avid };

/// One thing that the user can ask for. Names, descriptions and keys live here and nowhere else: menus,
/// shortcuts, tooltips, the list of keys and the tests read this table.
struct Command {
    const char* id;          ///< stable, "transport.playPause"
    const char* group;       ///< menu title, untranslated: "Edit"
    const char* name;        ///< "Play or stop", untranslated
    const char* description; ///< one sentence, untranslated
    const char* premiere;    ///< default keys in portable text, several separated by " | "; empty for none
    const char* avid;        ///< the same, for the Avid keymap
    Context context = Context::Everywhere;
    bool checkable = false;
    bool repeats = false; ///< holding the key repeats it

    QString groupText() const;
    QString nameText() const;
    QString descriptionText() const;
    QStringList keys(Keymap map) const;
};

/// Every command, by menu and then in the order of the menu.
std::span<const Command> commands();
/// Null when there is no such command.
const Command* findCommand(const QString& id);

} // namespace cutaway::ui
