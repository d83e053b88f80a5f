#include "core/timeline/journal.h"
#include "core/timeline/serialise.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>
#include <random>

using namespace cutaway;
using namespace cutaway::timeline;

/// An editing session is killed at any moment: what it had shown is there when its journal is opened again.
class TestKilled : public QObject {
    Q_OBJECT

    static std::string hashOf(const Sequence& sequence) {
        return std::to_string(std::hash<std::string>{}(sequenceText(sequence)));
    }

private Q_SLOTS:
    void nothingThatWasShownIsLost() {
        bool given = false;
        const int asked = qEnvironmentVariable("CUTAWAY_KILLS").toInt(&given);
        const int kills = given ? asked : 20;
        unsigned seed = qEnvironmentVariable("CUTAWAY_SEED").toUInt(&given);
        seed = given ? seed : std::random_device()();
        qInfo("CUTAWAY_SEED=%u", seed);
        std::mt19937 random(seed);
        int onDisk = 0;
        std::size_t edits = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const QTemporaryDir folder;
            const QString file = folder.filePath(QStringLiteral("project.journal"));
            QProcess editor;
            editor.start(QStringLiteral(EDIT_UNTIL_KILLED), {file, QString::number(random() % 100000)});
            QVERIFY(editor.waitForReadyRead(30'000));
            QTest::qSleep(static_cast<int>(random() % 60));
            ::kill(static_cast<pid_t>(editor.processId()), SIGKILL);
            QVERIFY(editor.waitForFinished(30'000));
            QCOMPARE(editor.exitStatus(), QProcess::CrashExit); // killed, and not ended by itself
            const QByteArrayList shown = editor.readAllStandardOutput().split('\n');
            QVERIFY(shown.size() > 1);
            const QByteArrayList last = shown[shown.size() - 2].split(' '); // a line that is whole
            QCOMPARE(last.size(), 2);
            edits += static_cast<std::size_t>(shown.size()) - 1;

            // What was shown last stood on disk by then.
            const std::string before = file.toStdString() + "-shown";
            std::filesystem::copy_file(file.toStdString(), before);
            std::filesystem::resize_file(before, last[1].toULongLong());
            const auto kept = Journal::open(before);
            QVERIFY2(kept.ok(), kept.ok() ? "" : kept.error().message.c_str());
            QVERIFY2(hashOf(*kept->recovered.history.current()) == last[0].toStdString(),
                     qPrintable(QStringLiteral("kill %1").arg(kill)));
            // And what came after it, whole or not, is no hindrance.
            const auto opened = Journal::open(file.toStdString());
            QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
            QVERIFY(opened->recovered.damagedCopy.empty());
            onDisk += hashOf(*opened->recovered.history.current()) != last[0].toStdString() ? 1 : 0;
        }
        qInfo("%d kills, %zu edits shown, %d more on disk and not yet on screen", kills, edits, onDisk);
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "test_killed.moc"
