#include "core/time/time_range.h"

#include <QTest>

using namespace cutaway;

class TestTimestamp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textForms_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("half open") << "[0:0_10:0)"
                                   << "[0:0_10:0)";
        QTest::newRow("open end") << "(5:0_"
                                  << "(5:0_";
        QTest::newRow("marker on the open side") << "(_5:0)"
                                                 << "_5:0)";
        QTest::newRow("bare is inclusive") << "0:0_10:0"
                                           << "[0:0_10:0]";
        QTest::newRow("eternity") << "(_)"
                                  << "_";
        QTest::newRow("never") << "()"
                               << "()";
        QTest::newRow("empty text") << ""
                                    << "()";
        QTest::newRow("instant") << "10:0"
                                 << "[10:0]";
        QTest::newRow("instant range") << "[10:0_10:0]"
                                       << "[10:0]";
        QTest::newRow("backwards") << "[10:0_5:0]"
                                   << "()";
        QTest::newRow("negative") << "-1:500000000_0:0"
                                  << "[-1:500000000_0:0]";
    }
    void textForms() {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto range = TimeRange::parse(text.toStdString());
        QVERIFY(range.ok());
        QCOMPARE(QString::fromStdString(range->toString()), canonical);
    }
    void refused() {
        for (const char* text : {"01:0", "0:00", "0:1000000000", "1.5", "(10:0)", "[10:0)", "1:0_2:0_3:0",
                                 "_-", "999999999999999999999999999999:0", "2026-01-01T00:00:00Z"})
            QVERIFY2(!TimeRange::parse(text).ok(), text);
    }
    void signCoversTheWhole() {
        QVERIFY(Timestamp::parse("-1:500000000").value() == (Timestamp{-2, 500000000}));
        QCOMPARE(Timestamp::parse("-0:0")->toString(), std::string("0:0"));
    }
    void frameTimes_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::addColumn<qint64>("frame");
        QTest::addColumn<QString>("time");
        QTest::newRow("24 f1") << 24 << 1 << qint64(1) << "0:41666666";
        QTest::newRow("23.976 f1001") << 24000 << 1001 << qint64(1001) << "41:750041666";
        QTest::newRow("29.97 hour") << 30000 << 1001 << qint64(107892) << "3599:996400000";
        QTest::newRow("59.94 f1001") << 60000 << 1001 << qint64(1001) << "16:700016666";
        QTest::newRow("48 kHz") << 48000 << 1 << qint64(1001) << "0:20854166";
        QTest::newRow("before zero") << 24 << 1 << qint64(-1) << "-0:41666667";
    }
    void frameTimes() {
        QFETCH(int, num);
        QFETCH(int, den);
        QFETCH(qint64, frame);
        QFETCH(QString, time);
        const FrameRate rate{num, den};
        QCOMPARE(QString::fromStdString(durationOfUnits(frame, rate).toString()), time);
        for (qint64 n = frame - 2000; n < frame + 2000; ++n)
            QCOMPARE(unitsNearest(durationOfUnits(n, rate), rate), n);
    }
    void setOperations() {
        const auto range = [](const char* text) { return TimeRange::parse(text).value(); };
        QVERIFY(!range("[1:0_2:0)").overlaps(range("[2:0]")));
        QVERIFY(range("[1:0_2:0]").overlaps(range("[2:0]")));
        QVERIFY(range("_").contains(range("[1:0_2:0)")));
        QVERIFY(!range("(1:0_2:0)").contains(range("[1:0_2:0)")));
        QCOMPARE(range("[0:0_5:0)").intersection(range("[3:0_9:0)")).toString(), std::string("[3:0_5:0)"));
        QCOMPARE(range("[0:0_5:0)").hull(range("[7:0_9:0)")).toString(), std::string("[0:0_9:0)"));
        QCOMPARE(range("[0:0_5:0)").shifted({-1, 0}).toString(), std::string("[-1:0_4:0)"));
    }
};

QTEST_APPLESS_MAIN(TestTimestamp)
#include "test_timestamp.moc"
