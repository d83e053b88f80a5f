#include "tests/ui/viewer/charts.h"
#include "ui/viewer/video_view.h"

#include "core/media/colour_convert.h"

#include <QGuiApplication>
#include <QTest>

using namespace cutaway;
using namespace cutaway::ui;
namespace charts = cutaway::test::charts;

namespace {

using Chart = media::VideoFramePtr (*)(media::PixelFormat, media::Colour);

struct Difference {
    int largest = 0;
    QPoint where;
    qint64 more = 0; ///< channels that differ by more than one code
};

Difference difference(const QImage& a, const QImage& b) {
    const QImage left = a.convertToFormat(QImage::Format_RGBX8888);
    const QImage right = b.convertToFormat(QImage::Format_RGBX8888);
    Difference found;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width() * 4; ++x) {
            const int codes = std::abs(left.constScanLine(y)[x] - right.constScanLine(y)[x]);
            found.more += codes > 1;
            if (codes > found.largest)
                found = {codes, {x / 4, y}, found.more};
        }
    return found;
}

} // namespace

/// The two ways to the screen show the same picture. Needs a display with OpenGL 3.3.
class TestPicture : public QObject {
    Q_OBJECT

    std::unique_ptr<VideoView> m_gl;
    std::unique_ptr<VideoView> m_cpu;

    void compare(const media::VideoFramePtr& frame, const char* name) {
        m_gl->setPicture(frame);
        m_cpu->setPicture(frame);
        QTRY_VERIFY(!m_gl->converted().isNull());
        const QImage gl = m_gl->converted(), cpu = m_cpu->converted();
        QCOMPARE(gl.size(), QSize(frame->width, frame->height));
        QCOMPARE(cpu.size(), gl.size());
        const Difference found = difference(gl, cpu);
        QVERIFY2(found.largest <= 1,
                 qPrintable(QStringLiteral("%1: differs by %2 codes at %3,%4; %5 by more than one")
                                .arg(QLatin1String(name))
                                .arg(found.largest)
                                .arg(found.where.x())
                                .arg(found.where.y())
                                .arg(found.more)));
    }

private Q_SLOTS:
    void initTestCase() {
        if (QGuiApplication::platformName() == QLatin1String("offscreen"))
            QSKIP("OpenGL needs a display");
        m_gl = std::make_unique<VideoView>(nullptr, VideoView::Path::OpenGl);
        m_cpu = std::make_unique<VideoView>(nullptr, VideoView::Path::Cpu);
        for (VideoView* view : {m_gl.get(), m_cpu.get()}) {
            view->resize(640, 200);
            view->show();
            QVERIFY(QTest::qWaitForWindowExposed(view));
        }
        QTRY_COMPARE(m_gl->pathName(), QStringLiteral("OpenGL"));
    }
    void cleanupTestCase() {
        m_gl.reset();
        m_cpu.reset();
    }

    void bothPathsAgree_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("primaries");
        QTest::addColumn<int>("transfer");
        QTest::addColumn<bool>("fullRange");
        struct Meaning {
            const char* name;
            int primaries, transfer;
        };
        struct Layout {
            const char* name;
            media::PixelFormat format;
        };
        for (const Meaning meaning : {Meaning{"SDR", 1, 1}, Meaning{"SDR BT.2020", 9, 14},
                                      Meaning{"HLG", 9, 18}, Meaning{"PQ", 9, 16}})
            for (const Layout layout : {Layout{"4:2:0 8 bit", media::PixelFormat::Yuv420p8},
                                        Layout{"4:2:0 10 bit", media::PixelFormat::Yuv420p10},
                                        Layout{"4:2:2 10 bit", media::PixelFormat::Yuv422p10}})
                for (const bool full : {false, true})
                    QTest::addRow("%s, %s, %s range", meaning.name, layout.name, full ? "full" : "limited")
                        << static_cast<int>(layout.format) << meaning.primaries << meaning.transfer << full;
    }

    void bothPathsAgree() {
        QFETCH(int, format);
        QFETCH(int, primaries);
        QFETCH(int, transfer);
        QFETCH(bool, fullRange);
        const media::Colour colour{primaries, transfer, primaries, fullRange};
        for (const auto& [name, chart] : {std::pair<const char*, Chart>{"greys", charts::greys},
                                          {"patches", charts::patches},
                                          {"gamut", charts::gamut},
                                          {"smooth", charts::smooth},
                                          {"noise", charts::noise}}) {
            compare(chart(static_cast<media::PixelFormat>(format), colour), name);
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// On the screen, at sizes that are no multiple of the picture's.
    void bothPathsScaleAlike_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("own size") << QSize(charts::width, charts::height);
        QTest::newRow("larger") << QSize(1777, 180);
        QTest::newRow("smaller") << QSize(700, 200);
        QTest::newRow("much smaller") << QSize(301, 100);
    }
    void bothPathsScaleAlike() {
        QFETCH(QSize, size);
        for (const auto& [name, chart] : {std::pair<const char*, Chart>{"greys", charts::greys},
                                          {"patches", charts::patches},
                                          {"gamut", charts::gamut},
                                          {"smooth", charts::smooth}}) {
            const auto frame = chart(media::PixelFormat::Yuv420p10, media::Colour::hlg());
            for (VideoView* view : {m_gl.get(), m_cpu.get()}) {
                view->resize(size);
                view->setPicture(frame);
            }
            QTRY_COMPARE(m_gl->size(), size);
            const QImage gl = m_gl->grab().toImage(), cpu = m_cpu->grab().toImage();
            QCOMPARE(gl.size(), cpu.size());
            const Difference found = difference(gl, cpu);
            QVERIFY2(found.largest <= 1,
                     qPrintable(QStringLiteral("%1: differs by %2 codes at %3,%4; %5 by more than one")
                                    .arg(QLatin1String(name))
                                    .arg(found.largest)
                                    .arg(found.where.x())
                                    .arg(found.where.y())
                                    .arg(found.more)));
        }
    }
};

QTEST_MAIN(TestPicture)
#include "test_picture.moc"
