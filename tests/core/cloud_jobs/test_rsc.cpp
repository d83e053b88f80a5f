#include "core/cloud/catalogue_api/rsc.h"

#include <QtTest>

using namespace cutaway;
using cloud::parseUnitRsc;

class TestRsc : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesApartTheCodeOfAUnit() {
        const auto rsc = parseUnitRsc("ATHM100M--------------FNL-000100--");
        QVERIFY(rsc.ok());
        QCOMPARE(rsc->discipline, std::string("ATH"));
        QCOMPARE(rsc->gender, std::string("M"));
        QCOMPARE(rsc->event, std::string("100M"));
        QCOMPARE(rsc->phase, std::string("FNL"));
        QCOMPARE(rsc->unit, std::string("000100"));
    }

    void acceptsEveryKnownForm_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"SWMM100MFR------------FNL-000100--", "SWMW4X100MFR----------HEAT000100--",
                                 "FBLMTEAM11------------GPA-000300--", "FBLMTEAM11------------VICTMEDAL---",
                                 "ATHX50MFR---05010-----8FNL0001----", "CER-------------------OPEN000100--"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void acceptsEveryKnownForm() {
        QFETCH(QString, text);
        const auto rsc = parseUnitRsc(text.toStdString());
        QVERIFY2(rsc.ok(), rsc.ok() ? "" : rsc.error().message.c_str());
    }

    void refusesWithAReason_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("short") << "ATHM100M"
                               << "34";
        QTest::newRow("long") << "ATHM100M--------------FNL-000100---"
                              << "34";
        QTest::newRow("lower case") << "athM100M--------------FNL-000100--"
                                    << "capital";
        QTest::newRow("discipline") << "A-HM100M--------------FNL-000100--"
                                    << "discipline";
        QTest::newRow("gender") << "ATH1100M--------------FNL-000100--"
                                << "gender";
        QTest::newRow("phase level") << "ATHM100M--------------FNL---------"
                                     << "unit";
        QTest::newRow("quote") << "ATHM100M--------------FNL-0001';--"
                               << "capital";
    }
    void refusesWithAReason() {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const auto rsc = parseUnitRsc(text.toStdString());
        QVERIFY(!rsc.ok());
        QVERIFY(QString::fromStdString(rsc.error().message).contains(reason));
    }

    void knowsTheScheduleStatuses() {
        QVERIFY(cloud::isScheduleStatus("SCHEDULED_BREAK"));
        QVERIFY(!cloud::isScheduleStatus("LIVE"));
        QVERIFY(!cloud::isScheduleStatus(""));
    }
};

QTEST_APPLESS_MAIN(TestRsc)
#include "test_rsc.moc"
