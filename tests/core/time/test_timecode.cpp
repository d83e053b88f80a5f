#include "core/time/timecode.h"

#include <QTest>

using namespace cutaway;

namespace {
const TimecodeFormat p50{{50, 1}, false};
const TimecodeFormat df2997{{30000, 1001}, true};
const TimecodeFormat df5994{{60000, 1001}, true};
} // namespace

class TestTimecode : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dropFrameVectors_data() {
        QTest::addColumn<bool>("fast");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("frame");
        QTest::newRow("a") << false << "00:00:59;29" << qint64(1799);
        QTest::newRow("b") << false << "00:01:00;02" << qint64(1800);
        QTest::newRow("c") << false << "00:10:00;00" << qint64(17982);
        QTest::newRow("d") << false << "01:00:00;00" << qint64(107892);
        QTest::newRow("e") << false << "23:59:59;29" << qint64(2589407);
        QTest::newRow("f") << true << "00:00:59;59" << qint64(3599);
        QTest::newRow("g") << true << "00:01:00;04" << qint64(3600);
        QTest::newRow("h") << true << "00:10:00;00" << qint64(35964);
        QTest::newRow("i") << true << "01:00:00;00" << qint64(215784);
        QTest::newRow("j") << true << "23:59:59;59" << qint64(5178815);
    }
    void dropFrameVectors() {
        QFETCH(bool, fast);
        QFETCH(QString, text);
        QFETCH(qint64, frame);
        const auto& format = fast ? df5994 : df2997;
        QCOMPARE(parseTimecode(text.toStdString(), format).value(), frame);
        QCOMPARE(QString::fromStdString(timecodeText(frame, format)), text);
    }
    void everyFrameOfAnHourRoundTrips() {
        for (const auto& format : {p50, df2997, df5994, TimecodeFormat{{24000, 1001}, false}})
            for (std::int64_t n = 0; n < std::int64_t{3600} * format.rate.timecodeBase(); ++n)
                QCOMPARE(parseTimecode(timecodeText(n, format), format).value(), n);
    }
    void refusesDroppedNumbersAndNonsense() {
        QVERIFY(!parseTimecode("00:01:00;00", df2997).ok());
        QVERIFY(!parseTimecode("00:01:00;03", df5994).ok());
        for (const char* text : {"", "1:2:3", "00:00:00:50", "24:00:00:00", "00:60:00:00", "aa:00:00:00",
                                 "0:0:0:0:0", "00:00:00:-1", "99999999999999999999:0:0:0"})
            QVERIFY2(!parseTimecode(text, p50).ok(), text);
    }
    void typed() {
        QCOMPARE(parseTypedTimecode("1423", p50, 0).value(), 14 * 50 + 23);
        QCOMPARE(parseTypedTimecode("+12", p50, 100).value(), 112);
        QCOMPARE(parseTypedTimecode("-1:00", p50, 100).value(), 50);
        QCOMPARE(parseTypedTimecode("10:00:00:01", p50, 0).value(), 36000 * 50 + 1);
        QVERIFY(!parseTypedTimecode("x", p50, 0).ok());
    }
};

QTEST_APPLESS_MAIN(TestTimecode)
#include "test_timecode.moc"
