#include "core/catalogue/client.h"
#include "core/catalogue/stream.h"
#include "core/cloud/server.h"

#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace cutaway;
using namespace cutaway::catalogue;

/// The client against the real server.
class TestCloud : public QObject {
    Q_OBJECT

    static constexpr const char* token = "0123456789abcdef0123456789abcdef";
    QTemporaryDir m_folder;
    std::unique_ptr<cloud::CloudServer> m_server;

    Connection connection() const { return {m_server->url(), token, false}; }

    static Unit finalOf(const Uuid& event) {
        Unit unit;
        unit.id = Uuid::random();
        unit.eventId = event;
        unit.rsc = "ATHM100M--------------FNL-000100--";
        unit.name = "Men's 100 m Final";
        unit.discipline = "ATH";
        unit.disciplineName = "Athletics";
        unit.session = "ATH05";
        unit.day = "2026-07-11";
        unit.start = "2026-07-11T20:50:00Z";
        unit.status = "SCHEDULED";
        unit.medal = 1;
        unit.angles = {{1, "CAM 1", {}, AngleState::Waiting}};
        unit.competitors = {{4, "Tarek Olumide", "NOR", "118"}};
        return unit;
    }

private Q_SLOTS:
    void initTestCase() {
        cloud::CloudServer::Options options;
        options.dataFolder = m_folder.path().toStdString();
        options.token = token;
        options.name = "Test";
        auto server = cloud::CloudServer::start(options);
        QVERIFY2(server.ok(), server ? "" : server.error().message.c_str());
        m_server = std::move(server).value();
    }

    void healthNeedsNoTokenAndTheRestDoes() {
        const CloudClient nobody(Connection{m_server->url(), "", false});
        QVERIFY(nobody.health().ok());
        QVERIFY(nobody.cloud().error().category == ErrorCategory::Unauthorised);
        const auto cloud = CloudClient(connection()).cloud();
        QVERIFY(cloud.ok());
        QCOMPARE(cloud->name, "Test");
        QVERIFY(!cloud->id.isNil());
    }

    void theScheduleComesBackAsItWasWritten() {
        const CloudClient client(connection());
        const Event event{Uuid::random(), "Meridian Games", "2026-07-11", "2026-07-12", "Europe/Lisbon"};
        QVERIFY(client.putEvent(event).ok());
        const auto events = client.events();
        QVERIFY(events.ok() && events->size() == 1);
        QVERIFY(events->front() == event);

        const Unit unit = finalOf(event.id);
        const auto put = client.putUnit(unit);
        QVERIFY2(put.ok(), put ? "" : put.error().message.c_str());
        const auto read = client.unit(unit.id);
        QVERIFY(read.ok());
        QVERIFY(*read == unit);
        QVERIFY(client.units(event.id)->size() == 1);

        Mark mark;
        mark.time = {36012, 460000000};
        mark.label = "Gun";
        mark.kind = "gun";
        const auto added = client.addMark(unit.id, mark);
        QVERIFY2(added.ok(), added ? "" : added.error().message.c_str());
        QVERIFY(!added->id.isNil());
        const auto marks = client.marks(unit.id);
        QVERIFY(marks.ok() && marks->size() == 1);
        QVERIFY(marks->front().time == mark.time);

        QCOMPARE(client.search("olum fin", false)->total, 1);
        QCOMPARE(client.search("olum fin", true)->total, 0);
        QCOMPARE(client.search("olum fin", true)->totalWithoutFilter, 1);
        QVERIFY(client.unit(Uuid::random()).error().category == ErrorCategory::NotFound);
    }

    void changesArriveOnTheStream() {
        std::mutex mutex;
        std::condition_variable changed;
        bool connected = false;
        std::vector<StreamEvent> events;
        const auto http = std::make_shared<tams::HttpClient>(connection());
        EventStream stream(
            http,
            [&](const StreamEvent& event) {
                const std::lock_guard lock(mutex);
                events.push_back(event);
                changed.notify_all();
            },
            [&](LinkState state, const std::string&) {
                const std::lock_guard lock(mutex);
                connected = state == LinkState::Connected;
                changed.notify_all();
            });
        {
            std::unique_lock lock(mutex);
            QVERIFY(changed.wait_for(lock, std::chrono::seconds(20), [&] { return connected; }));
        }
        const CloudClient client(http);
        const Unit unit = finalOf(client.events()->front().id);
        QVERIFY(client.putUnit(unit).ok());
        std::unique_lock lock(mutex);
        QVERIFY(changed.wait_for(lock, std::chrono::seconds(20), [&] {
            return std::any_of(events.begin(), events.end(), [&](const StreamEvent& event) {
                return event.type == "unit" && event.data.value("id", "") == unit.id.toString();
            });
        }));
    }

    void aServerThatHasGoneIsUnavailable() {
        const CloudClient client(connection());
        QVERIFY(client.health().ok());
        m_server->stop();
        QVERIFY(client.health().error().category == ErrorCategory::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestCloud)
#include "test_cloud.moc"
