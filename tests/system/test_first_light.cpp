#include "first_light_media.h"

#include "app/editor/editor.h"
#include "core/media/decoder.h"
#include "core/media/probe.h"
#include "ui/browse/browse_page.h"
#include "ui/cut/cut_page.h"
#include "ui/deliver/deliver_page.h"
#include "ui/deliver/formats_panel.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"
#include "ui/viewer/video_view.h"

#include <QFile>
#include <QMouseEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace cutaway;
using namespace cutaway::test;

namespace {

constexpr std::int64_t masterFrames = 90;
constexpr int minutes = 60 * 1000;
enum { V1, A1 };

/// What the delivered file must show at each record frame.
using Expected = std::vector<ReadId>;

void appendRun(Expected& expected, std::uint32_t angle, std::int64_t first, std::int64_t end) {
    for (std::int64_t n = first; n < end; ++n)
        expected.push_back({angle, static_cast<std::uint32_t>(n)});
}

/// Mono sum of a range of samples, as doubles for correlating.
std::vector<double> mono(const media::AudioBlock& block) {
    std::vector<double> out(static_cast<std::size_t>(block.frames()));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = block.samples[i * static_cast<std::size_t>(block.channels)] / 2147483648.0;
    return out;
}

/// The lag in [-reach, reach] at which `a` follows `b` best.
int bestLag(const std::vector<double>& a, const std::vector<double>& b, int reach) {
    int best = 0;
    double highest = -1e300;
    for (int lag = -reach; lag <= reach; ++lag) {
        double sum = 0;
        for (std::size_t i = static_cast<std::size_t>(reach); i + static_cast<std::size_t>(reach) < b.size();
             ++i)
            sum += a[static_cast<std::size_t>(static_cast<int>(i) + lag)] * b[i];
        if (sum > highest) {
            highest = sum;
            best = lag;
        }
    }
    return best;
}

} // namespace

/// The main job, by keys and mouse in the real window, against a real cloud over HTTP, on real UHD HDR
/// masters.
class TestFirstLight : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CloudProcess> m_cloud;
    std::unique_ptr<Editor> m_editor;
    ThreeAngles m_final;
    Expected m_expected;
    /// Record samples [first, end) that sound source samples from `from` on, of an angle.
    struct SoundRun {
        int angle;
        std::int64_t first, end, from;
    };
    std::vector<SoundRun> m_sound;

    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    ui::CutPage& cut() { return m_editor->cut(); }
    const timeline::Sequence& now() { return *m_editor->cut().document().session().sequence(); }
    void key(Qt::Key k, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(m_editor->window().windowHandle(), k, modifiers);
        QCoreApplication::processEvents();
    }
    /// Walks the viewer in front to a frame counted from its start, by keys.
    void walkTo(int frame) {
        key(Qt::Key_Home);
        for (int i = 0; i < frame / 5; ++i)
            key(Qt::Key_Right, Qt::ShiftModifier);
        for (int i = 0; i < frame % 5; ++i)
            key(Qt::Key_Right);
    }
    void markInSource(int angle, int in, int last) {
        key(Qt::Key_2, Qt::ShiftModifier);
        key(static_cast<Qt::Key>(Qt::Key_0 + angle));
        QTRY_COMPARE_WITH_TIMEOUT(cut().sourceViewer().angle(), angle, minutes);
        walkTo(in);
        key(Qt::Key_I);
        walkTo(last);
        key(Qt::Key_O);
        const auto range = cut().sourceViewer().range();
        QVERIFY(range);
        QCOMPARE(range->first - cut().sourceViewer().timing().first, std::int64_t(in));
        QCOMPARE(range->end - cut().sourceViewer().timing().first, std::int64_t(last + 1));
    }
    /// Kept for looking at when CUTAWAY_GRABS names a folder.
    void grab(const char* name) {
        if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
            m_editor->window().grab().save(folder +
                                           QStringLiteral("/first-light-%1.png").arg(QLatin1String(name)));
    }
    /// A drag with the left button.
    void drag(QWidget& widget, QPoint from, QPoint to) {
        QTest::mousePress(&widget, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint at = from + (to - from) * step / 4;
            QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&widget, &move);
        }
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    }
    void playheadTo(int frame) {
        key(Qt::Key_3, Qt::ShiftModifier);
        cut().goTo(frame);
    }

    void start(FrameRate rate, bool dropFrame) {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_cloud = std::make_unique<CloudProcess>(path("cloud"));
        m_cloud->start();
        m_final = ingestThreeAngles(*m_cloud, path("."), rate, dropFrame, masterFrames);
        EditorOptions options;
        options.dataFolder = QString::fromStdString(path("editor").string());
        QFile token(QString::fromStdString(m_cloud->tokenFile().string()));
        QVERIFY(token.open(QIODevice::ReadOnly));
        options.cloud = tams::Connection{m_cloud->url(), token.readAll().trimmed().toStdString(), false};
        m_editor = std::make_unique<Editor>(options);
        m_editor->window().resize(1920, 1080);
        m_editor->start();
        QVERIFY(QTest::qWaitForWindowExposed(&m_editor->window()));
        m_editor->window().activateWindow();
    }

    void cutByHand() {
        auto& browse = m_editor->browse();
        QTRY_VERIFY_WITH_TIMEOUT(browse.viewer().isLoaded() && browse.viewer().panel()->view()->isExact(),
                                 minutes);
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_editor->window().currentPage() == &cut() && cut().sourceViewer().isLoaded(), minutes);
        QCOMPARE(cut().sourceViewer().angle(), browse.viewer().angle());

        markInSource(1, 10, 29);
        playheadTo(0);
        key(Qt::Key_Comma);
        QCOMPARE(now().durationFrames(), 20);
        markInSource(2, 40, 64);
        playheadTo(20);
        key(Qt::Key_Comma);
        QCOMPARE(now().durationFrames(), 45);

        // The third is picture only, over sound that runs on: its sound track is no target.
        auto& view = cut().timelineView();
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.buttonRect(A1, ui::HeaderButton::Target).center());
        QVERIFY(!now().tracks[A1]->targeted);
        markInSource(3, 70, 79);
        playheadTo(5);
        key(Qt::Key_Period);
        QCOMPARE(now().durationFrames(), 45);
        QCOMPARE(now().tracks[V1]->items.size(), std::size_t(4));
        QCOMPARE(now().tracks[A1]->items.size(), std::size_t(2));

        // The last edge is dragged to the left, and back by undo, and there again by redo.
        key(Qt::Key_Backslash);
        const timeline::Sequence before = now();
        const int frameWidth = static_cast<int>(view.scale().widthOf(1));
        const QPoint edge = view.pointAt(V1, 44) + QPoint(frameWidth - frameWidth / 2 - 2, 0);
        drag(view, edge, edge - QPoint(5 * frameWidth, 0));
        grab("trimmed");
        const std::int64_t trimmed = now().durationFrames();
        QVERIFY2(trimmed < 45 && trimmed > 30, qPrintable(QString::number(trimmed)));
        const timeline::Sequence after = now();
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(now() == before);
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(now() == after);

        m_expected.clear();
        appendRun(m_expected, 1, 10, 15);
        appendRun(m_expected, 3, 70, 80);
        appendRun(m_expected, 1, 25, 30);
        appendRun(m_expected, 2, 40, 40 + trimmed - 20);
        const FrameRate rate = m_final.rate;
        const auto s = [rate](std::int64_t frame) { return samplesAtFrame(frame, rate); };
        m_sound = {{1, 0, s(20), s(10)}, {2, s(20), s(trimmed), s(40)}};
    }

    void deliverByHand() {
        key(Qt::Key_M, Qt::ControlModifier);
        auto& page = m_editor->deliver();
        QTRY_VERIFY_WITH_TIMEOUT(!page.model().profiles().empty(), minutes);
        page.formats().choose({"hevc-hlg-mp4", "xavc-i300-mxf"});
        key(Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(page.model().submissions().size(), std::size_t(1), minutes);
        const catalogue::Submission sent = page.model().submissions().front();

        // A second time under the same id makes no second job.
        const auto client = m_cloud->client();
        catalogue::SubmissionRequest again;
        again.id = sent.id;
        again.title = sent.title;
        again.otio = cut().otio();
        again.profiles = sent.profiles;
        const auto outcome = client.submit(again);
        QVERIFY2(outcome.ok(), outcome.ok() ? "" : outcome.error().message.c_str());
        QVERIFY(outcome->submission && outcome->submission->job.id == sent.job.id);

        QTRY_VERIFY_WITH_TIMEOUT(page.model().submission(sent.id)->job.isOver(), 15 * minutes);
        const auto& job = page.model().submission(sent.id)->job;
        QVERIFY2(job.state == catalogue::JobState::Delivered, job.error ? job.error->summary.c_str() : "");
        const auto jobs = client.jobs({std::nullopt, "conform", 100});
        QVERIFY(jobs.ok());
        QCOMPARE(jobs->size(), std::size_t(1));
        const auto delivered = client.submission(sent.id);
        QVERIFY(delivered.ok());
        QCOMPARE(delivered->deliveries.size(), std::size_t(2));
        for (const auto& delivery : delivered->deliveries)
            QVERIFY(client.download(delivery, path(delivery.profile.c_str())).ok());
    }

    void checkPictures(const char* profile) {
        const auto info = media::probe(*media::fileSource(path(profile)));
        QVERIFY(info.ok() && info->video);
        QCOMPARE(info->video->width, 3840);
        QCOMPARE(info->video->height, 2160);
        QCOMPARE(info->video->bits, 10);
        QVERIFY(info->video->colour == media::Colour::hlg());
        QVERIFY(info->video->rate == m_final.rate);
        QCOMPARE(info->video->dropFrame, m_final.dropFrame);
        QCOMPARE(QString::fromStdString(info->video->timecode),
                 m_final.dropFrame ? QStringLiteral("01:00:00;00") : QStringLiteral("01:00:00:00"));
        const auto ids = frameIdsOf(path(profile));
        QCOMPARE(ids.size(), m_expected.size());
        for (std::size_t n = 0; n < ids.size(); ++n)
            QVERIFY2(ids[n] == m_expected[n], qPrintable(QStringLiteral("frame %1 shows %2/%3, not %4/%5")
                                                             .arg(n)
                                                             .arg(ids[n].source)
                                                             .arg(ids[n].frame)
                                                             .arg(m_expected[n].source)
                                                             .arg(m_expected[n].frame)));
    }

    media::AudioBlock masterSound(const SoundRun& run) const {
        auto source = media::fileSource(m_final.files[static_cast<std::size_t>(run.angle - 1)]);
        auto decoder = media::AudioDecoder::open(*source);
        return decoder->read(run.from, run.end - run.first).value();
    }

    void checkSound() {
        auto exact = media::AudioDecoder::open(*media::fileSource(path("xavc-i300-mxf")));
        QVERIFY(exact.ok());
        QCOMPARE(exact->sampleCount(), m_sound.back().end);
        auto coded = media::AudioDecoder::open(*media::fileSource(path("hevc-hlg-mp4")));
        QVERIFY(coded.ok());
        QCOMPARE(coded->sampleCount(), m_sound.back().end);
        for (const SoundRun& run : m_sound) {
            const auto master = masterSound(run);
            const auto same = exact->read(run.first, run.end - run.first).value();
            // A mono track of the MXF is one channel of the master.
            for (std::int64_t i = 0; i < master.frames(); ++i)
                QCOMPARE(same.samples[static_cast<std::size_t>(i * same.channels)],
                         master.samples[static_cast<std::size_t>(i * master.channels)]);
            const auto close = coded->read(run.first, run.end - run.first).value();
            QCOMPARE(bestLag(mono(close), mono(master), 200), 0);
        }
    }

    void wholeJob(FrameRate rate, bool dropFrame) {
        start(rate, dropFrame);
        cutByHand();
        if (QTest::currentTestFailed())
            return;
        deliverByHand();
        if (QTest::currentTestFailed())
            return;
        checkPictures("hevc-hlg-mp4");
        checkPictures("xavc-i300-mxf");
        checkSound();
    }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        ui::theme::apply(*qApp);
    }
    void cleanup() {
        m_editor.reset();
        m_cloud.reset();
        m_folder.reset();
        QSettings().clear();
    }

    void at50() { wholeJob({50, 1}, false); }
    void at5994DropFrame() { wholeJob({60000, 1001}, true); }
};

QTEST_MAIN(TestFirstLight)
#include "test_first_light.moc"
