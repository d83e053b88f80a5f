#include "ui/actions/action_set.h"
#include "ui/actions/key_chord.h"
#include "ui/actions/keymap_file.h"
#include "ui/keys/command_keys.h"
#include "ui/keys/key_field.h"
#include "ui/keys/key_sheet.h"
#include "ui/keys/keyboard_view.h"
#include "ui/keys/keys_dialog.h"
#include "ui/keys/keys_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/state_panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

QString text(const char* chord) {
    return QString::fromLatin1(chord);
}

/// What the list shows, menus aside.
QStringList shown(const QAbstractItemModel& model) {
    QStringList ids;
    for (int menu = 0; menu < model.rowCount(); ++menu)
        for (int row = 0; row < model.rowCount(model.index(menu, 0)); ++row)
            ids << model.index(row, 0, model.index(menu, 0)).data(KeysModel::IdRole).toString();
    return ids;
}

} // namespace

class TestKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }

    void init() {
        m_window = std::make_unique<QMainWindow>();
        m_actions = std::make_unique<ActionSet>(m_window.get());
        m_window->resize(1280, 720);
        m_window->show();
        m_dialog = std::make_unique<KeysDialog>(*m_actions, m_window.get());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    void cleanup() {
        m_dialog.reset();
        m_actions.reset();
        m_window.reset();
    }

    void theModelIsSoundWhateverChanges() {
        KeysModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        KeysFilter filter;
        const QAbstractItemModelTester second(&filter,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        QCOMPARE(static_cast<std::size_t>(shown(model).size()), commands().size());
        filter.setText(text("insert"));
        model.setKeymap(withKey({}, *findCommand(text("edit.lift")), text("Ctrl+K")));
        filter.setText({});
        filter.setOnlyChanged(true);
        QCOMPARE(shown(filter), (QStringList{text("edit.lift"), text("edit.razor")}));
        model.setKeymap({Keymap::Avid, {}});
        QVERIFY(shown(filter).isEmpty());
        filter.setOnlyChanged(false);
        filter.setChord(text("B"));
        QCOMPARE(shown(filter), QStringList{text("edit.overwrite")});
    }

    void wordsFindCommandsKeysAndWhatTheyDo() {
        QTest::keyClicks(search(), text("overwrite"));
        QCOMPARE(shown(*list()->model()), QStringList{text("edit.overwrite")});
        search()->clear();
        QTest::keyClicks(search(), text("ctrl+shift+k"));
        QCOMPARE(shown(*list()->model()), QStringList{text("edit.razorAll")});
        search()->clear();
        QTest::keyClicks(search(), text("leaves a gap"));
        QVERIFY(shown(*list()->model()).contains(text("edit.lift")));
        search()->clear();
        QCOMPARE(static_cast<std::size_t>(shown(*list()->model()).size()), commands().size());
    }

    void aPressedKeyFindsItsCommand() {
        QTest::keyClick(search(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto* field = pressed();
        QVERIFY(field->isVisible() && field->hasFocus());
        QTest::keyClick(field, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(shown(*list()->model()), QStringList{text("edit.razor")});
        // A shifted sign is looked up by the key it is on, as keymaps name it.
        QTest::keyClick(field, Qt::Key_2, Qt::ShiftModifier);
        QCOMPARE(shown(*list()->model()), QStringList{text("view.focusSource")});
        // So are keys that mean something in a dialog.
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shown(*list()->model()), QStringList{text("view.openInCut")});
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown(*list()->model()), QStringList{text("edit.undo")});
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible() && search()->hasFocus());
        QCOMPARE(static_cast<std::size_t>(shown(*list()->model()).size()), commands().size());
    }

    void aFreeKeyIsGivenByPressingIt() {
        m_dialog->choose(text("edit.lift"));
        QTest::keyClick(list(), Qt::Key_Return);
        auto* field = adding();
        QVERIFY(field->isVisible() && field->hasFocus());
        QTest::keyClick(field, Qt::Key_F4, Qt::ControlModifier);
        QCOMPARE(m_actions->keysOf(text("edit.lift")), (QStringList{text(";"), text("Ctrl+F4")}));
        QVERIFY(!field->isVisible() && list()->hasFocus());
        // And taken away, and given back.
        QTest::keyClick(list(), Qt::Key_Delete);
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(m_actions->keysOf(text("edit.lift")), QStringList());
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_actions->keysOf(text("edit.lift")), (QStringList{text(";"), text("Ctrl+F4")}));
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_actions->keys(), UserKeymap());
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_actions->keysOf(text("edit.lift")), (QStringList{text(";"), text("Ctrl+F4")}));
    }

    void aTakenKeyIsGivenOnlyAfterItsLoserIsNamed() {
        m_dialog->choose(text("edit.lift"));
        auto* question = keys()->findChild<StateBar*>();
        QTest::keyClick(list(), Qt::Key_Return);
        QTest::keyClick(adding(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(m_actions->keys(), UserKeymap());
        QVERIFY(question->isVisible());
        QVERIFY2(question->sentence().contains(findCommand(text("edit.razor"))->nameText()),
                 qPrintable(question->sentence()));
        QVERIFY2(question->sentence().contains(text("Without any key")), qPrintable(question->sentence()));
        // Escape leaves everything as it is, and the dialog open.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!question->isVisible() && m_dialog->isVisible());
        QCOMPARE(m_actions->keys(), UserKeymap());
        QTest::keyClick(list(), Qt::Key_Return);
        QTest::keyClick(adding(), Qt::Key_K, Qt::ControlModifier);
        auto* yes = qobject_cast<QPushButton*>(QApplication::focusWidget());
        QVERIFY(yes && question->isAncestorOf(yes));
        QTest::keyClick(yes, Qt::Key_Space);
        QVERIFY(m_actions->keysOf(text("edit.lift")).contains(text("Ctrl+K")));
        QVERIFY(m_actions->keysOf(text("edit.razor")).isEmpty());
        QVERIFY(conflicts(m_actions->keys()).isEmpty());
        // Resetting the loser names who would lose in turn.
        m_dialog->choose(text("edit.razor"));
        keys()->reset();
        QVERIFY(question->isVisible());
        QVERIFY(question->sentence().contains(findCommand(text("edit.lift"))->nameText()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(m_actions->keys(), UserKeymap());
    }

    void onlyACommandWithoutKeysSaysSo() {
        const auto saysNoKey = [&] {
            QCoreApplication::processEvents();
            for (const auto* label : keys()->findChildren<QLabel*>())
                if (label->isVisible() && label->text() == text("No key"))
                    return true;
            return false;
        };
        m_dialog->choose(text("edit.lift"));
        QVERIFY(!saysNoKey());
        keys()->removeLast();
        QVERIFY(saysNoKey());
    }

    void aReservedKeyIsRefusedInWords() {
        m_dialog->choose(text("edit.lift"));
        QTest::keyClick(list(), Qt::Key_Return);
        QTest::keyClick(adding(), Qt::Key_Plus);
        QCOMPARE(m_actions->keys(), UserKeymap());
        auto* question = keys()->findChild<StateBar*>();
        QVERIFY(question->isVisible() && question->sentence().contains(text("timecode")));
        QTest::keyClick(adding(), Qt::Key_Escape);
        QVERIFY(!adding()->isVisible() && m_dialog->isVisible());
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void anotherBaseKeepsWhatIsOwnAndShowsConflicts() {
        m_dialog->choose(text("edit.lift"));
        keys()->offer(text("B"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // the ripple tool loses it
        auto* base = m_dialog->findChild<QComboBox*>();
        base->setCurrentIndex(1);
        Q_EMIT base->activated(1);
        QCOMPARE(m_actions->keys().base, Keymap::Avid);
        QVERIFY(m_actions->keysOf(text("edit.lift")).contains(text("B")));
        QVERIFY(!m_actions->keysOf(text("edit.overwrite")).contains(text("B")));
        chip("Conflicts: 1")->setChecked(true);
        QCOMPARE(shown(*list()->model()), QStringList{text("edit.overwrite")});
        list()->setCurrentIndex(list()->model()->index(0, 0, list()->model()->index(0, 0)));
        grab("conflict");
        // One press gives it back.
        QCoreApplication::processEvents();
        QPushButton* back = nullptr;
        for (auto* button : keys()->findChildren<QPushButton*>())
            if (button->isVisible() && button->text().contains(text("take it back")))
                back = button;
        QVERIFY(back);
        back->click();
        QVERIFY(m_actions->keysOf(text("edit.overwrite")).contains(text("B")));
        QVERIFY(conflicts(m_actions->keys()).isEmpty());
        QTest::keyClick(m_dialog.get(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(m_dialog.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_actions->keys().base, Keymap::Premiere);
    }

    void keysTravelInAFile() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(text("keys.json"));
        UserKeymap mine = withKey({Keymap::Avid, {}}, *findCommand(text("edit.lift")), text("Ctrl+F4"));
        mine.changes[text("edit.ofTomorrow")] = {{text("Ctrl+F9")}, {}};
        m_actions->setKeys(mine);
        m_dialog->exportFile(path);
        m_actions->setKeys({});
        m_dialog->importFile(path);
        QCOMPARE(m_actions->keys(), mine);
        auto* said = m_dialog->findChildren<StateBar*>().first();
        for (auto* bar : m_dialog->findChildren<StateBar*>())
            if (bar->isVisible())
                said = bar;
        QVERIFY2(said->sentence().contains(QLatin1Char('1')), qPrintable(said->sentence()));
        QTest::keyClick(m_dialog.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_actions->keys(), UserKeymap());
        // What is no keymap changes nothing.
        m_actions->setKeys(mine);
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\n\"cutaway_keymap\": 1,\n");
        broken.close();
        m_dialog->importFile(path);
        QVERIFY2(said->sentence().contains(text("Line 3")), qPrintable(said->sentence()));
        m_dialog->importFile(folder.filePath(text("nowhere.json")));
        QVERIFY(said->isVisible() && said->sentence().contains(text("nowhere.json")));
        m_dialog->exportFile(text("/proc/keys.json"));
        QVERIFY(said->sentence().contains(text("/proc/keys.json")));
        QCOMPARE(m_actions->keys(), mine);
    }

    void resettingAllKeepsWhatIsNotKnownHere() {
        UserKeymap mine = withKey({}, *findCommand(text("edit.lift")), text("Ctrl+F4"));
        mine.changes[text("edit.ofTomorrow")] = {{text("Ctrl+F9")}, {}};
        const UserKeymap reset = withoutAnyChange(mine);
        QCOMPARE(reset.changes.keys(), QStringList{text("edit.ofTomorrow")});
    }

    void theKeyboardShowsAndFindsKeys() {
        auto* board = m_dialog->findChild<KeyboardView*>();
        const auto at = [&](const char* name) {
            for (const KeyboardKey& key : keyboardKeys())
                if (key.key == text(name) || key.label == text(name))
                    return keyRect(key, board->rect()).center().toPoint();
            return QPoint();
        };
        QTest::mouseClick(board, Qt::LeftButton, {}, at("Ctrl"));
        QTest::mouseClick(board, Qt::LeftButton, {}, at("K"));
        QCOMPARE(shown(*list()->model()), QStringList{text("edit.razor")});
        QTest::keyClick(pressed(), Qt::Key_Escape);
        m_dialog->choose(text("edit.razorAll"));
        QCOMPARE(board->held(), Qt::ControlModifier | Qt::ShiftModifier);
        m_dialog->choose(text("edit.insert"));
        QCOMPARE(board->held(), Qt::KeyboardModifiers());
        grab("dialog");
        // Every key is where it can be seen, and no two lie on each other.
        const QRectF whole(QPointF(), keyboardSize());
        for (const KeyboardKey& a : keyboardKeys()) {
            QVERIFY2(whole.contains(a.place), qPrintable(a.label));
            QVERIFY2(a.modifier != Qt::NoModifier || chordFrom(a.key) == a.key, qPrintable(a.label));
            for (const KeyboardKey& b : keyboardKeys())
                QVERIFY(&a == &b || !a.place.adjusted(0.01, 0.01, -0.01, -0.01).intersects(b.place));
        }
    }

    void theSheetIsTwoPagesOfPaper() {
        const QTemporaryDir folder;
        for (const auto base : {Keymap::Premiere, Keymap::Avid}) {
            const QString path = folder.filePath(text("keys.pdf"));
            int pages = 0;
            {
                QPdfWriter pdf(path);
                preparePages(pdf);
                pages = printKeySheet(pdf, {base, {}});
            }
            QVERIFY2(pages >= 2 && pages <= 3, qPrintable(QString::number(pages)));
            QVERIFY(QFileInfo(path).size() > 10'000);
            if (const QString grabs = qEnvironmentVariable("CUTAWAY_GRABS"); !grabs.isEmpty())
                QFile::copy(path, QStringLiteral("%1/keys-%2.pdf").arg(grabs).arg(static_cast<int>(base)));
        }
        QPdfWriter nowhere(text("/proc/nowhere.pdf"));
        preparePages(nowhere);
        QCOMPARE(printKeySheet(nowhere, {}), 0);
    }

private:
    QTreeView* list() { return m_dialog->findChild<QTreeView*>(); }
    CommandKeys* keys() { return m_dialog->findChild<CommandKeys*>(); }
    KeyField* adding() { return keys()->findChild<KeyField*>(); }
    KeyField* pressed() {
        for (auto* field : m_dialog->findChildren<KeyField*>())
            if (!keys()->isAncestorOf(field))
                return field;
        return nullptr;
    }
    QLineEdit* search() {
        for (auto* field : m_dialog->findChildren<QLineEdit*>())
            if (!qobject_cast<KeyField*>(field))
                return field;
        return nullptr;
    }
    Chip* chip(const char* said) {
        for (auto* each : m_dialog->findChildren<Chip*>())
            if (each->text() == text(said))
                return each;
        qFatal("no such chip");
        return nullptr;
    }
    void grab(const char* name) {
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        QCoreApplication::processEvents();
        if (!folder.isEmpty())
            QVERIFY(m_dialog->grab().save(QStringLiteral("%1/keys-%2.png").arg(folder, text(name))));
    }

    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<ActionSet> m_actions;
    std::unique_ptr<KeysDialog> m_dialog;
};

QTEST_MAIN(TestKeys)
#include "test_keys.moc"
