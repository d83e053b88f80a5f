#include "tests/support/cloud_process.h"
#include "tests/support/media_fixtures.h"

#include "core/interchange/otio_writer.h"
#include "core/media/frame_id.h"
#include "ui/actions/action_set.h"
#include "ui/cut/cut_page.h"
#include "ui/cut/trim_monitor.h"
#include "ui/cut/trim_pane.h"
#include "ui/cut/versions_dialog.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"
#include "ui/viewer/video_view.h"
#include "ui/widgets/timecode_field.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

namespace {

constexpr int patience = 120'000;
constexpr int angleCount = 3;
constexpr std::int64_t angleFrames = 500;
enum { V1, A1 };

/// Ids are new in every run: the nth that appears becomes "id n".
QString withoutIds(const QString& text) {
    static const QRegularExpression id(
        QStringLiteral("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
    QHash<QString, int> seen;
    QString result;
    qsizetype end = 0;
    for (auto found = id.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        result += text.mid(end, match.capturedStart() - end);
        const int number = seen.contains(match.captured()) ? seen.value(match.captured())
                                                           : static_cast<int>(seen.size()) + 1;
        seen.insert(match.captured(), number);
        result += QStringLiteral("id %1").arg(number);
        end = match.capturedEnd();
    }
    return result + text.mid(end);
}

} // namespace

/// A highlight cut from three angles of a real cloud, as an editor would: every step by the keys of one
/// keymap or by the mouse. Both keymaps give the same OTIO.
class TestHighlight : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    QTemporaryDir m_cloudFolder;
    std::unique_ptr<test::CloudProcess> m_cloud;
    catalogue::Unit m_unit;
    QString m_otio; ///< of the first keymap

    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<CloudSession> m_session;
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<ThumbnailStore> m_thumbnails;
    std::unique_ptr<ActionSet> m_actions;
    CutPage* m_page = nullptr;
    Keymap m_keymap = Keymap::Premiere;
    int m_operations = 0;

    EditorSession& editing() { return m_page->document().session(); }
    const Sequence& now() { return *editing().sequence(); }
    TimelineView& view() { return m_page->timelineView(); }

    /// Presses the keys of a command in the keymap that is in use.
    void press(const char* command) {
        const QStringList keys = findCommand(QLatin1String(command))->keys(m_keymap);
        QVERIFY2(!keys.isEmpty(), command);
        const QKeyCombination combination =
            QKeySequence::fromString(keys.first(), QKeySequence::PortableText)[0];
        m_window->activateWindow();
        QTRY_VERIFY(m_window->isActiveWindow());
        QTest::keyClick(m_window->windowHandle(), combination.key(), combination.keyboardModifiers());
        QCoreApplication::processEvents();
        ++m_operations;
    }
    /// By the timecode of the side that has the keys.
    void type(const char* text) {
        press("play.timecode");
        QWidget* field = QApplication::focusWidget();
        QVERIFY(qobject_cast<TimecodeField*>(field));
        QTest::keyClicks(field, QLatin1String(text));
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(&view(), Qt::LeftButton, {}, from);
        for (const QPoint at : {from + (to - from) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at, view().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&view(), &move);
        }
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, to);
        QCoreApplication::processEvents();
        ++m_operations;
    }
    void click(std::size_t track, std::int64_t frame) {
        QTest::mouseClick(&view(), Qt::LeftButton, {}, view().pointAt(track, frame));
        QCoreApplication::processEvents();
        ++m_operations;
    }
    /// The first pixel of a frame.
    QPoint edge(std::size_t track, std::int64_t frame) {
        return {view().headerWidth() + view().scale().xOf(frame) + 1, view().pointAt(track, frame).y()};
    }
    /// [in, out) of an angle, marked by key in the source viewer.
    void mark(int number, int in, int out) {
        press("view.focusSource");
        press(("angle." + std::to_string(number)).c_str());
        QTRY_VERIFY_WITH_TIMEOUT(
            m_page->sourceViewer().isLoaded() && m_page->sourceViewer().angle() == number, patience);
        press("mark.clear");
        press("play.start");
        QTRY_COMPARE(m_page->sourceViewer().frame(), m_page->sourceViewer().timing().first);
        type(("+" + std::to_string(in)).c_str());
        QTRY_COMPARE(m_page->sourceViewer().frame() - m_page->sourceViewer().timing().first,
                     std::int64_t(in));
        press("mark.in");
        type(("+" + std::to_string(out - in - 1)).c_str());
        QTRY_COMPARE(m_page->sourceViewer().frame() - m_page->sourceViewer().timing().first,
                     std::int64_t(out - 1));
        press("mark.out");
    }
    /// The number that a picture carries, of its angle's own; -1 while it is not the exact one.
    std::int64_t frameIn(const VideoView& view) {
        const auto id = view.picture() && view.isExact() ? media::readFrameId(*view.picture()) : std::nullopt;
        return id ? static_cast<std::int64_t>(id->frame) : -1;
    }
    /// The number of the picture that the sequence shows before this frame.
    std::int64_t lastBefore(std::int64_t frame) {
        const auto place = clipAt(now(), V1, frame - 1);
        const SourceTiming& source = editing().sources().at(place->clip->media.sourceId);
        return place->clip->in + (frame - 1 - place->units.first) - source.first;
    }
    /// "1:100+50 gap5 2:0+30", and "><8" in front of a clip that 8 frames lead into.
    QString cut(std::size_t track) {
        QStringList items;
        for (const Item& item : now().tracks[track]->items) {
            const auto frames = [&](std::int64_t units) {
                return now().tracks[track]->kind == TrackKind::Video ? units : units / 960;
            };
            if (item.isGap()) {
                items << QStringLiteral("gap%1").arg(frames(item.duration));
                continue;
            }
            const SourceTiming source = editing().sources().at(item.clip->media.sourceId);
            const std::int64_t first = now().tracks[track]->kind == TrackKind::Video
                                           ? source.first
                                           : source.clock.sampleAtFrame(source.first);
            if (item.clip->head)
                items << QStringLiteral("><%1").arg(frames(item.clip->head->duration()));
            items << QStringLiteral("%1:%2+%3")
                         .arg(item.clip->angle)
                         .arg(frames(item.clip->in - first))
                         .arg(frames(item.duration));
        }
        return items.join(QLatin1Char(' '));
    }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        theme::apply(*qApp);
        m_cloud = std::make_unique<test::CloudProcess>(m_cloudFolder.path().toStdString());
        m_cloud->start();
        m_unit.id = Uuid::random();
        m_unit.name = "Final";
        for (int number = 1; number <= angleCount; ++number) {
            const std::string label = "CAM " + std::to_string(number);
            const auto path = std::filesystem::path(m_cloudFolder.path().toStdString()) / (label + ".mp4");
            test::makeClipFile(test::smallClip(angleFrames, static_cast<unsigned>(number)), path);
            const Uuid job = Uuid::random();
            const auto done =
                m_cloud->ctl({"ingest", path.string(), "--label", label, "--wait", "--id", job.toString()});
            QVERIFY2(done.code == 0, done.text.c_str());
            m_unit.angles.push_back(
                {number, label, Uuid::named(job, "source"), catalogue::AngleState::Ready});
        }
    }
    void cleanupTestCase() { m_cloud.reset(); }

    void init() {
        QSettings().clear();
        m_data = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<CloudSession>();
        m_session->connectTo(m_cloud->connection());
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isConnected(), patience);
        m_thumbnails = std::make_unique<ThumbnailStore>(*m_session);
        m_window = std::make_unique<QMainWindow>();
        m_actions = std::make_unique<ActionSet>(m_window.get());
        m_page =
            new CutPage({*m_session, *m_thumbnails, *m_actions, nullptr, m_data->path()}, m_window.get());
        m_window->setCentralWidget(m_page);
        m_window->resize(1920, 1016);
        m_actions->setContext(Context::Cut);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_operations = 0;
    }
    void cleanup() {
        m_actions.reset();
        m_window.reset();
        m_thumbnails.reset();
        m_session.reset();
    }

    /// The angles cut by 1 to 9 while it plays.
    void anglesAreCutWhileItPlays() {
        m_page->document().startNew();
        m_page->open(m_unit, 1, 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->sourceViewer().isLoaded(), patience);
        mark(1, 0, 400);
        press("edit.insert");
        press("view.focusTimeline");
        press("angle.multicam");
        press("play.start");
        press("play.toggle");
        QTRY_VERIFY_WITH_TIMEOUT(editing().playhead() > 30, patience);
        press("angle.3");
        QTRY_COMPARE_WITH_TIMEOUT(now().tracks[V1]->items.size(), std::size_t(2), patience);
        const auto after = editing().playhead();
        QTRY_VERIFY_WITH_TIMEOUT(editing().playhead() > after + 30, patience); // it plays on
        press("angle.2");
        QTRY_COMPARE_WITH_TIMEOUT(now().tracks[V1]->items.size(), std::size_t(3), patience);
        press("play.toggle");
        const auto& items = now().tracks[V1]->items;
        for (const auto& [item, number] : {std::pair(0, 1), std::pair(1, 3), std::pair(2, 2)})
            QCOMPARE(items[static_cast<std::size_t>(item)].clip->angle, number);
        // The same instants, angle by angle, in picture and sound.
        std::int64_t frame = 0;
        for (const Item& item : items) {
            const SourceTiming& source = editing().sources().at(item.clip->media.sourceId);
            QCOMPARE(item.clip->in - source.first, frame);
            frame += item.duration;
        }
        QCOMPARE(frame, std::int64_t(400));
        QCOMPARE(cut(A1), cut(V1));
        press("angle.multicam");
    }
    /// An edit in hand is played: where K or Space ends it, there it is, to the frame, as one step.
    void anEditIsTrimmedByPlayingIt() {
        m_keymap = Keymap::Premiere;
        m_page->document().startNew();
        m_page->open(m_unit, 1, 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->sourceViewer().isLoaded(), patience);
        mark(1, 100, 200);
        press("edit.insert");
        mark(2, 150, 250);
        press("edit.append");
        press("view.focusTimeline");
        press("play.start");
        type("+95");
        press("trim.take");
        auto* monitor = m_page->findChild<TrimMonitor*>();
        const auto steps = editing().history().undoCount();
        const auto lastOfFirst = [this] {
            const Clip& clip = *now().tracks[V1]->items.front().clip;
            return clip.in + clip.duration - 1 - editing().sources().at(clip.media.sourceId).first;
        };
        const auto firstOfSecond = [this] {
            const Clip& clip = *now().tracks[V1]->items.back().clip;
            return clip.in - editing().sources().at(clip.media.sourceId).first;
        };
        // A roll: L plays it later; the timeline goes along while it plays.
        press("play.forward");
        QTRY_VERIFY_WITH_TIMEOUT(lastOfFirst() > 215, patience);
        QVERIFY(editing().isDragging());
        QVERIFY(monitor->isVisible());
        press("play.stop");
        QVERIFY(!editing().isDragging());
        const std::int64_t moved = lastOfFirst() - 199;
        QVERIFY(moved >= 16);
        QCOMPARE(cut(V1),
                 QStringLiteral("1:100+%1 2:%2+%3").arg(100 + moved).arg(150 + moved).arg(100 - moved));
        QCOMPARE(cut(A1), cut(V1));
        QCOMPARE(editing().history().undoCount(), steps + 1);
        QCOMPARE(editing().playhead(), 100 + moved);
        QTRY_COMPARE_WITH_TIMEOUT(frameIn(*monitor->view()), lastOfFirst(), patience);
        press("edit.undo");
        QCOMPARE(cut(V1), QStringLiteral("1:100+100 2:150+100"));
        // Backwards, and Space ends it.
        press("trim.take");
        press("play.reverse");
        QTRY_VERIFY_WITH_TIMEOUT(lastOfFirst() < 190, patience);
        press("play.toggle");
        QVERIFY(!editing().isDragging());
        QCOMPARE(editing().history().undoCount(), steps + 1);
        const std::int64_t earlier = 199 - lastOfFirst();
        QCOMPARE(cut(V1),
                 QStringLiteral("1:100+%1 2:%2+%3").arg(100 - earlier).arg(150 - earlier).arg(100 + earlier));
        press("edit.undo");
        // The head of the second rippled: what was in view is its first frame. It ends at the media by
        // itself.
        press("trim.take");
        press("trim.mode");
        press("trim.mode");
        QCOMPARE(editing().editPoint()->mode, TrimMode::Ripple);
        QCOMPARE(editing().editPoint()->edge, Edge::Head);
        press("play.reverse");
        press("play.reverse"); // twice as fast
        QTRY_VERIFY_WITH_TIMEOUT(!editing().isDragging(), patience);
        QCOMPARE(firstOfSecond(), 0);
        QCOMPARE(cut(V1), QStringLiteral("1:100+100 2:0+250"));
        press("edit.undo");
        // Escape leaves everything as it was; another command comes after the trim.
        press("trim.take");
        press("play.forward");
        QTRY_VERIFY_WITH_TIMEOUT(lastOfFirst() > 205, patience);
        QVERIFY(m_actions->trigger(QStringLiteral("edit.deselect")));
        QCOMPARE(cut(V1), QStringLiteral("1:100+100 2:150+100"));
        QCOMPARE(editing().history().undoCount(), steps);
        QVERIFY(editing().editPoint());
        press("play.forward");
        QTRY_VERIFY_WITH_TIMEOUT(lastOfFirst() > 205, patience);
        press("sequence.addMarker");
        QCOMPARE(editing().history().undoCount(), steps + 2);
        QCOMPARE(now().markers.front().frame, now().tracks[V1]->items.front().duration);
    }
    /// Both frames of the edit are seen while the mouse drags it, and four while it slips.
    void dragsShowTheFramesOfTheEdit() {
        m_keymap = Keymap::Premiere;
        m_page->document().startNew();
        m_page->open(m_unit, 1, 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->sourceViewer().isLoaded(), patience);
        for (const auto& [number, in] : {std::pair(1, 100), std::pair(2, 150), std::pair(3, 200)}) {
            mark(number, in, in + 100);
            press("edit.append");
        }
        press("view.focusTimeline");
        press("edit.snap");
        view().zoomFit();
        auto* monitor = m_page->findChild<TrimMonitor*>();
        const auto hold = [this](QPoint from, QPoint to) {
            QTest::mousePress(&view(), Qt::LeftButton, {}, from);
            for (const QPoint at : {from + (to - from) / 2, to}) {
                QMouseEvent move(QEvent::MouseMove, at, view().mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                                 {});
                QCoreApplication::sendEvent(&view(), &move);
            }
        };
        press("tool.roll");
        hold(edge(V1, 100), edge(V1, 120));
        QTRY_COMPARE_WITH_TIMEOUT(frameIn(*monitor->leaving().view(0)), 219, patience);
        QTRY_COMPARE_WITH_TIMEOUT(frameIn(*monitor->coming().view(0)), 170, patience);
        if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
            m_window->grab().save(folder + QStringLiteral("/drag-roll.png"));
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, edge(V1, 120));
        QVERIFY(!monitor->isVisible());
        press("edit.undo");
        press("tool.slip");
        hold(edge(V1, 150), edge(V1, 140));
        QTRY_COMPARE_WITH_TIMEOUT(frameIn(*monitor->leaving().view(0)), 199, patience);
        QTRY_COMPARE_WITH_TIMEOUT(frameIn(*monitor->leaving().view(1)), 160, patience);
        QTRY_COMPARE_WITH_TIMEOUT(frameIn(*monitor->coming().view(0)), 259, patience);
        QTRY_COMPARE_WITH_TIMEOUT(frameIn(*monitor->coming().view(1)), 200, patience);
        if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
            m_window->grab().save(folder + QStringLiteral("/drag-slip.png"));
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, edge(V1, 140));
        QVERIFY(!monitor->isVisible());
        QCOMPARE(cut(V1), QStringLiteral("1:100+100 2:160+100 3:200+100"));
        press("tool.select");
        press("edit.snap");
    }
    /// Two saves, and back to the first of them as a step that can be undone.
    void versionsAreComparedAndBroughtBack() {
        m_page->document().startNew();
        m_page->open(m_unit, 1, 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->sourceViewer().isLoaded(), patience);
        const auto save = [this] {
            press("file.save");
            QTRY_VERIFY_WITH_TIMEOUT(m_page->document().savedText().startsWith(QStringLiteral("Saved ")),
                                     patience);
        };
        mark(1, 100, 200);
        press("edit.insert");
        save();
        mark(2, 150, 250);
        press("edit.insert");
        save();
        bool driven = false;
        auto* hand = new QTimer(this);
        connect(hand, &QTimer::timeout, this, [&driven, hand, step = 0]() mutable {
            auto* dialog = qobject_cast<VersionsDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            const auto lists = dialog->findChildren<QListWidget*>();
            QListWidget* versions = lists[0];
            QListWidget* changes = lists[1];
            auto* label = dialog->findChild<QLabel*>();
            if (step == 0 && label->text().startsWith(QStringLiteral("This is"))) {
                QCOMPARE(versions->count(), 2);
                versions->setCurrentRow(1);
                step = 1;
            } else if (step == 1 && label->text().startsWith(QStringLiteral("From"))) {
                QCOMPARE(changes->count(), 2); // a picture and its sound
                QVERIFY(changes->item(1)->text().contains(QStringLiteral("V1  CAM 2  added")));
                if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
                    dialog->grab().save(folder + QStringLiteral("/versions.png"));
                for (auto* button : dialog->findChildren<QPushButton*>())
                    if (button->text().startsWith(QStringLiteral("Go back")))
                        button->click();
                driven = true;
                hand->stop();
            }
        });
        hand->start(20);
        press("file.versions");
        QTRY_VERIFY_WITH_TIMEOUT(driven, patience);
        QTRY_COMPARE(cut(V1), QStringLiteral("1:100+100"));
        press("edit.undo");
        QCOMPARE(cut(V1), QStringLiteral("1:100+100 2:150+100"));
    }

    void aHighlightIsCutByKeys_data() {
        QTest::addColumn<int>("keymap");
        QTest::newRow("premiere") << int(Keymap::Premiere);
        QTest::newRow("avid") << int(Keymap::Avid);
    }
    void aHighlightIsCutByKeys() {
        QFETCH(int, keymap);
        m_keymap = static_cast<Keymap>(keymap);
        UserKeymap keys;
        keys.base = m_keymap;
        m_actions->setKeys(keys);
        m_page->open(m_unit, 1, 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->sourceViewer().isLoaded(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->sourceViewer().timing().end - m_page->sourceViewer().timing().first,
                                  angleFrames, patience);

        // Three parts one after the other, one put in between, one over what is there.
        mark(1, 100, 200);
        press("edit.insert");
        QCOMPARE(cut(V1), QStringLiteral("1:100+100"));
        mark(2, 150, 250);
        press("edit.insert");
        mark(3, 200, 300);
        press("edit.append");
        QCOMPARE(cut(V1), QStringLiteral("1:100+100 2:150+100 3:200+100"));
        press("view.focusTimeline");
        press("play.start");
        type("+50");
        mark(3, 20, 40);
        press("edit.insert");
        QCOMPARE(cut(V1), QStringLiteral("1:100+50 3:20+20 1:150+50 2:150+100 3:200+100"));
        press("edit.undo");
        press("view.focusTimeline");
        type("-20"); // the playhead stands behind what was put in
        press("edit.overwrite");
        QCOMPARE(cut(V1), QStringLiteral("1:100+50 3:20+20 1:170+30 2:150+100 3:200+100"));
        QCOMPARE(cut(A1), cut(V1));
        press("view.focusTimeline");

        // The start and the end trimmed to the playhead; the rest cut, deleted, closed.
        press("play.start");
        type("+10");
        press("edit.rippleTrimPrevious");
        QCOMPARE(cut(V1), QStringLiteral("1:110+40 3:20+20 1:170+30 2:150+100 3:200+100"));
        type("+265");
        press("edit.rippleTrimNext");
        QCOMPARE(cut(V1), QStringLiteral("1:110+40 3:20+20 1:170+30 2:150+100 3:200+75"));
        press("play.start");
        type("+120");
        press("edit.razorAll");
        click(V1, 100);
        press("edit.delete");
        QCOMPARE(cut(V1), QStringLiteral("1:110+40 3:20+20 1:170+30 gap30 2:180+70 3:200+75"));
        press("play.start");
        type("+95");
        press("sequence.closeGap");
        QCOMPARE(cut(V1), QStringLiteral("1:110+40 3:20+20 1:170+30 2:180+70 3:200+75"));

        // An edit in hand: rolled by key and by number, rippled, extended.
        press("play.start");
        type("+85");
        press("trim.take");
        // Both frames of the edit are in view: the last of the one where the source was, the first of the
        // other.
        auto* monitor = m_page->findChild<TrimMonitor*>();
        QVERIFY(monitor && monitor->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(frameIn(*monitor->view()), lastBefore(90), patience);
        press("trim.later");
        type("+4");
        QTRY_COMPARE_WITH_TIMEOUT(frameIn(*monitor->view()), lastBefore(95), patience);
        if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
            m_window->grab().save(folder + QStringLiteral("/trim-%1.png").arg(keymap));
        QCOMPARE(cut(V1), QStringLiteral("1:110+40 3:20+20 1:170+35 2:185+65 3:200+75"));
        press("trim.mode");
        type("-5");
        QCOMPARE(cut(V1), QStringLiteral("1:110+40 3:20+20 1:170+30 2:185+65 3:200+75"));
        press("edit.deselect");
        QVERIFY(!monitor->isVisible());
        type("+60");
        press("trim.extend");
        QCOMPARE(cut(V1), QStringLiteral("1:110+40 3:20+20 1:170+30 2:185+60 3:195+80"));

        // By the mouse: a tail pulled in, a clip slipped.
        view().zoomFit();
        press("edit.snap");
        drag(edge(V1, 230), edge(V1, 220));
        QCOMPARE(cut(V1), QStringLiteral("1:110+40 3:20+20 1:170+30 2:185+60 3:195+70"));
        press("tool.slip");
        drag(edge(V1, 120), edge(V1, 110));
        QCOMPARE(cut(V1), QStringLiteral("1:110+40 3:20+20 1:170+30 2:195+60 3:195+70"));
        press("tool.select");

        // The last clip from another angle at the same instant; copied to the start; transitions.
        press("play.start");
        type("+160");
        press("swap.1");
        QTRY_COMPARE_WITH_TIMEOUT(cut(V1), QStringLiteral("1:110+40 3:20+20 1:170+30 2:195+60 1:195+70"),
                                  patience);
        click(V1, 45);
        press("edit.copy");
        press("play.start");
        press("edit.pasteInsert");
        QCOMPARE(cut(V1), QStringLiteral("3:20+20 1:110+40 3:20+20 1:170+30 2:195+60 1:195+70"));
        press("play.start");
        type("+112");
        press("clip.dissolve");
        press("clip.crossfade");
        QCOMPARE(cut(V1), QStringLiteral("3:20+20 1:110+40 3:20+20 1:170+30 ><20 2:195+60 1:195+70"));
        QCOMPARE(cut(A1), cut(V1));
        press("play.start");
        type("+62");
        press("sequence.addMarker");
        press("sequence.addPictureTrack");
        press("mark.in");
        type("+7");
        press("mark.out");
        press("edit.lift");
        QCOMPARE(cut(V1), QStringLiteral("3:20+20 1:110+40 3:20+2 gap8 3:30+10 1:170+30 ><20 2:195+60 "
                                         "1:195+70"));
        press("edit.undo");
        press("edit.undo");
        press("edit.redo");
        QCOMPARE(cut(V1), QStringLiteral("3:20+20 1:110+40 3:20+20 1:170+30 ><20 2:195+60 1:195+70"));
        QVERIFY2(m_operations > 90, qPrintable(QString::number(m_operations)));
        if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
            m_window->grab().save(folder + QStringLiteral("/highlight-%1.png").arg(keymap));

        const QString otio =
            withoutIds(QString::fromStdString(interchange::writeOtio(now(), editing().sources())));
        QVERIFY(otio.contains(QStringLiteral("SMPTE_Dissolve")));
        if (m_otio.isEmpty())
            m_otio = otio;
        QCOMPARE(otio, m_otio);
    }
};

QTEST_MAIN(TestHighlight)
#include "test_highlight.moc"
