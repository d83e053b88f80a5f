#include "tests/ui/viewer/grey.h"
#include "ui/actions/action_set.h"
#include "ui/viewer/player_link.h"
#include "ui/viewer/programme_screen.h"
#include "ui/viewer/scrub_strip.h"
#include "ui/viewer/video_view.h"
#include "ui/viewer/viewer_keys.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/timecode_field.h"

#include "core/media/colour_convert.h"

#include <QAction>
#include <QGuiApplication>
#include <QMainWindow>
#include <QPainter>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QToolButton>

#include <cmath>
#include <numbers>

using namespace cutaway;
using namespace cutaway::ui;
using test::grey;

namespace {

/// A store that has nothing: a player over it plays black.
class NoMedia final : public playback::MediaAccess {
public:
    Result<playback::PlayableSource> source(const Uuid&, std::stop_token) override { return away(); }
    Result<playback::ObjectSpan> pictureSpan(const playback::PlayableSource&, const Uuid&, std::int64_t,
                                             std::stop_token) override {
        return away();
    }
    Result<playback::ObjectSpan> soundSpan(const playback::PlayableSource&, const Uuid&, std::int64_t,
                                           std::stop_token) override {
        return away();
    }
    void refresh() override {}
    Result<std::shared_ptr<const media::ByteBuffer>> object(const playback::ObjectSpan&,
                                                            std::stop_token) override {
        return away();
    }

private:
    static Error away() { return {ErrorCategory::NotFound, "Nothing is here.", {}}; }
};

timeline::SequencePtr sequenceOf(std::int64_t frames) {
    timeline::Clip clip;
    clip.id = Uuid::random();
    clip.media.sourceId = Uuid::random();
    clip.mediaRate = FrameRate{50, 1};
    clip.duration = frames;
    auto sequence = timeline::emptySequence("cut", FrameRate{50, 1}, false);
    auto track = *sequence.tracks.front();
    track.items = {timeline::Item::of(clip)};
    sequence.tracks.front() = std::make_shared<const timeline::Track>(track);
    return std::make_shared<const timeline::Sequence>(sequence);
}

/// Black at once, without media.
timeline::SequencePtr emptyOf(std::int64_t frames) {
    timeline::Clip clip;
    clip.id = Uuid::random();
    clip.mediaRate = FrameRate{50, 1};
    clip.duration = frames;
    clip.enabled = false;
    auto sequence = timeline::emptySequence("cut", FrameRate{50, 1}, false);
    auto track = *sequence.tracks.front();
    track.items = {timeline::Item::of(clip)};
    sequence.tracks.front() = std::make_shared<const timeline::Track>(track);
    return std::make_shared<const timeline::Sequence>(sequence);
}

/// A viewer in a window with the keys of a page.
struct KeyedViewer {
    KeyedViewer() {
        window.setCentralWidget(panel);
        player.setMedia(std::make_shared<NoMedia>(), nullptr);
        player.setSequence(sequenceOf(100'000));
        panel->attach(&player);
        panel->setTimeLine(100'000, {FrameRate{50, 1}, false}, 0);
        actions.setContext(Context::Browse);
        actions.bind(QStringLiteral("play.stop"), panel, [this] { player.stop(); });
        actions.bind(QStringLiteral("play.forward"), panel, [this] { player.shuttle(1); });
        actions.bind(QStringLiteral("play.reverse"), panel, [this] { player.shuttle(-1); });
        actions.bind(QStringLiteral("angle.5"), panel, [this] { ++angles; });
        new ViewerKeys(
            panel, actions, [this]() -> PlayerLink& { return player; }, [this] { return panel->timecode(); });
        window.resize(800, 600);
        window.show();
        window.activateWindow();
    }
    void click(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window.windowHandle(), key, modifiers);
    }

    QMainWindow window;
    ActionSet actions{&window};
    ViewerPanel* panel = new ViewerPanel(ViewerPanel::Side::Source, actions);
    PlayerLink player;
    int angles = 0;
};

} // namespace

class TestViewer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProgrammeFillsAnotherScreen() {
        KeyedViewer viewer;
        QVERIFY(QTest::qWaitForWindowActive(&viewer.window));
        ProgrammeScreen programme(viewer.panel->view(), viewer.actions, viewer.panel);
        const auto first = grey(640, 360, 500);
        const auto second = grey(640, 360, 700);
        viewer.panel->view()->setPicture(first);
        viewer.panel->view()->setGuides({scopes::Guide::SafeAreas});
        viewer.click(Qt::Key_F11, Qt::ControlModifier);
        QVERIFY(programme.window());
        QVERIFY(QTest::qWaitForWindowExposed(programme.window()));
        QScreen* screen = programme.window()->screen();
        QCOMPARE(screen != viewer.window.screen(), QGuiApplication::screens().size() > 1);
        QTRY_COMPARE(programme.window()->geometry(), screen->geometry());
        QCOMPARE(programme.window()->cursor().shape(), Qt::BlankCursor);
        // The very picture of the viewer, and the next one too, exact or not.
        const auto* alone = programme.window()->findChild<VideoView*>();
        QCOMPARE(alone->picture().get(), first.get());
        viewer.panel->view()->setPicture(second, false);
        QCOMPARE(alone->picture().get(), second.get());
        QVERIFY(!alone->isExact());
        viewer.panel->view()->setPicture(second, true);
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        if (!folder.isEmpty())
            programme.window()->grab().save(folder + QStringLiteral("/programme-screen.png"));
        // Keys mean there what they mean in the window.
        programme.window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(programme.window()));
        QTest::keyClick(programme.window()->windowHandle(), Qt::Key_5);
        QCOMPARE(viewer.angles, 1);
        QTest::keyPress(programme.window()->windowHandle(), Qt::Key_K);
        QTest::keyPress(programme.window()->windowHandle(), Qt::Key_L);
        QCOMPARE(viewer.player.state().speed, (playback::Speed{1, 4})); // slow, with K held
        QTest::keyRelease(programme.window()->windowHandle(), Qt::Key_L);
        QTest::keyRelease(programme.window()->windowHandle(), Qt::Key_K);
        QTest::keyClick(programme.window()->windowHandle(), Qt::Key_Escape);
        QVERIFY(!programme.window());
        const auto* action = viewer.actions.action(QStringLiteral("view.programmeScreen"));
        QVERIFY(!action->isChecked());
        viewer.panel->view()->setPicture(first); // to nobody else
        // Again by its key, and away by the same.
        viewer.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&viewer.window));
        viewer.click(Qt::Key_F11, Qt::ControlModifier);
        QVERIFY(programme.window() && action->isChecked());
        viewer.click(Qt::Key_F11, Qt::ControlModifier);
        QVERIFY(!programme.window() && !action->isChecked());
        // Its screen goes, and so does it; another screen is none of its business.
        viewer.actions.trigger(QStringLiteral("view.programmeScreen"));
        QVERIFY(programme.window());
        for (QScreen* other : QGuiApplication::screens())
            if (other != programme.window()->screen())
                Q_EMIT qGuiApp->screenRemoved(other);
        QVERIFY(programme.window());
        Q_EMIT qGuiApp->screenRemoved(programme.window()->screen());
        QVERIFY(!programme.window() && !action->isChecked());
    }

    /// The player runs on while the window is busy: I, O and an edit mean the frame that was seen.
    void aStopStaysOnTheFrameThatWasSeen() {
        PlayerLink player;
        player.setMedia(std::make_shared<NoMedia>(), nullptr);
        player.setSequence(sequenceOf(100'000));
        std::int64_t shown = -1;
        connect(&player, &PlayerLink::pictureChanged, this,
                [&](const playback::PresentedPicture& picture) { shown = picture.frame; });
        for (int round = 0; round < 5; ++round) {
            player.shuttle(1);
            const auto from = player.position();
            QTRY_VERIFY(player.position() > from + 3);
            const auto seen = player.position();
            QThread::msleep(100); // five frames that nobody sees
            player.stop();
            QSignalSpy pictures(&player, &PlayerLink::pictureChanged);
            QTRY_COMPARE(shown, seen);
            while (pictures.wait(100)) {
            }
            QCOMPARE(shown, seen);
            QCOMPARE(player.position(), seen);
            QVERIFY(!player.isPlaying());
        }
    }

    /// What the player said before it knew of an order must not take the order back.
    void aWordFromBeforeAnOrderIsNotBelieved() {
        PlayerLink player;
        player.setMedia(std::make_shared<NoMedia>(), nullptr);
        player.setSequence(sequenceOf(100'000));
        player.shuttle(1);
        QTRY_VERIFY(player.position() > 3);
        QThread::msleep(50); // so that pictures and states of the playing wait
        player.stop();
        bool played = false;
        connect(&player, &PlayerLink::stateChanged, this,
                [&](const playback::PlayerState& state) { played = played || !state.speed.paused(); });
        QTest::qWait(200);
        QVERIFY(!played);
        // Neither does it end a new playing of the marked part at once.
        player.shuttle(1);
        QTRY_VERIFY(player.position() > 20);
        QThread::msleep(50);
        player.playRange({2, 10, false, {}});
        QTRY_VERIFY(!player.isPlaying());
        QCOMPARE(player.position(), 9);
    }

    void anotherStoreOfMediaPlaysNothing() {
        PlayerLink player;
        player.setMedia(std::make_shared<NoMedia>(), nullptr);
        player.setSequence(sequenceOf(100'000));
        player.shuttle(1);
        QTRY_VERIFY(player.position() > 3);
        player.setMedia(std::make_shared<NoMedia>(), nullptr);
        QVERIFY(!player.isPlaying());
        const auto at = player.position();
        QTest::qWait(100);
        QCOMPARE(player.position(), at);
    }

    void aPictureKeepsItsShapeOnBlack() {
        QCOMPARE(letterbox(QSize(960, 540), QSizeF(960, 640)), QRectF(0, 50, 960, 540));
        QCOMPARE(letterbox(QSize(960, 540), QSizeF(1000, 540)), QRectF(20, 0, 960, 540));
        QCOMPARE(letterbox(QSize(), QSizeF(10, 10)), QRectF());
    }

    void referenceWhiteLooksWhiteAndNotBlown() {
        VideoView view(nullptr, VideoView::Path::Cpu);
        view.resize(192, 148);
        // 75 % HLG, code 721: 203 cd/m2.
        view.setPicture(grey(192, 108, 721));
        const QImage shown = view.converted();
        QCOMPARE(shown.size(), QSize(192, 108));
        const QColor white = shown.pixelColor(96, 54);
        QVERIFY2(white.red() > 215 && white.red() < 255, qPrintable(QString::number(white.red())));
        QCOMPARE(white.red(), white.green());
        const QImage grabbed = view.grab().toImage();
        QCOMPARE(grabbed.pixelColor(96, 5).red(), 0); // the letterbox
        QVERIFY(std::abs(grabbed.pixelColor(96, 74).red() - white.red()) <= 1);
    }

    void aStandInSaysSo() {
        VideoView view(nullptr, VideoView::Path::Cpu);
        view.resize(320, 180);
        view.show();
        view.setPicture(grey(320, 180, 400), true);
        const QImage exact = view.grab().toImage();
        view.setPicture(grey(320, 180, 400), false);
        QVERIFY(view.grab().toImage() != exact);
        view.setPicture(grey(320, 180, 400), true);
        QCOMPARE(view.grab().toImage(), exact);
        view.setUnavailable(QStringLiteral("The picture of CAM 2 is damaged here."));
        QVERIFY(view.grab().toImage() != exact);
    }

    void theStripScrubsAndItsMarksAreJumps() {
        ScrubStrip strip(theme::Token::Input);
        strip.resize(416, 20);
        strip.setDuration(401);
        strip.setMarks({{100, QStringLiteral("Gun"), QStringLiteral("gun")}});
        QSignalSpy sought(&strip, &ScrubStrip::sought);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(8 + 200, 10));
        QCOMPARE(sought.takeFirst()[0].toLongLong(), 200);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(8 + 104, 10)); // near the mark
        QCOMPARE(sought.takeFirst()[0].toLongLong(), 100);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(414, 10));
        QCOMPARE(sought.takeFirst()[0].toLongLong(), 400);
    }

    void onlyTheProgrammeStandsBehindItsEnd() {
        const auto sequence = sequenceOf(41);
        PlayerLink source;
        source.setSequence(sequence);
        source.seek(41);
        QCOMPARE(source.position(), 40);
        PlayerLink programme;
        programme.setStandsBehindEnd(true);
        programme.setSequence(sequence);
        programme.seek(41); // where the next clip goes
        QCOMPARE(programme.position(), 41);
        programme.seek(42);
        QCOMPARE(programme.position(), 41);
    }

    void thePanelOffersAnglesAndTimecode() {
        QMainWindow window;
        ActionSet actions(&window);
        ViewerPanel panel(ViewerPanel::Side::Source, actions);
        PlayerLink link;
        panel.attach(&link);
        panel.setAngles({{1, QStringLiteral("Fixed"), true}, {2, QStringLiteral("Finish"), false}}, 1);
        const auto chips = panel.findChildren<Chip*>();
        QCOMPARE(chips.size(), 2);
        QVERIFY(chips[0]->isChecked() && !chips[1]->isEnabled());
        QVERIFY(chips[0]->accessibleName().contains(QStringLiteral("1")));
        // Whoever clicks decides, not the chip.
        QSignalSpy chosen(&panel, &ViewerPanel::angleChosen);
        panel.show();
        QTest::mouseClick(chips[0], Qt::LeftButton);
        QCOMPARE(chosen.takeFirst()[0].toInt(), 1);
        QVERIFY(chips[0]->isChecked());
        panel.setTimeLine(1000, {FrameRate{50, 1}, false}, 36000 * 50);
        QCOMPARE(panel.timecode()->text(), QStringLiteral("10:00:00:00"));
    }

    void marksThatWouldOverlapAreOneWithTheirNumber() {
        ScrubStrip strip(theme::Token::Input);
        strip.resize(416, 20);
        strip.setDuration(401); // a pixel a frame
        QList<StripMark> marks{{50, QStringLiteral("Gun"), QStringLiteral("gun")}};
        for (int place = 0; place < 8; ++place)
            marks << StripMark{300 + 2 * place, QStringLiteral("Finish"), QStringLiteral("finish")};
        strip.setMarks(marks);
        QCOMPARE(strip.drawnMarks(), 2);
        // Each of them is still reached by the mouse.
        QSignalSpy sought(&strip, &ScrubStrip::sought);
        QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(8 + 306, 10));
        QCOMPARE(sought.takeFirst()[0].toLongLong(), 306);
        strip.resize(4016, 20);
        QCOMPARE(strip.drawnMarks(), 9);
    }

    void kHeldMakesJAndLPlaySlowly() {
        KeyedViewer viewer;
        QVERIFY(QTest::qWaitForWindowActive(&viewer.window));
        QWindow* window = viewer.window.windowHandle();
        QTest::keyPress(window, Qt::Key_K);
        QTest::keyPress(window, Qt::Key_L);
        QTRY_COMPARE(viewer.player.state().speed, (playback::Speed{1, 4}));
        QTest::keyRelease(window, Qt::Key_L);
        QTRY_VERIFY(!viewer.player.isPlaying());
        QTest::keyPress(window, Qt::Key_J);
        QTRY_COMPARE(viewer.player.state().speed, (playback::Speed{-1, 4}));
        QTest::keyRelease(window, Qt::Key_K);
        QTRY_VERIFY(!viewer.player.isPlaying());
        QTest::keyRelease(window, Qt::Key_J);
        viewer.click(Qt::Key_L); // K is no longer held
        QTRY_COMPARE(viewer.player.state().speed, (playback::Speed{1, 1}));
    }

    void jAndLGoUpToSixteenTimesAndKStopsOnTheFrameInView() {
        KeyedViewer viewer;
        QVERIFY(QTest::qWaitForWindowActive(&viewer.window));
        for (const int speed : {1, 2, 4, 8, 16, 16}) {
            viewer.click(Qt::Key_L);
            QCOMPARE(viewer.player.state().speed, (playback::Speed{speed, 1}));
        }
        QTRY_VERIFY(viewer.player.position() > 100);
        viewer.click(Qt::Key_K);
        const auto inView = viewer.player.position();
        QTRY_COMPARE(viewer.player.state().position, inView);
        QVERIFY(!viewer.player.isPlaying());
        QCOMPARE(viewer.player.position(), inView);
        for (const int speed : {-1, -2, -4}) {
            viewer.click(Qt::Key_J);
            QCOMPARE(viewer.player.state().speed, (playback::Speed{speed, 1}));
        }
    }

    void aLoopGoesOnAndPlayAroundComesBack() {
        PlayerLink player;
        player.setMedia(std::make_shared<NoMedia>(), nullptr);
        player.setSequence(emptyOf(1000));
        player.seek(500);
        QSignalSpy moved(&player, &PlayerLink::positionChanged);
        player.playRange({20, 26, true, {}});
        QTRY_VERIFY(moved.size() > 20);
        for (const auto& move : moved)
            QVERIFY(move[0].toLongLong() >= 20 && move[0].toLongLong() < 26);
        QVERIFY(player.isPlaying());
        player.stop();
        player.seek(4); // two seconds before it the sequence has not begun
        moved.clear();
        player.playAround(10);
        QCOMPARE(player.position(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), 20000);
        QCOMPARE(player.position(), 4);
        QVERIFY(std::any_of(moved.begin(), moved.end(),
                            [](const auto& move) { return move[0].toLongLong() > 90; }));
    }

    void theNumberPadStartsATimecodeAndTheTopRowAnAngle() {
        KeyedViewer viewer;
        QVERIFY(QTest::qWaitForWindowActive(&viewer.window));
        viewer.click(Qt::Key_5);
        QCOMPARE(viewer.angles, 1);
        QVERIFY(!viewer.panel->timecode()->isEntering());
        viewer.click(Qt::Key_4, Qt::KeypadModifier);
        QVERIFY(viewer.panel->timecode()->isEntering());
        viewer.click(Qt::Key_5); // while typing, a digit is a digit
        viewer.click(Qt::Key_Return);
        QCOMPARE(viewer.angles, 1);
        QCOMPARE(viewer.player.position(), 45);
        viewer.click(Qt::Key_Plus, Qt::KeypadModifier);
        viewer.click(Qt::Key_1, Qt::KeypadModifier);
        viewer.click(Qt::Key_2);
        viewer.click(Qt::Key_Return);
        QCOMPARE(viewer.player.position(), 57);
        viewer.click(Qt::Key_Minus, Qt::KeypadModifier);
        viewer.click(Qt::Key_7);
        viewer.click(Qt::Key_Return);
        QCOMPARE(viewer.player.position(), 50);
    }

    void whatIsNotOpenShowsDashesAndAnEmptyCutZero() {
        QMainWindow window;
        ActionSet actions(&window);
        ViewerPanel panel(ViewerPanel::Side::Programme, actions);
        const auto fields = panel.findChildren<TimecodeField*>();
        QCOMPARE(fields.size(), 2);
        panel.clearTimeLine();
        for (const TimecodeField* field : fields)
            QCOMPARE(field->text(), QStringLiteral("--:--:--:--"));
        panel.setTimeLine(0, {FrameRate{50, 1}, false}, 180'000);
        panel.setRange(std::nullopt);
        QCOMPARE(panel.timecode()->text(), QStringLiteral("01:00:00:00"));
        QCOMPARE(fields[1]->text(), QStringLiteral("00:00:00:00"));
    }

    void everyControlHasAName() {
        QMainWindow window;
        ActionSet actions(&window);
        ViewerPanel panel(ViewerPanel::Side::Programme, actions);
        for (const auto* button : panel.findChildren<QAbstractButton*>())
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        for (const auto* button : panel.findChildren<QToolButton*>())
            QVERIFY(button->width() >= 24 && button->height() >= 24);
    }
};

QTEST_MAIN(TestViewer)
#include "test_viewer.moc"
