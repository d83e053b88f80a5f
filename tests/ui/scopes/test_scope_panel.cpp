#include "tests/core/scopes/charts.h"

#include "ui/actions/action_set.h"
#include "ui/scopes/scope_panel.h"
#include "ui/scopes/scope_view.h"
#include "ui/scopes/trace_image.h"
#include "ui/theme/theme.h"
#include "ui/viewer/viewer_panel.h"

#include <QHBoxLayout>
#include <QMainWindow>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace cutaway;
using namespace cutaway::ui;
using media::Colour;
using scopes::Kind;

namespace {

media::VideoFramePtr flat(int luma, Colour colour) {
    return scopes::chart(320, 180, media::PixelFormat::Yuv420p10, colour, [=](int, int) {
        return scopes::Codes{luma, 512, 512};
    });
}

playback::PresentedPicture shown(media::VideoFramePtr picture, bool exact = true) {
    playback::PresentedPicture made;
    made.picture = std::move(picture);
    made.exact = exact;
    made.rungHeight = 540;
    return made;
}

/// Two viewers and a scope, with the keys of the Cut page.
struct Window {
    Window()
        : actions(&frame)
        , source(new ViewerPanel(ViewerPanel::Side::Source, actions))
        , programme(new ViewerPanel(ViewerPanel::Side::Programme, actions))
        , panel(new ScopePanel(actions)) {
        auto* centre = new QWidget;
        auto* row = new QHBoxLayout(centre);
        for (QWidget* widget : std::initializer_list<QWidget*>{source, programme, panel})
            row->addWidget(widget);
        frame.setCentralWidget(centre);
        frame.resize(1500, 520);
        source->attach(&sourceLink);
        programme->attach(&programmeLink);
        actions.setContext(Context::Cut);
        panel->bindCommands();
        panel->follow(programme);
        frame.show();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(frame.windowHandle(), key, modifiers);
        QCoreApplication::processEvents();
    }
    bool isChecked(const char* command) { return actions.action(QLatin1String(command))->isChecked(); }

    PlayerLink sourceLink;
    PlayerLink programmeLink;
    QMainWindow frame;
    ActionSet actions;
    ViewerPanel* source;
    ViewerPanel* programme;
    ScopePanel* panel;
};

/// Rows of the image in which something is drawn in its middle column.
std::pair<int, int> drawnRows(const QImage& image) {
    int first = -1, last = -1;
    for (int y = 0; y < image.height(); ++y)
        if (qAlpha(image.pixel(image.width() / 2, y)) > 100) {
            first = first < 0 ? y : first;
            last = y;
        }
    return {first, last};
}

} // namespace

class TestScopePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        theme::apply(*qApp);
    }
    void init() {
        QSettings().clear();
        m_window = std::make_unique<Window>();
        QVERIFY(QTest::qWaitForWindowActive(&m_window->frame));
    }
    void cleanup() { m_window.reset(); }

    void keysShowChooseAndHide() {
        Window& window = *m_window;
        QVERIFY(!window.panel->isVisible());
        window.key(Qt::Key_F5);
        QVERIFY(window.panel->isVisible());
        QCOMPARE(window.panel->kind(), Kind::Waveform);
        QVERIFY(window.isChecked("view.waveform") && window.isChecked("view.scopes"));
        window.key(Qt::Key_F7);
        QCOMPARE(window.panel->kind(), Kind::Vectorscope);
        QVERIFY(!window.isChecked("view.waveform") && window.isChecked("view.vectorscope"));
        window.key(Qt::Key_F7); // again: away
        QVERIFY(!window.panel->isVisible());
        QVERIFY(!window.isChecked("view.vectorscope") && !window.isChecked("view.scopes"));
        window.key(Qt::Key_F5, Qt::ShiftModifier); // the one used last
        QVERIFY(window.panel->isVisible());
        QCOMPARE(window.panel->kind(), Kind::Vectorscope);
        window.key(Qt::Key_F5, Qt::ShiftModifier);
        QVERIFY(!window.panel->isVisible());
        window.key(Qt::Key_F6);
        QCOMPARE(window.panel->kind(), Kind::Parade);
        window.key(Qt::Key_F8);
        QCOMPARE(window.panel->kind(), Kind::Histogram);
    }
    void buttonsChooseToo() {
        Window& window = *m_window;
        window.key(Qt::Key_F5);
        auto* histogram = window.panel->findChild<QToolButton*>(QStringLiteral("button.view.histogram"));
        QVERIFY(histogram && histogram->toolTip().contains(QStringLiteral("(F8)")));
        QTest::mouseClick(histogram, Qt::LeftButton);
        QCOMPARE(window.panel->kind(), Kind::Histogram);
        QVERIFY(histogram->isChecked());
    }
    void theLastScopeIsRemembered() {
        m_window->key(Qt::Key_F6);
        m_window = std::make_unique<Window>();
        QVERIFY(m_window->panel->isVisible());
        QCOMPARE(m_window->panel->kind(), Kind::Parade);
        QVERIFY(m_window->isChecked("view.parade") && m_window->isChecked("view.scopes"));
    }

    void aScopeSaysOfWhatItIsAndNitsOnlyInHdr() {
        Window& window = *m_window;
        window.key(Qt::Key_F5);
        QSignalSpy traces(window.panel, &ScopePanel::traceShown);
        Q_EMIT window.programmeLink.pictureChanged(shown(flat(721, Colour::hlg())));
        QTRY_VERIFY(!traces.isEmpty() && !window.panel->view()->isEmpty());
        QCOMPARE(window.panel->heading(), QStringLiteral("Programme, 540p HLG"));
        QVERIFY(window.panel->view()->lightLabels().contains(QStringLiteral("203")));
        QVERIFY(window.panel->view()->lightLabels().contains(QStringLiteral("1000")));
        traces.clear();
        Q_EMIT window.programmeLink.pictureChanged(shown(flat(721, Colour::sdr()), false));
        QTRY_VERIFY(window.panel->view()->colour() == Colour::sdr());
        QCOMPARE(window.panel->heading(), QStringLiteral("Programme, 540p SDR, not exact"));
        QVERIFY(window.panel->view()->lightLabels().isEmpty());
        // The other viewer's picture is not looked at, until keys go there.
        Q_EMIT window.sourceLink.pictureChanged(shown(flat(300, Colour::hlg())));
        QCOMPARE(window.panel->heading(), QStringLiteral("Programme, 540p SDR, not exact"));
        window.panel->follow(window.source);
        QCOMPARE(window.panel->heading(), QStringLiteral("Angle, 540p HLG"));
        QTRY_VERIFY(window.panel->view()->colour() == Colour::hlg());
        window.source->clearTimeLine();
        QVERIFY(window.panel->view()->isEmpty());
        QCOMPARE(window.panel->heading(), QStringLiteral("Angle"));
    }
    void aHiddenScopeCostsNothing() {
        Window& window = *m_window;
        QSignalSpy traces(window.panel, &ScopePanel::traceShown);
        auto picture = flat(400, Colour::sdr());
        Q_EMIT window.programmeLink.pictureChanged(shown(picture));
        QTest::qWait(50);
        QCOMPARE(traces.size(), 0);
        window.key(Qt::Key_F5); // shown: the picture that stands is analysed
        QTRY_VERIFY(!traces.isEmpty());
    }
    void everyScopeDrawsSomething() {
        Window& window = *m_window;
        const auto bars =
            scopes::chart(320, 180, media::PixelFormat::Yuv422p10, Colour::hlg(), [](int x, int y) {
                return scopes::Codes{64 + x * 876 / 320, 512 + (y - 90) * 2, 512 + (x - 160)};
            });
        Q_EMIT window.programmeLink.pictureChanged(shown(bars));
        for (const Qt::Key key : {Qt::Key_F5, Qt::Key_F6, Qt::Key_F7, Qt::Key_F8}) {
            QSignalSpy traces(window.panel, &ScopePanel::traceShown);
            window.key(key);
            QTRY_VERIFY(!traces.isEmpty() && !window.panel->view()->isEmpty());
            if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
                QVERIFY(window.frame.grab().save(
                    folder + QStringLiteral("/scope-%1.png").arg(static_cast<int>(window.panel->kind()))));
            const QImage picture = window.panel->view()->grab().toImage();
            int lit = 0;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    lit += qGray(picture.pixel(x, y)) > 60;
            QVERIFY(lit > 1000);
        }
    }
    void theTraceOfReferenceWhiteLiesOnItsLine() {
        const auto trace = scopes::analyse(*flat(721, Colour::hlg()), Kind::Waveform);
        const QImage image = traceImage(trace, {300, 512});
        const double line =
            512 *
            (1 - (scopes::rowOfLevel(scopes::lightLines(Colour::hlg()).front().level, Colour::hlg()) + 0.5) /
                     scopes::levels);
        const auto [first, last] = drawnRows(image);
        QVERIFY(first >= 0 && last - first < 6);
        QVERIFY2(std::abs((first + last) / 2.0 - line) < 2.5, qPrintable(QString::number(first)));
    }
    void tinyPlotsDrawNothingAndDoNotFail() {
        for (const Kind kind : {Kind::Waveform, Kind::Parade, Kind::Vectorscope, Kind::Histogram}) {
            const auto trace = scopes::analyse(*flat(500, Colour::sdr()), kind);
            QVERIFY(traceImage(trace, {}).isNull());
            QVERIFY(!traceImage(trace, {16, 16}).isNull());
        }
    }

private:
    QTemporaryDir m_settings;
    std::unique_ptr<Window> m_window;
};

QTEST_MAIN(TestScopePanel)
#include "test_scope_panel.moc"
