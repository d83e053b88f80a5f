#include "timeline_fixture.h"

#include "core/timeline/journal.h"
#include "core/timeline/open_mark.h"
#include "core/timeline/recovery.h"

#include <QTemporaryDir>

#include <csignal>
#include <fstream>
#include <functional>
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

/// Runs it in a process of its own, which must die of it.
void killedAfter(const std::function<void()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
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
    std::vector<LeftBehind> left(const std::optional<Uuid>& last = {}) const {
        return findLeftBehind(folder(), last);
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
        for (int again = 0; again < 5; ++again) { // looking is no attempt to open
            const auto found = left();
            QCOMPARE(found.size(), std::size_t(2));
            QCOMPARE(found[0].project, once);
            QCOMPARE(found[0].name, std::string("Three times"));
            QCOMPARE(found[0].edits, std::size_t(2));
            QVERIFY(found[0].saved);
            QCOMPARE(found[1].name, std::string("Never saved"));
            QCOMPARE(found[1].edits, std::size_t(1));
            QVERIFY(!found[1].saved);
            QCOMPARE(found[0].attempts, 0);
        }
        const auto opened = Journal::open(journalOf(once));
        QCOMPARE(opened->recovered.saved->name, std::string("Once"));
        QCOMPARE(opened->recovered.history.committed()->name, std::string("Three times"));
        QCOMPARE(left().size(), std::size_t(1)); // the other is open now
    }
    void afterTwoAttemptsItIsGivenUpAndKept() {
        const Uuid id = Uuid::random();
        killedAfter([&] {
            auto journal = Journal::create(journalOf(id), named("Cut"), {});
            edit(*journal, named("Cut"), "Final");
            die();
        });
        for (int attempt = 0; attempt < 2; ++attempt) {
            QCOMPARE(left().at(0).attempts, attempt);
            QVERIFY(!left().at(0).isGivenUp());
            killedAfter([&] {
                auto opened = Journal::open(journalOf(id));
                die();
            });
        }
        // From now on it is not read any more: what is in it may be what ends the program.
        std::ofstream(journalOf(id), std::ios::app) << "what nobody can read\n";
        const auto before = fs::file_size(journalOf(id));
        const auto found = left();
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(found[0].isGivenUp());
        QCOMPARE(found[0].name, std::string("Final"));
        QCOMPARE(fs::file_size(journalOf(id)), before);
        const auto aside = keepAside(journalOf(id));
        QVERIFY(aside.ok());
        QCOMPARE(fs::file_size(*aside), before);
        QVERIFY(left().empty());
    }
    void whoSurvivesBeginsToCountAnew() {
        const Uuid id = Uuid::random();
        killedAfter([&] {
            auto journal = Journal::create(journalOf(id), named("Cut"), {});
            edit(*journal, named("Cut"), "Final");
            die();
        });
        for (int attempt = 0; attempt < 4; ++attempt)
            killedAfter([&] {
                auto opened = Journal::open(journalOf(id));
                opened->journal.survived();
                die();
            });
        QCOMPARE(left().at(0).attempts, 0);
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
            QVERIFY(left(last).empty());
            killedAfter([&] {
                auto opened = Journal::open(journalOf(last));
                die();
            });
        }
        QCOMPARE(left(last).size(), std::size_t(1));
        QVERIFY(left(last)[0].isGivenUp());
        QVERIFY(!OpenMark(journalOf(other)).read()); // nothing to offer, nothing to count
    }
    void aJournalThatCannotBeReadIsNoAttempt() {
        const Uuid id = Uuid::random();
        killedAfter([&] {
            auto journal = Journal::create(journalOf(id), named("Cut"), {});
            die();
        });
        std::ofstream(journalOf(id)) << "no journal\n";
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(Journal::open(journalOf(id)).error().category, ErrorCategory::Corrupt);
            QVERIFY(left().empty());
        }
        QCOMPARE(OpenMark(journalOf(id)).read()->attempts, 0);
    }
    void aMarkThatWasCutOffCountsAsTheFirstTime() {
        const Uuid id = Uuid::random();
        killedAfter([&] {
            auto journal = Journal::create(journalOf(id), named("Cut"), {});
            edit(*journal, named("Cut"), "Final");
            die();
        });
        for (const char* text : {"", "x", "-3\nCut\n", "1"}) {
            std::ofstream(journalOf(id).string() + ".open", std::ios::trunc) << text;
            QCOMPARE(left().size(), std::size_t(1));
        }
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "test_recovery.moc"
