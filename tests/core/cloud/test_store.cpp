#include "cloud_fixture.h"
#include "core/cloud/objects/collector.h"
#include "core/cloud/objects/holds.h"
#include "core/cloud/objects/object_store.h"
#include "core/cloud/objects/references.h"
#include "core/cloud/store/clock.h"
#include "core/cloud/store/media_schema.h"
#include "core/cloud/stream/event_bus.h"

#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace cutaway;
using namespace cutaway::cloud;

/// SQLite wrapper, folder of Objects, collection and the event bus.
class TestStore : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    const Uuid m_workspace = *Uuid::parse(test::testId(1));

    std::string path(const std::string& name) const { return m_folder->path().toStdString() + "/" + name; }

    std::int64_t count(const std::string& sql) {
        const auto counted = m_database->read([&](Connection& store) -> Result<std::int64_t> {
            auto row = store.query(sql);
            return row.next() ? row.integer(0) : -1;
        });
        return counted ? *counted : -2;
    }

    /// An Object with a file of its own, registered or not, allocated `age` seconds ago.
    Uuid addObject(const ObjectStore& objects, const std::string& id, bool registered, int age) {
        const Uuid key = Uuid::random();
        std::filesystem::create_directories(std::filesystem::path(objects.pathOf(key)).parent_path());
        std::ofstream(objects.pathOf(key)) << "media";
        const std::int64_t then = nowMicroseconds() - age * 1'000'000LL;
        const auto added = m_database->write([&](Connection& store) -> Result<void> {
            store.run("INSERT INTO objects (workspace_id, created_by, id, file_key, allocated, registered) "
                      "VALUES (?, 'test', ?, ?, ?, ?)",
                      m_workspace.toString(), id, key.toString(), then,
                      registered ? std::optional(then) : std::nullopt);
            return {};
        });
        Q_ASSERT(added);
        return key;
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        auto database = Database::open(path("db"), {mediaSchema()});
        QVERIFY2(database, database ? "" : database.error().detail.c_str());
        m_database = std::move(*database);
    }

    void cleanup() { m_database.reset(); }

    void migrationsRunOnceAndInOrder() {
        const Schema first{"thing", {"CREATE TABLE thing (a INTEGER)"}};
        const Schema second{"thing",
                            {"CREATE TABLE thing (a INTEGER)", "ALTER TABLE thing ADD COLUMN b TEXT"}};
        QVERIFY(Database::open(path("other"), {first}));
        QVERIFY(Database::open(path("other"), {second}));
        auto database = Database::open(path("other"), {second});
        QVERIFY(database);
        const auto written = (*database)->write([](Connection& store) -> Result<void> {
            store.run("INSERT INTO thing (a, b) VALUES (1, 'x')");
            return {};
        });
        QVERIFY(written);
        const auto older = Database::open(path("other"), {first});
        QVERIFY(!older);
        QCOMPARE(older.error().category, ErrorCategory::Unsupported);
    }

    void aFailedTransactionChangesNothing() {
        const auto refused = m_database->write([&](Connection& store) -> Result<void> {
            holdObjects(store, m_workspace, std::vector<std::string>{"a", "b"}, "job/1", "test");
            return Error{ErrorCategory::Conflict, "no", {}};
        });
        QCOMPARE(refused.error().category, ErrorCategory::Conflict);
        QCOMPARE(count("SELECT count(*) FROM holds"), 0);
        const auto broken = m_database->write([&](Connection& store) -> Result<void> {
            holdObjects(store, m_workspace, std::vector<std::string>{"a"}, "job/1", "test");
            store.run("INSERT INTO nothing VALUES (1)");
            return {};
        });
        QVERIFY(!broken);
        QCOMPARE(count("SELECT count(*) FROM holds"), 0);
    }

    void anExceptionUndoesTheTransactionToo() {
        const auto throwing = [&](Connection& store) -> Result<void> {
            holdObjects(store, m_workspace, std::vector<std::string>{"a"}, "job/1", "test");
            throw std::runtime_error("boom");
        };
        QVERIFY_EXCEPTION_THROWN((void)m_database->write(throwing).ok(), std::runtime_error);
        QCOMPARE(count("SELECT count(*) FROM holds"), 0);
        const auto next = m_database->write([&](Connection& store) -> Result<void> {
            holdObjects(store, m_workspace, std::vector<std::string>{"b"}, "job/1", "test");
            return {};
        });
        QVERIFY(next);
        QCOMPARE(count("SELECT count(*) FROM holds"), 1);
    }

    void textIsKeptByteForByte() {
        const std::string odd("a'b\"; DROP TABLE holds; --\n\xE2\x9C\x93", 30);
        const auto written = m_database->write([&](Connection& store) -> Result<void> {
            holdObjects(store, m_workspace, std::vector<std::string>{odd}, "job/1", "test");
            return {};
        });
        QVERIFY(written);
        const auto read = m_database->read([&](Connection& store) -> Result<std::string> {
            auto row = store.query("SELECT object_id FROM holds");
            return row.next() ? row.text(0) : std::string();
        });
        QCOMPARE(*read, odd);
    }

    void aFullDiskIsSaid() {
        const auto full = m_database->write([&](Connection& store) -> Result<void> {
            store.script("PRAGMA max_page_count = 80");
            for (int i = 0; i < 10'000 && !store.failed(); ++i)
                holdObjects(store, m_workspace,
                            std::vector<std::string>{std::string(1000, 'x') + std::to_string(i)}, "job/1",
                            "test");
            return {};
        });
        QVERIFY(!full);
        QCOMPARE(full.error().category, ErrorCategory::OutOfSpace);
        QCOMPARE(count("SELECT count(*) FROM holds"), 0);
    }

    void readersDoNotWaitForTheWriter() {
        std::atomic<bool> stop = false;
        std::atomic<int> odd = 0;
        std::vector<std::thread> readers;
        for (int i = 0; i < 4; ++i)
            readers.emplace_back([&] {
                while (!stop) {
                    if (count("SELECT count(*) FROM holds") % 2 != 0)
                        ++odd; // each transaction adds two
                }
            });
        for (int i = 0; i < 50; ++i) {
            const auto written = m_database->write([&](Connection& store) -> Result<void> {
                holdObjects(store, m_workspace,
                            std::vector<std::string>{std::to_string(i), "x" + std::to_string(i)}, "job/1",
                            "test");
                return {};
            });
            QVERIFY(written);
        }
        stop = true;
        for (std::thread& reader : readers)
            reader.join();
        QCOMPARE(odd.load(), 0);
        QCOMPARE(count("SELECT count(*) FROM holds"), 100);
    }

    void collectionTakesWhatNobodyNeeds() {
        auto objects = ObjectStore::open(m_folder->path().toStdString());
        QVERIFY(objects);
        const Uuid late = addObject(*objects, "late", false, 5000);
        const Uuid fresh = addObject(*objects, "fresh", false, 10);
        const Uuid held = addObject(*objects, "held", true, 5000);
        const Uuid lateButHeld = addObject(*objects, "late but held", false, 5000);
        const Uuid loose = addObject(*objects, "loose", true, 5000);
        const auto prepared = m_database->write([&](Connection& store) -> Result<void> {
            holdObjects(store, m_workspace, std::vector<std::string>{"held", "late but held"}, "job/1",
                        "test");
            for (const char* id : {"held", "loose"})
                noteIfUnreferenced(store, m_workspace, id);
            return {};
        });
        QVERIFY(prepared);
        using std::chrono::seconds;
        ObjectCollector collector(*m_database, *objects, {seconds(3600), seconds(-1), std::chrono::hours(1)});
        QCOMPARE(*collector.collect(), 2);
        QVERIFY(!objects->read(late));
        QVERIFY(!objects->read(loose));
        QVERIFY(objects->read(fresh));
        QVERIFY(objects->read(held));
        QVERIFY(objects->read(lateButHeld));
        const auto released = m_database->write([&](Connection& store) -> Result<void> {
            releaseHolds(store, m_workspace, "job/1");
            return {};
        });
        QVERIFY(released);
        QCOMPARE(*collector.collect(), 2);
        QVERIFY(!objects->read(held));
        QVERIFY(objects->read(fresh));
        QCOMPARE(count("SELECT count(*) FROM doomed_files"), 0);
    }

    void whatWasHalfReceivedIsThrownAway() {
        auto objects = ObjectStore::open(m_folder->path().toStdString());
        QVERIFY(objects);
        std::ofstream(objects->incomingFolder() + "/left.part") << "half";
        QVERIFY(ObjectStore::open(m_folder->path().toStdString()));
        QVERIFY(!std::filesystem::exists(objects->incomingFolder() + "/left.part"));
    }

    void linksAreNotFollowed() {
        auto objects = ObjectStore::open(m_folder->path().toStdString());
        const Uuid key = Uuid::random();
        std::filesystem::create_directories(std::filesystem::path(objects->pathOf(key)).parent_path());
        std::filesystem::create_symlink("/etc/passwd", objects->pathOf(key));
        QVERIFY(!objects->read(key));
    }

    void theBusKeepsAWindow() {
        EventBus bus(3);
        const std::int64_t first = bus.publish("a", {{"n", 1}}, m_workspace);
        for (int i = 2; i <= 4; ++i)
            bus.publish("a", {{"n", i}}, m_workspace);
        std::vector<std::string> seen;
        const auto note = [&](const std::shared_ptr<const Event>& event) { seen.push_back(event->data); };
        auto subscription = bus.subscribe(first, note);
        QVERIFY(!subscription.reset);
        QCOMPARE(seen.size(), std::size_t(3)); // those after the first are all still kept
        bus.unsubscribe(subscription.id);
        QVERIFY(bus.subscribe(first - 1, note).reset);   // the first itself is not
        QVERIFY(bus.subscribe(first + 100, note).reset); // from another life of the server
        QVERIFY(!bus.subscribe(bus.lastSequence(), note).reset);
    }

    void newEventsAreInOrder() {
        EventBus bus;
        std::vector<std::int64_t> seen;
        const auto subscription = bus.subscribe(std::nullopt, [&](const std::shared_ptr<const Event>& event) {
            seen.push_back(event->sequence);
        });
        std::vector<std::thread> writers;
        for (int i = 0; i < 4; ++i)
            writers.emplace_back([&] {
                for (int n = 0; n < 200; ++n)
                    bus.publish("a", 1, m_workspace);
            });
        for (std::thread& writer : writers)
            writer.join();
        bus.unsubscribe(subscription.id);
        bus.publish("a", 1, m_workspace);
        QCOMPARE(seen.size(), std::size_t(800));
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QCOMPARE(seen.back() - seen.front(), 799);
    }
};

QTEST_APPLESS_MAIN(TestStore)
#include "test_store.moc"
