#include "core/media/frame_id.h"
#include "deaf_link.h"
#include "tests/support/cloud_process.h"
#include "tests/support/media_fixtures.h"
#include "ui/actions/action_set.h"
#include "ui/theme/theme.h"
#include "ui/viewer/source_viewer.h"
#include "ui/viewer/video_view.h"

#include <QMainWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace cutaway;
using namespace cutaway::ui;

namespace {
constexpr int patience = 120'000;
constexpr std::uint32_t number = 5;
} // namespace

/// A viewer on an angle that comes in at its own speed.
class TestLiveAngle : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;

    Uuid comesIn(std::int64_t frames) {
        const std::filesystem::path path = std::filesystem::path(m_folder->path().toStdString()) / "live.mp4";
        test::ClipSpec spec = test::smallClip(frames, number);
        spec.startTimecode = 10 * 3600 * 50;
        test::makeClipFile(spec, path);
        const Uuid job = Uuid::random();
        const auto output =
            m_cloud->ctl({"ingest", path.string(), "--label", "CAM 1", "--realtime", "--id", job.toString()});
        if (output.code != 0)
            qFatal("%s", output.text.c_str());
        return Uuid::named(job, "source");
    }
    static void save(QWidget& window, const char* name) {
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        if (!folder.isEmpty())
            window.grab().save(folder + QStringLiteral("/live-%1.png").arg(QLatin1String(name)));
    }
    static bool showsItsOwn(const ViewerPanel& panel) {
        const auto& shown = panel.shown();
        const auto id = shown.picture ? media::readFrameId(*shown.picture) : std::nullopt;
        return shown.exact && id && id->source == number && std::int64_t(id->frame) == shown.frame;
    }

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<test::CloudProcess>(m_folder->path().toStdString());
        m_cloud->start();
    }
    void cleanup() { m_cloud.reset(); }

    void itIsFollowedByAKeyAndTheBadgeSaysHowFarBehind_data() {
        QTest::addColumn<bool>("told");
        QTest::newRow("told by the cloud") << true;
        QTest::newRow("asked for") << false;
    }
    void itIsFollowedByAKeyAndTheBadgeSaysHowFarBehind() {
        QFETCH(bool, told);
        const test::DeafLink deaf(static_cast<quint16>(QUrl(QString::fromStdString(m_cloud->url())).port()));
        CloudSession session;
        tams::Connection connection = m_cloud->connection();
        if (!told)
            connection.url = "http://127.0.0.1:" + std::to_string(deaf.serverPort());
        session.connectTo(connection);
        QMainWindow window;
        ActionSet actions(&window);
        actions.setContext(Context::Cut);
        auto* panel = new ViewerPanel(ViewerPanel::Side::Source, actions);
        window.setCentralWidget(panel);
        SourceViewer viewer(session, nullptr, panel);
        actions.bind(QStringLiteral("play.live"), panel, [&viewer] { viewer.goLive(); });
        actions.bind(QStringLiteral("play.toggle"), panel, [&viewer] { viewer.player().toggle(); });
        window.resize(922, 606);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        const Uuid source = comesIn(600);
        QTRY_VERIFY_WITH_TIMEOUT(m_cloud->media().source(source).ok(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(tams::resolveSource(m_cloud->media(), source).value().frameCount() >= 100,
                                 patience);
        viewer.openSource(source, QStringLiteral("CAM 1"));
        QTRY_VERIFY_WITH_TIMEOUT(viewer.isLoaded(), patience);
        QVERIFY(viewer.live().isLive());
        auto* badge = panel->findChild<Badge*>(QStringLiteral("live"));
        QVERIFY(badge && badge->isVisible() && !badge->look().filled);
        QVERIFY(viewer.live().tenthsBehind() >= 10);

        // The key plays at the edge; what comes meanwhile is played on without a hand.
        const std::int64_t end = viewer.timing().end;
        QTest::keyClick(window.windowHandle(), Qt::Key_End, Qt::ControlModifier);
        QVERIFY(viewer.live().isChasing());
        QTRY_VERIFY_WITH_TIMEOUT(viewer.frame() >= end && showsItsOwn(*panel), patience);
        QVERIFY(badge->look().filled);
        QVERIFY(badge->look().word.contains(QLatin1String(" s")));
        save(window, told ? "chasing" : "polled");

        // Marks go where the hand is, on frames that were not there when the angle was opened.
        viewer.markIn();
        viewer.markOut();
        QVERIFY(viewer.range() && viewer.range()->first >= end);

        // A hand that goes elsewhere has left the edge; a click on the badge is back there.
        viewer.player().seek(10);
        QVERIFY(!viewer.live().isChasing());
        QTRY_VERIFY_WITH_TIMEOUT(!badge->look().filled, patience);
        viewer.player().stop();
        if (told)
            save(window, "behind");
        QTest::mouseClick(badge, Qt::LeftButton);
        QVERIFY(viewer.live().isChasing());

        // Where it ends, playing ends and the badge goes.
        QTRY_VERIFY_WITH_TIMEOUT(!viewer.live().isLive(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!viewer.player().isPlaying(), patience);
        QCOMPARE(viewer.timing().end - viewer.timing().first, std::int64_t(600));
        QCOMPARE(viewer.player().position(), std::int64_t(599));
        QTRY_VERIFY_WITH_TIMEOUT(showsItsOwn(*panel), patience);
        QVERIFY(!badge->isVisible());
    }
};

QTEST_MAIN(TestLiveAngle)
#include "test_live_angle.moc"
