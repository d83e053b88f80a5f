#include "core/tams/download.h"
#include "core/tams/http.h"
#include "tests/core/tams/scripted_server.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <fstream>
#include <future>

using namespace cutaway;
using namespace cutaway::tams;
using cutaway::test::ScriptedReply;
using cutaway::test::ScriptedServer;
using cutaway::test::SeenRequest;

namespace {

/// 256 KiB that tell where they are.
std::string sampleBody() {
    std::string text;
    for (int i = 0; text.size() < 256 * 1024; ++i)
        text += std::to_string(i) + ",";
    return text;
}

/// Serves `body` with ranges, as an object store does.
ScriptedReply ranged(const SeenRequest& request, const std::string& body) {
    ScriptedReply reply;
    const std::string range = request.header("range");
    if (range.empty()) {
        reply.body = body;
        return reply;
    }
    const auto dash = range.find('-');
    const std::size_t first = std::stoul(range.substr(6, dash - 6));
    if (first >= body.size()) {
        reply.status = 416;
        reply.headers = {{"Content-Range", "bytes */" + std::to_string(body.size())}};
        return reply;
    }
    const std::size_t last = dash + 1 < range.size()
                                 ? std::min(std::stoul(range.substr(dash + 1)), body.size() - 1)
                                 : body.size() - 1;
    reply.status = 206;
    reply.body = body.substr(first, last - first + 1);
    reply.headers = {{"Content-Range", "bytes " + std::to_string(first) + "-" + std::to_string(last) + "/" +
                                           std::to_string(body.size())}};
    return reply;
}

HttpRequest get(const std::string& url) {
    HttpRequest request;
    request.url = url;
    return request;
}

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

class TestHttp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectionsAreKeptAlive() {
        ScriptedServer server([](const SeenRequest& r) { return ScriptedReply{200, {}, r.target, {}}; });
        HttpClient client({server.url(), "secret", false});
        for (int i = 0; i < 20; ++i) {
            const auto answer = client.fetch(get("/x" + std::to_string(i)));
            QVERIFY(answer.ok());
            QCOMPARE(answer->body, "/x" + std::to_string(i));
        }
        QCOMPARE(client.counters().connections, 1);
        QCOMPARE(server.seen().back().connection, 1);
    }

    void tokenGoesToItsOriginOnly() {
        ScriptedServer other([](const SeenRequest&) { return ScriptedReply{200, {}, "other", {}}; });
        ScriptedServer server([&](const SeenRequest& r) {
            if (r.target == "/away")
                return ScriptedReply{302, {{"Location", other.url() + "/landed"}}, "", {}};
            if (r.target == "/here")
                return ScriptedReply{307, {{"Location", "/final"}}, "", {}};
            return ScriptedReply{200, {}, "own", {}};
        });
        HttpClient client({server.url(), "secret", false});
        QCOMPARE(client.fetch(get("/away"))->body, "other");
        QCOMPARE(other.seen().back().header("authorization"), "");
        QCOMPARE(client.fetch(get("/here"))->body, "own");
        QCOMPARE(server.seen().back().target, "/final");
        QCOMPARE(server.seen().back().header("authorization"), "Bearer secret");
        QCOMPARE(client.fetch(get(other.url() + "/direct"))->body, "other");
        QCOMPARE(other.seen().back().header("authorization"), "");
        HttpRequest presigned = get("/object");
        presigned.anonymous = true;
        QVERIFY(client.fetch(presigned).ok());
        QCOMPARE(server.seen().back().header("authorization"), "");
    }

    void aRedirectLoopEnds() {
        ScriptedServer server([](const SeenRequest&) {
            return ScriptedReply{302, {{"Location", "/again"}}, "", {}};
        });
        HttpClient client({server.url(), "", false});
        QCOMPARE(client.fetch(get("/"))->status, 302);
        QCOMPARE(server.seen().size(), std::size_t{6});
    }

    void onlyHttpAndOnlyLoopbackInPlain() {
        HttpClient client({"http://127.0.0.1:1", "secret", false});
        QVERIFY(client.fetch(get("file:///etc/passwd")).error().category == ErrorCategory::InvalidInput);
        QVERIFY(client.fetch(get("gopher://127.0.0.1/x")).error().category == ErrorCategory::InvalidInput);
        const auto plain = client.fetch(get("http://192.0.2.7/x"));
        QVERIFY(plain.error().category == ErrorCategory::Forbidden);
        QVERIFY(isLoopback("http://127.3.2.1:80/") && isLoopback("http://localhost") &&
                isLoopback("http://[::1]:9/"));
        QVERIFY(!isLoopback("http://127.0.0.1.example.org") && !isLoopback("http://[2001:db8::1]"));
        QCOMPARE(originOf("HTTPS://Cloud.Example/x?y"), "https://cloud.example:443");
        QCOMPARE(originOf("ftp://a"), "");
    }

    void refusedConnectionIsUnavailable() {
        HttpClient client({"http://127.0.0.1:1", "", false});
        QVERIFY(client.fetch(get("/")).error().category == ErrorCategory::Unavailable);
    }

    void silenceBecomesATimeout() {
        ScriptedServer server([](const SeenRequest& r) {
            ScriptedReply reply{200, {}, "part", {}};
            reply.silent = r.target == "/silent";
            reply.stallAfterHeaders = r.target == "/stalls";
            return reply;
        });
        HttpClient client({server.url(), "", false});
        HttpRequest request = get("/silent");
        request.timeout = std::chrono::milliseconds(100);
        QVERIFY(client.fetch(request).error().category == ErrorCategory::Timeout);
        request = get("/stalls");
        request.timeout = std::chrono::milliseconds(0);
        request.stallTimeout = std::chrono::milliseconds(100);
        QVERIFY(client.fetch(request).error().category == ErrorCategory::Timeout);
    }

    void aStopWakesAtOnce() {
        ScriptedServer server([](const SeenRequest&) {
            ScriptedReply reply;
            reply.silent = true;
            return reply;
        });
        HttpClient client({server.url(), "", false});
        std::stop_source stop;
        auto answer = std::async(std::launch::async, [&] {
            HttpRequest request = get("/");
            request.timeout = std::chrono::milliseconds(0);
            request.stallTimeout = std::chrono::milliseconds(0);
            return client.fetch(request, stop.get_token());
        });
        server.waitFor(1);
        stop.request_stop();
        QVERIFY(answer.get().error().category == ErrorCategory::Cancelled); // hangs if the stop did not wake
        QVERIFY(client.fetch(get("/"), stop.get_token()).error().category == ErrorCategory::Cancelled);
    }

    void moreRequestsThanConnectionsAllEnd() {
        ScriptedServer server([](const SeenRequest& r) { return ScriptedReply{200, {}, r.target, {}}; });
        HttpClient client({server.url(), "", false});
        std::vector<std::promise<std::string>> answers(50);
        for (std::size_t i = 0; i < answers.size(); ++i)
            client.start(get("/" + std::to_string(i)), {}, [&answers, i](Result<HttpResponse> r) {
                answers[i].set_value(r ? r->body : r.error().message);
            });
        for (std::size_t i = 0; i < answers.size(); ++i) {
            auto answer = answers[i].get_future();
            QVERIFY(answer.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
            QCOMPARE(answer.get(), "/" + std::to_string(i));
        }
        QVERIFY(client.counters().connections <= 10);
    }

    void endingTheClientAnswersEverything() {
        ScriptedServer server([](const SeenRequest&) {
            ScriptedReply reply;
            reply.silent = true;
            return reply;
        });
        int cancelled = 0;
        {
            HttpClient client({server.url(), "", false});
            for (int i = 0; i < 30; ++i)
                client.start(get("/"), {}, [&](Result<HttpResponse> r) {
                    cancelled += !r && r.error().category == ErrorCategory::Cancelled;
                });
            server.waitFor(1);
        }
        QCOMPARE(cancelled, 30);
    }

    void aBrokenTransferAsksOnlyForTheRest() {
        const std::string body = sampleBody();
        int breaks = 2;
        ScriptedServer server([&](const SeenRequest& r) {
            ScriptedReply reply = ranged(r, body);
            if (breaks-- > 0)
                reply.breakAfter = 100'000;
            return reply;
        });
        HttpClient client({server.url(), "", false});
        HttpRequest request = get("/object");
        request.retries = 3;
        std::string taken;
        request.sink = [&](std::span<const std::byte> piece) {
            taken.append(reinterpret_cast<const char*>(piece.data()), piece.size());
            return true;
        };
        const auto answer = client.fetch(request);
        QVERIFY(answer.ok());
        QCOMPARE(answer->status, 200);
        QVERIFY(taken == body);
        const auto seen = server.seen();
        QCOMPARE(seen.size(), std::size_t{3});
        QCOMPARE(seen[1].header("range"), "bytes=100000-");
        QCOMPARE(seen[2].header("range"), "bytes=200000-");
    }

    void aDocumentIsNeverJoinedFromTwoVersions() {
        ScriptedServer server([versions = 0](const SeenRequest& r) mutable {
            const std::string body(100'000, ++versions == 1 ? 'a' : 'b');
            ScriptedReply reply = ranged(r, body);
            if (versions == 1)
                reply.breakAfter = 50'000;
            return reply;
        });
        HttpClient client({server.url(), "", false});
        HttpRequest request = get("/flows");
        request.retries = 1;
        const auto answer = client.fetch(request);
        QVERIFY(answer.ok());
        QVERIFY(answer->body == std::string(100'000, 'b'));
    }

    void aSlowUploadIsNoSilence() {
        ScriptedServer server(
            [](const SeenRequest&) {
                return ScriptedReply{201, {}, "", {}};
            },
            std::chrono::milliseconds(15));
        HttpClient client({server.url(), "", false});
        HttpRequest request = get("/object");
        request.method = "PUT";
        request.body.assign(16 << 20, 'x');
        request.timeout = std::chrono::minutes(2);
        request.stallTimeout = std::chrono::milliseconds(1500);
        const auto answer = client.fetch(request);
        QVERIFY2(answer.ok(), answer ? "" : answer.error().message.c_str());
        QCOMPARE(server.seen().back().body.size(), request.body.size());
    }

    void rangesAreExactEvenWhereThereAreNone() {
        const std::string body = sampleBody();
        bool wrong = false;
        ScriptedServer server([&](const SeenRequest& r) {
            if (r.target == "/plain")
                return ScriptedReply{200, {}, body, {}};
            SeenRequest asked = r;
            if (wrong)
                asked.headers["range"] = "bytes=0-99";
            return ranged(asked, body);
        });
        HttpClient client({server.url(), "", false});
        for (const char* path : {"/ranged", "/plain"}) {
            HttpRequest request = get(path);
            request.range = ByteRange{1000, 500};
            const auto answer = client.fetch(request);
            QVERIFY(answer.ok());
            QVERIFY(answer->body == body.substr(1000, 500));
        }
        wrong = true;
        HttpRequest request = get("/ranged");
        request.range = ByteRange{1000, 100};
        QVERIFY(client.fetch(request).error().category == ErrorCategory::Corrupt);
    }

    void onlyIdempotentCallsAreTriedAgain() {
        int left = 2;
        ScriptedServer server([&](const SeenRequest&) {
            return left-- > 0 ? ScriptedReply{503, {}, "{}", {}} : ScriptedReply{200, {}, "done", {}};
        });
        HttpClient client({server.url(), "", false});
        HttpRequest request = get("/");
        request.retries = 2;
        QCOMPARE(client.fetch(request)->body, "done");
        QCOMPARE(server.seen().size(), std::size_t{3});
        left = 1;
        request.method = "POST";
        QCOMPARE(client.fetch(request)->status, 503);
        QCOMPARE(server.seen().size(), std::size_t{4});
    }

    void tooLargeAnswersAreRefused() {
        const std::string body = sampleBody();
        ScriptedServer server([&](const SeenRequest&) { return ScriptedReply{200, {}, body, {}}; });
        HttpClient client({server.url(), "", false});
        HttpRequest request = get("/");
        request.maxBytes = 1000;
        QVERIFY(client.fetch(request).error().category == ErrorCategory::OutOfSpace);
    }

    void filesAreStreamedUp() {
        const std::string body = sampleBody();
        ScriptedServer server([&](const SeenRequest&) { return ScriptedReply{201, {}, "", {}}; });
        HttpClient client({server.url(), "", false});
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("up")).toStdString();
        std::ofstream(file, std::ios::binary) << body;
        HttpRequest request = get("/up");
        request.method = "PUT";
        request.bodyFile = file;
        request.bodyFileOffset = 1000;
        request.headers = {{"Content-Type", "video/mp4"}};
        std::int64_t progress = 0;
        request.progress = [&](std::int64_t done, std::int64_t) { progress = done; };
        QCOMPARE(client.fetch(request)->status, 201);
        QVERIFY(server.seen().back().body == body.substr(1000));
        QCOMPARE(server.seen().back().header("content-type"), "video/mp4");
        QCOMPARE(progress, std::int64_t(body.size() - 1000));
        request.bodyFile = folder.filePath(QStringLiteral("none")).toStdString();
        QVERIFY(client.fetch(request).error().category == ErrorCategory::Io);
    }

    void errorBodiesOfManyShapes_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("sentence");
        QTest::addColumn<QByteArray>("category");
        QTest::newRow("error.json") << 404 << QByteArray(R"({"summary":"No such unit."})")
                                    << QByteArray("No such unit.") << QByteArray("not_found");
        QTest::newRow("problem") << 403 << QByteArray(R"({"title":"No","detail":"Read only."})")
                                 << QByteArray("Read only.") << QByteArray("forbidden");
        QTest::newRow("validation") << 422 << QByteArray(R"({"detail":[{"msg":"bad field"}]})")
                                    << QByteArray("bad field") << QByteArray("invalid_input");
        QTest::newRow("gateway") << 401 << QByteArray(R"({"message":"Unauthorized"})")
                                 << QByteArray("Unauthorized") << QByteArray("unauthorised");
        QTest::newRow("empty") << 409 << QByteArray()
                               << QByteArray("Somebody else changed this first. Reload and try again.")
                               << QByteArray("conflict");
        QTest::newRow("html") << 507 << QByteArray("<html>") << QByteArray("The cloud has no space left.")
                              << QByteArray("out_of_space");
    }

    void errorBodiesOfManyShapes() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, sentence);
        QFETCH(QByteArray, category);
        HttpResponse response;
        response.status = status;
        response.body = body.toStdString();
        const Error error = errorOf(response);
        QCOMPARE(QByteArray::fromStdString(error.message), sentence);
        QCOMPARE(QByteArray(std::string(categoryName(error.category)).c_str()), category);
    }

    void downloadsGoOnWhereTheyStopped() {
        const std::string body = sampleBody();
        bool broken = true;
        ScriptedServer server([&](const SeenRequest& r) {
            if (r.header("range").empty() || !broken) {
                ScriptedReply reply = ranged(r, body);
                if (broken)
                    reply.breakAfter = 5000;
                return reply;
            }
            return ScriptedReply{403, {}, "", {}};
        });
        HttpClient client({server.url(), "", false});
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("down")).toStdString();
        const Download what{server.url() + "/object", false, file, {}};
        QVERIFY(download(client, what, {}).error().category == ErrorCategory::Forbidden);
        QVERIFY(!std::filesystem::exists(file));
        broken = false;
        QVERIFY(download(client, what, {}).ok());
        QVERIFY(contents(file) == body);
        QCOMPARE(server.seen().back().header("range"), "bytes=5000-");
    }

    void aPartThatDoesNotFitIsBegunAgain_data() {
        QTest::addColumn<qsizetype>("there");
        QTest::addColumn<int>("requests");
        QTest::newRow("longer than the whole") << qsizetype{300'000} << 2;
        QTest::newRow("just the whole") << qsizetype(sampleBody().size()) << 1;
    }
    void aPartThatDoesNotFitIsBegunAgain() {
        QFETCH(qsizetype, there);
        QFETCH(int, requests);
        const std::string body = sampleBody();
        bool broken = true;
        ScriptedServer server([&](const SeenRequest& r) {
            ScriptedReply reply = broken ? ScriptedReply{403, {}, "", {}} : ranged(r, body);
            return reply;
        });
        HttpClient client({server.url(), "", false});
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("down")).toStdString();
        const Download what{server.url() + "/object", false, file, {}};
        QVERIFY(!download(client, what, {}).ok()); // leaves an empty part
        broken = false;
        const auto part = std::filesystem::directory_iterator(folder.path().toStdString())->path();
        std::ofstream(part, std::ios::binary)
            << (body + std::string(300'000, 'x')).substr(0, static_cast<std::size_t>(there));
        const auto done = download(client, what, {});
        QVERIFY2(done.ok(), done ? "" : done.error().message.c_str());
        QVERIFY(contents(file) == body);
        QVERIFY(!std::filesystem::exists(part));
        const auto seen = server.seen();
        QCOMPARE(seen.size(), static_cast<std::size_t>(1 + requests));
        QCOMPARE(seen[1].header("range"), "bytes=" + std::to_string(there) + "-");
        if (requests == 2)
            QCOMPARE(seen[2].header("range"), std::string());
    }

    void aPartIsTooLongForAStoreWithoutRanges() {
        const std::string body = sampleBody();
        bool broken = true;
        ScriptedServer server([&](const SeenRequest&) {
            return broken ? ScriptedReply{403, {}, "", {}} : ScriptedReply{200, {}, body, {}};
        });
        HttpClient client({server.url(), "", false});
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("down")).toStdString();
        const Download what{server.url() + "/object", false, file, {}};
        QVERIFY(!download(client, what, {}).ok());
        broken = false;
        std::ofstream(std::filesystem::directory_iterator(folder.path().toStdString())->path(),
                      std::ios::binary)
            << std::string(body.size() + 1, 'x');
        QVERIFY(download(client, what, {}).ok());
        QVERIFY(contents(file) == body);
        QCOMPARE(server.seen().size(), std::size_t{3});
    }

    void noMemoryIsAnAnswerLikeAnother_data() {
        QTest::addColumn<bool>("tooLong");
        QTest::newRow("none left") << false;
        QTest::newRow("longer than anything can be") << true;
    }
    void noMemoryIsAnAnswerLikeAnother() {
        QFETCH(bool, tooLong);
        ScriptedServer server([](const SeenRequest&) { return ScriptedReply{200, {}, sampleBody(), {}}; });
        HttpClient client({server.url(), "", false});
        HttpRequest request = get("/huge");
        request.retries = 3;
        request.sink = [&](std::span<const std::byte>) -> bool {
            if (tooLong)
                throw std::length_error("vector::reserve");
            throw std::bad_alloc();
        };
        const auto answer = client.fetch(request);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().category, ErrorCategory::OutOfSpace);
        QVERIFY2(answer.error().message.find("not enough memory") != std::string::npos,
                 answer.error().message.c_str());
        QCOMPARE(server.seen().size(), std::size_t{1}); // asking again would not help
        QVERIFY(client.fetch(get("/next")).ok());       // and the network goes on
    }

    void theSameIsNotSavedTwiceAtOnce() {
        std::atomic<bool> silent{true};
        ScriptedServer server([&](const SeenRequest& r) {
            ScriptedReply reply = ranged(r, sampleBody());
            reply.silent = silent.exchange(false);
            return reply;
        });
        HttpClient client({server.url(), "", false});
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("down")).toStdString();
        const Download what{server.url() + "/object", false, file, {}};
        std::stop_source stop;
        auto first = std::async(std::launch::async, [&] { return download(client, what, stop.get_token()); });
        server.waitFor(1);
        const auto second = download(client, what, {});
        QVERIFY(!second.ok());
        QVERIFY(second.error().category == ErrorCategory::Conflict);
        stop.request_stop();
        QVERIFY(!first.get().ok());
        QVERIFY(download(client, what, {}).ok());
        QVERIFY(contents(file) == sampleBody());
    }
};

QTEST_GUILESS_MAIN(TestHttp)
#include "test_http.moc"
