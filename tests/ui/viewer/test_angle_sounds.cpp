#include "tests/support/cloud_process.h"
#include "tests/support/media_fixtures.h"
#include "ui/actions/action_set.h"
#include "ui/theme/theme.h"
#include "ui/viewer/sound_desk.h"
#include "ui/viewer/source_viewer.h"
#include "ui/widgets/badge.h"

#include <QMainWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

constexpr int patience = 120'000;

/// A device that plays in step with the window's own loop, and knows how loud either side was lately.
class Ears final : public QObject, public playback::AudioOutput {
public:
    Ears() { startTimer(10); }
    bool start(playback::AudioRing& ring) override {
        const std::lock_guard lock(m_mutex);
        m_ring = &ring;
        m_heard = 0;
        return true;
    }
    void stop(const playback::AudioRing& ring) override {
        const std::lock_guard lock(m_mutex);
        if (m_ring == &ring)
            m_ring = nullptr;
    }
    std::int64_t heard() const override { return m_heard; }
    bool failed(const playback::AudioRing& ring) const override {
        const std::lock_guard lock(m_mutex);
        return m_ring != &ring;
    }

    enum Sides { Silence, Left, Right, Both };
    /// Of the last tenth of a second.
    Sides sides() const {
        std::array<bool, 2> loud{};
        for (std::size_t i = 0; i < m_last.size(); ++i)
            loud[i % 2] = loud[i % 2] || m_last[i] != 0;
        return loud[0] ? loud[1] ? Both : Left : loud[1] ? Right : Silence;
    }

protected:
    void timerEvent(QTimerEvent*) override {
        std::vector<std::int32_t> part(2 * 480);
        const std::lock_guard lock(m_mutex);
        const std::size_t got = m_ring ? m_ring->pull(part) : 0;
        m_heard += static_cast<std::int64_t>(got);
        part.resize(got * 2);
        m_last.insert(m_last.end(), part.begin(), part.end());
        if (m_last.size() > 9600)
            m_last.erase(m_last.begin(), m_last.end() - 9600);
    }

private:
    mutable std::mutex m_mutex;
    playback::AudioRing* m_ring = nullptr;
    std::atomic<std::int64_t> m_heard{0};
    std::vector<std::int32_t> m_last; ///< the test's thread
};

} // namespace

/// A viewer on an angle with a stereo sound and a microphone.
class TestAngleSounds : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;

    Uuid takenIn(const char* label) {
        const std::filesystem::path path =
            std::filesystem::path(m_folder.path().toStdString()) / (std::string(label) + ".mp4");
        test::ClipSpec spec = test::smallClip(500, 5);
        spec.audio = {{media::AudioCodec::Aac, 2, 128'000}, {media::AudioCodec::Aac, 1, 64'000}};
        test::makeClipFile(spec, path);
        const Uuid job = Uuid::random();
        const auto output =
            m_cloud->ctl({"ingest", path.string(), "--label", label, "--wait", "--id", job.toString()});
        if (output.code != 0)
            qFatal("%s", output.text.c_str());
        return Uuid::named(job, "source");
    }
    static void save(QWidget& widget, const char* name) {
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        if (!folder.isEmpty())
            widget.grab().save(folder + QStringLiteral("/sounds-%1.png").arg(QLatin1String(name)));
    }
    static void click(SoundDesk& desk, const char* button) {
        auto* found = desk.findChild<QToolButton*>(QLatin1String(button));
        QVERIFY2(found, button);
        QTest::mouseClick(found, Qt::LeftButton);
    }

private Q_SLOTS:
    void initTestCase() {
        theme::apply(*qApp);
        m_cloud = std::make_unique<test::CloudProcess>(m_folder.path().toStdString());
        m_cloud->start();
    }
    void cleanupTestCase() { m_cloud.reset(); }

    void soundsAreChosenWhileTheyPlay() {
        const Uuid first = takenIn("CAM1");
        const Uuid second = takenIn("CAM2");
        Ears ears;
        CloudSession session;
        session.connectTo(m_cloud->connection());
        QMainWindow window;
        ActionSet actions(&window);
        actions.setContext(Context::Cut);
        auto* panel = new ViewerPanel(ViewerPanel::Side::Source, actions);
        panel->addTransportButton(QStringLiteral("angle.sounds"), QStringLiteral("sound"));
        window.setCentralWidget(panel);
        SourceViewer viewer(session, &ears, panel);
        actions.bind(QStringLiteral("angle.sounds"), panel, [&viewer] { viewer.chooseSounds(); });
        QString said;
        connect(&viewer, &SourceViewer::status, this, [&said](const QString& sentence) { said = sentence; });
        window.resize(922, 606);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        viewer.chooseSounds();
        QVERIFY(!said.isEmpty()); // nothing is open

        viewer.openSource(first, QStringLiteral("CAM 1"));
        QTRY_VERIFY_WITH_TIMEOUT(viewer.isLoaded(), patience);
        viewer.playMarked(true);
        QTRY_COMPARE_WITH_TIMEOUT(ears.sides(), Ears::Both, patience);

        // By the key the desk opens, with a row for each sound and nothing chosen.
        QTest::keyClick(window.windowHandle(), Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        auto* desk = panel->findChild<SoundDesk*>();
        QVERIFY(desk && desk->isVisible());
        QCOMPARE(desk->monitoring().size(), std::size_t(2));
        auto* note = panel->findChild<Badge*>(QStringLiteral("soundNote"));
        QVERIFY(note && !note->isVisible());

        click(*desk, "mute1");
        click(*desk, "left2");
        QTRY_COMPARE_WITH_TIMEOUT(ears.sides(), Ears::Left, patience);
        QVERIFY(note->isVisible());
        QVERIFY(note->look().word.contains(QLatin1Char('1')));
        save(window, "window");
        save(*desk, "desk");
        click(*desk, "right2");
        QTRY_COMPARE_WITH_TIMEOUT(ears.sides(), Ears::Right, patience);
        click(*desk, "mute1"); // off: the pair is heard beside it, until the other is soloed
        QTRY_COMPARE_WITH_TIMEOUT(ears.sides(), Ears::Both, patience);
        click(*desk, "solo2");
        QTRY_COMPARE_WITH_TIMEOUT(ears.sides(), Ears::Right, patience);
        click(*desk, "solo2");
        click(*desk, "mute1");
        click(*desk, "mute2");
        QTRY_COMPARE_WITH_TIMEOUT(ears.sides(), Ears::Silence, patience);
        QVERIFY(viewer.player().isPlaying());

        // By keys: the first button has the focus; Space takes the mute away again, Escape closes.
        desk->close();
        QTest::keyClick(window.windowHandle(), Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(desk->isVisible() && desk->focusWidget());
        QCOMPARE(desk->focusWidget()->objectName(), QStringLiteral("mute1"));
        QTest::keyClick(desk->focusWidget(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(ears.sides(), Ears::Both, patience);
        QTest::keyClick(desk, Qt::Key_Escape);
        QVERIFY(!desk->isVisible());

        // Another angle has its own choice, and this one is remembered.
        viewer.openSource(second, QStringLiteral("CAM 2"));
        QTRY_VERIFY_WITH_TIMEOUT(viewer.isLoaded() && viewer.timing().multiSource == second, patience);
        QVERIFY(!note->isVisible());
        viewer.openSource(first, QStringLiteral("CAM 1"));
        QTRY_VERIFY_WITH_TIMEOUT(viewer.isLoaded() && viewer.timing().multiSource == first, patience);
        QVERIFY(note->isVisible());
        QTest::mouseClick(note, Qt::LeftButton);
        QVERIFY(desk->isVisible());
        QVERIFY(desk->monitoring()[1].muted);
        auto* reset = desk->findChild<QToolButton*>(QStringLiteral("reset"));
        QVERIFY(reset);
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(!note->isVisible());
        QVERIFY(!desk->findChild<QToolButton*>(QStringLiteral("mute2"))->isChecked());
    }
};

QTEST_MAIN(TestAngleSounds)
#include "test_angle_sounds.moc"
