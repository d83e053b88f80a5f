#include "ui/connect/token_file.h"
#include "ui/connect/token_keeper.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

/// Takes every question under its names and answers none: a keychain whose own question nobody sees.
class SilentKeychain : public QDBusVirtualObject {
public:
    SilentKeychain()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("keychain"))) {
        m_ready = m_bus.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath);
        for (const char* name : {"org.freedesktop.secrets", "org.kde.kwalletd5", "org.kde.kwalletd6"})
            m_ready = m_bus.registerService(QLatin1String(name)) && m_ready;
    }
    bool isReady() const { return m_ready; }
    int asked() const { return m_asked; }

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage&, const QDBusConnection&) override {
        ++m_asked;
        return true;
    }

private:
    QDBusConnection m_bus;
    bool m_ready = false;
    std::atomic<int> m_asked = 0;
};

} // namespace

/// What becomes of a token when the keychain is there and says nothing.
class TestSilentKeychain : public QObject {
    Q_OBJECT

    static constexpr std::chrono::milliseconds limit{300};
    const QString m_url = QStringLiteral("https://cloud.example.org");
    QTemporaryDir m_folder;
    std::unique_ptr<SilentKeychain> m_keychain;

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QCoreApplication::setApplicationName(QStringLiteral("silent"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        m_keychain = std::make_unique<SilentKeychain>();
        QVERIFY(m_keychain->isReady());
    }
    void cleanupTestCase() { m_keychain.reset(); }

    void theTokenGoesToTheFileAndThatIsSaid() {
        TokenKeeper keeper(nullptr, limit);
        QStringList said;
        keeper.keep(m_url, QStringLiteral("secret"), [&](const QString& sentence) { said += sentence; });
        QVERIFY(said.isEmpty()); // the keychain has its time
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(m_keychain->asked() > 0);
        QVERIFY2(said[0].startsWith(QStringLiteral("The keychain did not answer within 1 s")),
                 qPrintable(said[0]));
        QVERIFY(said[0].contains(TokenFile().path()));
        QCOMPARE(TokenFile().find(m_url), QStringLiteral("secret"));
    }

    void theTokenIsFoundInTheFile() {
        QVERIFY(TokenFile().set(m_url, QStringLiteral("kept")).ok());
        TokenKeeper keeper(nullptr, limit);
        QStringList found;
        keeper.find(m_url, [&](const QString& token) { found += token; });
        QTRY_COMPARE(found, QStringList{QStringLiteral("kept")});
    }

    void aKeeperThatGoesFirstSaysNothing() {
        bool said = false;
        auto keeper = std::make_unique<TokenKeeper>(nullptr, limit);
        keeper->find(m_url, [&](const QString&) { said = true; });
        keeper.reset();
        QTest::qWait(2 * static_cast<int>(limit.count()));
        QVERIFY(!said);
    }
};

int main(int argc, char** argv) {
    // A bus of its own, on which the test is the keychain.
    if (qEnvironmentVariableIsEmpty("CUTAWAY_TEST_BUS")) {
        qputenv("CUTAWAY_TEST_BUS", "1");
        std::vector<char*> words;
        std::string program = "dbus-run-session", end = "--";
        words = {program.data(), end.data()};
        words.insert(words.end(), argv, argv + argc);
        words.push_back(nullptr);
        ::execvp(words[0], words.data());
        qFatal("dbus-run-session is not installed");
    }
    QCoreApplication app(argc, argv);
    TestSilentKeychain test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_silent_keychain.moc"
