#include "../../core/timeline/timeline_fixture.h"

#include "core/interchange/otio_writer.h"
#include "core/timeline/open_mark.h"
#include "tests/support/cloud_process.h"
#include "ui/cut/project_document.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

/// A project between its journal and a real cloud.
class TestProjectDocument : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;

    std::filesystem::path journalOf(const Uuid& project) const {
        return std::filesystem::path(m_folder.path().toStdString()) / (project.toString() + ".journal");
    }
    /// What an editor leaves behind that was killed after an edit: the journal stands on no revision. `sent`:
    /// what it had sent to the cloud by then.
    void leaveBehind(const Uuid& project, const Uuid& sent) const {
        const Sequence start = emptySequence("Untitled cut", {50, 1}, false);
        auto journal = Journal::create(journalOf(project), start, {});
        QVERIFY(journal.ok());
        if (!sent.isNil())
            QVERIFY(journal->appendSent(sent.toString()).ok());
        Sequence renamed = start;
        renamed.name = "After the save";
        QVERIFY(journal->appendDone(difference(start, renamed, "Rename")).ok());
    }
    /// The same of one that was saved, and that ended `attempts` editors as they opened it. It is the last.
    void leaveBehindSaved(const Uuid& project, const Uuid& revision, int attempts) const {
        const Sequence start = emptySequence("As saved", {50, 1}, false);
        {
            auto journal = Journal::create(journalOf(project), start, revision.toString());
            QVERIFY(journal.ok());
            Sequence renamed = start;
            renamed.name = "After the save";
            QVERIFY(journal->appendDone(difference(start, renamed, "Rename")).ok());
        }
        OpenMark(journalOf(project)).write({attempts, "After the save"});
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
    }
    /// A project whose newest revision in the cloud is this one.
    void storeInCloud(const Uuid& project, const Uuid& revision) const {
        const auto client = m_cloud->client();
        QVERIFY(client.putProject(project, "Untitled cut").ok());
        const auto stored =
            client.addRevision(project, revision, {}, "Save", R"({"OTIO_SCHEMA": "Timeline.1"})");
        QVERIFY2(stored.ok() && stored->stored, stored ? "" : stored.error().message.c_str());
    }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        m_cloud = std::make_unique<test::CloudProcess>(m_folder.path().toStdString() + "/cloud");
        m_cloud->start();
    }
    void cleanupTestCase() { m_cloud.reset(); }

    void anAnswerThatACrashSwallowedIsNoConflict() {
        const Uuid project = Uuid::random(), swallowed = Uuid::random();
        storeInCloud(project, swallowed);
        leaveBehind(project, swallowed);
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
        CloudSession session;
        ProjectDocument document(session, m_folder.path());
        document.openLast();
        QCOMPARE(document.id(), project);
        session.connectTo(m_cloud->connection());
        QTRY_VERIFY(session.isConnected());
        document.save();
        QTRY_VERIFY2(document.savedText().startsWith(QStringLiteral("Saved")),
                     qPrintable(document.savedText()));
        const auto now = m_cloud->client().project(project);
        QVERIFY(now.ok());
        QVERIFY(now->head != swallowed);
        QCOMPARE(now->revisions.size(), std::size_t(2));
    }

    void somebodyElsesRevisionIsNeverPassedOver() {
        const Uuid project = Uuid::random(), theirs = Uuid::random();
        storeInCloud(project, theirs);
        leaveBehind(project, Uuid::random());
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
        CloudSession session;
        ProjectDocument document(session, m_folder.path());
        document.openLast();
        session.connectTo(m_cloud->connection());
        QTRY_VERIFY(session.isConnected());
        document.save();
        QTRY_VERIFY2(document.savedText().startsWith(QStringLiteral("Not saved")),
                     qPrintable(document.savedText()));
        QCOMPARE(m_cloud->client().project(project)->head, theirs);
        QCOMPARE(document.session().sequence()->name, std::string("After the save"));
    }

    /// What could not be sent goes by itself once there is a cloud, without another edit.
    void whatWaitedIsSentWhenTheCloudIsThere() {
        const Uuid project = Uuid::random();
        leaveBehind(project, {});
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
        CloudSession session;
        ProjectDocument document(session, m_folder.path());
        document.openLast();
        document.save();
        QVERIFY(document.savedText().startsWith(QStringLiteral("Kept")));
        session.connectTo(m_cloud->connection());
        QTRY_VERIFY_WITH_TIMEOUT(document.savedText().startsWith(QStringLiteral("Saved ")), 20000);
    }

    /// Every save while the cloud is away is a version of its own when it is back, in order and once.
    void savesWhileTheCloudIsAwayAreVersionsOfTheirOwn() {
        const Uuid project = Uuid::random();
        leaveBehind(project, {});
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
        const QString box = m_folder.filePath(QStringLiteral("outbox-versions"));
        {
            CloudSession session;
            OutboxCourier outbox(session, box);
            session.connectTo(m_cloud->connection());
            QTRY_VERIFY(session.isConnected());
            m_cloud->kill();
            QTRY_VERIFY(!session.isConnected());
            ProjectDocument document(session, m_folder.path(), &outbox);
            document.openLast();
            const auto rename = [&](const char* name) {
                Sequence renamed = *document.session().sequence();
                renamed.name = name;
                QVERIFY(document.session()
                            .take(difference(*document.session().sequence(), renamed, "Rename"))
                            .ok());
            };
            document.save();
            QVERIFY2(document.savedText().startsWith(QStringLiteral("Saved on this computer")),
                     qPrintable(document.savedText()));
            rename("Second");
            document.save();
            document.save(); // nothing was cut since
            QCOMPARE(outbox.waiting(), 2);
            rename("Third"); // not saved by hand: kept with the journal
        }
        // The editor is gone, too. The next one sends all of it.
        m_cloud->start();
        CloudSession session;
        OutboxCourier outbox(session, box);
        ProjectDocument document(session, m_folder.path(), &outbox);
        document.openLast();
        QCOMPARE(document.session().sequence()->name, std::string("Third"));
        session.connectTo(m_cloud->connection());
        QTRY_COMPARE_WITH_TIMEOUT(outbox.waiting(), 0, 20000);
        QTRY_VERIFY2_WITH_TIMEOUT(document.savedText().startsWith(QStringLiteral("Saved ")) &&
                                      m_cloud->client().project(project)->revisions.size() == 3,
                                  qPrintable(document.savedText()), 20000);
        const auto stored = m_cloud->client().project(project);
        QStringList names;
        for (const auto& revision : stored->revisions) {
            const auto otio = m_cloud->client().revision(project, revision.id);
            names << QString::fromStdString(nlohmann::json::parse(*otio)["name"].get<std::string>());
        }
        QCOMPARE(names, (QStringList{QStringLiteral("After the save"), QStringLiteral("Second"),
                                     QStringLiteral("Third")}));
    }

    /// Another project is opened while the cloud is away: the one before is sent all the same.
    void whatWasLeftWhileTheCloudWasAwayIsSent() {
        const Uuid project = Uuid::random();
        leaveBehind(project, {});
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
        CloudSession session;
        OutboxCourier outbox(session, m_folder.filePath(QStringLiteral("outbox-left")));
        session.connectTo({"http://127.0.0.1:1", "token", false});
        ProjectDocument document(session, m_folder.path(), &outbox);
        document.openLast();
        document.startNew();
        QVERIFY(document.id() != project);
        QCOMPARE(outbox.items().size(), std::size_t(1));
        QCOMPARE(outbox.items().front().revision()->projectId, project);
    }

    /// Somebody else saved while the cloud was away for us: refused in words, kept, and a copy is one press.
    void aSaveThatSomebodyElseOvertookIsKeptAndCopied() {
        const Uuid project = Uuid::random(), theirs = Uuid::random();
        leaveBehind(project, {});
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
        CloudSession session;
        OutboxCourier outbox(session, m_folder.filePath(QStringLiteral("outbox-overtaken")));
        session.connectTo(m_cloud->connection());
        QTRY_VERIFY(session.isConnected());
        m_cloud->kill();
        QTRY_VERIFY(!session.isConnected());
        ProjectDocument document(session, m_folder.path(), &outbox);
        document.openLast();
        document.save();
        QCOMPARE(outbox.waiting(), 1);
        const Uuid mine = outbox.items().front().id();
        m_cloud->start();
        storeInCloud(project, theirs);
        session.retry();
        QTRY_COMPARE_WITH_TIMEOUT(outbox.refused(), 1, 20000);
        QVERIFY2(document.savedText().startsWith(QStringLiteral("Not saved")),
                 qPrintable(document.savedText()));
        QCOMPARE(m_cloud->client().project(project)->head, theirs);
        const auto before = m_cloud->client().projects()->size();
        outbox.saveAsCopy(mine);
        QTRY_VERIFY_WITH_TIMEOUT(outbox.items().empty(), 20000);
        const auto projects = m_cloud->client().projects();
        QCOMPARE(projects->size(), before + 1);
        QVERIFY(std::any_of(projects->begin(), projects->end(),
                            [](const auto& each) { return each.name == "After the save (copy)"; }));
    }

    /// What was cut and saved can be undone after a restart, and opened from the cloud too.
    void undoGoesOnAfterARestart() {
        const Uuid project = Uuid::random();
        leaveBehind(project, {});
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
        const auto opened = [&](const auto& with) {
            CloudSession session;
            ProjectDocument document(session, m_folder.path());
            session.connectTo(m_cloud->connection());
            QTRY_VERIFY(session.isConnected());
            with(document);
        };
        opened([](ProjectDocument& document) {
            document.openLast();
            document.save();
            QTRY_VERIFY(document.savedText().startsWith(QStringLiteral("Saved ")));
        });
        opened([](ProjectDocument& document) {
            document.openLast();
            QVERIFY2(document.savedText().startsWith(QStringLiteral("Saved")),
                     qPrintable(document.savedText()));
            QCOMPARE(document.session().history().undoName(), std::string("Rename"));
        });
        opened([&](ProjectDocument& document) {
            document.startNew();
            document.openFromCloud(project, QStringLiteral("After the save"));
            QTRY_COMPARE(document.id(), project);
            QVERIFY(document.session().undo().ok());
            QCOMPARE(document.session().sequence()->name, std::string("Untitled cut"));
            document.save();
            QTRY_VERIFY(document.savedText().startsWith(QStringLiteral("Saved ")));
        });
    }

    /// Save a copy, then open it again: there is a way out for whoever was overtaken, and no edit is lost on
    /// it.
    void whoWasOvertakenSavesACopyAndOpensTheProjectAgain() {
        const Uuid project = Uuid::random(), theirs = Uuid::random();
        const auto client = m_cloud->client();
        QVERIFY(client.putProject(project, "Theirs").ok());
        Sequence other = emptySequence("Theirs", {50, 1}, false);
        QVERIFY(client.addRevision(project, theirs, {}, "Save", interchange::writeOtio(other, {})).ok());
        leaveBehind(project, {});
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
        CloudSession session;
        ProjectDocument document(session, m_folder.path());
        document.openLast();
        session.connectTo(m_cloud->connection());
        QTRY_VERIFY(session.isConnected());
        document.save();
        QTRY_VERIFY(document.savedText().startsWith(QStringLiteral("Not saved")));
        document.openFromCloud(project, QStringLiteral("Theirs"));
        QCOMPARE(document.session().sequence()->name, std::string("After the save"));
        const QString copy = m_folder.filePath(QStringLiteral("copy.otio"));
        QSignalSpy said(&document, &ProjectDocument::status);
        document.exportFile(copy);
        QTRY_VERIFY(!said.isEmpty());
        QVERIFY(QFile::exists(copy));
        document.openFromCloud(project, QStringLiteral("Theirs"));
        QTRY_COMPARE(document.session().sequence()->name, std::string("Theirs"));
    }

    void afterACrashNothingIsOpenUntilItIsAnswered() {
        const Uuid project = Uuid::random();
        leaveBehindSaved(project, Uuid::random(), 0);
        CloudSession session;
        ProjectDocument document(session, m_folder.path());
        document.openLast();
        QCOMPARE(document.leftBehind().size(), std::size_t(1));
        QCOMPARE(document.leftBehind()[0].project, project);
        QVERIFY(document.id() != project);
        document.recover(document.leftBehind()[0], false);
        QCOMPARE(document.id(), project);
        QCOMPARE(document.session().sequence()->name, std::string("After the save"));
        document.findLeftBehind();
        QVERIFY(document.leftBehind().empty()); // it is open now
    }
    void theSavedVersionComesBackAsAStep() {
        const Uuid project = Uuid::random();
        leaveBehindSaved(project, Uuid::random(), 1);
        CloudSession session;
        ProjectDocument document(session, m_folder.path());
        document.openLast();
        document.recover(document.leftBehind().at(0), true);
        QCOMPARE(document.session().sequence()->name, std::string("As saved"));
        QVERIFY(document.session().undo().ok());
        QCOMPARE(document.session().sequence()->name, std::string("After the save"));
    }
    /// And not over what was begun meanwhile.
    void whatWasGivenUpIsPutAsideAndOpenedFromTheCloud_data() {
        QTest::addColumn<bool>("edited");
        QTest::newRow("waiting for the cloud") << false;
        QTest::newRow("working meanwhile") << true;
    }
    void whatWasGivenUpIsPutAsideAndOpenedFromTheCloud() {
        QFETCH(bool, edited);
        const Uuid project = Uuid::random(), revision = Uuid::random();
        const auto client = m_cloud->client();
        QVERIFY(client.putProject(project, "As saved").ok());
        const Sequence inCloud = emptySequence("As saved", {50, 1}, false);
        QVERIFY(client.addRevision(project, revision, {}, "Save", interchange::writeOtio(inCloud, {})).ok());
        leaveBehindSaved(project, revision, OpenMark::mostAttempts);
        CloudSession session;
        ProjectDocument document(session, m_folder.path());
        document.openLast();
        QVERIFY(document.leftBehind().at(0).givenUp);
        document.recover(document.leftBehind()[0], true);
        const std::string aside = journalOf(project).string() + ".kept-1";
        QVERIFY(std::filesystem::exists(aside));
        QVERIFY(!std::filesystem::exists(journalOf(project)));
        const Uuid meanwhile = document.id();
        QVERIFY(meanwhile != project);
        if (edited)
            QVERIFY(document.session().take(addTrack(*document.session().sequence(), TrackKind::Video)).ok());
        session.connectTo(m_cloud->connection());
        QTRY_VERIFY(session.isConnected());
        if (edited) {
            QTRY_VERIFY_WITH_TIMEOUT(document.savedText().startsWith(QStringLiteral("Saved ")), 20000);
            QCOMPARE(document.id(), meanwhile);
        } else {
            QTRY_COMPARE(document.id(), project);
            QCOMPARE(document.session().sequence()->name, std::string("As saved"));
        }
    }
    void whatCannotBeReadIsOfferedAtOnce() {
        const Uuid project = Uuid::random();
        {
            const auto journal =
                Journal::create(journalOf(project), emptySequence("Cut", {50, 1}, false), {});
            QVERIFY(journal.ok());
        }
        std::ofstream(journalOf(project)) << "cutaway-journal 1 - {no sequence\ndone {}\n";
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
        CloudSession session;
        ProjectDocument document(session, m_folder.path());
        document.openLast();
        QCOMPARE(document.leftBehind().size(), std::size_t(1));
        QVERIFY(document.leftBehind()[0].givenUp);
        document.recover(document.leftBehind()[0], true);
        QVERIFY(std::filesystem::exists(journalOf(project).string() + ".kept-1"));
        document.findLeftBehind();
        QVERIFY(document.leftBehind().empty());
    }

    /// A project that was saved in one cloud begins anew in another one.
    void anotherCloudTakesTheWholeProject() {
        const Uuid project = Uuid::random(), elsewhere = Uuid::random();
        const Sequence start = emptySequence("Untitled cut", {50, 1}, false);
        {
            auto journal = Journal::create(journalOf(project), start, elsewhere.toString());
            QVERIFY(journal.ok());
            Sequence renamed = start;
            renamed.name = "Moved";
            QVERIFY(journal->appendDone(difference(start, renamed, "Rename")).ok());
        }
        QSettings().setValue(QStringLiteral("project/last"), QString::fromStdString(project.toString()));
        CloudSession session;
        ProjectDocument document(session, m_folder.path());
        document.openLast();
        session.connectTo(m_cloud->connection());
        QTRY_VERIFY_WITH_TIMEOUT(document.savedText().startsWith(QStringLiteral("Saved ")), 20000);
        QCOMPARE(m_cloud->client().project(project)->revisions.size(), std::size_t(1));
    }
};

QTEST_MAIN(TestProjectDocument)
#include "test_project_document.moc"
