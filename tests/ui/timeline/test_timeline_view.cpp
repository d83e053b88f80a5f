#include "../../core/timeline/timeline_fixture.h"

#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"

#include <QPainter>
#include <QSignalSpy>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

namespace {

enum { V1, A1, A2 };

/// A picture whose shade tells which frame it is.
class DrawnThumbnails : public ThumbnailProvider {
public:
    QImage thumbnail(const Uuid&, std::int64_t frame) override {
        QImage image(96, 54, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(static_cast<int>(frame * 7 % 360), 120, 110));
        return image;
    }
    void onArrived(std::function<void()>) override {}
};

class DrawnWaveform : public WaveformProvider {
public:
    bool peaks(const Uuid&, int, std::int64_t first, std::int64_t perPeak, std::span<Peak> peaks) override {
        for (std::size_t i = 0; i < peaks.size(); ++i) {
            const std::int64_t block = (first + static_cast<std::int64_t>(i) * perPeak) / 960;
            const auto level = static_cast<std::int16_t>(4000 + block * 7919 % 26000);
            peaks[i] = {static_cast<std::int16_t>(-level), level};
        }
        return true;
    }
    void onArrived(std::function<void()>) override {}
};

} // namespace

class TestTimelineView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }

    void init() {
        m_link = std::make_unique<SessionLink>();
        m_view = std::make_unique<TimelineView>(*m_link);
        m_view->setProviders(&m_thumbnails, &m_waveform);
        m_view->setSourceMembers(true, 2);
        m_view->resize(1280, 230);
        m_view->show();
        m_link->open(std::make_unique<EditorSession>(
            History(std::make_shared<const Sequence>(emptySequence("Cut", {50, 1}, false)))));
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        connect(m_view.get(), &TimelineView::seekRequested, this,
                [this](qint64 frame) { session().setPlayhead(frame); });
    }
    void cleanup() {
        m_view.reset();
        m_link.reset();
    }

    void anEmptyTimelineSaysWhatToDo() { grab("empty"); }

    void pressingARulerSeeks() {
        threeClips();
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {at(V1, 70).x(), 8});
        QCOMPARE(session().playhead(), 70);
        // Near an edit it snaps to it.
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {at(V1, 99).x() - 2, 8});
        QCOMPARE(session().playhead(), 100);
    }
    void clicksSelectWithTheLinkedSound() {
        threeClips();
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(V1, 150));
        QCOMPARE(session().selection().size(), std::size_t(3));
        session().setLinkedSelection(false);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(V1, 50));
        QCOMPARE(session().selection().size(), std::size_t(1));
        QTest::mouseClick(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(A1, 150));
        QCOMPARE(session().selection().size(), std::size_t(2));
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(V1, 310));
        QVERIFY(session().selection().empty());
    }
    void draggingAnEdgeTrimsAndStopsAtTheMedia() {
        threeClips();
        const int right = at(V1, 299).x() + static_cast<int>(m_view->scale().widthOf(1));
        dragFromTo({right - 1, at(V1, 0).y()},
                   {right - 1 - static_cast<int>(m_view->scale().widthOf(30)), at(V1, 0).y()});
        COMPARE_TRACK(*session().sequence(), V1, "A0+100 B200+100 C900+70");
        COMPARE_TRACK(*session().sequence(), A2, "A0+100 B200+100 C900+70");
        QCOMPARE(session().history().undoName(), std::string("Trim"));
        // There is media up to frame 1000 and no further.
        const int now = at(V1, 269).x() + static_cast<int>(m_view->scale().widthOf(1));
        session().setSnapping(false);
        pressAndDrag({now - 1, at(V1, 0).y()},
                     {now + static_cast<int>(m_view->scale().widthOf(60)), at(V1, 0).y()});
        grab("trim-limit");
        QTest::mouseRelease(m_view.get(), Qt::LeftButton);
        COMPARE_TRACK(*session().sequence(), V1, "A0+100 B200+100 C900+100");
        QVERIFY(m_link->report(session().undo()));
        QVERIFY(m_link->report(session().undo()));
        COMPARE_TRACK(*session().sequence(), V1, "A0+100 B200+100 C900+100");
        QCOMPARE(session().history().redoName(), std::string("Trim"));
    }
    void aDragMovesInOneStepAndSnaps() {
        threeClips();
        // 101 frames to the left its head is a frame before the cut, and snaps to it.
        dragFromTo(edge(V1, 250), edge(V1, 149));
        COMPARE_TRACK(*session().sequence(), V1, "A0+100 C900+100");
        COMPARE_TRACK(*session().sequence(), A1, "A0+100 C900+100");
        QVERIFY(m_link->report(session().undo()));
        COMPARE_TRACK(*session().sequence(), V1, "A0+100 B200+100 C900+100");
    }
    void escapeTakesADragBack() {
        threeClips();
        pressAndDrag(at(V1, 250), at(V1, 250) + QPoint(90, 0));
        QVERIFY(session().isDragging());
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton);
        COMPARE_TRACK(*session().sequence(), V1, "A0+100 B200+100 C900+100");
        QCOMPARE(session().history().undoCount(), std::size_t(3));
    }
    /// An edit by key would pull the cut away from under the mouse; the drag goes on and is one step.
    void nothingIsEditedByKeyWhileTheMouseHoldsAClip() {
        threeClips();
        const QPoint from = at(V1, 150);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view.get(), from + QPoint(40, 0));
        QVERIFY(session().isDragging());
        const auto steps = session().history().undoCount();
        QVERIFY(!session().undo().ok());
        QVERIFY(!session().razor(false).ok());
        QCOMPARE(session().history().undoCount(), steps);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, from + QPoint(40, 0));
        QVERIFY(!session().isDragging());
        QCOMPARE(session().history().undoCount(), steps + 1);
    }
    void anotherSequenceUnderTheMouseEndsTheDrag() {
        threeClips();
        const QPoint from = at(V1, 150);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view.get(), from + QPoint(40, 0));
        QVERIFY(session().isDragging());
        m_link->open(std::make_unique<EditorSession>(
            History(std::make_shared<const Sequence>(emptySequence("Other", {50, 1}, false)))));
        QTest::mouseMove(m_view.get(), from + QPoint(80, 0));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, from + QPoint(80, 0));
        QVERIFY(!session().isDragging());
        QCOMPARE(session().sequence()->name, std::string("Other"));
    }
    void controlDragPutsAClipInAnotherPlace() {
        threeClips();
        const QPoint from = at(V1, 250);
        QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ControlModifier, from);
        moveTo(from - QPoint(static_cast<int>(m_view->scale().widthOf(100)) - 20, 0), Qt::ControlModifier);
        moveTo(from - QPoint(static_cast<int>(m_view->scale().widthOf(100)), 0), Qt::ControlModifier);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ControlModifier);
        COMPARE_TRACK(*session().sequence(), V1, "A0+100 C900+100 B200+100");
        COMPARE_TRACK(*session().sequence(), A1, "A0+100 C900+100 B200+100");
    }
    void rippleRollAndSlipToolsDoWhatTheySay() {
        threeClips();
        session().setSnapping(false);
        const QPoint cut = edge(V1, 100) - QPoint(1, 0);
        const QPoint earlier = edge(V1, 90) - QPoint(1, 0);
        session().setTool(Tool::Ripple);
        dragFromTo(cut, earlier);
        COMPARE_TRACK(*session().sequence(), V1, "A0+90 B200+100 C900+100");
        QVERIFY(m_link->report(session().undo()));
        session().setTool(Tool::Roll);
        dragFromTo(cut, earlier);
        COMPARE_TRACK(*session().sequence(), V1, "A0+90 B190+110 C900+100");
        QVERIFY(m_link->report(session().undo()));
        session().setTool(Tool::Slip);
        dragFromTo(edge(V1, 150), edge(V1, 140));
        COMPARE_TRACK(*session().sequence(), V1, "A0+100 B210+100 C900+100");
        COMPARE_TRACK(*session().sequence(), A1, "A0+100 B210+100 C900+100");
    }
    void theRazorCutsWhereItIsClicked() {
        threeClips();
        session().setTool(Tool::Razor);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, edge(V1, 150));
        COMPARE_TRACK(*session().sequence(), V1, "A0+100 B200+50 B250+50 C900+100");
        COMPARE_TRACK(*session().sequence(), A2, "A0+100 B200+50 B250+50 C900+100");
        grab("through-edit");
    }
    void headersToggleTargetsAndPatches() {
        threeClips();
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                          m_view->buttonRect(A1, HeaderButton::Target).center());
        QVERIFY(!session().sequence()->tracks[A1]->targeted);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                          m_view->buttonRect(A2, HeaderButton::Patch).center());
        QVERIFY(!session().isPatched(2));
        // Toggles are no steps.
        QCOMPARE(session().history().undoName(), std::string("Overwrite"));
        const SourceTiming d = angle(4);
        QVERIFY(m_link->report(session().place(part(d, 0, 50), 20, false)));
        COMPARE_TRACK(*session().sequence(), V1, "A0+20 D0+50 A70+30 B200+100 C900+100");
        COMPARE_TRACK(*session().sequence(), A1, "A0+100 B200+100 C900+100");
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                          m_view->buttonRect(V1, HeaderButton::Lock).center());
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                          m_view->buttonRect(A2, HeaderButton::Mute).center());
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                          m_view->buttonRect(A1, HeaderButton::Solo).center());
        QVERIFY(session().sequence()->tracks[V1]->locked);
        QSignalSpy refused(m_link.get(), &SessionLink::refused);
        dragFromTo(at(V1, 250), at(V1, 250) + QPoint(80, 0));
        QCOMPARE(refused.size(), 1);
        grab("headers");
        QVERIFY(m_link->report(session().undo()));
        COMPARE_TRACK(*session().sequence(), V1, "A0+100 B200+100 C900+100");
    }
    void patchesAreDraggedToOtherTracks() {
        threeClips();
        const auto drag = [this](std::size_t from, std::size_t to, const char* name) {
            const QPoint start = m_view->buttonRect(from, HeaderButton::Patch).center();
            const QPoint end = m_view->buttonRect(to, HeaderButton::Patch).center();
            QTest::mousePress(m_view.get(), Qt::LeftButton, {}, start);
            moveTo((start + end) / 2);
            moveTo(end);
            if (name)
                grab(name);
            QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, end);
        };
        const auto tracks = session().sequence()->tracks;
        drag(A2, A1, "patch-drag"); // the first sound goes to where the second was
        QCOMPARE(session().patchTrack(2), std::optional(tracks[A1]->id));
        QCOMPARE(session().patchTrack(1), std::optional(tracks[A2]->id));
        QVERIFY(m_link->report(session().place(part(angle(4), 0, 50), 20, false)));
        const auto on = [&](std::size_t track) {
            return clipAt(*session().sequence(), track, 30)->clip->audioMember;
        };
        QCOMPARE(on(A1), 2);
        QCOMPARE(on(A2), 1);
        // Sound does not go to a picture track, and a drag out of the headers does nothing.
        QSignalSpy refused(m_link.get(), &SessionLink::refused);
        drag(A1, V1, nullptr);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(session().patchTrack(2), std::optional(tracks[A1]->id));
        // One that is off, and a track that is not targeted: dragging says that it is meant.
        session().setPatched(2, false);
        QVERIFY(session().toggle(tracks[A2]->id, TrackToggle::Target, false).ok());
        drag(A1, A2, nullptr);
        QVERIFY(session().isPatched(2));
        QVERIFY(session().sequence()->tracks[A2]->targeted);
        QVERIFY(m_link->report(session().place(part(angle(4), 100, 150), 120, false)));
        QCOMPARE(clipAt(*session().sequence(), A2, 130)->clip->audioMember, 2);
        QCOMPARE(clipAt(*session().sequence(), A1, 130)->clip->audioMember, 1);
    }
    void draggingShowsBothSidesOfTheEdge() {
        threeClips();
        session().setSnapping(false);
        std::vector<std::vector<std::int64_t>> shown;
        connect(m_view.get(), &TimelineView::edgesShown, this,
                [&](const auto& edges) { shown.push_back(edges); });
        session().setTool(Tool::Roll);
        dragFromTo(edge(V1, 100) - QPoint(1, 0), edge(V1, 90) - QPoint(1, 0));
        QVERIFY(shown.size() >= 2);
        QCOMPARE(shown[shown.size() - 2], (std::vector<std::int64_t>{89, 90}));
        QVERIFY(shown.back().empty()); // and no longer
        session().setTool(Tool::Slip);
        dragFromTo(edge(V1, 150), edge(V1, 140));
        QCOMPARE(shown[shown.size() - 2], (std::vector<std::int64_t>{89, 90, 199, 200}));
        session().setTool(Tool::Select);
        dragFromTo(edge(V1, 150), edge(V1, 250)); // moving shows no edges
        QVERIFY(shown.back().empty());
    }
    void wheelZoomsAroundTheMouseAndFitComesBack() {
        threeClips();
        const QPoint where = at(V1, 150);
        const std::int64_t before = m_view->scale().frameAt(where.x() - m_view->headerWidth());
        for (int i = 0; i < 8; ++i)
            wheel(where, 120, Qt::ControlModifier);
        QVERIFY(std::abs(m_view->scale().frameAt(where.x() - m_view->headerWidth()) - before) <= 1);
        QVERIFY(m_view->scale().widthOf(300) > 3000);
        grab("zoomed");
        m_view->zoomFit();
        QVERIFY(m_view->scale().widthOf(300) < 1280);
    }
    void aLongSequenceIsDrawnAsDensity() {
        Sequence s = *session().sequence();
        Track track = *s.tracks[V1];
        for (int i = 0; i < 20000; ++i) {
            Clip clip;
            clip.id = Uuid::random();
            clip.media.sourceId = angle(1).multiSource;
            clip.mediaRate = s.rate;
            clip.in = i;
            clip.duration = 25 + i % 50;
            track.items.push_back(Item::of(clip));
        }
        s.tracks[V1] = std::make_shared<const Track>(track);
        m_link->open(std::make_unique<EditorSession>(History(std::make_shared<const Sequence>(s))));
        grab("density");
        QVERIFY(m_view->scale().widthOf(s.durationFrames()) <= m_view->width());
    }
    void manyTracksScrollUnderTheRuler() {
        threeClips();
        for (int i = 0; i < 6; ++i) {
            QVERIFY(m_link->report(session().take(addTrack(*session().sequence(), TrackKind::Video))));
            QVERIFY(m_link->report(session().take(addTrack(*session().sequence(), TrackKind::Audio))));
        }
        const std::size_t v7 = 6;
        const std::size_t a1 = 7;
        // Where pictures and sound meet stayed in view.
        QVERIFY(at(a1, 50).y() < m_view->height());
        QVERIFY(at(v7, 50).y() < 0);
        wheel(at(a1, 50), 9000, Qt::ShiftModifier);
        QVERIFY(at(v7, 50).y() > 24);
        // What is under the ruler is not hit: a click there seeks.
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {at(V1, 70).x(), 8});
        QCOMPARE(session().playhead(), 70);
        QVERIFY(at(a1, 150).y() > m_view->height());
        wheel(at(v7, 50), -2 * (at(a1, 150).y() - m_view->height() / 2), Qt::ShiftModifier);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(a1, 150));
        QCOMPARE(session().selection().size(), std::size_t(3));
        grab("many-tracks");
        // Lower rows need less room, taller ones more.
        const int row = m_view->buttonRect(a1, HeaderButton::Target).y();
        m_view->lowerRows();
        QVERIFY(m_view->buttonRect(a1, HeaderButton::Target).y() != row);
        for (int i = 0; i < 20; ++i)
            m_view->lowerRows();
        grab("low-rows");
        for (int i = 0; i < 20; ++i)
            m_view->tallerRows();
        grab("tall-rows");
    }
    void aClickOnACutTakesItInHand() {
        threeClips();
        const QPoint cut = edge(V1, 100) - QPoint(2, 0);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, cut);
        QVERIFY(session().editPoint());
        QCOMPARE(session().editPoint()->mode, TrimMode::Roll);
        QVERIFY(session().selection().empty());
        QCOMPARE(session().playhead(), 100);
        QCOMPARE(*session().trimBy(-8), -8);
        COMPARE_TRACK(*session().sequence(), V1, "A0+92 B192+108 C900+100");
        grab("edit-point");
        QTest::mouseClick(m_view.get(), Qt::LeftButton, Qt::ControlModifier, edge(V1, 92) - QPoint(2, 0));
        QCOMPARE(session().editPoint()->mode, TrimMode::Ripple);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(V1, 150));
        QVERIFY(!session().editPoint());
        QCOMPARE(session().selection().size(), std::size_t(3));
    }
    void theSlideToolMovesBetweenNeighbours() {
        threeClips();
        session().setSnapping(false);
        session().setTool(Tool::Slide);
        dragFromTo(edge(V1, 150), edge(V1, 140));
        // C starts with frame 900 of its angle and goes ten earlier; A gives ten frames.
        COMPARE_TRACK(*session().sequence(), V1, "A0+90 B200+100 C890+110");
        COMPARE_TRACK(*session().sequence(), A1, "A0+90 B200+100 C890+110");
        QCOMPARE(session().history().undoName(), std::string("Slide"));
    }
    void transitionsAreDrawnAndPulled() {
        threeClips();
        session().setSnapping(false);
        session().setPlayhead(100);
        QVERIFY(m_link->report(session().addTransition(TrackKind::Video, TransitionKind::Dissolve)));
        QVERIFY(m_link->report(session().addTransition(TrackKind::Audio, TransitionKind::Dissolve)));
        session().setPlayhead(200);
        QVERIFY(m_link->report(session().addTransition(TrackKind::Video, TransitionKind::Wipe)));
        session().setPlayhead(300);
        QVERIFY(m_link->report(session().addTransition(TrackKind::Video, TransitionKind::Dissolve)));
        QCOMPARE(clipAt(*session().sequence(), V1, 100)->clip->head->duration(), 20);
        const auto low = [this](QPoint at) { return at + QPoint(0, 14); }; // below the name strip
        dragFromTo(low(edge(V1, 110)), low(edge(V1, 120)));
        QCOMPARE(clipAt(*session().sequence(), V1, 100)->clip->head,
                 std::optional(Transition{TransitionKind::Dissolve, 10, 20}));
        QCOMPARE(session().history().undoName(), std::string("Dissolve"));
        for (int i = 0; i < 4; ++i)
            wheel(at(V1, 110), 120, Qt::ControlModifier);
        grab("transitions");
        // A slip that eats the handle is drawn and undone, and nothing is lost.
        QVERIFY(m_link->report(
            session().take(slip(*session().sequence(), clipAt(*session().sequence(), V1, 150)->clip->id, -500,
                                true, session().sources()))));
        grab("missing-handle");
    }
    void theMenuKnowsWhatItIsFor() {
        threeClips();
        QSignalSpy menus(m_view.get(), &TimelineView::menuRequested);
        const auto ask = [this](QPoint at) {
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_view->mapToGlobal(at));
            QCoreApplication::sendEvent(m_view.get(), &event);
        };
        ask(at(V1, 150));
        QCOMPARE(menus.size(), 1);
        QVERIFY(!menus[0][2].toBool());
        QCOMPARE(session().selection().size(), std::size_t(3));
        ask({20, at(A1, 0).y()});
        QVERIFY(menus[1][2].toBool());
        QCOMPARE(menus[1][0].value<TimelineHit>().row->track, std::size_t(A1));
        ask({300, 4}); // the ruler has none
        QCOMPARE(menus.size(), 2);
    }
    void itLooksRightAtBothSizes() {
        threeClips();
        session().setMarks(40, 160);
        session().setPlayhead(120);
        QVERIFY(m_link->report(session().take(addMarker(*session().sequence(), {{}, 60, 0, "Gun", "RED"}))));
        QVERIFY(
            m_link->report(session().take(addMarker(*session().sequence(), {{}, 220, 0, "Goal", "GREEN"}))));
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(V1, 150));
        grab("1280");
        m_view->resize(1920, 260);
        QCoreApplication::processEvents();
        m_view->zoomFit();
        grab("1920");
        QVERIFY(m_link->report(session().take(addTrack(*session().sequence(), TrackKind::Video))));
        QVERIFY(m_link->report(session().take(
            renameTrack(*session().sequence(), session().sequence()->tracks[2]->id, "Atmosphere"))));
        QVERIFY(m_link->report(session().take(
            setTrackLanguage(*session().sequence(), session().sequence()->tracks[3]->id, "pt-BR"))));
        QVERIFY(m_link->report(
            session().toggle(session().sequence()->tracks[2]->id, TrackToggle::SyncLock, false)));
        QVERIFY(
            m_link->report(session().take(setColour(*session().sequence(), session().selection(), "GREEN"))));
        grab("named");
        // Not blank: headers, ruler and clips each drew something.
        const QImage image = m_view->grab().toImage();
        QVERIFY(image.pixelColor(at(V1, 30)) != image.pixelColor(at(V1, 305)));
    }

private:
    EditorSession& session() { return m_link->session(); }
    QPoint at(std::size_t track, std::int64_t frame) { return m_view->pointAt(track, frame); }
    /// The left edge of a frame, on its first pixel.
    QPoint edge(std::size_t track, std::int64_t frame) {
        return {m_view->headerWidth() + m_view->scale().xOf(frame) + 1, at(track, frame).y()};
    }

    /// A 0..100, B 200..300, C 900..1000, each with two sounds.
    void threeClips() {
        for (const auto& range :
             {part(angle(1), 0, 100), part(angle(2), 200, 300), part(angle(3), 900, 1000)})
            QVERIFY(m_link->report(session().place(range, session().sequence()->durationFrames(), false)));
        QCOMPARE(session().sequence()->durationFrames(), 300);
        m_view->zoomFit();
        QCoreApplication::processEvents();
    }
    void moveTo(QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent move(QEvent::MouseMove, to, m_view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QCoreApplication::sendEvent(m_view.get(), &move);
    }
    void pressAndDrag(QPoint from, QPoint to) {
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
        moveTo(from + (to - from) / 2);
        moveTo(to);
    }
    void dragFromTo(QPoint from, QPoint to) {
        pressAndDrag(from, to);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, to);
    }
    void wheel(QPoint where, int by, Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(where, m_view->mapToGlobal(where), {}, {0, by}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view.get(), &event);
    }
    /// Kept for looking at when CUTAWAY_GRABS names a folder.
    void grab(const char* name) {
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        if (!folder.isEmpty())
            QVERIFY(
                m_view->grab().save(folder + QStringLiteral("/timeline-%1.png").arg(QLatin1String(name))));
    }

    DrawnThumbnails m_thumbnails;
    DrawnWaveform m_waveform;
    std::unique_ptr<SessionLink> m_link;
    std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(TestTimelineView)
#include "test_timeline_view.moc"
