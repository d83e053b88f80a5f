#include "ui/cut/project_document.h"

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
    m_left = timeline::findLeftBehind(m_folder.toStdString());
}

bool ProjectDocument::isLeftBehind(const Uuid& project) const {
    return std::any_of(m_left.begin(), m_left.end(),
                       [&project](const auto& left) { return left.project == project; });
}

void ProjectDocument::openLast() {
    findLeftBehind();
    const auto last = lastProject();
    if (last && !isLeftBehind(*last)) {
        if (openJournal(*last))
            return;
        findLeftBehind(); // one that cannot be read is among them from now on
    }
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
    if (left.givenUp && asSaved) {
        putAside(left);
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

void ProjectDocument::putAside(const timeline::LeftBehind& left) {
    const auto aside = timeline::keepAside(left.journal);
    recoverLater();
    if (!aside) {
        Q_EMIT status(QString::fromStdString(aside.error().message));
        return;
    }
    const auto open = [this, left] { openFromCloud(left.project, QString::fromStdString(left.name)); };
    if (left.saved && m_cloud.isConnected())
        open();
    else if (left.saved)
        m_whenConnected = open;
    Q_EMIT status(tr("The edits are kept as %1").arg(QString::fromStdString(aside->string())));
}

bool ProjectDocument::openUnsent() {
    for (const Uuid& project : timeline::findUnsaved(m_folder.toStdString()))
        if (openJournal(project, WhichJournal::WithEdits))
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
    const std::set<Uuid> unanswered = m_ours;
    if (saved)
        *saved = opened->recovered.saved;
    QStringList words;
    if (edits > 0)
        words << tr("%n edit(s) since the last save are back", nullptr, static_cast<int>(edits));
    if (const auto& copy = opened->recovered.damagedCopy; !copy.empty())
        words << tr("Some edits could not be read. The whole record of them was kept as %1")
                     .arg(QString::fromStdString(copy.string()));
    if (isLeftBehind(id) && m_left.size() > 1)
        words << tr("More was left behind: File > Recover edits");
    adopt(std::make_unique<timeline::EditorSession>(std::move(opened->recovered.history),
                                                    std::move(opened->journal)),
          edits > 0);
    m_unanswered = unanswered;
    if (edits > 0)
        m_idle.start();
    if (!words.isEmpty())
        Q_EMIT status(words.join(QStringLiteral(". ")));
    return true;
}

} // namespace cutaway::ui
