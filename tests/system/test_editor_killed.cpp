#include "editor_stage.h"

#include "tests/support/process_list.h"

#include "core/catalogue/stream.h"

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

    static constexpr int wait = EditorStage::wait;
    std::unique_ptr<EditorStage> m_stage;
    std::unique_ptr<EditorProcess> m_first, m_second;

private Q_SLOTS:
    void init() { m_stage = std::make_unique<EditorStage>(); }
    void cleanup() {
        m_first.reset();
        m_second.reset();
        m_stage.reset();
    }

    void theSecondGoesOnAndTheEditsOfTheFirstComeBack() {
        auto present = std::make_unique<catalogue::EventStream>(
            std::make_shared<tams::HttpClient>(m_stage->cloud().connection),
            [](const catalogue::StreamEvent&) {}, [](catalogue::LinkState, const std::string&) {});
        m_stage->makeFinal();
        if (QTest::currentTestFailed())
            return;

        m_first = std::make_unique<EditorProcess>(m_stage->home(), m_stage->data());
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->journals().size(), 1, wait);
        const QString first = m_stage->journals().front();
        m_stage->makeFirstEdit(*m_first, first);
        if (QTest::currentTestFailed())
            return;
        present.reset(); // from here on the editors alone keep the server

        m_second = std::make_unique<EditorProcess>(m_stage->home(), m_stage->data());
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->journals().size(), 2,
                                  wait); // the first one's is not taken from it
        const QString second =
            m_stage->journals().front() == first ? m_stage->journals().back() : m_stage->journals().front();

        // One more edit, and the end before it is sent.
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->editsIn(first), 0, wait);
        const EditorStage::Sent before = m_stage->sentOf(first);
        m_first->keys({"comma"});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->editsIn(first) > 0, wait);
        m_first->kill();
        QCOMPARE(m_stage->sentOf(first).revisions, before.revisions);

        m_stage->makeFirstEdit(*m_second, second);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(m_second->isAlive());
        QCOMPARE(::kill(m_stage->cloud().pid, 0), 0);

        // The next window offers what was left behind; restored, it is sent.
        m_first = std::make_unique<EditorProcess>(m_stage->home(), m_stage->data());
        m_first->keysTo("Recover edits", {"Return"});
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->sentOf(first).revisions, before.revisions + 1, wait);
        QVERIFY2(m_stage->sentOf(first).clips > before.clips,
                 qPrintable(QString::number(m_stage->sentOf(first).clips)));
        QCOMPARE(m_stage->journals().size(), 2);

        // The server is one, and goes after its last client.
        const auto same = catalogue::attachOrStart({m_stage->data(), {}, {}});
        QVERIFY(same.ok() && same->pid == m_stage->cloud().pid);
        QVERIFY(m_first->quit());
        QCOMPARE(::kill(m_stage->cloud().pid, 0), 0);
        QVERIFY(m_second->quit());
        QTRY_VERIFY_WITH_TIMEOUT(::kill(m_stage->cloud().pid, 0) != 0, wait);
        QTRY_VERIFY_WITH_TIMEOUT(processesNaming(m_stage->folder().string()).empty(), wait);
        QVERIFY(!fs::exists(m_stage->data() / "server.json"));
        const int lock = ::open((m_stage->data() / "server.lock").c_str(), O_RDWR | O_CLOEXEC);
        QVERIFY(lock >= 0);
        QCOMPARE(::flock(lock, LOCK_EX | LOCK_NB), 0);
        ::close(lock);
    }
};

QTEST_GUILESS_MAIN(TestEditorKilled)
#include "test_editor_killed.moc"
