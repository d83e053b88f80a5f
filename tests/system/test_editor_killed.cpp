#include "editor_process.h"

#include "tests/support/final_unit.h"
#include "tests/support/media_fixtures.h"
#include "tests/support/process_list.h"

#include "core/catalogue/client.h"
#include "core/catalogue/embedded.h"
#include "core/catalogue/stream.h"
#include "core/time/timecode.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace cutaway;
using namespace cutaway::test;
namespace fs = std::filesystem;

/// Two editors on one data folder, as two windows of one user: one is killed in the middle of its work.
class TestEditorKilled : public QObject {
    Q_OBJECT

    static constexpr int wait = 120'000;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EditorProcess> m_first, m_second;
    catalogue::EmbeddedCloud m_cloud;

    fs::path folder() const { return m_folder->path().toStdString(); }
    fs::path data() const { return folder() / "data"; }
    catalogue::CloudClient client() const { return catalogue::CloudClient(m_cloud.connection); }

    /// A final whose one angle is small, in the cloud of the data folder.
    void makeFinal() const {
        const Uuid unit = putFinal(client()).id;
        ClipSpec spec = smallClip(100, 1);
        spec.startTimecode = parseTimecode("10:00:00:00", {{50, 1}, false}).value();
        makeClipFile(spec, folder() / "master.mp4");
        ProcessOptions ctl;
        ctl.program = fs::path(CUTAWAY_BIN_DIR) / "cutaway-ctl";
        ctl.arguments = {"ingest",       (folder() / "master.mp4").string(),
                         "--label",      "CAM 1",
                         "--unit",       unit.toString(),
                         "--angle",      "1",
                         "--wait",       "--data",
                         data().string()};
        auto ingest = ChildProcess::start(ctl);
        QVERIFY(ingest.ok());
        const auto exit = ingest->wait({}, std::chrono::minutes(3));
        QVERIFY2(exit.ok() && exit->ok(), ingest->log().c_str());
    }

    QStringList journals() const {
        return QDir(QString::fromStdString((data() / "editor" / "journals").string()))
            .entryList({QStringLiteral("*.journal")}, QDir::Files);
    }
    /// Edits in a journal since its first line, or since the revision that was saved last.
    int editsIn(const QString& journal) const {
        QFile file(QString::fromStdString((data() / "editor" / "journals").string()) + QLatin1Char('/') +
                   journal);
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        int edits = 0;
        file.readLine();
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            edits = line.startsWith("saved ") ? 0 : edits + (line.startsWith("sent ") ? 0 : 1);
        }
        return edits;
    }
    struct Sent {
        std::size_t revisions = 0;
        qsizetype clips = 0; ///< of picture and sound, in the newest revision
    };
    /// What the cloud has of the project whose journal this is.
    Sent sentOf(const QString& journal) const {
        const auto id = Uuid::parse(journal.section(QLatin1Char('.'), 0, 0).toStdString());
        const auto project = client().project(*id);
        if (!project || project->head.isNil())
            return {};
        const auto otio = client().revision(*id, project->head);
        return {project->revisions.size(), otio ? QByteArray::fromStdString(*otio).count("\"Clip.2\"") : 0};
    }
    /// The picture in front is opened in Cut, marked and put into the cut, as soon as it is there.
    void makeFirstEdit(EditorProcess& editor, const QString& journal) const {
        for (int tries = 0; tries < 60 && sentOf(journal).revisions == 0; ++tries) {
            if (editsIn(journal) == 0)
                editor.keys({"Return", "Home", "i", "shift+Right", "o", "comma"});
            QTest::qWait(1500);
        }
        QVERIFY(sentOf(journal).revisions > 0);
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        catalogue::EmbeddedOptions options;
        options.dataFolder = data();
        options.program = CUTAWAY_BIN_DIR "/cutaway-cloud"; // without the demo event, which takes its time
        const auto cloud = catalogue::attachOrStart(options);
        QVERIFY2(cloud.ok(), cloud ? "" : cloud.error().message.c_str());
        m_cloud = *cloud;
    }
    void cleanup() {
        m_first.reset();
        m_second.reset();
        // The server is a session of its own: nothing of a failed test may stay.
        for (const RunningProcess& left : processesNaming(folder().string()))
            ::kill(left.id, SIGKILL);
        m_folder.reset();
    }

    void theSecondGoesOnAndTheEditsOfTheFirstComeBack() {
        auto present = std::make_unique<catalogue::EventStream>(
            std::make_shared<tams::HttpClient>(m_cloud.connection), [](const catalogue::StreamEvent&) {},
            [](catalogue::LinkState, const std::string&) {});
        makeFinal();
        if (QTest::currentTestFailed())
            return;

        m_first = std::make_unique<EditorProcess>(folder() / "home", data());
        QTRY_COMPARE_WITH_TIMEOUT(journals().size(), 1, wait);
        const QString first = journals().front();
        makeFirstEdit(*m_first, first);
        if (QTest::currentTestFailed())
            return;
        present.reset(); // from here on the editors alone keep the server

        m_second = std::make_unique<EditorProcess>(folder() / "home", data());
        QTRY_COMPARE_WITH_TIMEOUT(journals().size(), 2, wait); // the first one's is not taken from it
        const QString second = journals().front() == first ? journals().back() : journals().front();

        // One more edit, and the end before it is sent.
        QTRY_COMPARE_WITH_TIMEOUT(editsIn(first), 0, wait);
        const Sent before = sentOf(first);
        m_first->keys({"comma"});
        QTRY_VERIFY_WITH_TIMEOUT(editsIn(first) > 0, wait);
        m_first->kill();
        QCOMPARE(sentOf(first).revisions, before.revisions);

        makeFirstEdit(*m_second, second);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(m_second->isAlive());
        QCOMPARE(::kill(m_cloud.pid, 0), 0);

        // The next window takes up what was left behind, and sends it.
        m_first = std::make_unique<EditorProcess>(folder() / "home", data());
        QTRY_COMPARE_WITH_TIMEOUT(sentOf(first).revisions, before.revisions + 1, wait);
        QVERIFY2(sentOf(first).clips > before.clips, qPrintable(QString::number(sentOf(first).clips)));
        QCOMPARE(journals().size(), 2);

        // The server is one, and goes after its last client.
        const auto same = catalogue::attachOrStart({data(), {}, {}});
        QVERIFY(same.ok() && same->pid == m_cloud.pid);
        QVERIFY(m_first->quit());
        QCOMPARE(::kill(m_cloud.pid, 0), 0);
        QVERIFY(m_second->quit());
        QTRY_VERIFY_WITH_TIMEOUT(::kill(m_cloud.pid, 0) != 0, wait);
        QTRY_VERIFY_WITH_TIMEOUT(processesNaming(folder().string()).empty(), wait);
        QVERIFY(!fs::exists(data() / "server.json"));
        const int lock = ::open((data() / "server.lock").c_str(), O_RDWR | O_CLOEXEC);
        QVERIFY(lock >= 0);
        QCOMPARE(::flock(lock, LOCK_EX | LOCK_NB), 0);
        ::close(lock);
    }
};

QTEST_GUILESS_MAIN(TestEditorKilled)
#include "test_editor_killed.moc"
