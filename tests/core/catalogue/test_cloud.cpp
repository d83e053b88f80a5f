#include "core/catalogue/client.h"
#include "core/catalogue/stream.h"
#include "core/cloud/server.h"

#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <fstream>
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

    void uploadsGoOnWhereTheyStopped() {
        const CloudClient client(connection());
        const std::filesystem::path file = m_folder.filePath(QStringLiteral("race.mp4")).toStdString();
        std::string body(3'000'000, 'x');
        for (std::size_t i = 0; i < body.size(); i += 5)
            body[i] = static_cast<char>(i % 253);
        std::ofstream(file, std::ios::binary) << body;
        const Uuid id = Uuid::random();
        tams::HttpRequest part; // what an earlier, broken upload left
        part.method = "PUT";
        part.url = "/cutaway/v1/uploads/" + id.toString() + "?name=race.mp4";
        part.headers = {{"Content-Range", "bytes 0-999999/3000000"}};
        part.body = body.substr(0, 1'000'000);
        const auto begun = client.http()->expect(part);
        QVERIFY2(begun.ok(), begun ? "" : begun.error().message.c_str());

        std::int64_t firstDone = -1;
        const auto sent = client.upload(id, file, [&](std::int64_t done, std::int64_t) {
            if (firstDone < 0)
                firstDone = done;
        });
        QVERIFY2(sent.ok(), sent ? "" : sent.error().message.c_str());
        QVERIFY(firstDone >= 1'000'000);
        tams::HttpRequest read;
        read.url = "/cutaway/v1/uploads/" + id.toString();
        const auto back = client.http()->expect(read);
        QVERIFY(back.ok() && back->body == body);
        QVERIFY(client.upload(id, file).ok()); // nothing left to send
        QVERIFY(client.upload(Uuid::random(), "/nonexistent/file").error().category ==
                ErrorCategory::NotFound);
    }

    void projectsRefuseAStaleParent() {
        const CloudClient client(connection());
        const Uuid project = Uuid::random();
        QVERIFY(client.putProject(project, "Highlights").ok());
        const Uuid first = Uuid::random();
        const std::string otio = R"({"OTIO_SCHEMA":"Timeline.1","name":"x","tracks":)"
                                 R"({"OTIO_SCHEMA":"Stack.1","children":[]}})";
        const auto stored = client.addRevision(project, first, {}, "first", otio);
        QVERIFY2(stored.ok(), stored ? "" : stored.error().message.c_str());
        QVERIFY(stored->stored && stored->number == 1);
        const auto again = client.addRevision(project, first, {}, "first", otio);
        QVERIFY(again.ok() && again->stored && again->number == 1);
        const auto stale = client.addRevision(project, Uuid::random(), {}, "stale", otio);
        QVERIFY2(stale.ok(), stale ? "" : stale.error().message.c_str());
        QVERIFY(!stale->stored && stale->head == first);
        QVERIFY(tams::parseJson(client.revision(project, first).value()).value() ==
                tams::parseJson(otio).value());
        const auto read = client.project(project);
        QVERIFY(read.ok() && read->head == first && read->revisions.size() == 1);
        QVERIFY(client.projects()->size() == 1);
        QVERIFY(!client.addRevision(project, Uuid::random(), first, "", "not json").ok());
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
