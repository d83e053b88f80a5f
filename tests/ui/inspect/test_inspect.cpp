#include "tests/core/playback/master_cloud.h"
#include "ui/inspect/inspect_view.h"
#include "ui/inspect/inspect_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cstring>
#include <functional>

using namespace cutaway;
using namespace cutaway::ui;
using test::MasterCloud;

namespace {

constexpr int patience = 60'000;
constexpr std::int64_t first = MasterCloud::first;

/// The number that the picture on screen carries.
std::int64_t numberOf(const QImage& image) {
    auto frame = media::allocateFrame(image.width(), image.height(), media::PixelFormat::Yuv420p8,
                                      media::Colour::sdr());
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            frame.planes[0][y * frame.frame.strides[0] + x] =
                static_cast<std::uint8_t>(16 + qGray(image.pixel(x, y)) * 219 / 255);
    for (std::size_t plane : {1, 2})
        std::memset(frame.planes[plane], 128,
                    static_cast<std::size_t>(frame.frame.strides[plane] * image.height() / 2));
    const auto id = media::readFrameId(*frame.share());
    return id && id->source == MasterCloud::number ? static_cast<std::int64_t>(id->frame) : -1;
}

} // namespace

/// The Inspect window with a real cloud that holds a UHD master: what it shows, by the numbers in the
/// pictures.
class TestInspect : public QObject {
    Q_OBJECT

    MasterCloud m_cloud;
    Uuid m_source;

    static bool loads(InspectWindow& window, const std::function<void()>& ask) {
        QSignalSpy shown(&window, &InspectWindow::shown);
        ask();
        return shown.count() > 0 || shown.wait(patience);
    }

private Q_SLOTS:
    void initTestCase() {
        theme::apply(*qApp);
        m_source =
            m_cloud.angle({.width = 3840, .height = 2160, .frames = 5, .pieces = 2, .bFrames = 2}).sourceId;
    }

    void aFrameOfTheMasterAtFullSize() {
        CloudSession session;
        QSignalSpy opened(&session, &CloudSession::opened);
        session.connectTo(m_cloud.connection());
        QVERIFY(opened.count() > 0 || opened.wait(patience));
        InspectWindow window(session);
        window.resize(1280, 800);
        auto proxy = media::allocateFrame(960, 540, media::PixelFormat::Yuv420p10, media::Colour::hlg());
        std::memset(proxy.planes[0], 1, static_cast<std::size_t>(proxy.frame.strides[0]) * 540);
        for (std::size_t plane : {1, 2})
            std::memset(proxy.planes[plane], 2, static_cast<std::size_t>(proxy.frame.strides[plane]) * 270);
        QSignalSpy shown(&window, &InspectWindow::shown);
        window.inspect({m_source, first + 3, QStringLiteral("CAM 4"), proxy.share()});
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.isExact() || window.view()->isStandIn()); // the proxy first
        QVERIFY(shown.count() > 0 || shown.wait(patience));
        QVERIFY(window.isExact());
        QCOMPARE(window.view()->picture().size(), QSize(3840, 2160));
        QCOMPARE(numberOf(window.view()->picture()), first + 3);
        QVERIFY(window.windowTitle().contains(QLatin1String("CAM 4")));

        // By keys: over the end of a piece, and back; not beyond the ends.
        const auto press = [&](Qt::Key key) { QTest::keyClick(window.view(), key); };
        for (const std::int64_t expected : {first + 4, first + 5}) {
            QVERIFY(loads(window, [&] { press(Qt::Key_Right); }));
            QCOMPARE(numberOf(window.view()->picture()), expected);
        }
        QVERIFY(loads(window, [&] { QTest::keyClick(window.view(), Qt::Key_Left, Qt::ShiftModifier); }));
        QCOMPARE(numberOf(window.view()->picture()), first);
        press(Qt::Key_Left);
        QCOMPARE(window.frame(), first);
        QVERIFY(window.isExact());

        // The frame before is not the one asked for; who cancels is back on it.
        press(Qt::Key_Right);
        QVERIFY(!window.isExact());
        QCOMPARE(window.frame(), first + 1);
        for (auto* button : window.findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Cancel"))
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(window.isExact());
        QCOMPARE(window.frame(), first);
        QCOMPARE(numberOf(window.view()->picture()), first);

        // Zoom and pan: 1:1 is pixel for pixel, the point under the wheel stays, dragging moves, F fits.
        InspectView& view = *window.view();
        QVERIFY(view.isFitted());
        press(Qt::Key_1);
        QCOMPARE(view.scale(), 1.0);
        QCOMPARE(view.visiblePart().width(), view.width() * view.devicePixelRatioF());
        const QImage seen = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QRect part = view.visiblePart().toAlignedRect();
        const QImage expected = view.picture().copy(part).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(seen.pixel(100, 100), expected.pixel(100, 100));
        QCOMPARE(seen.pixel(seen.width() - 20, 50), expected.pixel(seen.width() - 20, 50));
        const QPointF before = view.visiblePart().center();
        QTest::mousePress(&view, Qt::LeftButton, {}, {400, 300});
        QTest::mouseMove(&view, {300, 260});
        QTest::mouseRelease(&view, Qt::LeftButton, {}, {300, 260});
        QCOMPARE(view.visiblePart().center() - before, QPointF(100, 40) * view.devicePixelRatioF());
        const QPointF mouse(200, 150);
        const auto under = [&] {
            return view.visiblePart().topLeft() + mouse * view.devicePixelRatioF() / view.scale();
        };
        const QPointF held = under();
        QWheelEvent wheel(mouse, view.mapToGlobal(mouse), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &wheel);
        QVERIFY(view.scale() > 1.5);
        QVERIFY((under() - held).manhattanLength() < 1);
        if (const QString folder = qEnvironmentVariable("CUTAWAY_PICTURES"); !folder.isEmpty())
            window.grab().save(folder + QStringLiteral("/inspect-zoomed.png"));
        press(Qt::Key_F);
        QVERIFY(view.isFitted());
        if (const QString folder = qEnvironmentVariable("CUTAWAY_PICTURES"); !folder.isEmpty())
            window.grab().save(folder + QStringLiteral("/inspect.png"));
        press(Qt::Key_Escape);
        QVERIFY(!window.isVisible());
    }

    void whyThereIsNoneIsSaid() {
        CloudSession session;
        InspectWindow window(session);
        QVERIFY(loads(window, [&] { window.inspect({m_source, first, QStringLiteral("CAM 4"), nullptr}); }));
        QVERIFY(!window.isExact()); // no cloud
        QSignalSpy opened(&session, &CloudSession::opened);
        session.connectTo(m_cloud.connection());
        QVERIFY(opened.count() > 0 || opened.wait(patience));
        QVERIFY(loads(window, [&] {
            window.inspect({m_source, first + 10, QStringLiteral("CAM 4"), nullptr});
        }));
        QVERIFY(!window.isExact()); // behind the end
        QVERIFY(loads(window, [&] {
            window.inspect({m_source, first + 9, QStringLiteral("CAM 4"), nullptr});
        }));
        QVERIFY(window.isExact());
        QCOMPARE(numberOf(window.view()->picture()), first + 9);
    }
};

QTEST_MAIN(TestInspect)
#include "test_inspect.moc"
