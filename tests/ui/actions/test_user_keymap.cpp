#include "ui/actions/action_set.h"
#include "ui/actions/key_chord.h"
#include "ui/actions/keymap_file.h"
#include "ui/actions/keymap_settings.h"

#include <QAction>
#include <QMainWindow>
#include <QRandomGenerator>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace cutaway::ui;

namespace {

const Command& command(const char* id) {
    return *findCommand(QLatin1String(id));
}

QString text(const char* chord) {
    return QString::fromLatin1(chord);
}

QStringList inEffect(const UserKeymap& map, const char* id) {
    return keysInEffect(map).value(QLatin1String(id));
}

/// No key answers twice in one place, whatever was asked for.
bool isSound(const UserKeymap& map) {
    const auto keys = keysInEffect(map);
    for (const Command& a : commands())
        for (const Command& b : commands())
            if (&a < &b && meet(a.context, b.context))
                for (const QString& key : keys.value(QLatin1String(a.id)))
                    if (keys.value(QLatin1String(b.id)).contains(key))
                        return false;
    return true;
}

} // namespace

class TestUserKeymap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void chordsAreOneKeyEach() {
        QCOMPARE(chordFrom(text("ctrl+k")), text("Ctrl+K"));
        QCOMPARE(chordFrom(text(",")), text(","));
        QCOMPARE(chordFrom(text("Ctrl+K, Ctrl+S")), QString());
        QCOMPARE(chordFrom(text("Ctrl+")), QString());
        QCOMPARE(chordFrom(QString()), QString());
        QCOMPARE(chordOf(Qt::CTRL | Qt::Key_K), text("Ctrl+K"));
        QCOMPARE(chordOf(Qt::KeypadModifier | Qt::Key_Enter), text("Enter"));
        QCOMPARE(chordOf(Qt::SHIFT | Qt::Key_Shift), QString());
        QVERIFY(!whyReserved(chordOf(Qt::SHIFT | Qt::Key_Backtab)).isEmpty());
        QVERIFY(!whyReserved(text("Esc")).isEmpty());
        QVERIFY(!whyReserved(text("+")).isEmpty());
        QVERIFY(whyReserved(text("Ctrl++")).isEmpty());
        QVERIFY(whyReserved(text("Ctrl+K")).isEmpty());
        for (const Command& each : commands())
            for (const auto base : {Keymap::Premiere, Keymap::Avid})
                for (const QString& key : each.keys(base))
                    QVERIFY2(!chordFrom(key).isEmpty() && whyReserved(chordFrom(key)).isEmpty(),
                             qPrintable(key));
    }

    void theBasesAreSound() {
        for (const auto base : {Keymap::Premiere, Keymap::Avid}) {
            QStringList found;
            for (const KeyConflict& each : conflicts({base, {}}))
                found << QStringLiteral("%1: %2 and %3")
                             .arg(each.key, QLatin1String(each.keeps->id), QLatin1String(each.loses->id));
            QCOMPARE(found, QStringList());
        }
    }

    void aKeyGoesFromOneCommandToAnother() {
        const UserKeymap before;
        QCOMPARE(holders(before, text("Ctrl+K"), command("edit.insert")),
                 QList<const Command*>{&command("edit.razor")});
        const UserKeymap after = withKey(before, command("edit.insert"), text("Ctrl+K"));
        QCOMPARE(inEffect(after, "edit.insert"), (QStringList{text(","), text("Ctrl+K")}));
        QCOMPARE(inEffect(after, "edit.razor"), QStringList());
        QVERIFY(conflicts(after).isEmpty());
        // And back: nothing is left of it.
        QCOMPARE(withKey(withoutKey(after, command("edit.insert"), text("Ctrl+K")), command("edit.razor"),
                         text("Ctrl+K")),
                 before);
        QCOMPARE(withoutChanges(withoutChanges(after, command("edit.insert")), command("edit.razor")),
                 before);
        QCOMPARE(withKey(after, command("edit.insert"), text("Ctrl+K")), after);
    }

    void oneKeyMayMeanTwoThingsInTwoPlaces() {
        // Return opens in Browse; on the Cut page it is free.
        QVERIFY(holders({}, text("Return"), command("edit.insert")).isEmpty());
        const UserKeymap map = withKey({}, command("edit.insert"), text("Return"));
        QVERIFY(inEffect(map, "view.openInCut").contains(text("Return")));
        QVERIFY(conflicts(map).isEmpty());
        // A command that is heard everywhere would take it from both.
        QCOMPARE(holders(map, text("Return"), command("file.save")).size(), 2);
    }

    void aResetTakesItsKeysBack() {
        const UserKeymap after = withKey({}, command("edit.insert"), text("Ctrl+K"));
        const auto losers = losersOfReset(after, command("edit.razor"));
        QCOMPARE(losers.size(), 1);
        QCOMPARE(losers.front().second, &command("edit.insert"));
        const UserKeymap reset = withoutChanges(after, command("edit.razor"));
        QCOMPARE(reset, UserKeymap());
    }

    void aBaseThatTakesAKeyMeanwhileIsAConflict() {
        // The user's B of Premiere means overwrite in Avid.
        const UserKeymap mine = withKey({}, command("edit.lift"), text("B"));
        QVERIFY(conflicts(mine).isEmpty());
        UserKeymap avid = mine;
        avid.base = Keymap::Avid;
        const auto found = conflicts(avid);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.front().key, text("B"));
        QCOMPARE(found.front().keeps, &command("edit.lift"));
        QCOMPARE(found.front().loses, &command("edit.overwrite"));
        QVERIFY(inEffect(avid, "edit.lift").contains(text("B")));
        QVERIFY(!inEffect(avid, "edit.overwrite").contains(text("B")));
        // Back in Premiere everything is as it was.
        avid.base = Keymap::Premiere;
        QCOMPARE(avid, mine);
    }

    void whateverIsChangedNoKeyAnswersTwice() {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        const auto all = commands();
        QStringList keys;
        for (const Command& each : all)
            for (const auto base : {Keymap::Premiere, Keymap::Avid})
                for (const QString& key : each.keys(base))
                    keys << chordFrom(key);
        UserKeymap map;
        for (int step = 0; step < 300; ++step) {
            const Command& each = all[random.bounded(static_cast<quint32>(all.size()))];
            const QString key = keys[random.bounded(static_cast<int>(keys.size()))];
            const UserKeymap before = map;
            switch (random.bounded(8)) {
            case 0:
                map = withoutKey(map, each, key);
                QVERIFY(!wantedKeys(map, each).contains(key));
                break;
            case 1:
                map = withoutChanges(map, each);
                QVERIFY(!map.changes.contains(QLatin1String(each.id)));
                break;
            case 2:
                map.base = map.base == Keymap::Avid ? Keymap::Premiere : Keymap::Avid;
                break;
            default:
                map = withKey(map, each, key);
                QVERIFY2(keysInEffect(map).value(QLatin1String(each.id)).contains(key), each.id);
            }
            QVERIFY2(isSound(map), qPrintable(QStringLiteral("seed %1 step %2").arg(seed).arg(step)));
            const auto again = readKeymap(writeKeymap(map));
            QVERIFY(again.ok());
            QCOMPARE(*again, map);
            for (const KeyChange& change : std::as_const(map.changes))
                QVERIFY(!change.isEmpty());
        }
    }

    void commandsOfAnotherVersionAreKept() {
        const auto read = readKeymap(R"({"cutaway_keymap": 1, "base": "avid", "commands": {
            "edit.ofTomorrow": {"added": ["Hyper+Q", "Ctrl+K"]}, "edit.insert": {"added": ["ctrl+alt+f12"]}}})");
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QCOMPARE(read->base, Keymap::Avid);
        QVERIFY(conflicts(*read).isEmpty());
        QVERIFY(inEffect(*read, "edit.razor").contains(text("Ctrl+K")));
        QVERIFY(inEffect(*read, "edit.insert").contains(text("Ctrl+Alt+F12")));
        const UserKeymap changed = withKey(*read, command("edit.lift"), text("Ctrl+Alt+F1"));
        QVERIFY(writeKeymap(changed).contains("Hyper+Q"));
        QCOMPARE(*readKeymap(writeKeymap(changed)), changed);
    }

    void aFileThatIsNoneIsRefusedInWords_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << text("Line 1");
        QTest::newRow("syntax") << QByteArray("{\n\"cutaway_keymap\": 1,\n\"base\" \"avid\"}")
                                << text("Line 3");
        QTest::newRow("a list") << QByteArray("[1, 2]") << text("cutaway_keymap");
        QTest::newRow("other json") << QByteArray("{\"a\": 1}") << text("cutaway_keymap");
        QTest::newRow("newer") << QByteArray(R"({"cutaway_keymap": 2})") << text("format 2");
        QTest::newRow("half a version") << QByteArray(R"({"cutaway_keymap": 1.5})") << text("format 1.5");
        QTest::newRow("base") << QByteArray(R"({"cutaway_keymap": 1, "base": "vi"})") << text("vi");
        QTest::newRow("commands") << QByteArray(R"({"cutaway_keymap": 1, "base": "avid", "commands": []})")
                                  << text("commands");
        QTest::newRow("entry")
            << QByteArray(R"({"cutaway_keymap": 1, "base": "avid", "commands": {"edit.lift": "Q"}})")
            << text("edit.lift");
        QTest::newRow("key")
            << QByteArray(
                   R"({"cutaway_keymap": 1, "base": "avid", "commands": {"edit.lift": {"added": ["Ctrl+Qx"]}}})")
            << text("Ctrl+Qx");
        QTest::newRow("number")
            << QByteArray(
                   R"({"cutaway_keymap": 1, "base": "avid", "commands": {"edit.lift": {"added": [7]}}})")
            << text("7");
        QTest::newRow("reserved")
            << QByteArray(
                   R"({"cutaway_keymap": 1, "base": "avid", "commands": {"edit.lift": {"added": ["Esc"]}}})")
            << text("Esc");
        QTest::newRow("huge") << QByteArray(2 << 20, '[') << text("megabyte");
        QTest::newRow("deep") << QByteArray(100'000, '[') << text("Line 1");
    }
    void aFileThatIsNoneIsRefusedInWords() {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const auto read = readKeymap(json);
        QVERIFY(!read.ok());
        const auto message = QString::fromStdString(read.error().message);
        QVERIFY2(message.contains(says), qPrintable(message));
    }

    void keysAreKeptAndNothingUnreadableIsLost() {
        QVERIFY(!keptKeymap().chosen);
        UserKeymap map = withKey({}, command("edit.lift"), text("Ctrl+Alt+F1"));
        map.base = Keymap::Avid;
        keepKeymap(map);
        QVERIFY(keptKeymap().chosen);
        QCOMPARE(keptKeymap().map, map);
        QSettings().setValue(QStringLiteral("keyChanges"), QStringLiteral("{ not JSON"));
        const KeptKeymap damaged = keptKeymap();
        QVERIFY(damaged.trouble.contains(QSettings().fileName()));
        QCOMPARE(damaged.map, (UserKeymap{Keymap::Avid, {}}));
        keepKeymap(damaged.map);
        QCOMPARE(QSettings().value(QStringLiteral("keyChangesUnread")).toString(),
                 QStringLiteral("{ not JSON"));
        QVERIFY(keptKeymap().trouble.isEmpty());
    }

    void changedKeysAreHeardAtOnce() {
        QMainWindow window;
        ActionSet actions(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        actions.setContext(Context::Cut);
        QStringList heard;
        for (const char* id : {"edit.insert", "edit.razor"})
            actions.bind(QLatin1String(id), &window, [&heard, id] { heard << QLatin1String(id); });
        actions.setKeys(withKey(actions.keys(), command("edit.insert"), text("Ctrl+K")));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(heard, QStringList{text("edit.insert")});
        QVERIFY(actions.toolTip(text("edit.insert")).contains(text("(,)")));
        actions.setKeys(withoutKey(actions.keys(), command("edit.insert"), text(",")));
        QVERIFY(actions.toolTip(text("edit.insert")).contains(text("(Ctrl+K)")));
        QCOMPARE(actions.action(text("edit.razor"))->shortcuts(), QList<QKeySequence>());
        // A conflict makes no key deaf.
        UserKeymap both = actions.keys();
        both.changes[text("edit.razor")] = {};
        both.changes.remove(text("edit.razor"));
        QCOMPARE(conflicts(both).size(), 1);
        actions.setKeys(both);
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(heard.size(), 2);
    }

    void aCommandSaysWhyItIsNotAvailable() {
        QMainWindow window;
        ActionSet actions(&window);
        actions.setContext(Context::Browse);
        QVERIFY(!actions.whyUnavailable(text("edit.insert")).isEmpty());
        actions.bind(text("edit.insert"), &window, [] {});
        QCOMPARE(actions.whyUnavailable(text("edit.insert")), placeText(Context::Cut));
        actions.setContext(Context::Cut);
        QCOMPARE(actions.whyUnavailable(text("edit.insert")), QString());
        actions.setEnabled(text("edit.insert"), false, text("Nothing is marked."));
        QCOMPARE(actions.whyUnavailable(text("edit.insert")), text("Nothing is marked."));
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(TestUserKeymap)
#include "test_user_keymap.moc"
