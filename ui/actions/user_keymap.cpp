#include "ui/actions/user_keymap.h"

#include "ui/actions/key_chord.h"

namespace cutaway::ui {

namespace {

QString idOf(const Command& command) {
    return QString::fromLatin1(command.id);
}

QStringList baseKeys(const UserKeymap& map, const Command& command) {
    QStringList keys;
    for (const QString& key : command.keys(map.base))
        keys << chordFrom(key);
    return keys;
}

void put(UserKeymap& map, const Command& command, const KeyChange& change) {
    if (change.isEmpty())
        map.changes.remove(idOf(command));
    else
        map.changes.insert(idOf(command), change);
}

void take(UserKeymap& map, const Command& command, const QString& chord) {
    KeyChange change = map.changes.value(idOf(command));
    change.added.removeAll(chord);
    if (baseKeys(map, command).contains(chord) && !change.removed.contains(chord))
        change.removed << chord;
    put(map, command, change);
}

/// What one command claims of a key.
struct Claim {
    const Command* command;
    bool given; ///< by the user
};

/// Every key with its claims, the strongest first.
QMap<QString, QList<Claim>> claims(const UserKeymap& map) {
    QMap<QString, QList<Claim>> all;
    for (const bool given : {true, false})
        for (const Command& command : commands()) {
            const QStringList added = map.changes.value(idOf(command)).added;
            for (const QString& key : wantedKeys(map, command))
                if (added.contains(key) == given)
                    all[key].append({&command, given});
        }
    return all;
}

} // namespace

QStringList wantedKeys(const UserKeymap& map, const Command& command) {
    const KeyChange change = map.changes.value(idOf(command));
    QStringList keys;
    for (const QString& key : baseKeys(map, command))
        if (!change.removed.contains(key))
            keys << key;
    for (const QString& key : change.added)
        if (!keys.contains(key))
            keys << key;
    return keys;
}

QList<KeyConflict> conflicts(const UserKeymap& map) {
    QList<KeyConflict> found;
    const auto all = claims(map);
    for (auto key = all.begin(); key != all.end(); ++key) {
        QList<const Command*> keeping;
        for (const Claim& claim : key.value()) {
            const auto winner = std::find_if(keeping.begin(), keeping.end(), [&](const Command* other) {
                return meet(other->context, claim.command->context);
            });
            if (winner == keeping.end())
                keeping << claim.command;
            else
                found.append({key.key(), *winner, claim.command});
        }
    }
    return found;
}

QHash<QString, QStringList> keysInEffect(const UserKeymap& map) {
    QHash<QString, QStringList> keys;
    for (const Command& command : commands())
        keys.insert(idOf(command), wantedKeys(map, command));
    for (const KeyConflict& conflict : conflicts(map))
        keys[idOf(*conflict.loses)].removeAll(conflict.key);
    return keys;
}

QList<const Command*> holders(const UserKeymap& map, const QString& chord, const Command& command) {
    QList<const Command*> found;
    for (const Command& other : commands())
        if (&other != &command && meet(other.context, command.context) &&
            wantedKeys(map, other).contains(chord))
            found << &other;
    return found;
}

UserKeymap withKey(UserKeymap map, const Command& command, const QString& chord) {
    for (const Command* holder : holders(map, chord, command))
        take(map, *holder, chord);
    KeyChange change = map.changes.value(idOf(command));
    if (baseKeys(map, command).contains(chord))
        change.removed.removeAll(chord);
    else if (!change.added.contains(chord))
        change.added << chord;
    put(map, command, change);
    return map;
}

UserKeymap withoutKey(UserKeymap map, const Command& command, const QString& chord) {
    take(map, command, chord);
    return map;
}

QList<std::pair<QString, const Command*>> losersOfReset(const UserKeymap& map, const Command& command) {
    QList<std::pair<QString, const Command*>> losers;
    for (const QString& key : baseKeys(map, command))
        for (const Command* holder : holders(map, key, command))
            if (map.changes.value(idOf(*holder)).added.contains(key))
                losers.append({key, holder});
    return losers;
}

UserKeymap withoutChanges(UserKeymap map, const Command& command) {
    for (const auto& [key, loser] : losersOfReset(map, command))
        take(map, *loser, key);
    map.changes.remove(idOf(command));
    return map;
}

UserKeymap withoutAnyChange(UserKeymap map) {
    for (const Command& command : commands())
        map.changes.remove(idOf(command));
    return map;
}

QHash<QString, QList<const Command*>> commandsByChord(const UserKeymap& map) {
    QHash<QString, QList<const Command*>> found;
    const auto keys = keysInEffect(map);
    for (const Command& command : commands())
        for (const QString& key : keys.value(idOf(command)))
            found[key] << &command;
    return found;
}

} // namespace cutaway::ui
