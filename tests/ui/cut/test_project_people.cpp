#include "../../core/timeline/timeline_fixture.h"

#include "tests/support/breaking_link.h"
#include "tests/support/cloud_process.h"
#include "ui/cut/project_document.h"

#include "core/base/process.h"

#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextStream>
#include <QtTest>

#include <csignal>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;
using Break = test::BreakingLink::Break;

namespace {

constexpr int wait = 60'000; // a word holds for 15 s

/// One editor: a session with the cloud and a document, in a folder of its own.
struct Desk {
    CloudSession session;
    OutboxCourier outbox;
    ProjectDocument document;

    Desk(const QString& folder, const tams::Connection& connection)
        : outbox(session, folder + QStringLiteral("/outbox"))
        , document(session, folder + QStringLiteral("/journals"), &outbox) {
        session.connectTo(connection);
    }
    std::string name() { return document.session().sequence()->name; }
    Result<void> rename(const char* to) {
        Sequence renamed = *document.session().sequence();
        renamed.name = to;
        return document.session().take(difference(*document.session().sequence(), renamed, "Rename"));
    }
};

void setNames(const QString& settings) {
    QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings);
}

/// An editor that is to be killed: opens the project to edit it, makes an edit, and says so.
int beEditor(const QStringList& arguments) {
    setNames(arguments[2]);
    Desk desk(arguments[2], {arguments[3].toStdString(), arguments[4].toStdString(), false});
    if (!QTest::qWaitFor([&] { return desk.session.isConnected(); }, wait))
        return 3;
    desk.document.openLast();
    desk.document.openFromCloud(Uuid::parse(arguments[5].toStdString()).value(), QStringLiteral("It"));
    if (!QTest::qWaitFor([&] { return desk.document.presence().edits(); }, wait) ||
        !QTest::qWaitFor([&] { return desk.name() == "First"; }, wait) ||
        !desk.rename("By the one who was killed"))
        return 4;
    QTextStream(stdout) << "editing" << Qt::endl;
    return QTest::qWaitFor([] { return false; }, wait) ? 0 : 5;
}

} // namespace

/// Two editors on one project and a real cloud: they see each other, and nobody's work is overwritten.
class TestProjectPeople : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;
    int m_desks = 0;

    std::unique_ptr<Desk> sit(const tams::Connection& connection) {
        auto desk =
            std::make_unique<Desk>(m_folder.filePath(QStringLiteral("desk%1").arg(++m_desks)), connection);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(desk->session.isConnected(), wait); }();
        return desk;
    }
    std::unique_ptr<Desk> sit() { return sit(m_cloud->connection()); }
    /// A project called "First", edited at this desk.
    static void begin(Desk& desk) {
        desk.document.startNew();
        QVERIFY(desk.rename("First").ok());
        desk.document.save();
        QTRY_VERIFY_WITH_TIMEOUT(desk.document.presence().edits(), wait);
        QTRY_VERIFY_WITH_TIMEOUT(desk.document.savedText().startsWith(QStringLiteral("Saved ")), wait);
    }
    static void join(Desk& desk, const Uuid& project) {
        desk.document.startNew();
        desk.document.openFromCloud(project, QStringLiteral("First"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.document.isWatching(), wait);
    }
    catalogue::Project stored(const Uuid& project) const {
        const auto found = m_cloud->client().project(project);
        return found ? *found : catalogue::Project{};
    }
    std::string headName(const Uuid& project) const {
        const auto otio = m_cloud->client().revision(project, stored(project).head);
        return otio ? nlohmann::json::parse(*otio).value("name", std::string()) : std::string();
    }

private Q_SLOTS:
    void initTestCase() {
        setNames(m_folder.path());
        QSettings().setValue(QLatin1String(userNameKey), QStringLiteral("Anna"));
        m_cloud = std::make_unique<test::CloudProcess>(m_folder.path().toStdString() + "/cloud");
        m_cloud->start();
    }
    void cleanupTestCase() { m_cloud.reset(); }

    void theSecondWatchesFollowsAndChangesNothing() {
        const auto first = sit(), second = sit();
        begin(*first);
        const Uuid project = first->document.id();
        join(*second, project);
        QCOMPARE(second->name(), std::string("First"));
        // Each knows of the other.
        QCOMPARE(second->document.presence().people().editor->name, std::string("Anna"));
        QTRY_COMPARE_WITH_TIMEOUT(first->document.presence().people().watchers.size(), std::size_t(1), wait);
        // An edit is refused in words that name the other one.
        const auto refused = second->rename("Mine");
        QVERIFY(!refused.ok());
        QVERIFY2(QString::fromStdString(refused.error().message).contains(QStringLiteral("Anna")),
                 refused.error().message.c_str());
        QVERIFY(!second->document.session().toggle(second->document.session().sequence()->tracks[0]->id,
                                                   TrackToggle::Mute, true));
        // What the first one saves is seen.
        QVERIFY(first->rename("Second").ok());
        first->document.save();
        QTRY_COMPARE_WITH_TIMEOUT(second->name(), std::string("Second"), wait);
        QVERIFY(second->document.isWatching());
        QCOMPARE(stored(project).revisions.size(), std::size_t(2));
        // The cloud itself takes nothing from anybody else.
        const auto behindTheBack = m_cloud->client().addRevision(
            project, Uuid::random(), stored(project).head, "", R"({"OTIO_SCHEMA":"Timeline.1"})");
        QVERIFY(behindTheBack.ok() && !behindTheBack->stored);
        QCOMPARE(behindTheBack->lockedBy, std::string("Anna"));
    }

    void askedForItIsSavedAndHandedOver() {
        const auto first = sit(), second = sit();
        begin(*first);
        const Uuid project = first->document.id();
        join(*second, project);
        second->document.askForProject(true);
        const auto asks = [&] {
            const auto& all = first->document.presence().people().watchers;
            return all.size() == 1 && all.front().asks;
        };
        QTRY_VERIFY_WITH_TIMEOUT(asks(), wait);
        QVERIFY(first->rename("Last words").ok());
        first->document.handOver(first->document.presence().people().watchers.front().clientId);
        QTRY_VERIFY_WITH_TIMEOUT(second->document.presence().edits() && !second->document.isWatching(), wait);
        QTRY_VERIFY_WITH_TIMEOUT(first->document.isWatching(), wait);
        QCOMPARE(second->name(), std::string("Last words"));
        QVERIFY(second->rename("From the second").ok());
        second->document.save();
        QTRY_COMPARE_WITH_TIMEOUT(first->name(), std::string("From the second"), wait);
        QVERIFY(!first->rename("Too late").ok());
    }

    void whoClosesItLeavesItFree() {
        auto first = sit();
        const auto second = sit();
        begin(*first);
        join(*second, first->document.id());
        first.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!second->document.presence().people().editor,
                                 10'000);       // at once, not after 15 s
        QVERIFY(second->document.isWatching()); // and nobody becomes the editor unasked
        second->document.takeProject();
        QTRY_VERIFY_WITH_TIMEOUT(!second->document.isWatching() && second->document.presence().edits(), wait);
        QVERIFY(second->rename("Mine now").ok());
    }

    void whoIsKilledIsTakenOverFromInWords() {
        Uuid project;
        {
            const auto founder = sit();
            begin(*founder);
            project = founder->document.id();
        }
        ProcessOptions options;
        options.program = QCoreApplication::applicationFilePath().toStdString();
        const QString folder = m_folder.filePath(QStringLiteral("killed"));
        options.arguments = {"--editor", folder.toStdString(), m_cloud->url(), m_cloud->connection().token,
                             project.toString()};
        auto editor = ChildProcess::start(options);
        QVERIFY(editor.ok());
        auto line = editor->readLine({}, std::chrono::seconds(60));
        while (line.ok() && *line != "editing") // Qt has things to say first
            line = editor->readLine({}, std::chrono::seconds(60));
        QVERIFY2(line.ok(), editor->log().c_str());
        const auto second = sit();
        join(*second, project);
        QVERIFY(!second->document.presence().people().editor->gone);
        second->document.takeProject(); // not while it is there
        QTest::qWait(1000);
        QVERIFY(second->document.isWatching());
        ::kill(editor->id(), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(second->document.presence().people().editor->gone, wait);
        QVERIFY(second->document.isWatching()); // it is not taken by itself
        second->document.takeProject();
        QTRY_VERIFY_WITH_TIMEOUT(second->document.presence().edits() && !second->document.isWatching(), wait);
        QVERIFY(second->rename("Taken over").ok());
        second->document.save();
        QTRY_COMPARE_WITH_TIMEOUT(headName(project), std::string("Taken over"), wait);
        // What the killed one had is in its journal.
        const auto kept =
            Journal::open(folder.toStdString() + "/journals/" + project.toString() + ".journal");
        QVERIFY(kept.ok());
        QCOMPARE(kept->recovered.history.committed()->name, std::string("By the one who was killed"));
    }

    /// The network of the one who edits is cut, somebody else takes over and saves; then the network is back.
    void whoComesBackToALostProjectLosesNothing() {
        const std::string port = m_cloud->url().substr(m_cloud->url().rfind(':') + 1);
        test::BreakingLink link(std::stoi(port));
        auto connection = m_cloud->connection();
        connection.url = link.url();
        const auto first = sit(connection);
        const auto second = sit();
        begin(*first);
        const Uuid project = first->document.id();
        join(*second, project);
        link.set(Break::Everything);
        QTRY_VERIFY_WITH_TIMEOUT(!first->session.isConnected(), wait);
        QVERIFY(first->rename("Cut while away").ok());
        QTRY_VERIFY_WITH_TIMEOUT(second->document.presence().people().editor->gone, wait);
        second->document.takeProject();
        QTRY_VERIFY_WITH_TIMEOUT(second->document.presence().edits() && !second->document.isWatching(), wait);
        QVERIFY(second->rename("Taken over").ok());
        second->document.save();
        QTRY_COMPARE_WITH_TIMEOUT(headName(project), std::string("Taken over"), wait);
        link.set(Break::Never);
        first->session.retry();
        QTRY_VERIFY_WITH_TIMEOUT(first->document.isLost(), wait);
        QCOMPARE(first->name(), std::string("Cut while away")); // still there, and looked at
        QVERIFY(!first->rename("More").ok());
        QCOMPARE(headName(project), std::string("Taken over"));
        // It becomes a project of its own, with its history.
        first->document.saveAsProject();
        QVERIFY(first->document.id() != project);
        QVERIFY(first->document.session().history().canUndo());
        QTRY_COMPARE_WITH_TIMEOUT(headName(first->document.id()), std::string("Cut while away (copy)"), wait);
        QVERIFY(first->rename("On with it").ok());
        QVERIFY(second->rename("On with that").ok());
        QCOMPARE(headName(project), std::string("Taken over"));
    }

    /// The same without edits of one's own: there is nothing to decide.
    void whoHadSavedEverythingGoesOnWatching() {
        const std::string port = m_cloud->url().substr(m_cloud->url().rfind(':') + 1);
        test::BreakingLink link(std::stoi(port));
        auto connection = m_cloud->connection();
        connection.url = link.url();
        const auto first = sit(connection);
        const auto second = sit();
        begin(*first);
        const Uuid project = first->document.id();
        join(*second, project);
        link.set(Break::Everything);
        QTRY_VERIFY_WITH_TIMEOUT(second->document.presence().people().editor->gone, wait);
        second->document.takeProject();
        QTRY_VERIFY_WITH_TIMEOUT(second->document.presence().edits() && !second->document.isWatching(), wait);
        QVERIFY(second->rename("Theirs").ok());
        second->document.save();
        QTRY_COMPARE_WITH_TIMEOUT(headName(project), std::string("Theirs"), wait);
        link.set(Break::Never);
        first->session.retry();
        QTRY_VERIFY_WITH_TIMEOUT(first->document.isWatching(), wait);
        QTRY_COMPARE_WITH_TIMEOUT(first->name(), std::string("Theirs"), wait);
    }

    void aRestartIsNotLockedOutByItself() {
        const QString folder = m_folder.filePath(QStringLiteral("restarted"));
        Uuid project;
        auto desk = std::make_unique<Desk>(folder, m_cloud->connection());
        QTRY_VERIFY_WITH_TIMEOUT(desk->session.isConnected(), wait);
        begin(*desk);
        project = desk->document.id();
        desk->session.connectTo({"http://127.0.0.1:1", "token", false}); // no last word reaches the cloud
        desk.reset();
        QVERIFY(m_cloud->client().people(project)->editor);
        Desk again(folder, m_cloud->connection());
        QTRY_VERIFY_WITH_TIMEOUT(again.session.isConnected(), wait);
        again.document.openLast();
        QTRY_VERIFY_WITH_TIMEOUT(again.document.presence().edits(), wait);
        QVERIFY(!again.document.isWatching());
    }

    /// The server is killed and started again: who edited goes on editing, and nobody else got in between.
    void aServerThatStartsAgainKnowsWhoEdits() {
        const auto first = sit(), second = sit();
        begin(*first);
        join(*second, first->document.id());
        m_cloud->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!first->session.isConnected() && !second->session.isConnected(), wait);
        m_cloud->start();
        second->session.retry();
        QTRY_VERIFY_WITH_TIMEOUT(second->session.isConnected(), wait);
        QTest::qWait(1000);
        QVERIFY(second->document.isWatching());
        first->session.retry();
        QTRY_VERIFY_WITH_TIMEOUT(first->session.isConnected(), wait);
        QVERIFY(first->document.presence().edits());
        QVERIFY(first->rename("Goes on").ok());
        first->document.save();
        QTRY_COMPARE_WITH_TIMEOUT(second->name(), std::string("Goes on"), wait);
    }
};

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 6 && arguments[1] == QLatin1String("--editor"))
        return beEditor(arguments);
    TestProjectPeople test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_project_people.moc"
