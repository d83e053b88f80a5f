#include "../../core/timeline/timeline_fixture.h"

#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"

#include "core/timeline/sound_effects.h"

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

namespace {

enum { V1, A1, A2 };

class SteadyWaveform : public WaveformProvider {
public:
    bool peaks(const Uuid&, int, std::int64_t, std::int64_t, std::span<Peak> peaks) override {
        std::fill(peaks.begin(), peaks.end(), Peak{-9000, 9000});
        return true;
    }
    void onArrived(std::function<void()>) override {}
};

} // namespace

/// The gain line of a sound and its keyframes, by real presses, moves and releases of the mouse.
class TestGainLine : public QObject {
    Q_OBJECT
    SteadyWaveform m_waveform;
    std::unique_ptr<SessionLink> m_link;
    std::unique_ptr<TimelineView> m_view;

    EditorSession& session() { return m_link->session(); }
    ClipPlace clip() { return *clipAt(*session().sequence(), A1, 100); }
    GainLine line() {
        m_clip = *clip().clip;
        const QRect body = m_view->clipRect(A1, {0, 200});
        return GainLine(m_clip, body.adjusted(0, 0, -1, 0), m_view->scale(), {50, 1});
    }
    /// Where the line is at a frame, in the widget.
    QPoint onLine(std::int64_t frame) {
        const GainLine now = line();
        return {now.xOf(frame * 960), now.yOf(gainAt(m_clip, frame * 960))};
    }
    QPoint atGain(std::int64_t frame, std::int64_t gain) {
        const GainLine now = line();
        return {now.xOf(frame * 960), now.yOf(gain)};
    }
    void moveTo(QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent move(QEvent::MouseMove, to, m_view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QCoreApplication::sendEvent(m_view.get(), &move);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(m_view.get(), Qt::LeftButton, modifiers, from);
        moveTo(from + (to - from) / 2, modifiers);
        moveTo(to, modifiers);
        grab("gain-drag");
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, modifiers, to);
    }
    void click(QPoint at, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(m_view.get(), Qt::LeftButton, modifiers, at);
    }
    const std::vector<Keyframe>& keys() {
        m_effects = soundEffectsOf(*clip().clip);
        return m_effects.gain.keys;
    }
    void grab(const char* name) {
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        if (!folder.isEmpty())
            QVERIFY(
                m_view->grab().save(folder + QStringLiteral("/timeline-%1.png").arg(QLatin1String(name))));
    }
    Clip m_clip;
    SoundEffects m_effects;

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }
    void init() {
        m_link = std::make_unique<SessionLink>();
        m_view = std::make_unique<TimelineView>(*m_link);
        m_view->setProviders(nullptr, &m_waveform);
        m_view->setSourceMembers(true, 2);
        m_view->resize(1280, 340);
        m_view->show();
        m_link->open(std::make_unique<EditorSession>(
            History(std::make_shared<const Sequence>(emptySequence("Cut", {50, 1}, false)))));
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QVERIFY(m_link->report(session().place(part(angle(1), 0, 200), 0, false)));
        m_view->zoomFit();
        QCoreApplication::processEvents();
    }
    void cleanup() {
        m_view.reset();
        m_link.reset();
    }

    void theLineIsDraggedUpAndDown() {
        const auto steps = session().history().undoCount();
        drag(onLine(80), atGain(80, -1'200));
        QVERIFY2(std::abs(clip().clip->gain + 1'200) < 120, qPrintable(QString::number(clip().clip->gain)));
        QCOMPARE(clipAt(*session().sequence(), A2, 100)->clip->gain, 0); // that one alone
        QCOMPARE(session().history().undoCount(), steps + 1);
        QCOMPARE(session().history().undoName(), std::string("Gain"));
        COMPARE_TRACK(*session().sequence(), A1, "A0+200"); // it did not move
        drag(onLine(80), atGain(80, 20));                   // as it comes is snapped to
        QCOMPARE(clip().clip->gain, 0);
        // The middle of a clip takes the clip.
        const QPoint middle = m_view->pointAt(A1, 80);
        drag(middle, middle + QPoint(static_cast<int>(m_view->scale().widthOf(40)), 0));
        COMPARE_TRACK(*session().sequence(), A1, "gap40 A0+200");
    }
    void controlAddsAndRemovesKeyframes() {
        click(onLine(50), Qt::ControlModifier);
        click(onLine(150), Qt::ControlModifier);
        QCOMPARE(keys().size(), std::size_t(2));
        QCOMPARE(keys()[0].value, 0);
        // Between them both go, beyond them the last.
        drag(onLine(100), atGain(100, -1'800));
        QVERIFY(std::abs(gainAt(*clip().clip, 100 * 960) + 1'800) < 150);
        QCOMPARE(gainAt(*clip().clip, 0), gainAt(*clip().clip, 100 * 960));
        // One keyframe in both directions: it stands at the start of a frame.
        drag(onLine(150), atGain(170, -600));
        QVERIFY(std::abs(keys()[1].value + 600) < 120);
        QCOMPARE(keys()[1].unit % 960, 0);
        QVERIFY(std::abs(keys()[1].unit - 170 * 960) < 3 * 960);
        grab("gain-keyframes");
        // With Ctrl a drag makes a keyframe and takes it along.
        drag(onLine(100), atGain(100, -300), Qt::ControlModifier);
        QCOMPARE(keys().size(), std::size_t(3));
        QVERIFY(std::abs(keys()[1].value + 300) < 120);
        const auto at = keys()[1].unit / 960;
        click(onLine(at), Qt::ControlModifier);
        QCOMPARE(keys().size(), std::size_t(2));
        for (int i = 0; i < 6; ++i)
            QVERIFY(m_link->report(session().undo()));
        QVERIFY(!clip().clip->sound);
    }
    void escapeLeavesItAsItWas() {
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, onLine(80));
        moveTo(atGain(80, -3'000));
        QVERIFY(clip().clip->gain < -2'000);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(clip().clip->gain, 0);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, atGain(80, -3'000));
        QVERIFY(!session().isDragging());
        QCOMPARE(clip().clip->gain, 0);
    }
    void aLockedTrackAndOtherToolsLeaveItAlone() {
        QVERIFY(session().toggle(session().sequence()->tracks[A1]->id, TrackToggle::Lock, true).ok());
        drag(onLine(80), atGain(80, -1'200));
        QCOMPARE(clip().clip->gain, 0);
        QVERIFY(session().toggle(session().sequence()->tracks[A1]->id, TrackToggle::Lock, false).ok());
        session().setTool(Tool::Slip);
        drag(onLine(80), atGain(80, -1'200));
        QCOMPARE(clip().clip->gain, 0);
    }
};

QTEST_MAIN(TestGainLine)
#include "test_gain_line.moc"
