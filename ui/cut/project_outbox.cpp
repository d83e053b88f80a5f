#include "ui/cut/project_document.h"

#include <QTime>

// Saves while the cloud is away: kept in the outbox, and what becomes of them later.
namespace cutaway::ui {

/// From here on the document stands on that version, as if the cloud had it: what is cut now follows it.
void ProjectDocument::keepSave() {
    const std::uint64_t version = session().version();
    catalogue::RevisionRequest request;
    request.id = revisionFor(version);
    request.projectId = m_id;
    request.projectName = session().history().committed()->name;
    request.parent = m_head;
    m_unanswered.erase(request.id);
    request.unanswered.assign(m_unanswered.begin(), m_unanswered.end());
    request.clientId = clientFor(m_id); // by the time it is sent that one edits
    request.note = session().lastAction();
    request.otio = otio();
    const Uuid revision = request.id;
    if (const auto kept = m_outbox->add(std::move(request)); !kept) {
        Q_EMIT status(tr("This version was not kept: %1 The edits are.")
                          .arg(QString::fromStdString(kept.error().message)));
        return;
    }
    m_head = revision;
    m_revision = {};
    m_unanswered.clear();
    m_savedVersion = version;
    m_link.report(session().revisionSaved(version, revision.toString()));
    setSaved(tr("Saved on this computer %1, sent when the cloud is back")
                 .arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss"))));
}

void ProjectDocument::followOutbox() {
    connect(m_outbox, &OutboxCourier::revisionSent, this, [this](const Uuid& project, const Uuid& revision) {
        if (project != m_id)
            return;
        m_known = true;
        m_ours.insert(revision); // the cloud tells of it once more
        if (revision == m_head && isSaved())
            setSaved(tr("Saved %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss"))));
        else if (!isSaved())
            m_idle.start();
    });
    connect(m_outbox, &OutboxCourier::refusedForGood, this, [this](const catalogue::OutboxItem& item) {
        if (!item.revision() || item.revision()->projectId != m_id)
            return;
        m_overtaken = true;
        m_savedVersion.reset();
        setSaved(tr("Not saved: somebody else saved this project first. Save a copy, then open it again"));
    });
}

} // namespace cutaway::ui
