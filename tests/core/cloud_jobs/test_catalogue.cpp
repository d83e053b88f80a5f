#include "core/cloud/catalogue_api/catalogue_schema.h"
#include "core/cloud/catalogue_api/catalogue_store.h"
#include "core/cloud/catalogue_api/search_index.h"
#include "core/cloud/jobs/ingest_jobs.h"
#include "core/cloud/jobs/job_store.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace cutaway;
using namespace cutaway::cloud;
using nlohmann::json;

class TestCatalogue : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    Principal m_who{Principal::Kind::Owner, Uuid::named({}, "workspace"), "ada", {}};
    const Uuid m_event = Uuid::named({}, "event");
    const Uuid m_final = Uuid::named({}, "final");
    const Uuid m_heat = Uuid::named({}, "heat");

    static json unit(const Uuid& event, const char* rsc, const char* name, const char* athlete) {
        return {{"event_id", event.toString()},
                {"rsc", rsc},
                {"name", name},
                {"day", "2031-07-11"},
                {"status", "FINISHED"},
                {"discipline_name", "Athletics"},
                {"venue", "Estádio Meridião"},
                {"competitors", {{{"lane", 4}, {"name", athlete}}}}};
    }

    void write(const std::function<void(Connection&)>& work) {
        const auto done = m_database->write([&](Connection& store) -> Result<void> {
            work(store);
            return {};
        });
        QVERIFY2(done.ok(), done.ok() ? "" : done.error().message.c_str());
    }

    json search(const std::string& text, bool withPictures = false) {
        return m_database
            ->read([&](Connection& store) -> Result<json> {
                return searchCatalogue(store, {text, m_who.workspace, "", withPictures, 50});
            })
            .value();
    }

private Q_SLOTS:
    void init() {
        const std::string path =
            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())).toStdString();
        m_database = std::move(*Database::open(path, {catalogueSchema(), jobSchema()}));
        write([&](Connection& store) {
            putEvent(store, m_who, m_event, {{"name", "Meridian Games"}, {"start_date", "2031-07-11"}});
            auto final = readUnitDocument(m_final, unit(m_event, "ATHM100M--------------FNL-000100--",
                                                        "Men's 100 m Final", "R. Okoye"));
            auto heat = readUnitDocument(m_heat, unit(m_event, "ATHM100M--------------HEAT000100--",
                                                      "Men's 100 m Heat 1", "T. Lindqvist"));
            final->angles.push_back({2, "Finish", Uuid::named({}, "source"), "ready"});
            QVERIFY(putUnit(store, m_who, *final).ok());
            QVERIFY(putUnit(store, m_who, *heat).ok());
            putMark(store, m_who, m_final, {Uuid::named({}, "gun"), {36012, 460000000}, "0:0", "Gun", "gun"});
        });
    }

    void findsByPrefixOfEveryWord() {
        QCOMPARE(search("100 fin")["total"], 1);
        QCOMPARE(search("100 fin")["results"][0]["unit"]["id"], m_final.toString());
        QCOMPARE(search("athl 100")["total"], 2);
        QCOMPARE(search("okoye heat")["total"], 0);
    }

    void ignoresAccentsAndCase() { QCOMPARE(search("ESTADIO meridiao")["total"], 2); }

    void findsMarksByTheirOwnWordsWithinTheirUnit() {
        const json found = search("gun final");
        QCOMPARE(found["total"], 1);
        QCOMPARE(found["results"][0]["kind"], "mark");
        QCOMPARE(found["results"][0]["mark"]["time"], "36012:460000000");
        QCOMPARE(search("gun heat")["total"], 0);
    }

    void countsWithAndWithoutPictures() {
        const json found = search("100", true);
        QCOMPARE(found["total"], 1);
        QCOMPARE(found["total_without_filter"], 2);
        QCOMPARE(search("", true)["total"], 1);
        QCOMPARE(search("")["total"], 2);
    }

    void strangeTextIsNoSyntaxError_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"\"", "a\" OR \"b", "NEAR(", "*", "own:", "-", "'; DROP TABLE units; --", "()^"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void strangeTextIsNoSyntaxError() {
        QFETCH(QString, text);
        QVERIFY(search(text.toStdString()).contains("results"));
        QCOMPARE(search("100")["total"], 2);
    }

    void writingAgainReplacesTheWords() {
        write([&](Connection& store) {
            const auto again = readUnitDocument(m_heat, unit(m_event, "ATHM100M--------------HEAT000100--",
                                                             "Men's 100 m Heat 1", "B. Farouk"));
            QVERIFY(putUnit(store, m_who, *again).ok());
        });
        QCOMPARE(search("lindqvist")["total"], 0);
        QCOMPARE(search("farouk")["total"], 1);
    }

    void aRenamedUnitTakesItsMarksAlong() {
        write([&](Connection& store) {
            const auto again = readUnitDocument(m_final, unit(m_event, "ATHM100M--------------FNL-000100--",
                                                              "Men's 100 m Decider", "R. Okoye"));
            QVERIFY(putUnit(store, m_who, *again).ok());
        });
        QCOMPARE(search("gun final")["total"], 0);
        QCOMPARE(search("gun decider")["results"][0]["mark"]["label"], "Gun");
    }

    void unitsComeBeforeMarksAndInTheScheduleSOrder() {
        write([&](Connection& store) {
            putMark(store, m_who, m_heat, {Uuid::named({}, "lane"), {1, 0}, "0:0", "Men in lane 4", "user"});
        });
        const json found = search("men");
        QCOMPARE(found["total"], 3);
        QCOMPARE(found["results"][0]["unit"]["id"], m_final.toString()); // FNL before HEAT in the code
        QCOMPARE(found["results"][1]["unit"]["id"], m_heat.toString());
        QCOMPARE(found["results"][2]["kind"], "mark");
    }

    void otherWorkspacesSeeNothing() {
        m_who.workspace = Uuid::named({}, "elsewhere");
        QCOMPARE(search("100")["total"], 0);
        const auto unit = m_database->read(
            [&](Connection& store) { return readUnit(store, m_who.workspace, m_final.toString()); });
        QCOMPARE(unit.error().category, ErrorCategory::NotFound);
        m_who.workspace = Uuid::named({}, "workspace");
    }

    void unitsKeepAnglesThatAPutDoesNotName() {
        write([&](Connection& store) {
            const auto again = readUnitDocument(m_final, unit(m_event, "ATHM100M--------------FNL-000100--",
                                                              "Men's 100 m Final", "R. Okoye"));
            QVERIFY(putUnit(store, m_who, *again).ok());
            putAngle(store, m_who, m_final, {2, "Finish line", {}, "waiting"});
            const auto unit = readUnit(store, m_who.workspace, m_final.toString());
            QCOMPARE((*unit)["angles"].size(), std::size_t(1));
            QCOMPARE((*unit)["angles"][0]["name"], "Finish line");
            QCOMPARE((*unit)["angles"][0]["state"], "ready");
        });
    }

    void anAngleWithPicturesIsNotReplaced() {
        const auto order = [&](int angle, const char* job) {
            IngestOrder made;
            made.id = Uuid::named({}, job);
            made.label = "clip";
            made.mediaPath = "/cutaway/v1/uploads/x";
            made.unitId = m_final;
            made.angleNumber = angle;
            return m_database->write(
                [&](Connection& store) -> Result<bool> { return addIngest(store, m_who, made); });
        };
        const auto refused = order(2, "late");
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().category, ErrorCategory::Conflict);
        QVERIFY(order(3, "first").ok());
        QVERIFY(!order(3, "second").ok()); // the first of them is on its way
        write([&](Connection& store) { clearAngle(store, ingestedSource(Uuid::named({}, "first"))); });
        QVERIFY(order(3, "second").ok());
    }

    void wrongUnitsAreRefusedWithTheField_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("status") << "status"
                                << "\"LIVE\"";
        QTest::newRow("day") << "day"
                             << "\"11.7.2031\"";
        QTest::newRow("name") << "name"
                              << "7";
        QTest::newRow("angles") << "angles"
                                << "[{\"number\": 10}]";
        QTest::newRow("competitors") << "competitors"
                                     << "[5]";
        QTest::newRow("rsc") << "rsc"
                             << "\"ATH\"";
    }
    void wrongUnitsAreRefusedWithTheField() {
        QFETCH(QString, field);
        QFETCH(QString, value);
        json given = unit(m_event, "ATHM100M--------------FNL-000100--", "Final", "R. Okoye");
        given[field.toStdString()] = json::parse(value.toStdString());
        const auto document = readUnitDocument(m_final, given);
        QVERIFY(!document.ok());
        QCOMPARE(document.error().category, ErrorCategory::InvalidInput);
    }

    void aLongListIsCountedWholeAndSentInPart() {
        write([&](Connection& store) {
            for (int i = 0; i < 2000; ++i) {
                const auto each = readUnitDocument(
                    Uuid::named(m_event, std::to_string(i)),
                    unit(m_event, "ATHM100M--------------HEAT000100--", "Men's 100 m Heat", "N. N."));
                QVERIFY(putUnit(store, m_who, *each).ok());
            }
        });
        QCOMPARE(search("100 heat n")["total"], 2001 - 1);
        QCOMPARE(search("100 heat n")["results"].size(), std::size_t(50));
    }
};

QTEST_APPLESS_MAIN(TestCatalogue)
#include "test_catalogue.moc"
