#include "cut_window.h"

#include "ui/cut/conversion_dialog.h"
#include "ui/cut/history_list.h"
#include "ui/cut/marker_dialog.h"
#include "ui/cut/patch_dialog.h"
#include "ui/cut/sound_dialog.h"
#include "ui/cut/tracks_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/timecode_field.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

namespace {
enum { V1, A1, A2 };
} // namespace

/// Clips, edits, tracks and markers by real keys on the Cut page.
class TestCutEdits : public QObject {
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
        m_window->threeClips();
        key(Qt::Key_3, Qt::ShiftModifier); // the timeline
    }
    void cleanup() { m_window.reset(); }

    void copiesPastesAndCutsClips() {
        click(V1, 150);
        key(Qt::Key_C, Qt::ControlModifier);
        m_window->page->goTo(300);
        key(Qt::Key_V, Qt::ControlModifier);
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100 B200+100");
        COMPARE_TRACK(*now(), A2, "A0+100 B200+100 C900+100 B200+100");
        QCOMPARE(editing().playhead(), 400);
        m_window->page->goTo(0);
        key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        COMPARE_TRACK(*now(), V1, "B200+100 A0+100 B200+100 C900+100 B200+100");
        click(V1, 150);
        key(Qt::Key_X, Qt::ControlModifier);
        COMPARE_TRACK(*now(), V1, "B200+100 gap100 B200+100 C900+100 B200+100");
        m_window->page->goTo(150);
        key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        COMPARE_TRACK(*now(), V1, "B200+100 B200+100 C900+100 B200+100");
    }
    void takesAnEditInHandAndTrimsItByNumber() {
        m_window->page->goTo(110);
        key(Qt::Key_T);
        QVERIFY(editing().editPoint());
        QCOMPARE(editing().playhead(), 100);
        key(Qt::Key_Left, Qt::ControlModifier);
        key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        COMPARE_TRACK(*now(), V1, "A0+94 B194+106 C900+100");
        typeOver("+12");
        COMPARE_TRACK(*now(), V1, "A0+106 B206+94 C900+100");
        QCOMPARE(editing().playhead(), 106);
        m_window->grab("edit-in-hand");
        key(Qt::Key_T, Qt::ShiftModifier); // ripples A
        typeOver("-1:00");
        COMPARE_TRACK(*now(), V1, "A0+56 B206+94 C900+100");
        // Nothing in hand: a number with a sign goes there.
        click(V1, 20);
        m_window->page->goTo(10);
        typeOver("+12");
        QCOMPARE(editing().playhead(), 22);
        COMPARE_TRACK(*now(), V1, "A0+56 B206+94 C900+100");
    }
    void extendsNudgesAndJoins() {
        m_window->page->goTo(90);
        key(Qt::Key_E);
        COMPARE_TRACK(*now(), V1, "A0+90 B190+110 C900+100");
        key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        m_window->page->goTo(40);
        key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        COMPARE_TRACK(*now(), V1, "A0+40 A40+50 B190+110 C900+100");
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_J, Qt::ControlModifier);
        COMPARE_TRACK(*now(), V1, "A0+90 B190+110 C900+100");
        click(V1, 250);
        key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        key(Qt::Key_Right, Qt::AltModifier);
        COMPARE_TRACK(*now(), V1, "A0+90 B190+110 gap6 C900+100");
    }
    void dissolvesByKey() {
        m_window->page->goTo(104);
        key(Qt::Key_D, Qt::ControlModifier);
        key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(clipAt(*now(), V1, 100)->clip->head->duration(), 20);
        QCOMPARE(clipAt(*now(), A2, 100)->clip->head->duration(), 19200);
        whenItComes<QInputDialog>([](QInputDialog& dialog) {
            dialog.setIntValue(8);
            dialog.accept();
        });
        key(Qt::Key_T, Qt::ControlModifier | Qt::AltModifier);
        m_window->page->goTo(200);
        key(Qt::Key_W, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(clipAt(*now(), V1, 200)->clip->head->duration(), 8);
        m_window->grab("dissolves");
        click(V1, 150);
        key(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(!clipAt(*now(), V1, 100)->clip->head);
        QVERIFY(!clipAt(*now(), V1, 200)->clip->head);
        QVERIFY(clipAt(*now(), V1, 0)->clip);
    }
    void walksOverClipsByKey() {
        const auto atHand = [this] {
            const auto hand = editing().clipAtHand();
            const auto place = hand ? findClip(*now(), *hand) : std::nullopt;
            return place ? place->clip->name + " on " + now()->tracks[place->track]->name
                         : std::string("nothing");
        };
        key(Qt::Key_2, Qt::ShiftModifier); // the source viewer has the keys
        key(Qt::Key_D);
        QCOMPARE(atHand(), std::string("A on V1"));
        QCOMPARE(editing().selection().size(), std::size_t(3));
        QVERIFY(m_window->page->timelineView().hasFocus());
        key(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(atHand(), std::string("B on V1"));
        key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(atHand(), std::string("B on A2"));
        key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        key(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(atHand(), std::string("A on A1"));
        // What is walked to comes into view.
        for (int i = 0; i < 12; ++i)
            m_window->page->timelineView().zoomIn();
        key(Qt::Key_Down, Qt::ControlModifier);
        key(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(atHand(), std::string("C on A1"));
        QVERIFY(m_window->page->timelineView().clipRect(A1, {200, 300}).width() > 0);
        QCOMPARE(editing().playhead(), 0);
        key(Qt::Key_Delete); // it is what edits are about
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100");
    }
    void clipsHaveNamesGainAndLabels() {
        click(V1, 150);
        whenItComes<QInputDialog>([](QInputDialog& dialog) {
            dialog.setTextValue(QStringLiteral("Finish line"));
            dialog.accept();
        });
        key(Qt::Key_F2);
        QCOMPARE(clipAt(*now(), V1, 150)->clip->name, std::string("Finish line"));
        whenItComes<SoundDialog>([](SoundDialog& dialog) {
            QVERIFY(QTest::qWaitForWindowActive(&dialog));
            QTest::keyClicks(dialog.focusWidget(), QStringLiteral("-4.5"));
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
            QTest::keyClicks(dialog.focusWidget(), QStringLiteral("-30")); // to the left
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Down); // the first channel to the left
            if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
                dialog.grab().save(folder + QStringLiteral("/cut-sound.png"));
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
            if (dialog.isVisible())
                dialog.accept();
        });
        key(Qt::Key_G);
        QCOMPARE(soundEffectsOf(*clipAt(*now(), A1, 150)->clip).pan, -30);
        QCOMPARE(soundEffectsOf(*clipAt(*now(), A2, 150)->clip).left, 1);
        QCOMPARE(soundEffectsOf(*clipAt(*now(), A2, 150)->clip).right, sound_channel::asItComes);
        QCOMPARE(clipAt(*now(), A1, 150)->clip->gain, -450);
        QCOMPARE(clipAt(*now(), V1, 150)->clip->gain, 0);
        key(Qt::Key_BracketRight);
        key(Qt::Key_BracketLeft);
        key(Qt::Key_BracketLeft);
        QCOMPARE(clipAt(*now(), A1, 150)->clip->gain, -550);
        m_window->page->goTo(120);
        key(Qt::Key_G, Qt::ShiftModifier);
        QVERIFY(clipAt(*now(), A1, 150)->clip->sound->gain.keyAt(20 * 960));
        key(Qt::Key_G, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(clipAt(*now(), A1, 150)->clip->sound->gain.isConstant());
        QCOMPARE(clipAt(*now(), A1, 150)->clip->gain, -550);
        key(Qt::Key_E, Qt::ShiftModifier);
        QVERIFY(!clipAt(*now(), V1, 150)->clip->enabled);
        key(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(clipAt(*now(), V1, 150)->clip->linkGroup.isNil());
    }
    void patchesAreChosenInADialog() {
        whenItComes<PatchDialog>([this](PatchDialog& dialog) {
            const auto boxes = dialog.findChildren<QComboBox*>();
            QCOMPARE(boxes.size(), 3);
            if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
                dialog.grab().save(folder + QStringLiteral("/cut-patch.png"));
            // The second sound to A1: the first one takes its place.
            boxes[2]->setFocus();
            QTest::keyClick(boxes[2], Qt::Key_Up);
            QCOMPARE(boxes[2]->currentText(), QStringLiteral("A1"));
            QCOMPARE(boxes[1]->currentText(), QStringLiteral("A2"));
            boxes[0]->setFocus();
            QTest::keyClick(boxes[0], Qt::Key_Home); // no picture
            QVERIFY(!editing().isPatched(0));
            dialog.reject();
        });
        key(Qt::Key_J, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(editing().place(part(angle(4), 0, 50), 300, false).ok());
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100");
        QCOMPARE(clipAt(*now(), A1, 310)->clip->audioMember, 2);
        QCOMPARE(clipAt(*now(), A2, 310)->clip->audioMember, 1);
    }
    void anEmptySequenceSaysWhichKeysFillIt() {
        const auto hint = [this] {
            QString words;
            for (auto* label : m_window->page->findChildren<QLabel*>())
                if (label->isVisible() && label->text().startsWith(QStringLiteral("Mark a part on the left")))
                    words = label->text();
            return words;
        };
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_Delete, Qt::ShiftModifier);
        QCOMPARE(now()->durationFrames(), 0);
        QCOMPARE(hint(), QStringLiteral("Mark a part on the left with I and O, then press “,”."));
        UserKeymap keys;
        keys.base = Keymap::Avid;
        m_window->actions.setKeys(keys);
        QCOMPARE(hint(), QStringLiteral("Mark a part on the left with I and O, then press “V”."));
    }
    void tracksComeAndGo() {
        key(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(now()->tracks.size(), std::size_t(5));
        whenItComes<TracksDialog>([this](TracksDialog& dialog) {
            auto* table = dialog.findChild<QTableWidget*>();
            QCOMPARE(table->rowCount(), 5);
            // V2, V1, A1, A2, A3: the fourth is called Commentary, in German, and free of the sync lock.
            table->item(3, 0)->setText(QStringLiteral("Commentary"));
            table->item(3, 1)->setText(QStringLiteral("de"));
            table->item(3, 4)->setCheckState(Qt::Unchecked);
            table->setCurrentCell(0, 0);
            if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
                dialog.grab().save(folder + QStringLiteral("/cut-tracks.png"));
            for (auto* button : dialog.findChildren<QPushButton*>())
                if (button->text() == QStringLiteral("Remove track"))
                    button->click();
            QCOMPARE(table->rowCount(), 4);
            dialog.reject();
        });
        key(Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(now()->tracks.size(), std::size_t(4));
        QCOMPARE(now()->tracks[A2]->name, std::string("Commentary"));
        QCOMPARE(now()->tracks[A2]->language, std::string("de"));
        QVERIFY(!now()->tracks[A2]->syncLocked);
        key(Qt::Key_E, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(now()->tracks.size(), std::size_t(3));
        for (int i = 0; i < 6; ++i) // names and all are steps
            key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(now()->tracks.size(), std::size_t(3));
        QCOMPARE(now()->tracks[A2]->name, std::string("A2"));
    }
    void markersAreSetNamedAndVisited() {
        m_window->page->goTo(60);
        key(Qt::Key_M, Qt::AltModifier);
        m_window->page->goTo(200);
        key(Qt::Key_M, Qt::AltModifier);
        QCOMPARE(now()->markers.size(), std::size_t(2));
        key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(editing().playhead(), 60);
        key(Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(editing().playhead(), 200);
        whenItComes<MarkerDialog>([](MarkerDialog& dialog) {
            dialog.findChild<QLineEdit*>()->setText(QStringLiteral("Gun"));
            dialog.accept();
        });
        key(Qt::Key_M, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(now()->markers[1].name, std::string("Gun"));
        whenItComes<MarkerDialog>([](MarkerDialog& dialog) {
            for (auto* button : dialog.findChildren<QPushButton*>())
                if (button->text() == QStringLiteral("Remove marker"))
                    button->click();
        });
        key(Qt::Key_M, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(now()->markers.size(), std::size_t(1));
    }
    void theHistoryIsAListToGoThrough() {
        const auto steps = editing().history().undoCount(); // of the three clips
        m_window->page->goTo(50);
        key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        m_window->page->goTo(150);
        key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        key(Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
        auto* dialog = m_window->page->findChild<HistoryDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        auto* list = dialog->findChild<QListView*>();
        const QAbstractItemModelTester tester(list->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list->model()->rowCount(), int(steps) + 3);
        QCOMPARE(list->currentIndex().row(), int(steps) + 2);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(int(steps), 0)).center());
        COMPARE_TRACK(*now(), V1, "A0+100 B200+100 C900+100");
        QCOMPARE(list->model()->rowCount(), int(steps) + 3);
        if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
            dialog->grab().save(folder + QStringLiteral("/cut-history.png"));
        list->setCurrentIndex(list->model()->index(int(steps) + 1, 0));
        QTest::keyClick(list, Qt::Key_Return);
        COMPARE_TRACK(*now(), V1, "A0+50 A50+50 B200+100 C900+100");
        dialog->hide();
        m_window->page->goTo(20);
        key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(list->model()->rowCount(),
                 int(steps) + 3); // another step in the place of the one taken back
        QVERIFY(!editing().history().canRedo());
    }
    void anExportSaysFirstWhatIsNotKept() {
        const QString path = m_folder->filePath(QStringLiteral("cut.xml"));
        key(Qt::Key_M, Qt::AltModifier); // a marker, whose colour the format does not know
        const auto ask = [&](bool write) {
            whenItComes<QFileDialog>([path, write](QFileDialog& dialog) {
                dialog.selectFile(path);
                whenItComes<ConversionDialog>([write](ConversionDialog& report) {
                    const auto* table = report.findChild<QTableWidget*>();
                    QCOMPARE(table->rowCount(), 1);
                    QVERIFY(table->item(0, 3)->text().startsWith(QStringLiteral("approximated")));
                    if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
                        report.grab().save(folder + QStringLiteral("/cut-export.png"));
                    write ? report.accept() : report.reject();
                });
                static_cast<QDialog&>(dialog).accept();
            });
            key(Qt::Key_X, Qt::ControlModifier | Qt::AltModifier);
        };
        ask(false);
        QTest::qWait(50);
        QVERIFY(!QFile::exists(path));
        ask(true);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("<xmeml version=\"5\">"));
    }
    void menusOfClipsAndTracks() {
        TimelineView& view = m_window->page->timelineView();
        const auto ask = [&](QPoint at, const QString& choice) {
            whenItComes<QMenu>([choice](QMenu& menu) {
                if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
                    menu.grab().save(folder + QStringLiteral("/cut-menu-%1.png").arg(choice));
                for (QAction* action : menu.findChildren<QAction*>() + menu.actions())
                    if (action->text() == choice) {
                        action->trigger();
                        menu.close();
                        return;
                    }
                QTest::qFail(qPrintable(choice), __FILE__, __LINE__);
            });
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.mapToGlobal(at));
            QCoreApplication::sendEvent(&view, &event);
            QTRY_VERIFY(!QApplication::activePopupWidget());
        };
        ask(view.pointAt(V1, 150), QStringLiteral("Green"));
        QCOMPARE(clipAt(*now(), V1, 150)->clip->colour, std::string("GREEN"));
        ask({20, view.pointAt(A1, 0).y()}, QStringLiteral("Sync lock"));
        QVERIFY(!now()->tracks[A1]->syncLocked);
        ask({20, view.pointAt(A1, 0).y()}, QStringLiteral("Move down"));
        QCOMPARE(now()->tracks[A2]->name, std::string("A1"));
        ask({20, view.pointAt(A2, 0).y()}, QStringLiteral("Remove A1"));
        QCOMPARE(now()->tracks.size(), std::size_t(2));
    }

private:
    EditorSession& editing() { return m_window->editing(); }
    SequencePtr now() { return m_window->now(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        m_window->frame.activateWindow(); // as a window manager does after a dialog
        QTRY_VERIFY(m_window->frame.isActiveWindow());
        m_window->key(key, modifiers);
    }
    void click(std::size_t track, std::int64_t frame) {
        TimelineView& view = m_window->page->timelineView();
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.pointAt(track, frame));
    }
    /// Into the timecode of the programme.
    void typeOver(const char* text) {
        key(Qt::Key_G, Qt::ControlModifier);
        QWidget* field = QApplication::focusWidget();
        QVERIFY(qobject_cast<TimecodeField*>(field));
        QTest::keyClicks(field, QLatin1String(text));
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::processEvents();
    }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CutWindow> m_window;
};

QTEST_MAIN(TestCutEdits)
#include "test_cut_edits.moc"
