#pragma once

#include "ui/actions/command.h"

#include <QHash>
#include <QMap>

namespace cutaway::ui {

/// What a user changed about one command's keys. Chords (key_chord.h).
struct KeyChange {
    QStringList added;
    QStringList removed;

    bool operator==(const KeyChange&) const = default;
    bool isEmpty() const { return added.isEmpty() && removed.isEmpty(); }
};

/// The keys of a user: a keymap and what was changed about it. A value. The changes are differences, so they
/// outlive another base and a newer version of it; those of commands that this version does not know are
/// kept.
struct UserKeymap {
    Keymap base = Keymap::Premiere;
    QMap<QString, KeyChange> changes; ///< by command id; never an empty change

    bool operator==(const UserKeymap&) const = default;
};

/// Two commands that want the same key in the same place. What the user gave goes before the base, then the
/// table's order.
struct KeyConflict {
    QString key;
    const Command* keeps = nullptr;
    const Command* loses = nullptr;
};
QList<KeyConflict> conflicts(const UserKeymap& map);

/// The keys that a command should have, by its base and the user's change; the first is the one shown.
QStringList wantedKeys(const UserKeymap& map, const Command& command);
/// The keys in effect, by command id: those wanted, less those lost in a conflict.
QHash<QString, QStringList> keysInEffect(const UserKeymap& map);
/// Who would lose `chord` if `command` had it: commands that want it and are heard where `command` is.
QList<const Command*> holders(const UserKeymap& map, const QString& chord, const Command& command);

// Each returns the changed map. `chord` is one; what is there already, or is not, changes nothing.

/// `command` gets the key, and its holders lose it.
UserKeymap withKey(UserKeymap map, const Command& command, const QString& chord);
UserKeymap withoutKey(UserKeymap map, const Command& command, const QString& chord);
/// `command` has the base's keys again, and whoever the user had given one of them loses it.
UserKeymap withoutChanges(UserKeymap map, const Command& command);
/// Who would lose a key by withoutChanges, with that key.
QList<std::pair<QString, const Command*>> losersOfReset(const UserKeymap& map, const Command& command);

/// The base as it is; changes of commands that this version does not know stay.
UserKeymap withoutAnyChange(UserKeymap map);

/// Who answers to each chord, in the table's order; several only where they are heard in different places.
QHash<QString, QList<const Command*>> commandsByChord(const UserKeymap& map);

} // namespace cutaway::ui
