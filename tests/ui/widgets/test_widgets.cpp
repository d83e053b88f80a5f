#include "ui/actions/action_set.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/state_panel.h"
#include "ui/widgets/timecode_field.h"

#include <QAction>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace cutaway;
using namespace cutaway::ui;

class TestWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        m_settings = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings->path());
    }

    void typedDigitsFillFromTheRight() {
        TimecodeField field(theme::Token::Input, 20);
        field.setFormat({FrameRate{50, 1}, false});
        field.setFrame(100);
        field.show();
        QSignalSpy entered(&field, &TimecodeField::frameEntered);
        QTest::mouseClick(&field, Qt::LeftButton);
        QTest::keyClicks(&field, QStringLiteral("1423"));
        QCOMPARE(field.text(), QStringLiteral("00:00:14:23"));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered[0][0].toLongLong(), 14 * 50 + 23);
        QVERIFY(!field.isEntering());
    }

    void relativeEntryAndEscape() {
        TimecodeField field(theme::Token::Input, 20);
        field.setFormat({FrameRate{50, 1}, false});
        field.setFrame(100);
        field.show();
        QSignalSpy entered(&field, &TimecodeField::frameEntered);
        field.beginEntry(QStringLiteral("+"));
        QTest::keyClicks(&field, QStringLiteral("12"));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(entered[0][0].toLongLong(), 112);
        field.beginEntry(QStringLiteral("99"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(field.text(), QStringLiteral("00:00:02:00"));
    }

    void nonsenseIsRefusedAndStays() {
        TimecodeField field(theme::Token::Output, 20);
        field.setFormat({FrameRate{50, 1}, false});
        field.show();
        QSignalSpy entered(&field, &TimecodeField::frameEntered);
        field.beginEntry(QStringLiteral("1:2:3:4:5"));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(entered.size(), 0);
        QVERIFY(field.isEntering());
    }

    void dropFrameShowsItsSign() {
        TimecodeField field(theme::Token::Input, 20);
        field.setFormat({FrameRate{60000, 1001}, true});
        field.setFrame(3600);
        QCOMPARE(field.text(), QStringLiteral("00:01:00;04"));
    }

    void aDigitWhileTypingIsNoShortcut() {
        QMainWindow window;
        ActionSet actions(&window);
        actions.setContext(Context::Cut);
        int angles = 0;
        actions.bind(QStringLiteral("angle.1"), &window, [&] { ++angles; });
        auto* field = new TimecodeField(theme::Token::Input, 20, &window);
        window.setCentralWidget(field);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_1);
        QCOMPARE(angles, 1);
        field->beginEntry();
        QTest::keyClick(field, Qt::Key_1);
        QCOMPARE(angles, 1);
        QCOMPARE(field->text(), QStringLiteral("00:00:00:01"));
    }

    void aCommandButtonIsItsCommand() {
        QMainWindow window;
        ActionSet actions(&window);
        actions.setContext(Context::Cut);
        bool snap = true;
        actions.bindToggle(QStringLiteral("edit.snap"), &window, true, [&](bool on) { snap = on; });
        auto* button = commandButton(actions, QStringLiteral("edit.snap"), QStringLiteral("snap"), &window);
        QVERIFY(button->isChecked());
        QCOMPARE(button->accessibleName(), QStringLiteral("Snap"));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!snap);
        QVERIFY(!button->isChecked());
        actions.setContext(Context::Browse);
        QVERIFY(!button->isEnabled());
    }

    void anEmptyPlaceSaysWhatToDo() {
        StatePanel panel;
        int retried = 0;
        panel.present(StatePanel::Kind::Error, QStringLiteral("Not reachable since 20:14"),
                      QStringLiteral("Showing the saved catalogue."),
                      {{QStringLiteral("Retry"), true, [&] { ++retried; }}});
        auto* button = panel.findChild<QPushButton*>();
        QVERIFY(button);
        QCOMPARE(button->accessibleName(), QStringLiteral("Retry"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(retried, 1);
        panel.present(StatePanel::Kind::Empty, QStringLiteral("Nothing here"), {});
        QCOMPARE(panel.title(), QStringLiteral("Nothing here"));
    }

    void aSplitterRemembersAndForgets() {
        const auto make = [](QWidget* parent) {
            auto* splitter = new Splitter(Qt::Horizontal, QStringLiteral("test"), {300, 500}, parent);
            splitter->addWidget(new QWidget);
            splitter->addWidget(new QWidget);
            splitter->resize(804, 100);
            splitter->restore();
            return splitter;
        };
        QWidget parent;
        parent.resize(804, 100);
        auto* first = make(&parent);
        parent.show();
        QCOMPARE(first->sizes(), (QList<int>{300, 500}));
        QTest::mousePress(first->handle(1), Qt::LeftButton);
        QTest::mouseMove(first->handle(1), QPoint(102, 50));
        QTest::mouseRelease(first->handle(1), Qt::LeftButton);
        const auto moved = first->sizes();
        QVERIFY(moved[0] > 350);
        auto* second = make(&parent);
        second->show();
        QCOMPARE(second->sizes(), moved);
        second->maximise(second->widget(1));
        QVERIFY(!second->widget(0)->isVisible());
        second->resetLayout();
        QVERIFY(second->widget(0)->isVisible());
        QCOMPARE(second->sizes(), (QList<int>{300, 500}));
    }

    /// A panel that needs room decides nothing as long as there is enough for all.
    void aSplitterSharesOutTheWidthThatItIsShownWith() {
        auto* splitter = new Splitter(Qt::Horizontal, QStringLiteral("shared"), {500, 500});
        auto* wide = new QWidget;
        wide->setMinimumWidth(300);
        splitter->addWidget(wide);
        splitter->addWidget(new QWidget);
        splitter->restore();
        QMainWindow window;
        window.setCentralWidget(splitter);
        window.resize(1004, 100);
        window.show();
        QCOMPARE(splitter->sizes(), (QList<int>{500, 500}));
    }

    void badgesAndChipsHaveNames() {
        Badge badge;
        badge.setLook({QStringLiteral("live"), QStringLiteral("Live"), theme::Token::Live, true});
        QCOMPARE(badge.accessibleName(), QStringLiteral("Live"));
        QCOMPARE(badge.sizeHint().height(), 18);
        Chip chip(Chip::Kind::Facet, QStringLiteral("With pictures"));
        QCOMPARE(chip.accessibleName(), QStringLiteral("With pictures"));
        QVERIFY(chip.sizeHint().height() >= 24);
    }

private:
    std::unique_ptr<QTemporaryDir> m_settings;
};

QTEST_MAIN(TestWidgets)
#include "test_widgets.moc"
