#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using nlohmann::json;

/// The benchmark itself, as a process: what it says of a row changes when our side is made slow.
class TestBenchVerdict : public QObject {
    Q_OBJECT

    QTemporaryDir m_media; ///< encoded by the first run

    struct Said {
        int exitCode = -1;
        json row;
    };
    Said run(const QStringList& more) const {
        QProcess bench;
        bench.start(QStringLiteral(CUTAWAY_BIN_DIR "/cutaway-bench"),
                    QStringList{QStringLiteral("playback"), QStringLiteral("--json"),
                                QStringLiteral("--brief"), QStringLiteral("--media"), m_media.path()} +
                        more);
        if (!bench.waitForFinished(100'000))
            return {};
        const QByteArray line = bench.readAllStandardOutput();
        return {bench.exitCode(), json::parse(line.toStdString(), nullptr, false)};
    }

private Q_SLOTS:
    void aRowThatIsMetBecomesUnmetWhenOurSideIsSlow() {
        if (QStandardPaths::findExecutable(QStringLiteral("mpv")).isEmpty())
            QSKIP("mpv, which the row is measured beside, is not installed");
        const Said quick = run({});
        QVERIFY2(quick.row.is_object(), "the bench said nothing");
        QVERIFY2(quick.row.value("met", false), quick.row.dump().c_str());
        QCOMPARE(quick.exitCode, 0);
        const Said slow = run({QStringLiteral("--slow-ours"), QStringLiteral("50")});
        QVERIFY2(slow.row.is_object(), "the bench said nothing");
        QVERIFY2(slow.row["value"].is_number(), slow.row.dump().c_str()); // measured, and too slow
        QVERIFY(slow.row["operations"] == quick.row["operations"]);
        QVERIFY(!slow.row.value("met", true));
        QCOMPARE(slow.exitCode, 1);
    }
};

QTEST_GUILESS_MAIN(TestBenchVerdict)
#include "test_bench_verdict.moc"
