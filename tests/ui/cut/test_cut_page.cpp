#include "cut_window.h"

#include "ui/actions/action_set.h"
#include "ui/cut/cut_page.h"
#include "ui/cut/selects_panel.h"
#include "ui/scopes/scope_panel.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/timecode_field.h"

#include <QDropEvent>
#include <QLabel>
#include <QMainWindow>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

namespace {
enum { V1, A1, A2 };
} // namespace

class TestCutPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        theme::apply(*qApp);
    }
    void init() {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<CutWindow>(m_folder->path());
        QVERIFY(QTest::qWaitForWindowExposed(&m_window->frame));
        m_window->frame.activateWindow();
    }
    void cleanup() { m_window.reset(); }

    void anEmptyPageSaysWhatToDo() {
        QCOMPARE(editing().sequence()->durationFrames(), 0);
        grab("empty");
        m_window->frame.resize(1280, 656);
        QCoreApplication::processEvents();
        grab("empty-1280");
    }
    void keysEditTheSequence() {
        threeClips();
        m_window->page->goTo(50);
        m_window->key(Qt::Key_K, Qt::ControlModifier);
        COMPARE_TRACK(*now(), V1, "A0+50 A50+50 B200+100 C900+100");
        m_window->key(Qt::Key_Down);
        QCOMPARE(editing().playhead(), 100);
        m_window->key(Qt::Key_Right, Qt::ShiftModifier);
        m_window->key(Qt::Key_Q);
        COMPARE_TRACK(*now(), V1, "A0+50 A50+50 B205+95 C900+100");
        COMPARE_TRACK(*now(), A1, "A0+50 A50+50 B205+95 C900+100");
        QCOMPARE(editing().playhead(), 100);
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        m_window->key(Qt::Key_Z, Qt::ControlModifier);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100");
        m_window->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        COMPARE_TRACK(*now(), V1, "A0+50 A50+50 B200+100 C900+100");
    }
    void marksOfTheSequenceLiftAndExtract() {
        threeClips();
        m_window->page->goTo(80);
        m_window->key(Qt::Key_I);
        m_window->page->goTo(119);
        m_window->key(Qt::Key_O);
        QCOMPARE(*editing().markIn(), 80);
        QCOMPARE(*editing().markOut(), 120);
        grab("marked");
        m_window->key(Qt::Key_Apostrophe);
        COMPARE_TRACK(*now(), V1, "A0+80 B220+80 C900+100");
        QVERIFY(!editing().markIn());
        QCOMPARE(editing().playhead(), 80);
    }
    void aRefusalStandsOverTheTimeline() {
        threeClips();
        QSignalSpy refused(&m_window->page->document().link(), &SessionLink::refused);
        QVERIFY(m_window->actions.trigger(QStringLiteral("edit.delete")));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused[0][0].toString(), QStringLiteral("Select a clip first."));
        const auto bars = m_window->page->findChildren<StateBar*>();
        QVERIFY(std::any_of(bars.begin(), bars.end(), [](const StateBar* bar) {
            return bar->isVisible() && bar->sentence() == QStringLiteral("Select a clip first.");
        }));
        grab("refused");
    }
    void toolsChangeWhatTheMouseDoes() {
        threeClips();
        auto* razor =
            m_window->page->findChild<QToolButton*>(QStringLiteral("tool.%1").arg(int(Tool::Razor)));
        QVERIFY(razor);
        QTest::mouseClick(razor, Qt::LeftButton);
        QCOMPARE(editing().tool(), Tool::Razor);
        TimelineView& view = m_window->page->timelineView();
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.pointAt(V1, 150));
        QCOMPARE(now()->tracks[V1]->items.size(), std::size_t(4));
    }
    void toolsHaveKeysToo() {
        m_window->key(Qt::Key_C);
        QCOMPARE(editing().tool(), Tool::Razor);
        m_window->key(Qt::Key_C); // again: it stays in hand
        QCOMPARE(editing().tool(), Tool::Razor);
        const auto* razor =
            m_window->page->findChild<QToolButton*>(QStringLiteral("tool.%1").arg(int(Tool::Razor)));
        QVERIFY(razor->isChecked());
        QVERIFY(razor->toolTip().contains(QStringLiteral("(C)")));
        m_window->key(Qt::Key_V);
        QCOMPARE(editing().tool(), Tool::Select);
        QVERIFY(!razor->isChecked());
    }
    void theProgrammeNamesTheAngleAndItsTimecode() {
        threeClips();
        const auto labels = m_window->page->findChildren<QLabel*>();
        const auto source = std::find_if(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->accessibleName() == QStringLiteral("Timecode of the angle") && label->isVisible();
        });
        QVERIFY(source != labels.end());
        QCOMPARE((*source)->text(), QStringLiteral("00:00:00:00"));
        m_window->page->goTo(101); // the second clip begins at its angle's frame 200
        QCOMPARE((*source)->text(), QStringLiteral("00:00:04:01"));
        QVERIFY((*source)->toolTip().contains(QString::fromStdString(angle(2).name)));
        m_window->page->goTo(300); // behind the last picture
        QVERIFY(!(*source)->isVisible());
    }
    void scopesStandBesideTheViewersAndStayAwayWhenPutAway() {
        threeClips();
        auto* scopes = m_window->page->findChild<ScopePanel*>();
        QVERIFY(scopes && !scopes->isVisible());
        // Maximising another panel and going back must not bring out what was put away.
        maximisePanel(m_window->page, &m_window->page->timelineView());
        maximisePanel(m_window->page, nullptr);
        QVERIFY(!scopes->isVisible());
        m_window->key(Qt::Key_F6);
        QVERIFY(scopes->isVisible());
        QVERIFY(scopes->width() >= 200);
        grab("scopes");
        maximisePanel(m_window->page, &m_window->page->timelineView());
        QVERIFY(!scopes->isVisible());
        maximisePanel(m_window->page, nullptr);
        QVERIFY(scopes->isVisible());
        resetLayouts(m_window->page);
        QVERIFY(scopes->isVisible());
        m_window->key(Qt::Key_F6);
        QVERIFY(!scopes->isVisible());
    }
    void droppedSelectsAreOneStep() {
        threeClips();
        std::vector<QString> ids;
        for (const auto& range : {part(angle(4), 0, 20), part(angle(1), 500, 530)}) {
            Select select{Uuid::random(), "Final, " + range.source.name, range, {}, 0, {}};
            ids.push_back(QString::fromStdString(select.id.toString()));
            QVERIFY(editing().take(addSelect(*now(), select)).ok());
        }
        QCOMPARE(m_window->page->findChild<SelectsPanel*>()->model()->rowCount(), 2);
        const std::size_t before = editing().history().undoCount();
        QMimeData data;
        data.setData(QLatin1String(rangesMimeType), (ids[0] + QLatin1Char('\n') + ids[1]).toLatin1());
        TimelineView& view = m_window->page->timelineView();
        const QPoint where(view.headerWidth() + view.scale().xOf(100), view.pointAt(V1, 100).y());
        QDragEnterEvent enter(where, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&view, &enter);
        QDragMoveEvent move(where, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&view, &move);
        QDropEvent drop(where, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&view, &drop);
        COMPARE_TRACK(*now(), V1, "A0+100 D0+20 A500+30 B200+100 C900+100");
        QCOMPARE(editing().history().undoCount(), before + 1);
        QVERIFY(m_window->actions.trigger(QStringLiteral("mark.stringOut")));
        COMPARE_TRACK(*now(), V1, "A0+100 D0+20 A500+30 B200+100 C900+100 D0+20 A500+30");
        grab("selects");
    }
    void deleteInTheSelectsTakesSelectsOnly() {
        threeClips();
        const Select select{Uuid::random(), "Final", part(angle(4), 0, 20), {}, 0, {}};
        QVERIFY(editing().take(addSelect(*now(), select)).ok());
        editing().select({now()->tracks[V1]->items[1].clip->id});
        auto* list = m_window->page->findChild<SelectsPanel*>();
        QCOMPARE(list->model()->rowCount(), 1);
        list->setFocus();
        list->choose(select.id);
        m_window->key(Qt::Key_Delete);
        QCOMPARE(list->model()->rowCount(), 0);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100");
        m_window->page->timelineView().setFocus();
        m_window->key(Qt::Key_Delete);
        QVERIFY(now()->tracks[V1]->items[1].isGap());
    }
    void choosingSelectsOutlivesTheirPictures() {
        for (const auto& range : {part(angle(4), 0, 20), part(angle(1), 500, 530)})
            QVERIFY(editing().take(addSelect(*now(), {Uuid::random(), "Final", range, {}, 0, {}})).ok());
        auto* list = m_window->page->findChild<SelectsPanel*>();
        QVERIFY(list);
        QCOMPARE(list->model()->rowCount(), 2);
        list->choose(selectsOf(*now())[1].id);
        const Uuid source = selectsOf(*now())[1].range.source.multiSource;
        Q_EMIT m_window->thumbnails.arrived(source);
        QCOMPARE(list->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(list->chosenRanges().size(), std::size_t(1));
    }
    void anEmptyProgrammeIsZeroLong() {
        QStringList shown;
        for (const auto* field : m_window->page->findChildren<TimecodeField*>())
            if (field->accessibleName() == QStringLiteral("Duration"))
                shown << field->text();
        shown.sort();
        QCOMPARE(shown, (QStringList{QStringLiteral("--:--:--:--"), QStringLiteral("00:00:00:00")}));
    }
    void aRefusalLeavesTheTracksWhereTheyAre() {
        threeClips();
        const QPoint before = m_window->page->timelineView().mapToGlobal(QPoint(0, 0));
        const int height = m_window->page->timelineView().height();
        QVERIFY(m_window->actions.trigger(QStringLiteral("edit.delete")));
        QCoreApplication::processEvents();
        QCOMPARE(m_window->page->timelineView().mapToGlobal(QPoint(0, 0)), before);
        QCOMPARE(m_window->page->timelineView().height(), height);
    }
    void theLastEditIsBackAfterACrash() {
        threeClips();
        QVERIFY(m_window->actions.trigger(QStringLiteral("edit.undo")));
        const Sequence before = *now();
        const Uuid id = m_window->page->document().id();
        // Nothing is said to the old window: it is as if it had been killed.
        m_window = std::make_unique<CutWindow>(m_folder->path());
        QVERIFY(m_window->page->document().id() != id); // the first one still holds its journal
        m_window.reset();
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(id.toString()));
        m_window = std::make_unique<CutWindow>(m_folder->path());
        QCOMPARE(m_window->page->document().id(), id);
        QCOMPARE(*now(), before);
        QVERIFY(m_window->actions.trigger(QStringLiteral("edit.redo")));
        QCOMPARE(now()->durationFrames(), 300);
    }
    void aCopyIsPlainOtioAndOpensAgain() {
        threeClips();
        const QString path = m_folder->filePath(QStringLiteral("copy.otio"));
        QSignalSpy said(m_window->page, &CutPage::status);
        m_window->page->document().exportFile(path);
        QTRY_VERIFY(!said.isEmpty() && said.last()[0].toString().contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"Timeline.1\""));
    }

private:
    EditorSession& editing() { return m_window->editing(); }
    SequencePtr now() { return editing().sequence(); }
    void threeClips() { m_window->threeClips(); }
    void grab(const char* name) {
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        if (!folder.isEmpty())
            QVERIFY(
                m_window->frame.grab().save(folder + QStringLiteral("/cut-%1.png").arg(QLatin1String(name))));
    }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CutWindow> m_window;
};

QTEST_MAIN(TestCutPage)
#include "test_cut_page.moc"
