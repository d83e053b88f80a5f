#include "ui/cut/project_document.h"
#include "ui/cut/project_read.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTime>

#include <filesystem>

// Who else has the project open, and what that means for the document.
namespace cutaway::ui {

namespace {

/// What tells this folder from every other one, made when it is first asked for.
Uuid installationOf(const QString& folder) {
    const QString path = QDir(folder).filePath(QStringLiteral("installation"));
    QFile known(path);
    if (known.open(QIODevice::ReadOnly))
        if (const auto id = Uuid::parse(known.readAll().trimmed().toStdString()))
            return *id;
    const Uuid made = Uuid::random();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::fromStdString(made.toString()));
        file.commit(); // without it a restart is another client, which waits until the first one runs out
    }
    return made;
}

} // namespace

Uuid ProjectDocument::clientFor(const Uuid& project) const {
    return Uuid::named(m_installation, project.toString());
}

void ProjectDocument::followPeople() {
    m_installation = installationOf(m_folder);
    connect(&m_presence, &ProjectPresence::changed, this, &ProjectDocument::peopleChanged);
    connect(&m_presence, &ProjectPresence::refused, this, &ProjectDocument::status);
    connect(&m_presence, &ProjectPresence::lost, this, &ProjectDocument::lostTo);
    connect(&m_presence, &ProjectPresence::gained, this, [this] {
        if (m_watching) {
            openToEdit(m_id, QString::fromStdString(session().sequence()->name));
        } else if (m_lost) {
            // Nobody has saved meanwhile, or the cloud says so to the next save.
            m_lost = false;
            session().setReadOnly({});
            m_idle.start();
        }
        Q_EMIT peopleChanged();
    });
}

/// Says that this window has the project open, once it is in a cloud.
void ProjectDocument::join() {
    if (m_presence.isEntering() || (m_presence.isIn() && m_presence.project() == m_id))
        return;
    if (m_standsStill || !m_cloud.isConnected() || (m_head.isNil() && !m_known)) {
        if (m_presence.isIn())
            m_presence.leave();
        return;
    }
    m_presence.enter(m_id, clientFor(m_id),
                     [this, id = m_id](const Result<catalogue::ProjectPeople>& people) {
                         if (people && id == m_id && people->editor && !people->isEditor(clientFor(id)))
                             lostTo(QString::fromStdString(people->editor->name));
                     });
}

std::string ProjectDocument::whyReadOnly() const {
    const auto& editor = m_presence.people().editor;
    return editor ? tr("%1 edits this project. Ask for it, or save yours as a project of its own.")
                        .arg(QString::fromStdString(editor->name))
                        .toStdString()
                  : tr("You are watching. Press Edit first.").toStdString();
}

/// With everything saved there is nothing to decide: from now on it is watched.
void ProjectDocument::lostTo(const QString& name) {
    if (!m_link.isOpen() || m_watching)
        return;
    m_idle.stop();
    const bool hasEdits = !isSaved();
    if (hasEdits) {
        m_lost = true;
        session().cancelDrag();
        session().setReadOnly(whyReadOnly());
        setSaved(tr("Kept on this computer, not saved: %1 edits this project").arg(name));
        Q_EMIT peopleChanged();
    } else {
        watchTheirs();
    }
}

void ProjectDocument::watchTheirs() {
    m_presence.watch();
    watch(m_id, m_link.isOpen() ? QString::fromStdString(session().sequence()->name) : QString());
}

void ProjectDocument::watch(const Uuid& id, const QString& name) {
    // At once, so that nothing is edited while the newest version is on its way.
    if (id == m_id && m_link.isOpen())
        session().setReadOnly(whyReadOnly());
    readHead(id, [this, id, name](const Read& read) {
        if (!read.result) {
            Q_EMIT status(
                tr("“%1” was not opened: %2").arg(name, QString::fromStdString(read.result.error().message)));
            return;
        }
        m_id = id;
        m_watching = true;
        m_lost = m_overtaken = m_standsStill = false;
        m_known = true;
        m_idle.stop();
        m_link.close(); // releases the journal, which keeps what it has
        m_link.open(std::make_unique<timeline::EditorSession>(
            timeline::History(std::make_shared<const timeline::Sequence>(read.result->sequence))));
        session().setReadOnly(whyReadOnly());
        showWatched(read);
    });
}

/// What they have saved, in place of what was shown; playhead and zoom stay where they are.
void ProjectDocument::showWatched(const Read& read) {
    if (!m_watching || !read.result)
        return;
    m_head = *Uuid::parse(read.revision);
    session().setReadOnly(whyReadOnly());
    m_link.report(session().follow(read.result->sequence));
    for (const auto& [id, timing] : read.result->sources)
        session().know(timing);
    m_savedVersion = session().version();
    setSaved(tr("Watching, as of %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss"))));
    Q_EMIT m_link.modesChanged();
    Q_EMIT peopleChanged();
}

void ProjectDocument::askForProject(bool on) {
    m_presence.ask(on);
}

void ProjectDocument::takeProject() {
    m_presence.takeOver();
}

void ProjectDocument::handOver(const Uuid& to) {
    if (isSaved())
        return m_presence.handOver(to);
    m_handTo = to;
    save();
}

void ProjectDocument::saveAsProject() {
    if (!m_link.isOpen())
        return;
    const Uuid copy = Uuid::random();
    timeline::Sequence renamed = *session().history().committed();
    renamed.name = tr("%1 (copy)").arg(QString::fromStdString(renamed.name)).toStdString();
    if (m_lost) {
        // With its whole history; the edits then have a place of their own, and what is left of the project
        // is what the cloud has.
        const std::filesystem::path mine = journalPath(m_id);
        m_link.close();
        std::error_code failed;
        std::filesystem::copy_file(mine, journalPath(copy), failed);
        if (!failed && openJournal(copy)) {
            if (const auto aside = timeline::keepAside(mine); !aside)
                Q_EMIT status(QString::fromStdString(aside.error().message));
            m_link.report(
                session().take(timeline::difference(*session().sequence(), renamed, "Save as a copy")));
            Q_EMIT peopleChanged();
            return;
        }
    }
    m_id = copy;
    m_head = {};
    m_known = false;
    startJournal(renamed, {});
    m_savedVersion.reset();
    m_idle.start();
    Q_EMIT peopleChanged();
}

} // namespace cutaway::ui
