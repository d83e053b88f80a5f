#include "core/catalogue/sse_parser.h"
#include "core/catalogue/stream.h"
#include "tests/core/tams/scripted_server.h"

#include <QTest>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace cutaway;
using namespace cutaway::catalogue;
using cutaway::test::ScriptedReply;
using cutaway::test::ScriptedServer;
using cutaway::test::SeenRequest;

namespace {

/// Collects what a stream says; waits for it.
class Listener {
public:
    EventStream::OnEvent onEvent() {
        return [this](const StreamEvent& event) {
            const std::lock_guard lock(m_mutex);
            m_events.push_back(event);
            m_changed.notify_all();
        };
    }
    EventStream::OnState onState() {
        return [this](LinkState state, const std::string&) {
            const std::lock_guard lock(m_mutex);
            m_states.push_back(state);
            m_changed.notify_all();
        };
    }
    std::vector<StreamEvent> waitForEvents(std::size_t count) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::seconds(20), [&] { return m_events.size() >= count; });
        return m_events;
    }
    bool waitForState(LinkState state) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), [&] {
            return std::find(m_states.begin(), m_states.end(), state) != m_states.end();
        });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<StreamEvent> m_events;
    std::vector<LinkState> m_states;
};

} // namespace

class TestStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsAreReadInAnyPieces() {
        const std::string text = ": hello\n\nid: 7\nevent: job\ndata: {\"a\":\ndata: 1}\n\n"
                                 "event: unit\r\ndata: {}\r\n\r\ndata: not json\n\nid:9\ndata:[1]\n\n";
        for (std::size_t size = 1; size <= text.size(); ++size) {
            SseParser parser;
            std::vector<StreamEvent> events;
            for (std::size_t at = 0; at < text.size(); at += size) {
                parser.add(std::string_view(text).substr(at, size));
                while (auto event = parser.next())
                    events.push_back(*event);
            }
            QCOMPARE(events.size(), std::size_t{3});
            QCOMPARE(events[0].type, "job");
            QCOMPARE(events[0].id, 7);
            QCOMPARE(events[0].data.at("a").get<int>(), 1);
            QCOMPARE(events[1].id, -1);
            QCOMPARE(events[2].type, "message");
            QCOMPARE(events[2].id, 9);
        }
    }

    void aLostConnectionIsResumedAndNothingComesTwice() {
        int connection = 0;
        ScriptedServer server([&](const SeenRequest&) {
            ScriptedReply reply;
            reply.headers = {{"Content-Type", "text/event-stream"}};
            if (++connection == 1) {
                reply.body = "id: 1\nevent: a\ndata: {}\n\nid: 2\nevent: b\ndata: {}\n\nid: 3\nevent: c\nda";
                reply.breakAfter = reply.body.size();
                reply.headers.emplace_back("Content-Length", "100000");
            } else {
                reply.body = "id: 2\nevent: b\ndata: {}\n\nid: 3\nevent: c\ndata: {}\n\n";
                reply.stallAfterHeaders = true;
            }
            return reply;
        });
        Listener listener;
        EventStream stream(
            std::make_shared<tams::HttpClient>(tams::Connection{server.url(), "secret", false}),
            listener.onEvent(), listener.onState());
        const auto events = listener.waitForEvents(3);
        QCOMPARE(events.size(), std::size_t{3});
        QCOMPARE(events[0].type, "a");
        QCOMPARE(events[1].type, "b");
        QCOMPARE(events[2].type, "c");
        const auto seen = server.seen();
        QCOMPARE(seen.size(), std::size_t{2});
        QCOMPARE(seen[0].header("last-event-id"), "");
        QCOMPARE(seen[1].header("last-event-id"), "2");
        QVERIFY(listener.waitForState(LinkState::Connected) && listener.waitForState(LinkState::Lost));
    }

    void aWrongTokenIsSaid() {
        ScriptedServer server([](const SeenRequest&) { return ScriptedReply{401, {}, "", {}}; });
        Listener listener;
        EventStream stream(std::make_shared<tams::HttpClient>(tams::Connection{server.url(), "wrong", false}),
                           listener.onEvent(), listener.onState());
        QVERIFY(listener.waitForState(LinkState::Unauthorised));
        const std::size_t before = server.seen().size();
        stream.retryNow();
        server.waitFor(before + 1); // long before the pause after a refusal ends
    }

    void endingTheStreamDoesNotWaitForTheCloud() {
        ScriptedServer server([](const SeenRequest&) {
            ScriptedReply reply;
            reply.silent = true;
            return reply;
        });
        Listener listener;
        const auto http = std::make_shared<tams::HttpClient>(tams::Connection{server.url(), "", false});
        const std::weak_ptr<tams::HttpClient> used = http;
        {
            EventStream stream(http, listener.onEvent(), listener.onState());
            server.waitFor(1);
        }                               // would hang here until the stall limit if it waited
        QCOMPARE(used.use_count(), 1L); // the stream holds nothing any more
    }
};

QTEST_GUILESS_MAIN(TestStream)
#include "test_stream.moc"
