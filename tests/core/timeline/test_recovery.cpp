#include "timeline_fixture.h"

#include "core/timeline/journal.h"
#include "core/timeline/journal_file.h"
#include "core/timeline/open_mark.h"
#include "core/timeline/recovery.h"

#include <QTemporaryDir>

#include <csignal>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace cutaway;
using namespace cutaway::timeline;
namespace fs = std::filesystem;

namespace {

/// In the midst of it, with everything open.
void die() {
    ::kill(::getpid(), SIGKILL);
}

/// In a process of its own, which ends with what it returns.
pid_t start(const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    return child;
}

constexpr int wasKilled = -1;

/// What a process ended with.
int endOf(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? wasKilled : WEXITSTATUS(status);
}

/// Runs it in a process of its own, which must die of it.
void killedAfter(const std::function<void()>& work) {
    QCOMPARE(endOf(start([&work] {
                 work();
                 return 1;
             })),
             wasKilled);
}

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The same sequence under different names: an edit between any two of them.
Sequence named(const char* name) {
    static const Sequence start = emptySequence("Cut", {50, 1}, false);
    Sequence sequence = start;
    sequence.name = name;
    return sequence;
}

void edit(Journal& journal, const Sequence& from, const char* name) {
    (void)journal.appendDone(difference(from, named(name), "Rename"));
}

} // namespace

class TestRecovery : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path folder() const { return m_folder->path().toStdString(); }
    fs::path journalOf(const Uuid& id) const { return folder() / (id.toString() + ".journal"); }
    std::vector<LeftBehind> left() const { return findLeftBehind(folder()); }
    int attempts(const Uuid& id) const { return OpenMark(journalOf(id)).read().value().attempts; }
    /// A journal with an edit that no save has, whose editor was killed.
    Uuid leaveBehind() const {
        const Uuid id = Uuid::random();
        killedAfter([&] {
            auto journal = Journal::create(journalOf(id), named("Cut"), {});
            edit(*journal, named("Cut"), "Final");
            die();
        });
        return id;
    }
    /// Every file with what is in it.
    std::map<std::string, std::string> all() const {
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::directory_iterator(folder()))
            files[entry.path().string()] =
                contentOf(entry.path()) +
                std::to_string(fs::last_write_time(entry.path()).time_since_epoch().count());
        return files;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatWasClosedIsNotLeftBehind() {
        const Uuid id = Uuid::random();
        {
            auto journal = Journal::create(journalOf(id), named("Cut"), {});
            QVERIFY(journal.ok());
            edit(*journal, named("Cut"), "Final");
            QVERIFY(left().empty()); // somebody has it open
        }
        QVERIFY(left().empty());
        QVERIFY(!OpenMark(journalOf(id)).read());
    }
    void whatWasKilledIsListed() {
        const Uuid never = Uuid::random(), once = Uuid::random(), clean = Uuid::random();
        killedAfter([&] {
            auto a = Journal::create(journalOf(never), named("Cut"), {});
            edit(*a, named("Cut"), "Never saved");
            auto b = Journal::create(journalOf(once), named("Cut"), "rev-1");
            edit(*b, named("Cut"), "Once");
            (void)b->appendSaved("rev-2");
            edit(*b, named("Once"), "Twice");
            edit(*b, named("Twice"), "Three times");
            auto c = Journal::create(journalOf(clean), named("Clean"), "rev-1");
            die();
        });
        // Newest first, whatever the folder says.
        fs::last_write_time(journalOf(never), fs::file_time_type::clock::now() - std::chrono::hours(1));
        const auto before = all();
        const auto found = left();
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].project, once);
        QCOMPARE(found[0].name, std::string("Three times"));
        QCOMPARE(found[0].edits, std::size_t(2));
        QVERIFY(found[0].saved && !found[0].givenUp);
        QCOMPARE(found[1].name, std::string("Never saved"));
        QCOMPARE(found[1].edits, std::size_t(1));
        QVERIFY(!found[1].saved && !found[1].givenUp);
        QVERIFY(std::chrono::abs(std::chrono::system_clock::now() - std::chrono::hours(1) -
                                 found[1].changed) < std::chrono::minutes(5));
        QVERIFY(all() == before); // looking is no attempt to open, and changes nothing
        const auto opened = Journal::open(journalOf(once));
        QCOMPARE(opened->recovered.saved->name, std::string("Once"));
        QCOMPARE(opened->recovered.history.committed()->name, std::string("Three times"));
        QCOMPARE(left().size(), std::size_t(1)); // the other is open now
    }
    void afterTwoAttemptsItIsGivenUpAndKept() {
        const Uuid id = leaveBehind();
        for (int attempt = 0; attempt < 2; ++attempt) {
            QCOMPARE(attempts(id), attempt);
            QVERIFY(!left().at(0).givenUp);
            killedAfter([&] {
                auto opened = Journal::open(journalOf(id));
                die();
            });
        }
        const auto before = contentOf(journalOf(id));
        const auto found = left();
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(found[0].givenUp && !found[0].saved);
        QCOMPARE(found[0].name, std::string("Final"));
        const auto aside = keepAside(journalOf(id));
        QVERIFY(aside.ok());
        QCOMPARE(contentOf(*aside), before);
        QVERIFY(left().empty());
        // A second one finds another name.
        std::ofstream(journalOf(id)) << "another\n";
        const auto second = keepAside(journalOf(id));
        QVERIFY(second.ok() && *second != *aside);
        QCOMPARE(contentOf(*aside), before);
    }
    /// Closed in order, and then it ends the editor as it is opened: twice, not three times.
    void whatWasClosedInOrderIsNotOpenedForEverEither() {
        const Uuid id = Uuid::random();
        {
            auto journal = Journal::create(journalOf(id), named("Cut"), {});
            edit(*journal, named("Cut"), "Final");
        }
        for (int attempt = 0; attempt < 2; ++attempt) {
            QVERIFY(attempt == 0 ? left().empty() : !left().at(0).givenUp);
            killedAfter([&] {
                auto opened = Journal::open(journalOf(id));
                die();
            });
        }
        QVERIFY(left().at(0).givenUp);
    }
    void whatIsOpenIsNotPutAside() {
        const Uuid id = leaveBehind();
        const auto opened = Journal::open(journalOf(id));
        QVERIFY(opened.ok());
        const auto aside = keepAside(journalOf(id));
        QVERIFY(!aside.ok());
        QCOMPARE(aside.error().category, ErrorCategory::Conflict);
        QVERIFY(fs::exists(journalOf(id)));
    }
    void whatNoSaveHasIsNotWrittenOver() {
        const Uuid id = leaveBehind();
        const std::string before = contentOf(journalOf(id));
        {
            auto journal = Journal::create(journalOf(id), named("Cut"), "rev-1");
            QVERIFY(journal.ok());
            QCOMPARE(contentOf(journalOf(id).string() + ".kept-1"), before);
            edit(*journal, named("Cut"), "Final");
            QVERIFY(journal->appendSaved("rev-2").ok());
        }
        QVERIFY(Journal::create(journalOf(id), named("Cut"), "rev-3").ok());
        QVERIFY(!fs::exists(journalOf(id).string() + ".kept-2")); // that one was saved
    }
    void whoSurvivesBeginsToCountAnew() {
        const Uuid id = leaveBehind();
        for (int attempt = 0; attempt < 4; ++attempt)
            killedAfter([&] {
                auto opened = Journal::open(journalOf(id));
                opened->journal.survived();
                die();
            });
        QCOMPARE(attempts(id), 0);
        { const auto closed = Journal::open(journalOf(id)); }
        QVERIFY(left().empty());
    }
    /// One without edits is opened by itself, being the last: that must not go on for ever either.
    void theLastProjectIsNotOpenedForEver() {
        const Uuid last = Uuid::random(), other = Uuid::random();
        killedAfter([&] {
            auto a = Journal::create(journalOf(last), named("Last"), "rev-1");
            auto b = Journal::create(journalOf(other), named("Other"), "rev-1");
            die();
        });
        for (int attempt = 0; attempt < 2; ++attempt) {
            QVERIFY(left().empty());
            killedAfter([&] {
                auto opened = Journal::open(journalOf(last));
                die();
            });
        }
        QCOMPARE(left().size(), std::size_t(1)); // of the other one there is nothing to offer
        QVERIFY(left()[0].givenUp);
        QCOMPARE(left()[0].project, last);
    }
    /// Nobody tries it again, and it is not passed over in silence either.
    void aJournalThatCannotBeReadIsGivenUpAtOnce() {
        const Uuid id = leaveBehind(), unseen = leaveBehind();
        std::ofstream(journalOf(id)) << "cutaway-journal 1 rev-1 {no sequence\ndone {}\n";
        std::ofstream(journalOf(unseen)) << "no journal\n";
        QCOMPARE(left().size(), std::size_t(2));
        QCOMPARE(Journal::open(journalOf(id)).error().category, ErrorCategory::Corrupt);
        const auto found = left();
        QCOMPARE(found.size(), std::size_t(2));
        for (const LeftBehind& one : found) {
            QVERIFY(one.givenUp);
            QCOMPARE(one.name, std::string("Final"));
            QVERIFY(keepAside(one.journal).ok());
        }
        QVERIFY(left().empty());
    }
    /// What hindered it was said, and did not end the editor.
    void whatCouldNotBeOpenedIsNoAttempt() {
        const Uuid id = leaveBehind();
        for (int i = 0; i < 100; ++i)
            std::ofstream(journalOf(id), std::ios::app) << "what nobody can read\n";
        const int end = endOf(start([&] {
            const rlimit most{1024, 1024}; // too little for a copy of it
            std::signal(SIGXFSZ, SIG_IGN);
            if (::setrlimit(RLIMIT_FSIZE, &most) != 0)
                return 1;
            for (int attempt = 0; attempt < 3; ++attempt)
                if (Journal::open(journalOf(id)).ok())
                    return 2;
            return 0;
        }));
        QCOMPARE(end, 0);
        QCOMPARE(attempts(id), 0);
        const auto opened = Journal::open(journalOf(id));
        QVERIFY(opened.ok() && !opened->recovered.damagedCopy.empty());
    }
    void aMarkThatWasCutOffCountsAsTheFirstTime() {
        const Uuid id = leaveBehind();
        for (const char* text : {"", "x", "-3\nCut\n", "1"}) {
            std::ofstream(journalOf(id).string() + ".open", std::ios::trunc) << text;
            QCOMPARE(left().size(), std::size_t(1));
            QVERIFY(!left()[0].givenUp);
        }
        for (const char* text : {"2147483647\nCut\n", "99999999999999999999\n"}) {
            std::ofstream(journalOf(id).string() + ".open", std::ios::trunc) << text;
            QVERIFY(Journal::open(journalOf(id)).ok());
        }
        // A name that is longer than the next one leaves nothing of itself.
        OpenMark(journalOf(id)).write({1, std::string(3000, 'x')});
        OpenMark(journalOf(id)).write({1, "Short"});
        QCOMPARE(OpenMark(journalOf(id)).read()->name, std::string("Short"));
    }
    void unsavedEditsAreCountedFromTheEnd() {
        const fs::path file = journalOf(Uuid::random());
        const auto glance = [&](const std::string& text) {
            std::ofstream(file, std::ios::trunc | std::ios::binary) << text;
            const auto seen = glanceAt(file);
            return seen ? std::to_string(seen->unsaved) + (seen->saved ? " saved" : " never saved")
                        : std::string("damaged");
        };
        const std::string never = "cutaway-journal 1 - {}\n", once = "cutaway-journal 1 rev-1 {}\n";
        QCOMPARE(glance(""), std::string("damaged"));
        QCOMPARE(glance("cutaway-journal 1 - {}"), std::string("damaged"));
        QCOMPARE(glance("something\n"), std::string("damaged"));
        QCOMPARE(glance(never), std::string("0 never saved"));
        QCOMPARE(glance(once), std::string("0 saved"));
        QCOMPARE(glance(never + "done {}\nsent rev-1\nundo\ndone {cut o"), std::string("2 never saved"));
        QCOMPARE(glance(never + "done {}\nsaved rev-1\nredo\n"), std::string("1 saved"));
        for (const std::size_t length : {10U, 10000U, 65500U, 65536U, 300000U, 3000000U}) {
            const std::string line = "done " + std::string(length, 'x') + "\n";
            QCOMPARE(glance(never + line + line), std::string("2 never saved"));
            QCOMPARE(glance(once + line + line + line), std::string("3 saved"));
            QCOMPARE(glance(never + line + "saved rev-1\n" + line + line), std::string("2 saved"));
        }
        QCOMPARE(glanceAt(folder() / "nothing").error().category, ErrorCategory::NotFound);
        QCOMPARE(glanceAt(folder()).error().category, ErrorCategory::NotFound);
    }
    void unsavedProjectsThatWereClosedAreListedNewestFirst() {
        const Uuid older = Uuid::random(), newer = Uuid::random(), saved = Uuid::random(),
                   open = Uuid::random();
        for (const Uuid& id : {older, newer, saved}) {
            auto journal = Journal::create(journalOf(id), named("Cut"), "rev-1");
            edit(*journal, named("Cut"), "Final");
            if (id == saved)
                QVERIFY(journal->appendSaved("rev-2").ok());
        }
        const Uuid killed = leaveBehind();
        fs::last_write_time(journalOf(older), fs::file_time_type::clock::now() - std::chrono::hours(1));
        auto journal = Journal::create(journalOf(open), named("Cut"), {});
        edit(*journal, named("Cut"), "Final");
        QCOMPARE(findUnsaved(folder()), (std::vector<Uuid>{newer, older}));
        QCOMPARE(left().at(0).project, killed);
    }
    /// Many editors start at once after a crash: one gets it, the others are told, and that is one attempt.
    void oneOfManyEditorsGetsIt() {
        const Uuid id = leaveBehind();
        int gate[2] = {};
        QCOMPARE(::pipe(gate), 0);
        std::vector<pid_t> editors;
        for (int i = 0; i < 8; ++i)
            editors.push_back(start([&] {
                ::close(gate[1]);
                (void)left();
                const auto opened = Journal::open(journalOf(id));
                char byte = 0;
                while (::read(gate[0], &byte, 1) > 0) { // until all have tried
                }
                if (opened)
                    die();
                return opened.error().category == ErrorCategory::Conflict ? 0 : 2;
            }));
        ::close(gate[0]);
        QTest::qSleep(300);
        ::close(gate[1]);
        int got = 0;
        for (const pid_t editor : editors) {
            const int end = endOf(editor);
            QVERIFY(end == wasKilled || end == 0);
            got += end == wasKilled ? 1 : 0;
        }
        QCOMPARE(got, 1);
        QCOMPARE(attempts(id), 1);
        QCOMPARE(left().size(), std::size_t(1));
    }
    void aKillAtAnyMomentLosesNothing() {
        const unsigned seed = seedOr(std::random_device()());
        std::mt19937 random(seed);
        for (int kill = 0; kill < 40; ++kill) {
            const Uuid id = leaveBehind();
            const pid_t editor = start([&] {
                for (;;) {
                    auto opened = Journal::open(journalOf(id));
                    opened->journal.survived();
                }
                return 0;
            });
            ::usleep(static_cast<useconds_t>(random() % 20000));
            ::kill(editor, SIGKILL);
            QCOMPARE(endOf(editor), wasKilled);
            QVERIFY(left().size() <= 1); // none, when it had just been closed
            const auto opened = Journal::open(journalOf(id));
            QVERIFY(opened.ok());
            QCOMPARE(opened->recovered.unsaved, std::size_t(1));
            QCOMPARE(opened->recovered.history.committed()->name, std::string("Final"));
            QVERIFY(!opened->recovered.lostTail);
            fs::remove_all(folder());
            fs::create_directories(folder());
        }
    }
    /// The mark counts on where there is no room for anything.
    void aFullDiskIsNoReasonToTryForEver() {
        enum { Well, NoDisk, Full, NotOffered, NotCounted };
        const int end = endOf(start([&]() -> int {
            if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
                return NoDisk;
            if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
                ::mount("disk", folder().c_str(), "tmpfs", 0, "size=256k") != 0)
                return NoDisk;
            const Uuid id = Uuid::random();
            endOf(start([&] {
                auto journal = Journal::create(journalOf(id), named("Cut"), {});
                edit(*journal, named("Cut"), "Final");
                die();
                return 0;
            }));
            std::ofstream filler(folder() / "filler");
            while (filler << 'x' && filler.flush()) {
            }
            std::ofstream more(folder() / "more");
            if (more << 'x' && more.flush())
                return Full;
            for (int attempt = 0; attempt < 2; ++attempt) {
                const auto found = left();
                if (found.size() != 1 || found[0].givenUp)
                    return NotOffered;
                endOf(start([&] {
                    auto opened = Journal::open(journalOf(id));
                    die();
                    return 0;
                }));
            }
            const auto found = left();
            return found.size() == 1 && found[0].givenUp ? Well : NotCounted;
        }));
        if (end == NoDisk)
            QSKIP("no file system of its own can be made here");
        QCOMPARE(end, int(Well));
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "test_recovery.moc"
