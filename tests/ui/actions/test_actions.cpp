#include "ui/actions/action_set.h"

#include <QAction>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenuBar>
#include <QSet>
#include <QTest>

using namespace cutaway::ui;

class TestActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandHasAKeyInBothKeymaps() {
        for (const Command& command : commands())
            for (const Keymap map : {Keymap::Premiere, Keymap::Avid}) {
                QVERIFY2(!command.keys(map).isEmpty(), command.id);
                for (const QString& key : command.keys(map))
                    QVERIFY2(!QKeySequence::fromString(key).isEmpty(), command.id);
            }
    }
    void everyRowIsComplete() {
        QSet<QString> ids;
        for (const Command& command : commands()) {
            QVERIFY2(!ids.contains(QLatin1String(command.id)), command.id);
            ids << QLatin1String(command.id);
            QVERIFY2(!command.nameText().isEmpty() && !command.groupText().isEmpty(), command.id);
            QVERIFY2(command.descriptionText().endsWith(QLatin1Char('.')), command.id);
            for (const auto map : {Keymap::Premiere, Keymap::Avid})
                for (const QString& key : command.keys(map))
                    QVERIFY2(!QKeySequence::fromString(key).isEmpty(), qPrintable(key));
        }
    }

    void bothKeymapsHaveTheKeysOfTheCraft() {
        const auto key = [](const char* id, Keymap map) {
            return findCommand(QLatin1String(id))->keys(map).value(0);
        };
        QCOMPARE(key("edit.insert", Keymap::Premiere), QStringLiteral(","));
        QCOMPARE(key("edit.overwrite", Keymap::Premiere), QStringLiteral("."));
        QCOMPARE(key("edit.insert", Keymap::Avid), QStringLiteral("V"));
        QCOMPARE(key("edit.overwrite", Keymap::Avid), QStringLiteral("B"));
        QCOMPARE(key("edit.lift", Keymap::Avid), QStringLiteral("Z"));
        for (const auto map : {Keymap::Premiere, Keymap::Avid}) {
            QCOMPARE(key("play.reverse", map), QStringLiteral("J"));
            QCOMPARE(key("play.stop", map), QStringLiteral("K"));
            QCOMPARE(key("play.forward", map), QStringLiteral("L"));
            QCOMPARE(key("deliver.submit", map), QStringLiteral("Ctrl+M"));
            QCOMPARE(key("swap.9", map), QStringLiteral("Alt+9"));
        }
    }

    void aKeyRunsWhatIsBoundAndOnlyInItsPlace() {
        QMainWindow window;
        ActionSet actions(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        int inserts = 0;
        actions.bind(QStringLiteral("edit.insert"), &window, [&] { ++inserts; });
        actions.setContext(Context::Browse);
        QTest::keyClick(&window, Qt::Key_Comma);
        QCOMPARE(inserts, 0);
        actions.setContext(Context::Cut);
        QTest::keyClick(&window, Qt::Key_Comma);
        QCOMPARE(inserts, 1);
        actions.setKeys({Keymap::Avid, {}});
        QTest::keyClick(&window, Qt::Key_Comma);
        QCOMPARE(inserts, 1);
        QTest::keyClick(&window, Qt::Key_V);
        QCOMPARE(inserts, 2);
        actions.setEnabled(QStringLiteral("edit.insert"), false);
        QVERIFY(!actions.trigger(QStringLiteral("edit.insert")));
        QCOMPARE(inserts, 2);
    }

    void nothingUnboundIsSeen() {
        QMainWindow window;
        ActionSet actions(&window);
        actions.fillMenuBar(window.menuBar());
        actions.setContext(Context::Cut);
        {
            QObject page;
            actions.bind(QStringLiteral("edit.undo"), &page, [] {});
            QVERIFY(actions.action(QStringLiteral("edit.undo"))->isVisible());
        }
        // Whoever did it has gone.
        QVERIFY(!actions.action(QStringLiteral("edit.undo"))->isVisible());
        QVERIFY(!actions.trigger(QStringLiteral("edit.undo")));
        QVERIFY(!actions.action(QStringLiteral("edit.redo"))->isVisible());
    }

    void theVisiblePageAnswers() {
        QMainWindow window;
        ActionSet actions(&window);
        actions.setContext(Context::Cut);
        auto* first = new QWidget(&window);
        auto* second = new QWidget(&window);
        QString answered;
        actions.bind(QStringLiteral("play.toggle"), first, [&] { answered = QStringLiteral("first"); });
        actions.bind(QStringLiteral("play.toggle"), second, [&] { answered = QStringLiteral("second"); });
        window.show();
        second->hide();
        QVERIFY(actions.trigger(QStringLiteral("play.toggle")));
        QCOMPARE(answered, QStringLiteral("first"));
        second->show();
        first->hide();
        QVERIFY(actions.trigger(QStringLiteral("play.toggle")));
        QCOMPARE(answered, QStringLiteral("second"));
    }

    /// The window names the command first; what the page has to say about it comes after and stays.
    void whatAPageSaysComesAfterTheName() {
        QMainWindow window;
        ActionSet actions(&window);
        actions.setContext(Context::Cut);
        QStringList said;
        connect(&actions, &ActionSet::triggered, this, [&] { said << QStringLiteral("name"); });
        actions.bind(QStringLiteral("edit.undo"), &window, [&] { said << QStringLiteral("page"); });
        QVERIFY(actions.trigger(QStringLiteral("edit.undo")));
        QCOMPARE(said, (QStringList{QStringLiteral("name"), QStringLiteral("page")}));
    }

    void tooltipsNameTheKey() {
        QMainWindow window;
        ActionSet actions(&window);
        QVERIFY(actions.toolTip(QStringLiteral("edit.insert")).contains(QStringLiteral("(,)")));
        QCOMPARE(actions.keyText(QStringLiteral("play.toggle")), QStringLiteral("Space"));
    }
};

QTEST_MAIN(TestActions)
#include "test_actions.moc"
