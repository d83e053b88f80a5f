#include "tests/core/playback/seek_session.h"

#include <QTest>

using namespace cutaway;

/// Two hours of seeks, one a second, without the pauses.
class TestLongSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoHoursOfSeeksAreFlat() {
        test::SeekSession session(std::size_t{64} << 20);
        const test::SeekSession::Growth growth = session.run(7200);
        qInfo("%s", growth.text().c_str());
        QCOMPARE(growth.exact, 7200);
        QVERIFY2(growth.bytes() <= std::size_t{8} << 20, growth.text().c_str());
    }
};

QTEST_GUILESS_MAIN(TestLongSession)
#include "test_long_session.moc"
