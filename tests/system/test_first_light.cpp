#include "delivered_checks.h"
#include "editor_hands.h"
#include "foreign_otio.h"

#include "tests/support/network_namespace.h"
#include "ui/browse/browse_page.h"
#include "ui/cut/cut_page.h"
#include "ui/deliver/deliver_page.h"
#include "ui/deliver/formats_panel.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"
#include "ui/viewer/video_view.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace cutaway;
using namespace cutaway::test;

namespace {

constexpr std::int64_t masterFrames = 90;
constexpr int minutes = 60 * 1000;
enum { V1, A1 };

} // namespace

/// The main job, by keys and mouse in the real window, against a real cloud over HTTP, on real UHD HDR
/// masters.
class TestFirstLight : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<NetworkNamespace> m_elsewhere;
    std::unique_ptr<CloudProcess> m_first; ///< the cloud that the editor starts with, when it changes clouds
    std::unique_ptr<CloudProcess> m_cloud;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<EditorHands> m_hands;
    ThreeAngles m_final;
    Expected m_expected;
    std::vector<SoundRun> m_sound;

    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    ui::CutPage& cut() { return m_editor->cut(); }
    const timeline::Sequence& now() { return *m_editor->cut().document().session().sequence(); }
    void key(Qt::Key k, Qt::KeyboardModifiers modifiers = {}) { m_hands->key(k, modifiers); }
    /// Kept for looking at when CUTAWAY_GRABS names a folder.
    void grab(const char* name) {
        if (const QString folder = qEnvironmentVariable("CUTAWAY_GRABS"); !folder.isEmpty())
            m_editor->window().grab().save(folder +
                                           QStringLiteral("/first-light-%1.png").arg(QLatin1String(name)));
    }

    void startCloud(FrameRate rate, bool dropFrame, const CloudProcess::Host& host) {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_cloud = std::make_unique<CloudProcess>(path("cloud"), host);
        m_cloud->start();
        m_final = ingestThreeAngles(*m_cloud, path("."), rate, dropFrame, masterFrames);
    }

    void openEditor(const tams::Connection& cloud) {
        EditorOptions options;
        options.dataFolder = QString::fromStdString(path("editor").string());
        options.cloud = cloud;
        m_editor = std::make_unique<Editor>(options);
        m_hands = std::make_unique<EditorHands>(*m_editor);
        m_editor->window().resize(1920, 1080);
        m_editor->start();
        QVERIFY(QTest::qWaitForWindowExposed(&m_editor->window()));
        m_editor->window().activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_editor->session().isConnected(), minutes);
    }

    void cutByHand() {
        auto& browse = m_editor->browse();
        QTRY_VERIFY_WITH_TIMEOUT(browse.viewer().isLoaded() && browse.viewer().panel()->view()->isExact(),
                                 minutes);
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_editor->window().currentPage() == &cut() && cut().sourceViewer().isLoaded(), minutes);
        QCOMPARE(cut().sourceViewer().angle(), browse.viewer().angle());

        m_hands->markInSource(1, 10, 29);
        m_hands->playheadTo(0);
        key(Qt::Key_Comma);
        QCOMPARE(now().durationFrames(), 20);
        m_hands->markInSource(2, 40, 64);
        m_hands->playheadTo(20);
        key(Qt::Key_Comma);
        QCOMPARE(now().durationFrames(), 45);

        // The third is picture only, over sound that runs on: its sound track is no target.
        auto& view = cut().timelineView();
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.buttonRect(A1, ui::HeaderButton::Target).center());
        QVERIFY(!now().tracks[A1]->targeted);
        m_hands->markInSource(3, 70, 79);
        m_hands->playheadTo(5);
        key(Qt::Key_Period);
        QCOMPARE(now().durationFrames(), 45);
        QCOMPARE(now().tracks[V1]->items.size(), std::size_t(4));
        QCOMPARE(now().tracks[A1]->items.size(), std::size_t(2));

        // The last edge is dragged to the left, and back by undo, and there again by redo.
        key(Qt::Key_Backslash);
        const timeline::Sequence before = now();
        const int frameWidth = static_cast<int>(view.scale().widthOf(1));
        const QPoint edge = view.pointAt(V1, 44) + QPoint(frameWidth - frameWidth / 2 - 2, 0);
        m_hands->drag(view, edge, edge - QPoint(5 * frameWidth, 0));
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
        const auto s = [this](std::int64_t frame) { return samplesAtFrame(frame, m_final.rate); };
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

    void checkDelivered() {
        for (const char* profile : {"hevc-hlg-mp4", "xavc-i300-mxf"}) {
            checkPictureForm(path(profile), m_final, 1);
            checkIds(path(profile), m_expected);
        }
        checkExactSound(path("xavc-i300-mxf"), m_final, m_sound);
        checkCodedSound(path("hevc-hlg-mp4"), m_final, m_sound);
    }

    /// A cut from another program, by the command line.
    void deliverForeignCut() {
        const ForeignCut foreign = foreignCut(*m_cloud, m_final);
        std::ofstream(path("foreign.otio")) << foreign.otio;
        const auto said = m_cloud->ctl({"submit", path("foreign.otio").string(), "--profile", "hevc-hlg-mp4",
                                        "--wait", "--output", path("foreign.mp4").string()});
        QVERIFY2(said.code == 0, said.text.c_str());
        checkPictureForm(path("foreign.mp4"), m_final, 0); // it names no start timecode
        checkIds(path("foreign.mp4"), foreign.pictures);
        checkCodedSound(path("foreign.mp4"), m_final, foreign.sound);
    }

    using Step = void (TestFirstLight::*)();
    /// One after the other, until one fails.
    void steps(std::initializer_list<Step> steps) {
        for (const Step step : steps) {
            (this->*step)();
            if (QTest::currentTestFailed())
                return;
        }
    }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        ui::theme::apply(*qApp);
    }
    void cleanup() {
        m_hands.reset();
        m_editor.reset();
        m_cloud.reset();
        m_first.reset();
        m_elsewhere.reset();
        m_folder.reset();
        QSettings().clear();
    }

    void at50() {
        startCloud({50, 1}, false, {});
        openEditor(m_cloud->connection());
        steps({&TestFirstLight::cutByHand, &TestFirstLight::deliverByHand, &TestFirstLight::checkDelivered,
               &TestFirstLight::deliverForeignCut});
    }

    /// The cloud is on another host; the editor comes from a cloud of its own and changes by File > Connect.
    void at5994DropFrameOnAnotherHost() {
        m_elsewhere = std::make_unique<NetworkNamespace>();
        CloudProcess::Host host;
        if (m_elsewhere->problem().empty())
            host = {m_elsewhere->address(), m_elsewhere->launcher()};
        else
            qWarning("NOT on another host: there can be no network namespace here (%s). The server of this "
                     "run is on "
                     "loopback.",
                     m_elsewhere->problem().c_str());
        startCloud({60000, 1001}, true, host);
        m_first = std::make_unique<CloudProcess>(path("first"));
        m_first->start();
        openEditor(m_first->connection());
        m_hands->connectByDialog(m_cloud->connection());
        QTRY_VERIFY_WITH_TIMEOUT(m_editor->session().isConnected() &&
                                     m_editor->session().cloud()->connection().url == m_cloud->url(),
                                 minutes);
        steps({&TestFirstLight::cutByHand, &TestFirstLight::deliverByHand, &TestFirstLight::checkDelivered,
               &TestFirstLight::deliverForeignCut});
    }
};

QTEST_MAIN(TestFirstLight)
#include "test_first_light.moc"
