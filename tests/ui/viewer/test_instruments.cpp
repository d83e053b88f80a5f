#include "tests/ui/viewer/grey.h"
#include "ui/actions/action_set.h"
#include "ui/viewer/guides.h"
#include "ui/viewer/level_meter.h"
#include "ui/viewer/picture_quality.h"
#include "ui/viewer/video_view.h"
#include "ui/viewer/viewer_panel.h"

#include <QMainWindow>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace cutaway;
using namespace cutaway::ui;
using test::grey;

/// What measures the sound, and what lies over the picture.
class TestInstruments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metersShowTruePeakBetweenSamplesAndFall() {
        QMainWindow window;
        ActionSet actions(&window);
        loudness::LiveMeter live;
        LevelMeter meter(&live, actions);
        // A quarter of the sample rate at 45 degrees: samples reach -9 dBFS, the tone -6. Left only.
        std::vector<std::int32_t> tone;
        for (int i = 0; i < 24'000; ++i) {
            const double ramp = std::min(1.0, i / 480.0);
            const double value = ramp * 0.5 * std::sqrt(0.5) * (i % 4 < 2 ? 1 : -1);
            tone.push_back(static_cast<std::int32_t>(value * 2147483647.0));
            tone.push_back(0);
        }
        live.hear(tone);
        live.settle();
        meter.advance(40);
        const int peak = meter.shown(0);
        QVERIFY2(peak <= -58 && peak >= -64, qPrintable(QString::number(peak)));
        QCOMPARE(meter.shown(1), -600);
        meter.advance(1700);
        QCOMPARE(meter.shown(0), peak - 200);
        for (int i = 0; i < 100; ++i)
            meter.advance(1000);
        QCOMPARE(meter.shown(0), -600);
    }

    void metersShowLoudness() {
        QMainWindow window;
        ActionSet actions(&window);
        loudness::LiveMeter live;
        LevelMeter meter(&live, actions);
        const auto all = [&] { return QStringList{meter.loudness(0), meter.loudness(1), meter.loudness(2)}; };
        QCOMPARE(all(), (QStringList{QStringLiteral("--"), QStringLiteral("--"), QStringLiteral("--")}));
        for (int second = 0; second < 4; ++second) {
            std::vector<std::int32_t> tone;
            for (int i = 0; i < 48'000; ++i) {
                const double value = std::pow(10, -23.0 / 20) * std::sin(2 * std::numbers::pi * i / 48);
                tone.insert(tone.end(), 2, static_cast<std::int32_t>(value * 2147483647.0));
            }
            live.hear(tone);
            live.settle();
            meter.advance(40);
        }
        QCOMPARE(all(), QStringList(3, QStringLiteral("-23.0")));
        // What is no longer heard has no loudness now; what was measured stays until it is measured anew.
        meter.advance(600);
        QCOMPARE(all(), (QStringList{QStringLiteral("--"), QStringLiteral("--"), QStringLiteral("-23.0")}));
        meter.restart();
        QCOMPARE(meter.loudness(2), QStringLiteral("--"));
    }

    void guidesLieOverThePicture() {
        QMainWindow window;
        ActionSet actions(&window);
        actions.setContext(Context::Cut);
        bindGuides(actions, &window);
        auto* panel = new ViewerPanel(ViewerPanel::Side::Source, actions);
        window.setCentralWidget(panel);
        window.resize(760, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        panel->view()->setPicture(grey(960, 540, 64));
        const auto picture = [&] { return panel->view()->grab().toImage(); };
        const QImage before = picture();
        QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(guidesOn(actions), QList<scopes::Guide>{scopes::Guide::SafeAreas});
        const QImage after = picture();
        QVERIFY(after != before);
        // The line of the action area: 3.5 % from the left, half-way down.
        const QRectF where = letterbox({960, 540}, panel->view()->size());
        const int x = static_cast<int>(std::lround(where.x() + where.width() * 0.035));
        int brightest = 0;
        for (int dx = -2; dx <= 2; ++dx)
            brightest = std::max(brightest, qGray(after.pixel(x + dx, after.height() / 2)));
        QVERIFY2(brightest > 200, qPrintable(QString::number(brightest)));
        QVERIFY(qGray(after.pixel(x + 40, after.height() / 3)) < 40);
        QTest::keyClick(&window, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(guidesOn(actions).size(), 2);
        QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier);
        QTest::keyClick(&window, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(picture(), before);
    }

    void whichPicturePlaysIsPinnedKeptAndSaid() {
        using playback::PictureQuality;
        const auto actionsOf = [](QMainWindow& window) {
            auto* actions = new ActionSet(&window);
            actions->setContext(Context::Cut);
            bindPictureQuality(*actions, &window);
            return actions;
        };
        {
            QMainWindow window;
            ActionSet& actions = *actionsOf(window);
            QVERIFY(actions.trigger(QStringLiteral("play.pictureAutomatic")));
            int changes = 0;
            followPictureQuality(actions, &window, [&] { ++changes; });
            QVERIFY(pictureQualityOf(actions) == PictureQuality::Automatic);
            QVERIFY(actions.trigger(QStringLiteral("play.pictureSmall")));
            QVERIFY(pictureQualityOf(actions) == PictureQuality::Small);
            QVERIFY(changes > 0);
            QVERIFY(actions.trigger(QStringLiteral("play.pictureSmall"))); // chosen again it stays
            QVERIFY(pictureQualityOf(actions) == PictureQuality::Small);
        }
        QMainWindow window;
        ActionSet& actions = *actionsOf(window);
        QVERIFY(pictureQualityOf(actions) == PictureQuality::Small);
        QVERIFY(actions.trigger(QStringLiteral("play.pictureAutomatic")));
        QVERIFY(pictureQualityOf(actions) == PictureQuality::Automatic);

        playback::PresentedPicture shown;
        shown.picture = grey(480, 270, 64);
        shown.rungHeight = 270;
        playback::PlayerState state;
        QCOMPARE(whySmall(state, shown), QString());
        state.small = true;
        state.linkBits = 1'234'000;
        QVERIFY(whySmall(state, shown).contains(QStringLiteral("1.2 Mb/s")));
        shown.best = true; // it was here already
        QCOMPARE(whySmall(state, shown), QString());
    }
};

QTEST_MAIN(TestInstruments)
#include "test_instruments.moc"
