#include "core/base/process.h"

#include <QtTest>
#include <csignal>
#include <thread>

using namespace cutaway;
using namespace std::chrono_literals;

namespace {

ProcessOptions shell(std::string script) {
    ProcessOptions options;
    options.program = "/bin/sh";
    options.arguments = {"-c", std::move(script)};
    return options;
}

bool isAlive(pid_t id) {
    return ::kill(id, 0) == 0;
}

} // namespace

class TestProcess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesExitCodeAndOutput() {
        auto child = ChildProcess::start(shell("echo out; echo err >&2; exit 3"));
        QVERIFY(child.ok());
        const auto exit = child->wait({});
        QVERIFY(exit.ok());
        QCOMPARE(exit->code, 3);
        QCOMPARE(child->log(), std::string("out\nerr\n"));
        QCOMPARE(child->wait({})->code, 3);
    }

    void addsToTheEnvironment() {
        auto options = shell("echo \"$CUTAWAY_TEST_WORD $HOME\"");
        options.environment = {{"CUTAWAY_TEST_WORD", "first light"}, {"HOME", "/nowhere"}};
        auto child = ChildProcess::start(options);
        QVERIFY(child.ok());
        QCOMPARE(child->readLine({}, 10s).value(), std::string("first light /nowhere"));
    }

    void keepsTheEndOfALongLog() {
        auto options = shell("i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done");
        options.logLimit = 100;
        auto child = ChildProcess::start(options);
        QVERIFY(child->wait({}).ok());
        QCOMPARE(child->log().size(), std::size_t(100));
        QVERIFY(child->log().ends_with("line 2999\n"));
    }

    void stopTokenEndsTheWaitAndNotTheChild() {
        auto child = ChildProcess::start(shell("sleep 60"));
        std::stop_source stop;
        std::jthread asker([&] { stop.request_stop(); });
        const auto exit = child->wait(stop.get_token());
        QVERIFY(!exit.ok());
        QCOMPARE(exit.error().category, ErrorCategory::Cancelled);
        QVERIFY(isAlive(child->id()));
        child->kill();
        QCOMPARE(child->wait({})->signal, SIGKILL);
    }

    void timeoutIsToldApart() {
        auto child = ChildProcess::start(shell("sleep 60"));
        QCOMPARE(child->wait({}, 10ms).error().category, ErrorCategory::Timeout);
    }

    void killReachesGrandchildren() {
        auto child = ChildProcess::start(shell("sleep 60 & echo $!; wait"));
        const pid_t grandchild = std::stoi(child->readLine({}, 10s).value());
        child->kill();
        QVERIFY(child->wait({}).ok());
        QTRY_VERIFY(!isAlive(grandchild));
    }

    void pausedChildrenStandStill() {
        auto child = ChildProcess::start(shell("kill -STOP $$; exit 5"));
        QCOMPARE(child->wait({}, 50ms).error().category, ErrorCategory::Timeout);
        child->resume();
        QCOMPARE(child->wait({})->code, 5);
    }

    void destructionKills() {
        pid_t id = -1;
        {
            auto child = ChildProcess::start(shell("sleep 60"));
            id = child->id();
            QVERIFY(isAlive(id));
        }
        QVERIFY(!isAlive(id));
    }

    void diesWithTheThreadThatStartedIt() {
        std::optional<ChildProcess> child;
        std::jthread([&] {
            child = ChildProcess::start(shell("echo ready; exec sleep 60")).value();
            QCOMPARE(child->readLine({}, 10s).value(), std::string("ready"));
        }).join();
        QCOMPARE(child->wait({}, 10s)->signal, SIGKILL);
    }

    void missingProgramsAreRefused() {
        ProcessOptions options;
        options.program = "/nowhere/cutaway-ctl";
        const auto child = ChildProcess::start(options);
        QVERIFY(!child.ok());
        QCOMPARE(child.error().category, ErrorCategory::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestProcess)
#include "test_process.moc"
