#include "cut_window.h"

#include "core/render/compositor.h"
#include "ui/cut/graphic_hand.h"
#include "ui/graphics/field_editor.h"
#include "ui/graphics/graphics_window.h"
#include "ui/graphics/template_model.h"
#include "ui/theme/theme.h"
#include "ui/viewer/video_view.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

class TestCutGraphics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        qputenv("CUTAWAY_RESOURCES", CUTAWAY_SOURCE_DIR "/resources");
        qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
        theme::apply(*qApp);
    }
    void init() {
        m_window = std::make_unique<CutWindow>(m_folder.path() + QStringLiteral("/%1").arg(++m_count));
        QVERIFY(QTest::qWaitForWindowActive(&m_window->frame));
        m_window->threeClips();
    }
    void cleanup() { m_window.reset(); }

    void keysAddEditAndLeave() {
        m_window->page->goTo(40);
        m_window->key(Qt::Key_T, Qt::ControlModifier);
        auto* graphics = m_window->page->findChild<GraphicsWindow*>();
        QVERIFY(graphics && graphics->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(graphics));
        auto* list = graphics->findChild<QListView*>();
        QVERIFY(list->hasFocus());
        for (int row = 0; row < graphics->templates().rowCount(); ++row)
            if (graphics->templates().at(row)->design.id == "lower-third")
                list->setCurrentIndex(graphics->templates().index(row));
        QTest::keyClick(list, Qt::Key_Return);
        COMPARE_TRACK(*m_window->now(), 1, "gap40 [Lower third]+250");
        auto* line = qobject_cast<QLineEdit*>(graphics->focusWidget());
        QVERIFY(line);
        QTest::keyClicks(line, QStringLiteral("Ada"));
        // Closed, what was typed is a step, and the keys of the page are about cutting again.
        QTest::keyClick(graphics, Qt::Key_Escape);
        QVERIFY(!graphics->isVisible());
        m_window->frame.activateWindow(); // as a window manager does
        QVERIFY(QTest::qWaitForWindowActive(&m_window->frame));
        QVERIFY(!m_window->editing().isDragging());
        QCOMPARE(m_window->editing().graphicAtHand()->clip->graphic->field("name")->text, std::string("Ada"));
        m_window->grab("graphic");
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_window->now()->tracks.size(), std::size_t{3});
    }

    void editSaysWhenThereIsNone() {
        m_window->page->goTo(10);
        QSignalSpy refused(&m_window->page->document().link(), &SessionLink::refused);
        m_window->key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        auto* graphics = m_window->page->findChild<GraphicsWindow*>();
        QVERIFY(graphics && !graphics->isVisible());
        m_window->key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!graphics->isVisible());
    }

    void theLanguageIsAsked() {
        whenItComes<QInputDialog>([](QInputDialog& dialog) {
            dialog.setTextValue(QStringLiteral("de"));
            dialog.accept();
        });
        m_window->key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_window->now()->language, std::string("de"));
        QVERIFY(m_window->editing().undo().ok());
        QCOMPARE(m_window->now()->language, std::string());
    }

    void theHandMovesIt() {
        const auto library = render::loadTemplates(render::templateFolders());
        auto& session = m_window->editing();
        m_window->page->goTo(10);
        QVERIFY(
            session.addGraphic(render::graphicFrom(*library.find("lower-third")), "Lower third", 50).ok());
        session.select({});
        VideoView view(nullptr, VideoView::Path::Cpu);
        view.resize(960, 540);
        view.show();
        view.setPicture(render::blackFrame({960, 540}));
        GraphicHand hand(view, m_window->page->document().link(), this);
        QSignalSpy asked(&hand, &GraphicHand::editRequested);
        const auto steps = session.history().undoCount();
        // Beside it nothing is taken.
        QTest::mouseClick(&view, Qt::LeftButton, {}, {480, 100});
        QVERIFY(session.selection().empty());
        // A click takes it, a drag moves it: the lower third begins at 5 % and ends there above the lower
        // edge.
        QTest::mousePress(&view, Qt::LeftButton, {}, {200, 480});
        QVERIFY(session.selection().size() == 1);
        QTest::mouseMove(&view, {220, 460});
        QTest::mouseMove(&view, {254, 426});
        QVERIFY(session.isDragging());
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {254, 426});
        QVERIFY(!session.isDragging());
        const auto moved = session.graphicAtHand()->clip->graphic;
        QCOMPARE(moved->moveX, 1000); // 54 of 540 lines
        QCOMPARE(moved->moveY, -1000);
        QCOMPARE(session.history().undoCount(), steps + 1);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, {254, 426});
        QCOMPARE(asked.count(), 1);
        QCOMPARE(session.history().undoCount(), steps + 1);
        QVERIFY(session.undo().ok());
        QCOMPARE(session.graphicAtHand()->clip->graphic->moveX, 0);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<CutWindow> m_window;
    int m_count = 0;
};

QTEST_MAIN(TestCutGraphics)
#include "test_cut_graphics.moc"
