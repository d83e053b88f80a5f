#include "ui/actions/keymap_file.h"

#include "ui/actions/key_chord.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cutaway::ui {

namespace {

constexpr QLatin1String versionKey("cutaway_keymap");
constexpr QLatin1String baseKey("base");
constexpr QLatin1String commandsKey("commands");
constexpr QLatin1String addedKey("added");
constexpr QLatin1String removedKey("removed");
constexpr int version = 1;
constexpr qsizetype mostBytes = 1 << 20; ///< a keymap is some kilobytes

Error wrong(const QString& sentence) {
    return Error{ErrorCategory::InvalidInput, sentence.toStdString(), {}};
}

QString words(const char* text) {
    return QCoreApplication::translate("Keys", text);
}

Result<QStringList> readKeys(const QJsonValue& value, const QString& id, bool known) {
    QStringList keys;
    if (value.isUndefined())
        return keys;
    if (!value.isArray())
        return wrong(words(QT_TRANSLATE_NOOP("Keys", "The keys of “%1” are not a list.")).arg(id));
    const QJsonArray list = value.toArray();
    for (const auto& each : list) {
        const QString text = each.toString();
        // What a newer version knows, it reads itself.
        const QString chord = known ? chordFrom(text) : text;
        if (chord.isEmpty())
            return wrong(words(QT_TRANSLATE_NOOP("Keys", "“%1” of “%2” is not a key."))
                             .arg(each.isString() ? text : each.toVariant().toString(), id));
        if (known && !whyReserved(chord).isEmpty())
            return wrong(words(QT_TRANSLATE_NOOP("Keys", "“%1” cannot have the key %2. %3"))
                             .arg(id, chordText(chord), whyReserved(chord)));
        if (!keys.contains(chord))
            keys << chord;
    }
    return keys;
}

Result<UserKeymap> fromObject(const QJsonObject& object) {
    UserKeymap map;
    const QString base = object.value(baseKey).toString();
    if (base == QLatin1String("avid"))
        map.base = Keymap::Avid;
    else if (base != QLatin1String("premiere"))
        return wrong(words(QT_TRANSLATE_NOOP("Keys", "“base” is “%1”; it is “premiere” or “avid” in a "
                                                     "keymap of Cutaway."))
                         .arg(base));
    if (!object.value(commandsKey).isObject() && object.contains(commandsKey))
        return wrong(words(QT_TRANSLATE_NOOP("Keys", "“commands” does not list commands.")));
    const QJsonObject all = object.value(commandsKey).toObject();
    for (auto each = all.begin(); each != all.end(); ++each) {
        const QString id = each.key();
        if (!each->isObject())
            return wrong(words(QT_TRANSLATE_NOOP("Keys", "“%1” has no list of keys.")).arg(id));
        const QJsonObject entry = each->toObject();
        const bool known = findCommand(id) != nullptr;
        KeyChange change;
        CUTAWAY_TRY(change.added, readKeys(entry.value(addedKey), id, known));
        CUTAWAY_TRY(change.removed, readKeys(entry.value(removedKey), id, known));
        if (!change.isEmpty())
            map.changes.insert(id, change);
    }
    return map;
}

} // namespace

QByteArray writeKeymap(const UserKeymap& map) {
    QJsonObject all;
    for (auto change = map.changes.begin(); change != map.changes.end(); ++change) {
        QJsonObject entry;
        if (!change->added.isEmpty())
            entry.insert(addedKey, QJsonArray::fromStringList(change->added));
        if (!change->removed.isEmpty())
            entry.insert(removedKey, QJsonArray::fromStringList(change->removed));
        all.insert(change.key(), entry);
    }
    return QJsonDocument(
               QJsonObject{
                   {versionKey, version},
                   {baseKey, map.base == Keymap::Avid ? QStringLiteral("avid") : QStringLiteral("premiere")},
                   {commandsKey, all},
               })
        .toJson(QJsonDocument::Indented);
}

Result<UserKeymap> readKeymap(const QByteArray& json) {
    if (json.size() > mostBytes)
        return wrong(words(QT_TRANSLATE_NOOP("Keys", "This is no keymap of Cutaway: it is larger than a "
                                                     "megabyte.")));
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto line = json.left(problem.offset).count('\n') + 1;
        return wrong(words(QT_TRANSLATE_NOOP("Keys", "Line %1 is not JSON: %2."))
                         .arg(line)
                         .arg(problem.errorString()));
    }
    const QJsonObject object = document.object();
    if (!object.value(versionKey).isDouble())
        return wrong(words(QT_TRANSLATE_NOOP("Keys", "This is no keymap of Cutaway: “cutaway_keymap” is "
                                                     "missing.")));
    if (object.value(versionKey).toInt() != version)
        return wrong(words(QT_TRANSLATE_NOOP("Keys", "This keymap was written by another version of Cutaway "
                                                     "(format %1; this one reads 1)."))
                         .arg(object.value(versionKey).toDouble()));
    return fromObject(object);
}

} // namespace cutaway::ui
