#include "cloud_fixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <sys/stat.h>

using namespace cutaway;
using namespace cutaway::test;

/// The program itself, as a process.
class TestCutawayCloud : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    static QString program() { return QStringLiteral(CUTAWAY_BIN_DIR "/cutaway-cloud"); }
    QString data() const { return m_folder->path() + QStringLiteral("/data"); }

    /// Starts it and waits for its line. The URL.
    std::string start(QProcess& process, const QStringList& arguments) const {
        process.start(program(), QStringList{QStringLiteral("--data"), data()} + arguments);
        if (!process.waitForReadyRead(20'000))
            return {};
        return json::parse(process.readLine().toStdString()).at("url");
    }
    json announced() const {
        return json::parse(std::ifstream((data() + QStringLiteral("/server.json")).toStdString()));
    }
    static int status(const std::string& url, const std::string& token, const char* path,
                      const char* method = "GET") {
        tams::HttpClient client({url, token, false});
        tams::HttpRequest request;
        request.method = method;
        request.url = path;
        const auto answer = client.fetch(request);
        return answer ? answer->status : 0;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void withoutATokenItDoesNotStart() {
        for (const QStringList& arguments :
             {QStringList{}, QStringList{QStringLiteral("--token-file"), QStringLiteral("/nonexistent")},
              QStringList{QStringLiteral("--embedded"), QStringLiteral("--listen"),
                          QStringLiteral("0.0.0.0:0")},
              QStringList{QStringLiteral("--unknown"), QStringLiteral("1")}}) {
            QProcess process;
            process.start(program(), QStringList{QStringLiteral("--data"), data()} + arguments);
            QVERIFY(process.waitForFinished(20'000));
            QVERIFY(process.exitCode() != 0);
            QVERIFY(process.readAllStandardError().startsWith("cutaway-cloud: "));
            QVERIFY(process.readAllStandardOutput().isEmpty());
        }
    }

    void itServesATeam() {
        const std::string tokenFile = m_folder->filePath(QStringLiteral("token")).toStdString();
        std::ofstream(tokenFile) << ownerToken << "\n";
        QProcess process;
        const std::string url =
            start(process, {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                            QStringLiteral("--token-file"), QString::fromStdString(tokenFile)});
        QCOMPARE(status(url, ownerToken, "/service"), 200);
        QCOMPARE(status(url, "another token entirely", "/service"), 401);
        QVERIFY(!QFile::exists(data() + QStringLiteral("/server.json"))); // it would hold the team's token
        process.terminate();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    }

    void oneServerPerFolder() {
        QProcess first;
        const std::string url = start(first, {QStringLiteral("--embedded")});
        const json server = announced();
        QCOMPARE(server["url"], json(url));
        struct stat info {};
        QCOMPARE(::stat((data() + QStringLiteral("/server.json")).toUtf8().constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0600));
        QCOMPARE(status(url, server["token"], "/service"), 200);
        QProcess second;
        QVERIFY(start(second, {QStringLiteral("--embedded")}).empty());
        QVERIFY(second.readAllStandardError().contains("Another server is running"));
        // Killed, it leaves nothing that keeps the next one out.
        first.kill();
        QVERIFY(first.waitForFinished());
        QProcess third;
        const std::string next = start(third, {QStringLiteral("--embedded")});
        QCOMPARE(announced()["url"], json(next));
        QCOMPARE(status(next, announced()["token"], "/cutaway/v1/shutdown", "POST"), 202);
        QVERIFY(third.waitForFinished(20'000));
        QCOMPARE(third.exitCode(), 0);
        QVERIFY(!QFile::exists(data() + QStringLiteral("/server.json")));
    }

    void theStoreOutlivesTheServer() {
        for (int run = 0; run < 2; ++run) {
            QProcess process;
            const std::string url = start(process, {QStringLiteral("--embedded")});
            tams::HttpClient client({url, announced()["token"], false});
            tams::HttpRequest request;
            request.url = "/flows/" + testId(1);
            QCOMPARE(client.fetch(request)->status, run == 0 ? 404 : 200);
            request.method = "PUT";
            request.body = CloudFixture::videoFlow(testId(1), testId(1001)).dump();
            QCOMPARE(client.fetch(request)->status, run == 0 ? 201 : 204);
            process.kill();
            QVERIFY(process.waitForFinished());
        }
    }

    void anEmbeddedServerEndsAfterItsLastClient() {
        QProcess process;
        const std::string url = start(process, {QStringLiteral("--embedded")});
        {
            RawClient stream(static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1))));
            stream.send("GET /cutaway/v1/stream?access_token=" + announced()["token"].get<std::string>() +
                        " HTTP/1.1\r\nHost: h\r\n\r\n");
            (void)stream.readUntil("connected\n\n");
            QVERIFY(!process.waitForFinished(6'000)); // it stays while somebody listens
        }
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCutawayCloud)
#include "test_cutaway_cloud.moc"
