#include "editor_hands.h"

#include "ui/connect/connect_dialog.h"
#include "ui/cut/cut_page.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QPushButton>
#include <QTest>
#include <QWindow>

#include <algorithm>

namespace cutaway::test {

namespace {

constexpr int patience = 60 * 1000;

QAction* actionOf(const QWidget& widget, const QString& text) {
    const auto actions = widget.actions();
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const QAction* action) {
        return QString(action->text()).remove(QLatin1Char('&')) == text;
    });
    return found == actions.end() ? nullptr : *found;
}

void type(QLineEdit& field, const std::string& text) {
    QTest::mouseClick(&field, Qt::LeftButton);
    field.selectAll();
    QTest::keyClicks(&field, QString::fromStdString(text));
}

QPushButton* buttonOf(const QWidget& dialog, const QString& text) {
    const auto buttons = dialog.findChildren<QPushButton*>();
    const auto found =
        std::find_if(buttons.begin(), buttons.end(), [&](const QPushButton* b) { return b->text() == text; });
    return found == buttons.end() ? nullptr : *found;
}

} // namespace

void EditorHands::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(m_editor.window().windowHandle(), key, modifiers);
    QCoreApplication::processEvents();
}

void EditorHands::choose(const QString& menu, const QString& item) {
    QMenuBar& bar = *m_editor.window().menuBar();
    QAction* opens = actionOf(bar, menu);
    QVERIFY(opens && opens->menu());
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.actionGeometry(opens).center());
    QTRY_VERIFY(opens->menu()->isVisible());
    QAction* wanted = actionOf(*opens->menu(), item);
    QVERIFY2(wanted && wanted->isEnabled(), qPrintable(item));
    QTest::mouseClick(opens->menu(), Qt::LeftButton, {}, opens->menu()->actionGeometry(wanted).center());
}

void EditorHands::drag(QWidget& widget, QPoint from, QPoint to) {
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 4; ++step) {
        const QPoint at = from + (to - from) * step / 4;
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
}

void EditorHands::walkTo(int frame) {
    key(Qt::Key_Home);
    for (int i = 0; i < frame / 5; ++i)
        key(Qt::Key_Right, Qt::ShiftModifier);
    for (int i = 0; i < frame % 5; ++i)
        key(Qt::Key_Right);
}

void EditorHands::markInSource(int angle, int in, int last) {
    key(Qt::Key_2, Qt::ShiftModifier);
    key(static_cast<Qt::Key>(Qt::Key_0 + angle));
    auto& viewer = m_editor.cut().sourceViewer();
    QTRY_COMPARE_WITH_TIMEOUT(viewer.angle(), angle, patience);
    walkTo(in);
    key(Qt::Key_I);
    walkTo(last);
    key(Qt::Key_O);
    const auto range = viewer.range();
    QVERIFY(range);
    QCOMPARE(range->first - viewer.timing().first, std::int64_t(in));
    QCOMPARE(range->end - viewer.timing().first, std::int64_t(last + 1));
}

void EditorHands::playheadTo(int frame) {
    key(Qt::Key_3, Qt::ShiftModifier);
    m_editor.cut().goTo(frame);
}

void EditorHands::connectByDialog(const tams::Connection& cloud) {
    choose(QStringLiteral("File"), QStringLiteral("Connect..."));
    QPointer<ui::ConnectDialog> dialog;
    QTRY_VERIFY((dialog = m_editor.window().findChild<ui::ConnectDialog*>()) && dialog->isVisible());
    const auto fields = dialog->findChildren<QLineEdit*>();
    QCOMPARE(fields.size(), 2);
    auto* allow = dialog->findChild<QCheckBox*>();
    auto* connect = buttonOf(*dialog, QStringLiteral("Connect"));
    QLabel* outcome = nullptr;
    for (QLabel* label : dialog->findChildren<QLabel*>())
        if (label->accessibleName() == QLatin1String("Result of the test"))
            outcome = label;
    QVERIFY(allow && connect && outcome);

    type(*fields[0], cloud.url);
    type(*fields[1], "not-the-token");
    if (cloud.allowPlainHttp) {
        QVERIFY(!connect->isEnabled());
        QVERIFY2(outcome->text().contains(QLatin1String("not encrypted")), qPrintable(outcome->text()));
        QTest::mouseClick(allow, Qt::LeftButton, {}, QPoint(8, allow->height() / 2));
        QVERIFY(allow->isChecked());
    }
    QTRY_VERIFY(connect->isEnabled());
    QTest::mouseClick(connect, Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(outcome->text().contains(QLatin1String("does not know this token")),
                              qPrintable(outcome->text()), patience);
    type(*fields[1], cloud.token);
    QTest::keyClick(fields[1], Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog || !dialog->isVisible(), patience);
    m_editor.window().activateWindow(); // as a window manager does
}

} // namespace cutaway::test
