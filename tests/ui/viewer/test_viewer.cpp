#include "ui/actions/action_set.h"
#include "ui/viewer/player_link.h"
#include "ui/viewer/scrub_strip.h"
#include "ui/viewer/video_view.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/timecode_field.h"

#include "core/media/colour_convert.h"

#include <QMainWindow>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

media::VideoFramePtr grey(int width, int height, std::uint16_t luma) {
    auto made = media::allocateFrame(width, height, media::PixelFormat::Yuv420p10, media::Colour::hlg());
    const auto fill = [&](std::size_t plane, int w, int h, std::uint16_t value) {
        for (int y = 0; y < h; ++y)
            for (int x = 0; x < w; ++x)
                reinterpret_cast<std::uint16_t*>(made.planes[plane] + made.frame.strides[plane] * y)[x] =
                    value;
    };
    fill(0, width, height, luma);
    fill(1, width / 2, height / 2, 512);
    fill(2, width / 2, height / 2, 512);
    return made.share();
}

} // namespace

class TestViewer : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        timeline::Clip clip;
        clip.id = Uuid::random();
        clip.media.sourceId = Uuid::random();
        clip.mediaRate = FrameRate{50, 1};
        clip.duration = 41;
        auto sequence = timeline::emptySequence("cut", FrameRate{50, 1}, false);
        auto track = *sequence.tracks.front();
        track.items = {timeline::Item::of(clip)};
        sequence.tracks.front() = std::make_shared<const timeline::Track>(track);

        PlayerLink source;
        source.setSequence(std::make_shared<const timeline::Sequence>(sequence));
        source.seek(41);
        QCOMPARE(source.position(), 40);
        PlayerLink programme;
        programme.setStandsBehindEnd(true);
        programme.setSequence(std::make_shared<const timeline::Sequence>(sequence));
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
        panel.setTimeLine(1000, {FrameRate{50, 1}, false}, 36000 * 50);
        QCOMPARE(panel.timecode()->text(), QStringLiteral("10:00:00:00"));
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
