#include "cloud_fixture.h"
#include "core/cloud/auth/auth.h"

#include <QTemporaryDir>
#include <QTest>
#include <chrono>
#include <filesystem>
#include <fstream>

using namespace cutaway;
using namespace cutaway::cloud;
using namespace cutaway::test;

/// Who may do what, and that nothing answers without a token.
class TestAuth : public QObject {
    Q_OBJECT

    const Uuid m_workspace = *Uuid::parse(testId(1));
    const Authority m_authority{m_workspace, ownerToken, "secret"};

    static std::chrono::seconds in(int seconds) {
        return std::chrono::duration_cast<std::chrono::seconds>(
                   std::chrono::system_clock::now().time_since_epoch()) +
               std::chrono::seconds(seconds);
    }

private Q_SLOTS:
    void tokensNamePrincipals() {
        QCOMPARE(m_authority.principalOf(ownerToken)->kind, Principal::Kind::Owner);
        QCOMPARE(m_authority.principalOf("")->kind, Principal::Kind::Anonymous);
        QCOMPARE(m_authority.principalOf("wrong").error().category, ErrorCategory::Unauthorised);
        QCOMPARE(m_authority.principalOf(std::string(ownerToken) + "x").error().category,
                 ErrorCategory::Unauthorised);
    }

    void jobTokensLiveWithTheirJob() {
        Authority authority(m_workspace, ownerToken, "secret");
        const Uuid job = Uuid::random();
        const std::string token = authority.registerJobToken(job, "somebody");
        QVERIFY(token.size() >= 32);
        const auto principal = authority.principalOf(token);
        QCOMPARE(principal->kind, Principal::Kind::Job);
        QCOMPARE(principal->user, std::string("somebody"));
        QVERIFY(authorize(*principal, Action::Write, {"flow", {}, {}}));
        QVERIFY(authorize(*principal, Action::Write, {"job", job.toString(), {}}));
        QVERIFY(!authorize(*principal, Action::Write, {"job", Uuid::random().toString(), {}}));
        QVERIFY(!authorize(*principal, Action::Manage, {"service", {}, {}}));
        QVERIFY(!authorize(*principal, Action::Write, {"project", {}, {}}));
        QVERIFY(authorize(*principal, Action::Read, {"delivery", {}, {}}));
        for (const char* kind : {"project", "submission", "stream", "unit", "playback"})
            QVERIFY2(!authorize(*principal, Action::Read, {kind, {}, {}}), kind);
        QVERIFY(!authorize(*principal, Action::Read, {"job", Uuid::random().toString(), {}}));
        QVERIFY(!authorize(*principal, Action::Delete, {"flow", {}, {}}));
        authority.revokeJobToken(job);
        QVERIFY(!authority.principalOf(token));
    }

    void otherWorkspacesAreNotThere() {
        const auto owner = *m_authority.principalOf(ownerToken);
        QVERIFY(authorize(owner, Action::Read, {"flow", {}, m_workspace}));
        QCOMPARE(authorize(owner, Action::Read, {"flow", {}, Uuid::random()}).error().category,
                 ErrorCategory::NotFound);
        QCOMPARE(authorize(Principal{}, Action::Read, {"flow", {}, {}}).error().category,
                 ErrorCategory::Unauthorised);
    }

    void signaturesAllowOneThing() {
        const std::string query = m_authority.sign("GET", "/a/b", in(100));
        const std::size_t split = query.find("&signature=");
        const std::string expires = query.substr(8, split - 8);
        const std::string signature = query.substr(split + 11);
        QVERIFY(m_authority.verify("GET", "/a/b", expires, signature));
        QVERIFY(!m_authority.verify("PUT", "/a/b", expires, signature));
        QVERIFY(!m_authority.verify("GET", "/a/c", expires, signature));
        QVERIFY(!m_authority.verify("GET", "/a/b", expires + "0", signature));
        QVERIFY(!m_authority.verify("GET", "/a/b", expires, signature.substr(1)));
        QVERIFY(!m_authority.verify("GET", "/a/b", "", ""));
        QVERIFY(!Authority(m_workspace, ownerToken, "other").verify("GET", "/a/b", expires, signature));
        const std::string old = m_authority.sign("GET", "/a/b", in(-1));
        QVERIFY(!m_authority.verify("GET", "/a/b", old.substr(8, old.find('&') - 8),
                                    old.substr(old.find("signature=") + 10)));
    }

    void tokenFilesAreRead() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("token")).toStdString();
        std::ofstream(path) << "  0123456789abcdef \r\nsecond line\n";
        QCOMPARE(*readTokenFile(path), std::string("0123456789abcdef"));
        std::ofstream(path) << "short\n";
        QCOMPARE(readTokenFile(path).error().category, ErrorCategory::InvalidInput);
        QCOMPARE(readTokenFile(path + ".none").error().category, ErrorCategory::NotFound);
    }

    void nothingAnswersWithoutAToken() {
        CloudFixture cloud;
        QCOMPARE(cloud.anonymous("GET", "/cutaway/v1/health").status, 200);
        const std::string id = testId(1);
        const std::vector<std::string> paths{"/",
                                             "/service",
                                             "/service/storage-backends",
                                             "/service/profiles",
                                             "/service/profiles/" + id,
                                             "/sources",
                                             "/sources/" + id,
                                             "/flows",
                                             "/flows/" + id,
                                             "/flows/" + id + "/segments",
                                             "/flows/" + id + "/storage",
                                             "/flows/" + id + "/tags/x",
                                             "/objects/x",
                                             "/flow-delete-requests",
                                             "/cutaway/v1/cloud",
                                             "/cutaway/v1/stream",
                                             "/cutaway/v1/shutdown",
                                             "/cutaway/v1/events",
                                             "/cutaway/v1/jobs",
                                             "/cutaway/v1/projects",
                                             "/cutaway/v1/search?q=a",
                                             "/cutaway/v1/media/" + id,
                                             "/nothing",
                                             "/../etc/passwd"};
        for (const std::string& path : paths) {
            for (const char* method : {"GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS"}) {
                const auto answer = cloud.anonymous(method, path);
                QVERIFY2(answer.status == 401, (std::string(method) + " " + path).c_str());
            }
        }
        QCOMPARE(cloud.anonymous("GET", "/service?access_token=wrong-wrong-wrong").status, 401);
        QCOMPARE(cloud.anonymous("GET", "/service?signature=0&expires=99999999999").status, 401);
        QCOMPARE(
            cloud.anonymous("GET", "/cutaway/v1/media/" + id + "?signature=0&expires=99999999999").status,
            403);
    }

    void allThreeSchemesWork() {
        CloudFixture cloud;
        QCOMPARE(cloud.call("GET", "/service").status, 200);
        QCOMPARE(cloud.anonymous("GET", std::string("/service?access_token=") + ownerToken).status, 200);
        RawClient client(cloud.port());
        const QByteArray basic = (QByteArrayLiteral("anyone:") + ownerToken).toBase64();
        client.send("GET /service HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Basic " +
                    basic.toStdString() + "\r\n\r\n");
        QVERIFY(client.readToEnd().starts_with("HTTP/1.1 200"));
    }

    void pathsCannotEscape() {
        CloudFixture cloud;
        std::ofstream(cloud.folder() + "/secret.txt") << "secret";
        for (const char* path :
             {"/cutaway/v1/media/..%2F..%2Fsecret.txt", "/cutaway/v1/media/../../secret.txt",
              "/cutaway/v1/media/%2e%2e%2fsecret.txt", "/cutaway/v1/media//etc/passwd",
              "/objects/..%2F..%2Fsecret.txt", "/flows/..%2F..%2Fsecret.txt/segments"}) {
            RawClient client(cloud.port());
            client.send(std::string("GET ") + path +
                        " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Bearer " + ownerToken +
                        "\r\n\r\n");
            const std::string answer = client.readToEnd();
            QVERIFY2(answer.starts_with("HTTP/1.1 404"), (path + answer).c_str());
            QVERIFY(answer.find("secret\n") == std::string::npos);
        }
    }

    void aHostFieldCannotBeMisused() {
        CloudFixture cloud;
        RawClient client(cloud.port());
        client.send(
            std::string(
                "GET /service HTTP/1.1\r\nHost: \"evil/<x>\r\nConnection: close\r\nAuthorization: Bearer ") +
            ownerToken + "\r\n\r\n");
        QVERIFY(client.readToEnd().find("evil") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestAuth)
#include "test_auth.moc"
