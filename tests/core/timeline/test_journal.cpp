#include "timeline_fixture.h"

#include "core/timeline/journal.h"

#include <QTemporaryDir>
#include <algorithm>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

class Project {
public:
    Project()
        : file(std::filesystem::path(m_folder.path().toStdString()) / "journal") {}
    std::string bytes() const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    void write(const std::string& text) const { std::ofstream(file, std::ios::binary) << text; }

private:
    QTemporaryDir m_folder;

public:
    const std::filesystem::path file;
};

Sequence startSequence() {
    return emptySequence("Test", {50, 1}, false);
}

/// Appends a clip as the editor does: first to the journal, then to the history.
std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void addClip(History& history, Journal& journal, int number) {
    const Sequence& s = *history.committed();
    const auto patches = targetPatches(s, angle(1), true, true);
    const auto change = append(s, part(angle(1), number, number + 5), patches);
    QVERIFY(change.ok());
    QVERIFY(journal.appendDone(*change).ok());
    QVERIFY(history.push(*change).ok());
}

void undo(History& history, Journal& journal) {
    QVERIFY(journal.appendUndo(*history.toUndo()).ok());
    QVERIFY(history.undo().ok());
}

void redo(History& history, Journal& journal) {
    QVERIFY(journal.appendRedo(*history.toRedo()).ok());
    QVERIFY(history.redo().ok());
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bringsBackTheLastEditAndTheSteps() {
        const Project project;
        History history(std::make_shared<const Sequence>(startSequence()));
        {
            auto journal = Journal::create(project.file, *history.current(), "");
            QVERIFY(journal.ok());
            for (int n = 0; n < 4; ++n)
                addClip(history, *journal, n);
            undo(history, *journal);
            undo(history, *journal);
            redo(history, *journal);
        }
        auto opened = Journal::open(project.file);
        QVERIFY(opened.ok());
        History& recovered = opened->recovered.history;
        QCOMPARE(*recovered.current(), *history.current());
        QVERIFY(!opened->recovered.lostTail);
        QCOMPARE(recovered.undoCount(), std::size_t(3));
        QCOMPARE(recovered.redoCount(), std::size_t(1));
        redo(recovered, opened->journal);
        QCOMPARE(recovered.current()->durationFrames(), 20);
    }
    void everyTornTailLosesOnlyWhatWasNotAcknowledged() {
        const Project project;
        History history(std::make_shared<const Sequence>(startSequence()));
        std::vector<std::pair<std::size_t, SequencePtr>> acknowledged;
        {
            auto journal = Journal::create(project.file, *history.current(), "rev-1");
            QVERIFY(journal.ok());
            acknowledged.emplace_back(project.bytes().size(), history.current());
            for (int n = 0; n < 3; ++n) {
                addClip(history, *journal, n);
                acknowledged.emplace_back(project.bytes().size(), history.current());
            }
            undo(history, *journal);
            acknowledged.emplace_back(project.bytes().size(), history.current());
        }
        const std::string whole = project.bytes();
        for (std::size_t length = acknowledged.front().first; length <= whole.size(); ++length) {
            const bool nearEnd =
                std::any_of(acknowledged.begin(), acknowledged.end(), [&](const auto& entry) {
                    return length + 2 >= entry.first && length <= entry.first + 2;
                });
            if (!nearEnd && length % 61 != 0)
                continue;
            project.write(whole.substr(0, length));
            auto opened = Journal::open(project.file);
            QVERIFY(opened.ok());
            const auto last = std::find_if(acknowledged.rbegin(), acknowledged.rend(),
                                           [&](const auto& entry) { return entry.first <= length; });
            QVERIFY(*opened->recovered.history.current() == *last->second);
            QCOMPARE(opened->recovered.lostTail, last->first != length);
            // The next edit follows the last good line.
            addClip(opened->recovered.history, opened->journal, 50);
            const SequencePtr expected = opened->recovered.history.current();
            opened = Error{};
            auto again = Journal::open(project.file);
            QVERIFY(again.ok() && *again->recovered.history.current() == *expected);
        }
        project.write(whole.substr(0, acknowledged.front().first / 2));
        QCOMPARE(Journal::open(project.file).error().category, ErrorCategory::Corrupt);
    }
    void whatCannotBeReadIsSetAsideNotOverwritten() {
        const Project project;
        History history(std::make_shared<const Sequence>(startSequence()));
        {
            auto journal = Journal::create(project.file, *history.current(), "rev-1");
            QVERIFY(journal.ok());
            for (int n = 0; n < 3; ++n)
                addClip(history, *journal, n);
        }
        std::string damaged = project.bytes();
        damaged[damaged.find("done ", damaged.find("done ") + 1)] = '?'; // the second of three edits
        project.write(damaged);
        {
            auto opened = Journal::open(project.file);
            QVERIFY(opened.ok());
            QCOMPARE(opened->recovered.history.undoCount(), std::size_t(1));
            QCOMPARE(contentOf(opened->recovered.damagedCopy), damaged);
        }
        damaged[0] = '?';
        project.write(damaged);
        QVERIFY(Journal::create(project.file, startSequence(), {}).ok());
        std::filesystem::path second = project.file;
        second += ".damaged-2";
        QCOMPARE(contentOf(second), damaged);
    }
    void twoEditorsDoNotShareAJournal() {
        const Project project;
        auto journal = Journal::create(project.file, startSequence(), "");
        QVERIFY(journal.ok());
        QCOMPARE(Journal::open(project.file).error().category, ErrorCategory::Conflict);
        QCOMPARE(Journal::create(project.file, startSequence(), "").error().category,
                 ErrorCategory::Conflict);
        // Another process sees the same, and a dead one no longer holds it.
        const pid_t child = fork();
        if (child == 0)
            _exit(Journal::open(project.file).ok() ? 1 : 0);
        int status = -1;
        waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        journal = Error{};
        QVERIFY(Journal::open(project.file).ok());
        QCOMPARE(Journal::open(project.file.string() + "-other").error().category, ErrorCategory::NotFound);
    }
    void aSavedRevisionStartsItAnew() {
        const Project project;
        History history(std::make_shared<const Sequence>(startSequence()));
        {
            auto journal = Journal::create(project.file, *history.current(), "");
            for (int n = 0; n < 3; ++n)
                addClip(history, *journal, n);
            const std::size_t before = project.bytes().size();
            QVERIFY(journal->compact(*history.current(), "rev-2").ok());
            QVERIFY(project.bytes().size() < before);
            // Steps from before the revision can still be undone, and that too comes back.
            undo(history, *journal);
            undo(history, *journal);
            redo(history, *journal);
            addClip(history, *journal, 9);
            undo(history, *journal);
            undo(history, *journal);
        }
        auto opened = Journal::open(project.file);
        QVERIFY(opened.ok());
        QCOMPARE(opened->recovered.revision, std::string("rev-2"));
        QCOMPARE(*opened->recovered.history.current(), *history.current());
        QCOMPARE(history.current()->durationFrames(), 5);
    }
    void undoGoesOnAfterASaveAndARestart() {
        const Project project;
        History history(std::make_shared<const Sequence>(startSequence()));
        const SequencePtr first = history.current();
        {
            auto journal = Journal::create(project.file, *history.current(), "");
            for (int n = 0; n < 3; ++n)
                addClip(history, *journal, n);
            QVERIFY(journal->appendSaved("rev-1").ok());
        }
        {
            auto opened = Journal::open(project.file);
            QVERIFY(opened.ok());
            QCOMPARE(opened->recovered.revision, std::string("rev-1"));
            QCOMPARE(opened->recovered.unsaved, std::size_t(0));
            QCOMPARE(opened->recovered.history.undoCount(), std::size_t(3));
            undo(opened->recovered.history, opened->journal);
            // Starting anew keeps the newest steps; the one taken back is gone for good.
            QVERIFY(opened->journal.compact(opened->recovered.history, 1, "rev-2").ok());
        }
        auto opened = Journal::open(project.file);
        QVERIFY(opened.ok());
        QCOMPARE(opened->recovered.revision, std::string("rev-2"));
        QCOMPARE(opened->recovered.unsaved, std::size_t(0));
        QCOMPARE(opened->recovered.history.undoCount(), std::size_t(1));
        QCOMPARE(opened->recovered.history.redoCount(), std::size_t(0));
        undo(opened->recovered.history, opened->journal);
        QVERIFY(*opened->recovered.history.current() != *first);
        QCOMPARE(opened->recovered.history.current()->durationFrames(), 5);
        opened = Error{};
        QCOMPARE(Journal::open(project.file)->recovered.unsaved, std::size_t(1));
    }
    void anEditThatCannotBeKeptIsReported() {
        if (!std::filesystem::exists("/dev/full"))
            QSKIP("needs /dev/full");
        const Project project;
        std::filesystem::create_symlink("/dev/full", project.file.string() + ".new");
        const auto journal = Journal::create(project.file, startSequence(), "");
        QCOMPARE(journal.error().category, ErrorCategory::OutOfSpace);
    }
};

QTEST_APPLESS_MAIN(TestJournal)
#include "test_journal.moc"
