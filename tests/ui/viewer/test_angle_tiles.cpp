#include "tests/core/playback/small_cloud.h"
#include "ui/actions/action_set.h"
#include "ui/theme/theme.h"
#include "ui/viewer/angle_tiles.h"
#include "ui/viewer/video_view.h"

#include <QAction>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

using namespace cutaway;
using namespace cutaway::ui;

/// A real cloud, a real viewer, and its angles as tiles.
class TestAngleTiles : public QObject {
    Q_OBJECT

    std::int64_t frameSeen(const VideoView* view) const {
        const auto id =
            view->picture() && view->isExact() ? media::readFrameId(*view->picture()) : std::nullopt;
        return id ? static_cast<std::int64_t>(id->frame) - test::start * 50 : -1;
    }
    static void save(QWidget& window, const char* name) {
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        if (!folder.isEmpty())
            window.grab().save(folder + QStringLiteral("/tiles-%1.png").arg(QLatin1String(name)));
    }

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }

    void allAnglesShowWhatTheViewerShows() {
        MadeMedia made;
        const Uuid id = made.add(1, {50, 1}, {test::start, 0}, test::seconds);
        test::SmallCloud cloud(made, id);
        CloudSession session;
        session.connectTo({cloud.url(), test::token, true});
        QTRY_VERIFY_WITH_TIMEOUT(session.isConnected(), test::patience);

        QMainWindow window;
        ActionSet actions(&window);
        actions.setContext(Context::Cut);
        auto* panel = new ViewerPanel(ViewerPanel::Side::Source, actions);
        window.setCentralWidget(panel);
        SourceViewer viewer(session, nullptr, panel);
        AngleTiles tiles(session, viewer, actions, panel);
        for (int number = 1; number <= 4; ++number)
            actions.bind(QStringLiteral("angle.%1").arg(number), panel,
                         [&viewer, number] { viewer.setAngle(number); });
        window.resize(922, 606);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        catalogue::Unit unit;
        unit.id = Uuid::random();
        unit.name = "Final";
        for (int number = 1; number <= 4; ++number)
            unit.angles.push_back(
                {number, "CAM " + std::to_string(number), cloud.source(), catalogue::AngleState::Ready});
        unit.angles.push_back({5, "CAM 5", {}, catalogue::AngleState::Waiting});
        viewer.open(unit, {2, std::nullopt, false});
        QTRY_VERIFY_WITH_TIMEOUT(viewer.isLoaded(), test::patience);

        QTest::keyClick(window.windowHandle(), Qt::Key_0, Qt::ShiftModifier);
        QVERIFY(tiles.isShown() && tiles.grid()->isVisible() && !panel->view()->isVisible());
        QCOMPARE(tiles.grid()->count(), 4); // the one that is not there yet has no tile
        const auto views = tiles.grid()->findChildren<VideoView*>();
        QCOMPARE(views.size(), 4);
        const auto allAt = [&](std::int64_t frame) {
            return std::all_of(views.begin(), views.end(),
                               [&](const VideoView* view) { return frameSeen(view) == frame; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(allAt(0), test::patience);
        viewer.player().seek(120);
        QTRY_VERIFY_WITH_TIMEOUT(allAt(120), test::patience);
        viewer.player().step(-1);
        QTRY_VERIFY_WITH_TIMEOUT(allAt(119), test::patience);
        save(window, "922");

        // Playing, whenever the viewer has moved on, what a tile calls exact is what the viewer shows.
        int together = 0;
        connect(&viewer.player(), &PlayerLink::positionChanged, this, [&](qint64 frame) {
            for (const VideoView* view : views)
                if (const auto seen = frameSeen(view); seen >= 0)
                    QCOMPARE(seen, std::int64_t(frame));
            together += allAt(frame) ? 1 : 0;
        });
        viewer.player().seek(20);
        viewer.player().toggle();
        QTRY_VERIFY_WITH_TIMEOUT(together > 20, test::patience);
        viewer.player().stop();
        QTRY_VERIFY_WITH_TIMEOUT(allAt(viewer.player().position()), test::patience);

        // Keys and clicks choose, at the same instant.
        const auto at = viewer.player().position();
        QTest::keyClick(window.windowHandle(), Qt::Key_3);
        QCOMPARE(viewer.angle(), 3);
        QTest::mouseClick(views[3], Qt::LeftButton);
        QCOMPARE(viewer.angle(), 4);
        QCOMPARE(viewer.player().position(), at);
        QTRY_VERIFY_WITH_TIMEOUT(allAt(at), test::patience);
        save(window, "chosen");

        QTest::keyClick(window.windowHandle(), Qt::Key_0, Qt::ShiftModifier);
        QVERIFY(!tiles.isShown() && !tiles.grid()->isVisible() && panel->view()->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(frameSeen(panel->view()), at, test::patience);
    }

    void upToNineTilesShareTheRoom() {
        AngleGrid grid;
        grid.resize(606, 236);
        for (int count = 2; count <= AngleGrid::mostAngles; ++count) {
            QList<AngleGrid::Name> names;
            for (int number = 1; number <= count; ++number)
                names << AngleGrid::Name{number, QStringLiteral("CAM %1").arg(number)};
            grid.setAngles(names);
            const int columns = count <= 4 ? 2 : 3;
            for (int i = 0; i < count; ++i) {
                QVERIFY(grid.rect().contains(grid.tileRect(i)));
                QVERIFY(qAbs(grid.tileRect(i).width() - grid.width() / columns) <= 1);
                for (int j = 0; j < i; ++j)
                    QVERIFY(!grid.tileRect(i).intersects(grid.tileRect(j)));
            }
        }
    }
};

QTEST_MAIN(TestAngleTiles)
#include "test_angle_tiles.moc"
