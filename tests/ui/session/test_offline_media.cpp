#include "ui/session/cloud_session.h"
#include "ui/session/offline_media.h"

#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace cutaway;
using namespace cutaway::ui;

/// What the session says about keeping media, where there is no keychain.
class TestOfflineMedia : public QObject {
    Q_OBJECT

    QTemporaryDir m_cache;

    QStringList keptFiles() const {
        QStringList found;
        QDir media(QStandardPaths::writableLocation(QStandardPaths::CacheLocation) +
                   QStringLiteral("/media"));
        for (const QString& store : media.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            found += QDir(media.filePath(store)).entryList({QStringLiteral("*.sealed")}, QDir::Files);
        return found;
    }

private Q_SLOTS:
    void initTestCase() {
        qputenv("XDG_CACHE_HOME", m_cache.path().toUtf8());
        // Where there is a session bus with a keychain, it is not for tests.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }

    void aCloudOnThisComputerIsNotKeptTwice() {
        CloudSession session;
        OfflineMedia offline(session);
        QVERIFY(!offline.obstacle().isEmpty());
        QSignalSpy kept(&session, &CloudSession::mediaKept);
        session.connectTo({"http://127.0.0.1:1", "token", false});
        QVERIFY(offline.obstacle().contains(QStringLiteral("here already")));
        session.media()->keep("object-1", std::as_bytes(std::span("some media")));
        QVERIFY(!session.media()->isKept("object-1"));
        QCOMPARE(kept.count(), 0);
        QVERIFY(keptFiles().isEmpty());
    }

    void withoutAKeychainMediaIsKeptUntilTheEndAndTheUserIsTold() {
        {
            CloudSession session;
            OfflineMedia offline(session);
            QSignalSpy kept(&session, &CloudSession::mediaKept);
            session.connectTo({"http://192.0.2.7:1", "token", true});
            QTRY_COMPARE_WITH_TIMEOUT(kept.count(), 1, 60'000);
            QVERIFY(kept[0][0].toString().contains(QStringLiteral("until Cutaway ends")));
            QVERIFY(offline.obstacle().contains(QStringLiteral("no keychain")));
            session.media()->keep("object-1", std::as_bytes(std::span("some media")));
            QVERIFY(session.media()->isKept("object-1"));
            QCOMPARE(keptFiles().size(), 1);

            offline.fetch(Uuid::random(), {0, 100}, QStringLiteral("CAM 1"));
            QVERIFY(!offline.isFetching());

            // Another user of the same cloud, in the same window: nothing of the first is theirs.
            session.connectTo({"http://192.0.2.7:1", "another token", true});
            QTRY_COMPARE_WITH_TIMEOUT(kept.count(), 2, 60'000);
            QVERIFY(!session.media()->isKept("object-1"));
        }
        QVERIFY(keptFiles().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOfflineMedia)
#include "test_offline_media.moc"
