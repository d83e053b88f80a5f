#include "ui/cut/project_document.h"

#include "ui/cut/project_read.h"

#include "core/interchange/otio_writer.h"
#include "core/timeline/sequence.h"

#include <QDateTime>
#include <QDir>
#include <QSettings>

namespace cutaway::ui {

namespace {

constexpr int restMilliseconds = 2000;
constexpr int retryMilliseconds = 20'000;
constexpr int settledMilliseconds = 20'000; // by then its first pictures were fetched and decoded
constexpr FrameRate firstRate{50, 1};       // until the first clip gives the sequence its own

} // namespace

ProjectDocument::ProjectDocument(CloudSession& cloud, const QString& folder, OutboxCourier* outbox,
                                 QObject* parent)
    : QObject(parent)
    , m_cloud(cloud)
    , m_outbox(outbox)
    , m_folder(folder)
    , m_presence(cloud) {
    QDir().mkpath(m_folder);
    followPeople();
    m_idle.setSingleShot(true);
    m_idle.setInterval(restMilliseconds);
    connect(&m_idle, &QTimer::timeout, this, &ProjectDocument::rested);
    m_settled.setSingleShot(true);
    m_settled.setInterval(settledMilliseconds);
    connect(&m_settled, &QTimer::timeout, this, [this] {
        if (m_link.isOpen())
            session().survived();
    });
    connect(&m_link, &SessionLink::sequenceChanged, this, &ProjectDocument::sequenceChanged);
    connect(&m_link, &SessionLink::refused, this, &ProjectDocument::status);
    if (m_outbox)
        followOutbox();
    connect(&m_cloud, &CloudSession::opened, this, [this] { m_known = false; });
    connect(&m_cloud, &CloudSession::stateChanged, this, &ProjectDocument::cloudIsBack);
    connect(&m_cloud, &CloudSession::projectChanged, this, [this](const Uuid& project, const Uuid& head) {
        if (project != m_id || m_sending || head == m_head || head.isNil() || m_ours.contains(head))
            return;
        if (m_watching)
            return readHead(project, [this, project](const Read& read) {
                if (project == m_id)
                    showWatched(read);
            });
        if (m_lost)
            return; // it is theirs, and said
        if (m_outbox && m_outbox->hasSaveOf(project))
            return; // ours, which the outbox sends one after the other; else it is refused, and says so
        m_overtaken = true;
        setSaved(tr("Changed elsewhere. Save a copy, or open the project again"));
    });
}

/// What waited for it: the facts of the clips, and edits to send.
void ProjectDocument::cloudIsBack() {
    if (!m_cloud.isConnected() || !m_link.isOpen())
        return;
    if (const auto waiting = std::exchange(m_whenConnected, nullptr))
        return waiting();
    knowSources();
    join();
    if (!isSaved() && !m_sending && !m_idle.isActive())
        m_idle.start(restMilliseconds);
}

std::filesystem::path ProjectDocument::journalPath(const Uuid& id) const {
    return std::filesystem::path(m_folder.toStdString()) / (id.toString() + ".journal");
}

QString ProjectDocument::savedText() const {
    return m_saved;
}

void ProjectDocument::setSaved(const QString& words) {
    m_saved = words;
    Q_EMIT savedChanged(words);
}

void ProjectDocument::adopt(std::unique_ptr<timeline::EditorSession> session, bool edited) {
    m_overtaken = m_watching = m_lost = false;
    m_handTo.reset();
    m_revision = {};
    m_unanswered.clear();
    m_savedVersion.reset();
    m_copiedVersion.reset();
    if (!m_head.isNil() && !edited)
        m_savedVersion = session->version();
    m_standsStill = false;
    m_whenConnected = nullptr;
    m_link.open(std::move(session));
    m_settled.start();
    QSettings().setValue(QLatin1String(lastProjectKey), QString::fromStdString(m_id.toString()));
    knowSources();
    join();
    setSaved(isSaved() ? tr("Saved") : tr("Kept on this computer"));
}

bool ProjectDocument::isSaved() const {
    return m_link.isOpen() && m_savedVersion == m_link.session().version();
}

void ProjectDocument::startJournal(const timeline::Sequence& sequence, const std::string& revision) {
    m_link.close(); // releases the journal's lock
    auto journal = timeline::Journal::create(journalPath(m_id), sequence, revision);
    std::optional<timeline::Journal> kept;
    if (journal)
        kept = std::move(*journal);
    else
        Q_EMIT status(tr("Edits cannot be kept on this computer: %1")
                          .arg(QString::fromStdString(journal.error().message)));
    timeline::History history(std::make_shared<const timeline::Sequence>(sequence));
    adopt(std::make_unique<timeline::EditorSession>(std::move(history), std::move(kept)), false);
}

timeline::Sequence ProjectDocument::emptyProject() {
    return timeline::emptySequence(tr("Untitled cut").toStdString(), firstRate, false);
}

void ProjectDocument::startNew() {
    save(); // what the one before has not sent yet
    m_id = Uuid::random();
    m_head = {};
    m_known = false;
    startJournal(emptyProject(), {});
}

void ProjectDocument::sequenceChanged() {
    if (!m_link.isOpen() || m_standsStill || m_watching || m_lost || session().isDragging() || isSaved())
        return;
    m_whenConnected = nullptr;
    if (!m_sending && !m_overtaken)
        setSaved(tr("Kept on this computer"));
    m_idle.start(restMilliseconds);
}

std::string ProjectDocument::otio() const {
    const timeline::EditorSession& now = m_link.session();
    return interchange::writeOtio(*now.history().committed(), now.sources());
}

/// A project in which nothing was done yet is not worth a place in the cloud.
bool ProjectDocument::isWorthSaving() const {
    if (!m_link.isOpen() || m_standsStill || m_sending || m_overtaken || m_watching || m_lost ||
        m_link.session().isDragging() || isSaved())
        return false;
    const timeline::History& history = m_link.session().history();
    return !m_head.isNil() || history.canUndo() || history.canRedo() ||
           history.committed()->durationFrames() > 0;
}

void ProjectDocument::rested() {
    if (!isWorthSaving())
        return;
    if (!m_cloud.isConnected())
        setSaved(tr("Kept on this computer, sent when the cloud is back"));
    else if (!m_outbox || !m_outbox->hasSaveOf(m_id)) // it goes behind what waits of it
        send();
}

void ProjectDocument::save() {
    if (!isWorthSaving())
        return;
    if (m_outbox && (!m_cloud.isConnected() || m_outbox->hasSaveOf(m_id)))
        keepSave();
    else
        rested();
}

/// The id under which this version is sent: the same one when the answer to it got lost.
Uuid ProjectDocument::revisionFor(std::uint64_t version) {
    if (m_revision.isNil() || m_revisionVersion != version) {
        m_revision = Uuid::random();
        m_revisionVersion = version;
    }
    if (m_ours.insert(m_revision).second)
        m_link.report(session().revisionSent(m_revision.toString()));
    return m_revision;
}

void ProjectDocument::send() {
    const std::uint64_t version = session().version();
    const Uuid revision = revisionFor(version);
    m_unanswered.insert(revision);
    m_sending = true;
    m_idle.stop();
    const timeline::SequencePtr sequence = session().history().committed();
    m_cloud.tasks().run(
        this,
        [cloud = m_cloud.cloud(), id = m_id, known = m_known, name = sequence->name, revision,
         parent = m_head, note = session().lastAction(), client = clientFor(m_id),
         document = otio()](std::stop_token stop) -> Result<catalogue::RevisionOutcome> {
            if (!known)
                CUTAWAY_CHECK(cloud->putProject(id, name, stop));
            return cloud->addRevision(id, revision, parent, note, document, stop, client);
        },
        [this, id = m_id, version, revision](const auto& outcome) {
            m_sending = false;
            if (id == m_id)
                sent(outcome, version, revision);
            else // another project was opened meanwhile, and waits
                m_idle.start(restMilliseconds);
        });
}

void ProjectDocument::sent(const Result<catalogue::RevisionOutcome>& outcome, std::uint64_t version,
                           const Uuid& revision) {
    if (!outcome) {
        setSaved(tr("Kept on this computer. %1").arg(QString::fromStdString(outcome.error().message)));
        m_idle.start(retryMilliseconds);
        return;
    }
    m_known = true;
    if (!outcome->stored && !outcome->lockedBy.empty())
        return lostTo(QString::fromStdString(outcome->lockedBy));
    if (!outcome->stored && m_ours.contains(outcome->head) && outcome->head != m_head) {
        // Our own revision, whose answer a crash swallowed: what was cut since follows it.
        m_head = outcome->head;
        QMetaObject::invokeMethod(this, &ProjectDocument::save, Qt::QueuedConnection);
        return;
    }
    if (!outcome->stored && outcome->head.isNil() && !m_head.isNil()) {
        // Another cloud than the one it was saved in: there it begins with what is here.
        m_head = {};
        QMetaObject::invokeMethod(this, &ProjectDocument::save, Qt::QueuedConnection);
        return;
    }
    if (!outcome->stored) {
        m_overtaken = true;
        setSaved(tr("Not saved: somebody else saved this project first. Save a copy, then open it again"));
        return;
    }
    m_head = revision;
    m_revision = {};
    m_unanswered.clear();
    m_savedVersion = version;
    m_link.report(session().revisionSaved(version, revision.toString()));
    setSaved(tr("Saved %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss"))));
    join();
    if (!isSaved())
        sequenceChanged();
    else if (const auto to = std::exchange(m_handTo, std::nullopt))
        m_presence.handOver(*to);
}

} // namespace cutaway::ui
