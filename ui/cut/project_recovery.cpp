#include "ui/cut/project_document.h"

#include <QDir>
#include <QSettings>

#include <algorithm>

// What is opened when the program starts, and what comes back after a crash.
namespace cutaway::ui {

namespace {

std::optional<Uuid> lastProject() {
    const auto id = Uuid::parse(QSettings().value(QLatin1String(lastProjectKey)).toString().toStdString());
    return id ? std::optional(*id) : std::nullopt;
}

} // namespace

void ProjectDocument::findLeftBehind() {
    m_left = timeline::findLeftBehind(m_folder.toStdString(), lastProject());
}

bool ProjectDocument::isLeftBehind(const Uuid& project) const {
    return std::any_of(m_left.begin(), m_left.end(),
                       [&project](const auto& left) { return left.project == project; });
}

void ProjectDocument::openLast() {
    findLeftBehind();
    const auto last = lastProject();
    if (last && !isLeftBehind(*last) && openJournal(*last))
        return;
    if (!m_left.empty())
        standStill();
    else if (!openUnsent())
        startNew();
}

/// An empty sequence to look at, and no journal of it: nobody edits it.
void ProjectDocument::standStill() {
    m_id = Uuid::random();
    m_head = {};
    m_known = false;
    m_standsStill = true;
    m_link.open(std::make_unique<timeline::EditorSession>(
        timeline::History(std::make_shared<const timeline::Sequence>(emptyProject()))));
    setSaved({});
}

void ProjectDocument::recoverLater() {
    if (m_standsStill && !openUnsent())
        startNew();
}

void ProjectDocument::recover(const timeline::LeftBehind& left, bool asSaved) {
    save(); // what the one before has not sent yet
    if (left.isGivenUp() && asSaved) {
        const auto aside = timeline::keepAside(left.journal);
        recoverLater();
        if (!aside) {
            Q_EMIT status(QString::fromStdString(aside.error().message));
            return;
        }
        Q_EMIT status(tr("The edits are kept as %1").arg(QString::fromStdString(aside->string())));
        const auto open = [this, left] { openFromCloud(left.project, QString::fromStdString(left.name)); };
        if (m_cloud.isConnected())
            open();
        else
            m_whenConnected = open;
        return;
    }
    timeline::SequencePtr saved;
    if (!openJournal(left.project, WhichJournal::Any, {}, &saved)) {
        recoverLater();
        return;
    }
    if (asSaved && saved)
        m_link.report(
            session().take(timeline::difference(*session().sequence(), *saved, "Back to the saved version")));
}

bool ProjectDocument::openUnsent() {
    const QDir folder(m_folder);
    for (const QString& name :
         folder.entryList({QStringLiteral("*.journal")}, QDir::Files, QDir::Time)) // newest first
        if (const auto id = Uuid::parse(name.section(QLatin1Char('.'), 0, 0).toStdString());
            id && !isLeftBehind(*id) && openJournal(*id, WhichJournal::WithEdits))
            return true;
    return false;
}

bool ProjectDocument::openJournal(const Uuid& id, WhichJournal which, const std::string& wanted,
                                  timeline::SequencePtr* saved) {
    auto opened = timeline::Journal::open(journalPath(id));
    if (!opened) {
        if (opened.error().category != ErrorCategory::NotFound)
            Q_EMIT status(QString::fromStdString(opened.error().message));
        return false;
    }
    const std::size_t edits = opened->recovered.unsaved;
    if ((which == WhichJournal::WithEdits && edits == 0) ||
        (which == WhichJournal::AtRevision && opened->recovered.revision != wanted))
        return false;
    m_id = id;
    m_head = Uuid::parse(opened->recovered.revision).ok() ? *Uuid::parse(opened->recovered.revision) : Uuid();
    m_known = false;
    m_ours.clear();
    for (const std::string& sent : opened->recovered.sent)
        if (const auto revision = Uuid::parse(sent))
            m_ours.insert(*revision);
    if (saved)
        *saved = opened->recovered.saved;
    const std::filesystem::path damaged = opened->recovered.damagedCopy;
    adopt(std::make_unique<timeline::EditorSession>(std::move(opened->recovered.history),
                                                    std::move(opened->journal)),
          edits > 0);
    if (edits > 0) {
        Q_EMIT status(tr("%n edit(s) since the last save are back", nullptr, static_cast<int>(edits)));
        m_idle.start();
    }
    if (!damaged.empty())
        Q_EMIT status(tr("Some edits could not be read. The whole record of them was kept as %1")
                          .arg(QString::fromStdString(damaged.string())));
    return true;
}

} // namespace cutaway::ui
