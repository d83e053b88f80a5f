#include "tests/system/editor_stage.h"
#include "tests/system/screen_reader.h"

#include <QTest>

#include <algorithm>

using namespace cutaway;
using namespace cutaway::test;

namespace {
constexpr char dialogTitle[] = "Recover edits";
}

/// What an editor offers after others were killed: real processes, SIGKILL, real keys, and a screen reader to
/// say what the dialog says.
class TestRecoveryDialog : public QObject {
    Q_OBJECT

    static constexpr int wait = EditorStage::wait;
    std::unique_ptr<EditorStage> m_stage;
    QTemporaryDir m_busFolder;
    std::unique_ptr<SpeechBus> m_bus;
    std::unique_ptr<ScreenReader> m_reader;

    std::unique_ptr<EditorProcess> editor() const {
        return std::make_unique<EditorProcess>(m_stage->home(), m_stage->data(), m_bus->environment());
    }
    /// An editor with one edit that was sent, and one that was not when it was killed. Its journal.
    QString leaveBehind() {
        const QStringList before = m_stage->journals();
        auto killed = editor();
        if (!before.isEmpty() && killed->shows(dialogTitle))
            killed->keysTo(dialogTitle, {"Escape"});
        const auto fresh = [&] {
            QStringList now = m_stage->journals();
            now.removeIf([&](const QString& journal) { return before.contains(journal); });
            return now;
        };
        [&] { QTRY_COMPARE_WITH_TIMEOUT(fresh().size(), 1, wait); }();
        if (QTest::currentTestFailed())
            return {};
        const QString journal = fresh().front();
        m_stage->makeFirstEdit(*killed, journal);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(m_stage->editsIn(journal), 0, wait); }();
        killed->keys({"comma"});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_stage->editsIn(journal) > 0, wait); }();
        killed->kill();
        return journal;
    }
    /// The rows of the dialog, as they are spoken.
    std::vector<std::string> offered(EditorProcess& in) {
        std::vector<std::string> rows;
        (void)m_reader->listenUntil(
            [&] {
                const auto program = m_reader->program(in.id());
                const auto list =
                    program ? program->find("list", "Projects with edits to recover") : std::nullopt;
                rows = list ? list->names() : std::vector<std::string>();
                return !rows.empty();
            },
            std::chrono::seconds(20));
        return rows;
    }
    std::optional<Spoken> spoken(EditorProcess& in, const char* role, const char* name) {
        const auto program = m_reader->program(in.id());
        return program ? program->find(role, name) : std::nullopt;
    }
    std::size_t clips(EditorProcess& in) {
        const auto track = spoken(in, "list", "V1,");
        return track ? track->children().size() : 0;
    }
    bool comesToBe(const std::function<bool()>& done) {
        return m_reader->listenUntil(done, std::chrono::seconds(20));
    }

private Q_SLOTS:
    void initTestCase() {
        m_bus = std::make_unique<SpeechBus>(m_busFolder.path().toStdString());
        m_reader = std::make_unique<ScreenReader>(*m_bus);
    }
    void cleanupTestCase() {
        m_reader.reset();
        m_bus.reset();
    }
    void init() {
        m_stage = std::make_unique<EditorStage>();
        m_stage->makeFinal();
    }
    void cleanup() { m_stage.reset(); }

    void offersWhatItFoundAndLosesNothing() {
        const QString first = leaveBehind();
        if (QTest::currentTestFailed())
            return;
        const auto sent = m_stage->sentOf(first).revisions;

        auto next = editor();
        auto rows = offered(*next);
        QCOMPARE(rows.size(), std::size_t(1));
        QVERIFY2(rows[0].starts_with("Untitled cut\n1 edit since the last save. "), rows[0].c_str());
        if (const QString grabs = qEnvironmentVariable("CUTAWAY_GRABS"); !grabs.isEmpty())
            next->picture((grabs + QStringLiteral("/recovery-one.png")).toStdString());
        // Until it is answered nothing is opened, sent or made.
        QTest::qWait(4000);
        QCOMPARE(m_stage->sentOf(first).revisions, sent);
        QCOMPARE(m_stage->journals(), QStringList{first});

        // Later: something new to work on, and the same question next time.
        next->keysTo(dialogTitle, {"Escape"});
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->journals().size(), 2, wait);
        QVERIFY(next->quit());
        next = editor();
        rows = offered(*next);
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(m_stage->sentOf(first).revisions, sent);

        // As it was saved: one clip. The edit is a step of undo away, and what is shown is sent.
        QVERIFY(spoken(*next, "push button", "Open as it was saved"));
        QVERIFY(spoken(*next, "push button", "Open as it was saved")->act("Press"));
        QVERIFY(comesToBe([&] { return clips(*next) == 1; }));
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->sentOf(first).revisions, sent + 1, wait);
        next->keys({"ctrl+2", "ctrl+z"});
        QVERIFY(comesToBe([&] { return clips(*next) == 2; }));
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->sentOf(first).revisions, sent + 2, wait);
        QVERIFY(next->quit());

        // Closed in order: nothing is asked any more, and everything is there.
        next = editor();
        QVERIFY(comesToBe([&] { return clips(*next) == 2; }));
        QVERIFY(!next->shows(dialogTitle));
        QVERIFY(next->quit());
    }

    void everyKilledWindowIsOffered() {
        const QString first = leaveBehind();
        if (QTest::currentTestFailed())
            return;
        const QString second = leaveBehind();
        if (QTest::currentTestFailed())
            return;
        auto next = editor();
        QCOMPARE(offered(*next).size(), std::size_t(2));
        if (const QString grabs = qEnvironmentVariable("CUTAWAY_GRABS"); !grabs.isEmpty())
            next->picture((grabs + QStringLiteral("/recovery-two.png")).toStdString());
        const auto sent = m_stage->sentOf(first).revisions;
        const auto sentSecond = m_stage->sentOf(second).revisions;
        next->keysTo(dialogTitle, {"Down", "Return"}); // the older one
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->sentOf(first).revisions, sent + 1, wait);
        QVERIFY(comesToBe([&] { return clips(*next) == 2; }));
        QCOMPARE(m_stage->sentOf(second).revisions, sentSecond);
        // The other one waits in the menu.
        next->keys({"ctrl+2", "ctrl+alt+shift+r"});
        QCOMPARE(offered(*next).size(), std::size_t(1));
        next->keysTo(dialogTitle, {"Return"});
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->sentOf(second).revisions, sentSecond + 1, wait);
        QVERIFY(next->quit());
    }

    void whatEndsTheEditorIsNotOpenedForEver() {
        const QString first = leaveBehind();
        if (QTest::currentTestFailed())
            return;
        for (int attempt = 0; attempt < 2; ++attempt) {
            auto next = editor();
            const auto rows = offered(*next);
            QCOMPARE(rows.size(), std::size_t(1));
            QVERIFY2(rows[0].find("1 edit since the last save") != std::string::npos, rows[0].c_str());
            next->keysTo(dialogTitle, {"Return"});
            QVERIFY(comesToBe([&] { return clips(*next) == 2; }));
            next->kill(); // as it opens
        }
        auto next = editor();
        const auto rows = offered(*next);
        QCOMPARE(rows.size(), std::size_t(1));
        QVERIFY2(rows[0].find("Could not be restored") != std::string::npos, rows[0].c_str());
        QVERIFY(spoken(*next, "push button", "Try again"));
        if (const QString grabs = qEnvironmentVariable("CUTAWAY_GRABS"); !grabs.isEmpty())
            next->picture((grabs + QStringLiteral("/recovery-given-up.png")).toStdString());
        const auto edits = m_stage->editsIn(first);
        next->keysTo(dialogTitle, {"Return"}); // which is Later now
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->journals().size(), 2, wait);
        QCOMPARE(clips(*next), std::size_t(0));
        QCOMPARE(m_stage->editsIn(first), edits); // and it is all still there
        // Whoever wants it all the same gets it.
        next->keys({"ctrl+alt+shift+r"});
        QCOMPARE(offered(*next).size(), std::size_t(1));
        QVERIFY(spoken(*next, "push button", "Try again")->act("Press"));
        QVERIFY(comesToBe([&] { return clips(*next) == 2; }));
        QVERIFY(next->quit());
    }
};

QTEST_GUILESS_MAIN(TestRecoveryDialog)
#include "test_recovery_dialog.moc"
