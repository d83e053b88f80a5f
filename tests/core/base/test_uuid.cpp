#include "core/base/uuid.h"

#include <QTest>

using namespace cutaway;

class TestUuid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrips() {
        const Uuid id = Uuid::random();
        const auto parsed = Uuid::parse(id.toString());
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->toString(), id.toString());
        QCOMPARE(id.toString()[14], '4');
    }
    void namedIsStable() {
        // The DNS example of RFC 4122's errata.
        const Uuid dns = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        QCOMPARE(Uuid::named(dns, "www.example.com").toString(),
                 std::string("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }
    void refusesWhatTamsRefuses() {
        for (const char* text :
             {"", "6BA7B810-9DAD-11D1-80B4-00C04FD430C8", "6ba7b810-9dad-71d1-80b4-00c04fd430c8",
              "6ba7b8109dad11d180b400c04fd430c8", "6ba7b810-9dad-11d1-80b4-00c04fd430cg",
              "00000000-0000-0000-0000-000000000000"})
            QVERIFY2(!Uuid::parse(text).ok(), text);
    }
};

QTEST_APPLESS_MAIN(TestUuid)
#include "test_uuid.moc"
