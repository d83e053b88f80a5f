#include "core/catalogue/client.h"
#include "core/catalogue/embedded.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <future>
#include <unistd.h>

using namespace cutaway;
using namespace cutaway::catalogue;

/// The editor's own server, as a real process.
class TestEmbedded : public QObject {
    Q_OBJECT

    static EmbeddedOptions optionsFor(const QTemporaryDir& folder) {
        EmbeddedOptions options;
        options.dataFolder = std::filesystem::path(folder.path().toStdString()) / "data";
        options.program = CUTAWAY_BIN_DIR "/cutaway-cloud";
        return options;
    }

private Q_SLOTS:
    void oneServerForAllWhoAsk() {
        const QTemporaryDir folder;
        const EmbeddedOptions options = optionsFor(folder);
        std::vector<std::future<Result<EmbeddedCloud>>> asked;
        for (int i = 0; i < 4; ++i)
            asked.push_back(std::async(std::launch::async, [&] { return attachOrStart(options); }));
        std::vector<EmbeddedCloud> clouds;
        for (auto& answer : asked) {
            auto cloud = answer.get();
            QVERIFY2(cloud.ok(), cloud ? "" : cloud.error().message.c_str());
            clouds.push_back(*cloud);
        }
        for (const EmbeddedCloud& cloud : clouds) {
            QCOMPARE(cloud.pid, clouds.front().pid);
            QCOMPARE(cloud.connection.url, clouds.front().connection.url);
        }
        QVERIFY(::getsid(clouds.front().pid) != ::getsid(0));
        const auto again = attachOrStart(options);
        QVERIFY(again.ok() && !again->started);

        QVERIFY(CloudClient(again->connection).shutdown().ok());
    }

    void aKilledServerIsReplaced() {
        const QTemporaryDir folder;
        const EmbeddedOptions options = optionsFor(folder);
        const auto first = attachOrStart(options);
        QVERIFY2(first.ok(), first ? "" : first.error().message.c_str());
        ::kill(first->pid, SIGKILL);
        const auto second = attachOrStart(options);
        QVERIFY2(second.ok(), second ? "" : second.error().message.c_str());
        QVERIFY(second->pid != first->pid);
        QVERIFY(CloudClient(second->connection).health().ok());
        QVERIFY(CloudClient(second->connection).shutdown().ok());
    }

    void whatCannotStartSaysWhy() {
        const QTemporaryDir folder;
        EmbeddedOptions options = optionsFor(folder);
        options.program = "/nonexistent/cutaway-cloud";
        QVERIFY(attachOrStart(options).error().category == ErrorCategory::NotFound);
        options.program = "/bin/false";
        options.timeout = std::chrono::seconds(1);
        const Error error = attachOrStart(options).error();
        QVERIFY2(error.category == ErrorCategory::Unavailable || error.category == ErrorCategory::Timeout,
                 error.detail.c_str());
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(attachOrStart(options, stopped.get_token()).error().category == ErrorCategory::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestEmbedded)
#include "test_embedded.moc"
