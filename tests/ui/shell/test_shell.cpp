#include "ui/settings/settings_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/state_panel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

/// Counts how often a widget goes out of view: what plays in it would stop being seen.
class Hidings : public QObject {
public:
    explicit Hidings(QWidget* widget) { widget->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Hide ? 1 : 0;
        return false;
    }
};

/// Two panels over one, beside a meter, as on the Cut page.
struct Panels {
    explicit Panels(QWidget* page)
        : rows(new Splitter(Qt::Vertical, QStringLiteral("test/rows"), {300, 200}))
        , upper(new Splitter(Qt::Horizontal, QStringLiteral("test/upper"), {300, 300})) {
        for (QWidget* panel : {left, right, below}) {
            panel->setFocusPolicy(Qt::ClickFocus);
            panel->setMinimumSize(80, 80);
        }
        upper->addWidget(left);
        upper->addWidget(right);
        rows->addWidget(upper);
        rows->addWidget(below);
        meter->setProperty(besidePanelsProperty, true);
        meter->setFixedWidth(40);
        auto* row = new QHBoxLayout(page);
        row->addWidget(rows, 1);
        row->addWidget(meter);
    }
    QWidget* left = new QWidget;
    QWidget* right = new QWidget;
    QWidget* below = new QWidget;
    QWidget* meter = new QWidget;
    Splitter* rows;
    Splitter* upper;
};

} // namespace

class TestShell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        theme::apply(*qApp);
    }

    void init() {
        m_session = std::make_unique<CloudSession>();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_browse = new QWidget;
        m_cut = new QWidget;
        m_window->addPage(QStringLiteral("view.browse"), Context::Browse, m_browse);
        m_window->addPage(QStringLiteral("view.cut"), Context::Cut, m_cut);
        m_window->complete();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() {
        m_window.reset();
        m_session.reset();
    }

    void keysAndTabsChangeThePage() {
        QSignalSpy shown(m_window.get(), &MainWindow::pageShown);
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), m_cut);
        QCOMPARE(shown.size(), 1);
        auto* tab = m_window->findChild<QAbstractButton*>(QStringLiteral("tab.view.browse"));
        QVERIFY(tab && !tab->isChecked());
        QTest::mouseClick(tab, Qt::LeftButton);
        QCOMPARE(m_window->currentPage(), m_browse);
        QVERIFY(tab->isChecked());
        // A click on the page in front leaves it in front.
        QTest::mouseClick(tab, Qt::LeftButton);
        QVERIFY(tab->isChecked());
        QCOMPARE(m_window->currentPage(), m_browse);
    }

    void aPageHearsItsKeysOnlyInFront() {
        int insertions = 0;
        m_window->actions().bind(QStringLiteral("edit.insert"), m_cut, [&] { ++insertions; });
        QTest::keyClick(m_window.get(), Qt::Key_Comma);
        QCOMPARE(insertions, 0);
        m_window->showPage(m_cut);
        QTest::keyClick(m_window.get(), Qt::Key_Comma);
        QCOMPARE(insertions, 1);
    }

    void onePanelFillsTheWindowAndComesBack() {
        Panels panels(m_cut);
        m_window->showPage(m_cut);
        QCoreApplication::processEvents();
        QCursor::setPos(m_window->mapToGlobal(QPoint(5, 5))); // over no panel
        panels.right->setFocus();
        const QList<int> before = panels.upper->sizes();
        const Hidings hidings(panels.right);
        const auto* maximise = m_window->actions().action(QStringLiteral("view.maximise"));
        const auto filled = [&] {
            return panels.right->isVisible() && !panels.left->isVisible() && !panels.below->isVisible() &&
                   !panels.meter->isVisible() && !m_window->topBar().isVisible() && maximise->isChecked();
        };
        const auto back = [&] {
            return panels.right->isVisible() && panels.left->isVisible() && panels.below->isVisible() &&
                   panels.meter->isVisible() && m_window->topBar().isVisible() && !maximise->isChecked();
        };
        QTest::keyClick(m_window.get(), Qt::Key_QuoteLeft);
        QVERIFY(filled());
        QCoreApplication::processEvents();
        QVERIFY(panels.right->width() > m_cut->width() * 9 / 10);
        QTest::keyClick(m_window.get(), Qt::Key_QuoteLeft);
        QVERIFY(back());
        QTRY_COMPARE(panels.upper->sizes(), before);
        QTest::keyClick(m_window.get(), Qt::Key_F11, Qt::ShiftModifier);
        QVERIFY(filled());
        QTest::keyClick(panels.right, Qt::Key_Escape);
        QVERIFY(back());
        // Another page is never seen without its bar.
        QTest::keyClick(m_window.get(), Qt::Key_QuoteLeft);
        QVERIFY(filled());
        QCOMPARE(hidings.count, 0);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), m_browse);
        QVERIFY(m_window->topBar().isVisible());
        m_window->showPage(m_cut);
        QVERIFY(back());
    }

    void withoutFocusThePanelUnderTheMouseFillsTheWindow() {
        Panels panels(m_cut);
        m_window->showPage(m_cut);
        QCoreApplication::processEvents();
        if (QWidget* focus = QApplication::focusWidget())
            focus->clearFocus();
        QTest::mouseMove(panels.below, panels.below->rect().center());
        QTRY_VERIFY(panels.below->rect().contains(panels.below->mapFromGlobal(QCursor::pos())));
        QTest::keyClick(m_window.get(), Qt::Key_QuoteLeft);
        QVERIFY(panels.below->isVisible() && !panels.left->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_QuoteLeft);
        QVERIFY(panels.left->isVisible());
        // Between the panels there is nothing to fill the window with.
        QTest::mouseMove(panels.upper->handle(1), panels.upper->handle(1)->rect().center());
        QTest::keyClick(m_window.get(), Qt::Key_QuoteLeft);
        QVERIFY(panels.left->isVisible() && panels.below->isVisible());
        QVERIFY(!m_window->actions().action(QStringLiteral("view.maximise"))->isChecked());
        QVERIFY(!m_window->statusLine().text().isEmpty());
    }

    void theMenuHoldsWhatIsBoundOnly() {
        QStringList visible;
        for (const QAction* menu : m_window->menuBar()->actions())
            visible << menu->text();
        QVERIFY(visible.contains(QStringLiteral("File")));
        QVERIFY(m_window->actions().action(QStringLiteral("file.quit"))->isVisible());
        QVERIFY(!m_window->actions().action(QStringLiteral("edit.lift"))->isVisible());
    }

    void spacePressesAButtonReachedByTab() {
        int played = 0;
        int pressed = 0;
        m_window->actions().bind(QStringLiteral("play.toggle"), m_browse, [&] { ++played; });
        auto* layout = new QVBoxLayout(m_browse);
        auto* button = new QPushButton(QStringLiteral("Press"), m_browse);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [&] { ++pressed; });
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QCOMPARE(played, 1);
        button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(pressed, 1);
        QCOMPARE(played, 1);
    }

    void theWindowNamesItsCloud() {
        auto* cloud = m_window->findChild<QAbstractButton*>(QStringLiteral("cloud"));
        QCOMPARE(cloud->text(), QStringLiteral("No cloud"));
        tams::Connection nowhere;
        nowhere.url = "http://127.0.0.1:9"; // discard: nobody listens
        nowhere.token = "x";
        m_session->connectTo(nowhere);
        QVERIFY(cloud->text().contains(QStringLiteral("127.0.0.1:9")));
        QTRY_VERIFY_WITH_TIMEOUT(cloud->text().contains(QStringLiteral("not reachable")), 20000);
        QVERIFY(!cloud->toolTip().isEmpty());
        QVERIFY(!m_window->statusLine().text().isEmpty());
    }

    void settingsChangeTheKeymapAtOnce() {
        SettingsDialog settings(m_window->actions());
        auto* keys = settings.findChildren<QComboBox*>().first();
        keys->setCurrentIndex(1);
        Q_EMIT keys->activated(1);
        QCOMPARE(m_window->actions().keys().base, Keymap::Avid);
        QCOMPARE(QSettings().value(QStringLiteral("keys")).toString(), QStringLiteral("avid"));
    }

    void theFirstStartAsksForTheKeysOnce() {
        QSettings().remove(QStringLiteral("keys"));
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->complete();
        m_window->show();
        auto* bar = m_window->findChild<StateBar*>();
        QVERIFY(bar->isVisible());
        const auto buttons = bar->findChildren<QPushButton*>();
        const auto avid = std::find_if(buttons.begin(), buttons.end(),
                                       [](const auto* b) { return b->text() == QStringLiteral("Avid"); });
        QVERIFY(avid != buttons.end());
        (*avid)->click();
        QVERIFY(!bar->isVisible());
        QCOMPARE(m_window->actions().keys().base, Keymap::Avid);
        MainWindow second(*m_session);
        second.complete();
        second.show();
        QCOMPARE(second.actions().keys().base, Keymap::Avid);
        QVERIFY(!second.findChild<StateBar*>()->isVisible());
    }

    void everyButtonHasANameAndIsLargeEnough() {
        for (const auto* button : m_window->findChildren<QAbstractButton*>()) {
            if (!button->isVisible() || button->objectName().startsWith(QLatin1String("qt_")))
                continue;
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
            QVERIFY2(button->height() >= 24, qPrintable(button->accessibleName()));
        }
    }

private:
    QTemporaryDir m_settings;
    std::unique_ptr<CloudSession> m_session;
    std::unique_ptr<MainWindow> m_window;
    QWidget* m_browse = nullptr;
    QWidget* m_cut = nullptr;
};

QTEST_MAIN(TestShell)
#include "test_shell.moc"
