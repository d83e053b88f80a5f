#include "tests/core/tams/scripted_server.h"
#include "tests/support/cloud_process.h"
#include "tests/support/tls_front.h"

#include "ui/connect/connect_dialog.h"
#include "ui/connect/token_file.h"
#include "ui/connect/token_keeper.h"
#include "ui/session/task_runner.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace cutaway;
using namespace cutaway::ui;

/// File > Connect by keys, against a real cloud, plain and behind TLS.
class TestConnectDialog : public QObject {
    Q_OBJECT

    static constexpr int wait = 60'000;
    const QString m_token = QStringLiteral("a-token-for-tests-only");
    QTemporaryDir m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;
    std::unique_ptr<TaskRunner> m_tasks;
    std::unique_ptr<TokenKeeper> m_keeper;
    std::unique_ptr<ConnectDialog> m_dialog;

    QString cloudUrl() const { return QString::fromStdString(m_cloud->url()); }
    QLineEdit* field(const char* name) const {
        for (auto* edit : m_dialog->findChildren<QLineEdit*>())
            if (edit->accessibleName() == QLatin1String(name))
                return edit;
        return nullptr;
    }
    QLineEdit* address() const { return field("Address of the cloud"); }
    QLineEdit* token() const { return field("Token"); }
    QString said() const {
        for (const auto* label : m_dialog->findChildren<QLabel*>())
            if (label->accessibleName() == QLatin1String("Result of the test"))
                return label->text();
        return {};
    }
    QPushButton* button(const char* text) const {
        for (auto* each : m_dialog->findChildren<QPushButton*>())
            if (each->text() == QLatin1String(text))
                return each;
        return nullptr;
    }
    void open(const tams::Connection& current = {}) {
        m_dialog = std::make_unique<ConnectDialog>(current, *m_keeper, *m_tasks);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    static void type(QLineEdit* edit, const QString& text) {
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    void ask(const QString& url, const QString& secret) {
        type(address(), url);
        type(token(), secret);
        QVERIFY2(button("Connect")->isEnabled(), qPrintable(said()));
        QTest::keyClick(token(), Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QCoreApplication::setApplicationName(QStringLiteral("connect"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                           m_folder.filePath(QStringLiteral("s")));
        // Where there is a session bus with a keychain, it is not for tests.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        theme::apply(*qApp);
        m_cloud = std::make_unique<test::CloudProcess>(m_folder.filePath(QStringLiteral("c")).toStdString());
        m_cloud->start();
    }
    void init() {
        m_tasks = std::make_unique<TaskRunner>();
        m_keeper = std::make_unique<TokenKeeper>();
    }
    void cleanup() {
        m_dialog.reset();
        m_keeper.reset();
        m_tasks.reset();
        qunsetenv("SSL_CERT_FILE");
        QFile::remove(TokenFile().path());
    }
    void cleanupTestCase() { m_cloud.reset(); }

    void whatIsNoAddressIsRefusedInWords_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"cloud", "ftp://cloud.example.org", "https://", "http:///x", "https://a b",
                                 "https://me:secret@cloud.example.org", "https://cloud.example.org/?a=b",
                                 "https://cloud.example.org:99999", "javascript:alert(1)"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void whatIsNoAddressIsRefusedInWords() {
        QFETCH(const QString, text);
        open();
        type(address(), text);
        type(token(), m_token);
        QVERIFY2(said().startsWith(QStringLiteral("This is not an address of a cloud")), qPrintable(said()));
        QVERIFY(!button("Connect")->isEnabled());
    }

    void plainHttpBeyondThisComputerIsRefusedUnlessAllowed() {
        open();
        type(address(), QStringLiteral("http://192.0.2.7:8010"));
        type(token(), m_token);
        QVERIFY2(said().startsWith(QStringLiteral("This address is not encrypted")), qPrintable(said()));
        QVERIFY(!button("Connect")->isEnabled());
        QTest::keyClick(m_dialog->findChild<QCheckBox*>(), Qt::Key_Space);
        QVERIFY(button("Connect")->isEnabled());
        QVERIFY(said().isEmpty());
        type(address(), QStringLiteral("http://127.0.0.1.example.org"));
        QTest::keyClick(m_dialog->findChild<QCheckBox*>(), Qt::Key_Space);
        QVERIFY(!button("Connect")->isEnabled());
    }

    void aWrongTokenIsSaidAndNothingIsKept() {
        open();
        ask(cloudUrl(), QStringLiteral("not the token of this cloud"));
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(QStringLiteral("The cloud does not know this token")),
                                 wait);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!QFile::exists(TokenFile().path()));
        ask(cloudUrl(), m_token); // and again with the right one
        QTRY_COMPARE_WITH_TIMEOUT(m_dialog->result(), int(QDialog::Accepted), wait);
    }

    void theTokenIsKeptForTheNextStart() {
        open();
        ask(cloudUrl() + QLatin1Char('/'), m_token);
        QTRY_COMPARE_WITH_TIMEOUT(m_dialog->result(), int(QDialog::Accepted), wait);
        QCOMPARE(m_dialog->connection(), (tams::Connection{m_cloud->url(), m_token.toStdString(), false}));
        QVERIFY2(m_dialog->keptSentence().contains(TokenFile().path()), qPrintable(m_dialog->keptSentence()));
        QCOMPARE(QFile::permissions(TokenFile().path()) &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        // A later start finds it, also in the dialog, by the address alone.
        TokenKeeper later;
        QString found;
        later.find(cloudUrl(), [&](const QString& secret) { found = secret; });
        QTRY_COMPARE_WITH_TIMEOUT(found, m_token, wait);
        open();
        type(address(), cloudUrl());
        QTest::keyClick(address(), Qt::Key_Tab);
        QTRY_COMPARE_WITH_TIMEOUT(token()->text(), m_token, wait);
        // Another address has no token of ours.
        QCOMPARE(TokenFile().find(QStringLiteral("http://127.0.0.1:1")), QString());
    }

    void nobodyThere() {
        open();
        ask(QStringLiteral("http://127.0.0.1:1"), m_token);
        QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(QStringLiteral("The cloud cannot be reached")), wait);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(button("Connect")->isEnabled());
    }

    void cancelEndsTheWaitAtOnce() {
        // It takes the request and never answers. Only a cancel ends the task before the test's own limit,
        // and the runner's end waits for every task.
        test::ScriptedServer silent([](const test::SeenRequest&) {
            test::ScriptedReply reply;
            reply.silent = true;
            return reply;
        });
        open();
        ask(QString::fromStdString(silent.url()), m_token);
        silent.waitFor(1);
        QVERIFY2(said().startsWith(QStringLiteral("Asking")), qPrintable(said()));
        QVERIFY(!button("Connect")->isEnabled());
        QTest::mouseClick(button("Cancel"), Qt::LeftButton);
        QCOMPARE(m_dialog->result(), int(QDialog::Rejected));
        m_dialog.reset();
        bool next = false;
        m_tasks->run(
            this, [](std::stop_token) { return true; }, [&](bool done) { next = done; });
        QTRY_VERIFY(next);
        QTRY_COMPARE(m_tasks->underWay(), std::size_t(0));
    }

    void aCertificateThatNobodyVouchesForIsRefused() {
        const QString certificate = m_folder.filePath(QStringLiteral("authority.pem"));
        const test::TlsFront front(cloudUrl().section(QLatin1Char(':'), -1).toInt(),
                                   certificate.toStdString());
        open();
        ask(QString::fromStdString(front.url()), m_token);
        QTRY_VERIFY_WITH_TIMEOUT(
            said().startsWith(QStringLiteral("The server's certificate cannot be trusted")), wait);
        QVERIFY(m_dialog->isVisible());

        qputenv("SSL_CERT_FILE", certificate.toUtf8());
        QTest::keyClick(token(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_dialog->result(), int(QDialog::Accepted), wait);
        QCOMPARE(m_dialog->connection().url, front.url());
    }
};

QTEST_MAIN(TestConnectDialog)
#include "test_connect_dialog.moc"
