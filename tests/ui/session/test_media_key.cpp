#include "tests/ui/session/keychain_session.h"
#include "ui/session/media_key.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <span>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

constexpr const char* secret = "the text of a picture that nobody else may see, not even a part of it";
constexpr const char* store = "https://cloud.example.org:443";

/// Another process of this program: keeps an Object under the keychain's key, or reads what one has kept.
/// 0 done, 3 no keychain, 4 not there.
int beProcess(const QString& work, const QString& folder) {
    MediaKey keys;
    std::optional<playback::DiskCache::Key> key;
    bool answered = false;
    keys.find(QLatin1String(store), [&](const auto& found, const QString& sentence) {
        key = found;
        answered = true;
        std::fprintf(stderr, "%s\n", qPrintable(sentence));
    });
    if (!QTest::qWaitFor([&] { return answered; }, 60'000) || !key)
        return 3;
    playback::DiskCache::Options options;
    options.folder = folder.toStdString();
    options.store = store;
    options.user = "anna";
    options.key = key;
    const auto disk = playback::DiskCache::open(options);
    if (!disk)
        return 5;
    const auto bytes = std::as_bytes(std::span(secret, std::strlen(secret)));
    if (work == QLatin1String("keep"))
        (*disk)->put("object-7", bytes);
    const auto kept = (*disk)->get("object-7");
    return kept && std::equal(kept->begin(), kept->end(), bytes.begin(), bytes.end()) ? 0 : 4;
}

QByteArray everythingIn(const QString& folder) {
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.fileName().toUtf8() + file.readAll();
    }
    return all;
}

} // namespace

/// The key of kept media in a real keychain.
class TestMediaKey : public QObject {
    Q_OBJECT

    test::KeychainSession m_session;

    int inSession(const QString& password, const QStringList& works, const QString& folder) {
        QList<QStringList> processes;
        for (const QString& work : works)
            processes << QStringList{work, folder};
        return m_session.run(password, processes);
    }

private Q_SLOTS:
    void theCacheOutlivesTheProcessAndTheSession() {
        const QTemporaryDir folder;
        const QString words = QStringLiteral("a password for tests only");
        QCOMPARE(inSession(words, {QStringLiteral("keep"), QStringLiteral("read")}, folder.path()), 0);
        QCOMPARE(inSession(words, {QStringLiteral("read")}, folder.path()), 0);
        const QByteArray all = everythingIn(folder.path());
        QVERIFY(all.size() > 100);
        QVERIFY(!all.contains("picture") && !all.contains("object-7"));
        QVERIFY(!everythingIn(m_session.home()).contains("nobody else"));

        // Whoever has the folder but another key has nothing.
        playback::DiskCache::Options options;
        options.folder = folder.path().toStdString();
        options.store = store;
        options.user = "anna";
        options.key = *playback::DiskCache::makeKey();
        QVERIFY(!(*playback::DiskCache::open(options))->get("object-7"));
        QCOMPARE(inSession(words, {QStringLiteral("read")}, folder.path()), 4); // it was of no use: emptied
        QCOMPARE(inSession(words, {QStringLiteral("keep")}, folder.path()), 0);
    }

    void aKeychainThatNobodyOpensGivesNoKey() {
        const QTemporaryDir folder;
        QCOMPARE(
            inSession(QStringLiteral("a password for tests only"), {QStringLiteral("keep")}, folder.path()),
            0);
        QVERIFY(inSession(QStringLiteral("another password"), {QStringLiteral("read")}, folder.path()) != 0);
    }

    void withoutAKeychainTheUserIsTold() {
        // Where there is a session bus with a keychain, it is not for tests.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        MediaKey keys;
        QString said;
        bool none = false;
        keys.find(QLatin1String(store), [&](const auto& key, const QString& sentence) {
            none = !key;
            said = sentence;
        });
        QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty(), 60'000);
        QVERIFY(none);
        QVERIFY2(said.contains(QStringLiteral("until Cutaway ends")), qPrintable(said));
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--process"))
        return beProcess(arguments[2], arguments[3]);
    TestMediaKey test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_media_key.moc"
