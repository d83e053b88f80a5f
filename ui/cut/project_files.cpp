#include "core/interchange/otio_reader.h"
#include "ui/cut/media_resolver.h"
#include "ui/cut/project_document.h"
#include "ui/cut/project_read.h"
#include "ui/viewer/source_timing.h"

#include <QFile>
#include <QSaveFile>

namespace cutaway::ui {

namespace {

constexpr qint64 largestFile = qint64{256} << 20;

} // namespace

void ProjectDocument::replaceSequence(const timeline::Sequence& sequence,
                                      const timeline::SourceTimings& sources, const std::string& revision) {
    startJournal(sequence, revision);
    for (const auto& [id, timing] : sources)
        session().know(timing);
}

void ProjectDocument::importFile(const QString& path) {
    if (!m_cloud.isConnected()) {
        Q_EMIT status(
            tr("The cloud is away, so the pictures of %1 cannot be found. Try again when it is back.")
                .arg(path));
        return;
    }
    Q_EMIT status(tr("Opening %1 …").arg(path));
    m_cloud.tasks().run(
        this,
        [path, sources = m_cloud.sources()](std::stop_token stop) -> Read {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return {Error{ErrorCategory::Io, file.errorString().toStdString(), {}}, {}};
            if (file.size() > largestFile)
                return {Error{ErrorCategory::InvalidInput,
                              tr("It is too large to be a sequence.").toStdString(),
                              {}},
                        {}};
            return {interchange::readOtio(file.readAll().toStdString(), resolverFor(sources, stop)), {}};
        },
        [this, path](Read read) {
            if (!read.result) {
                Q_EMIT status(tr("%1 was not opened: %2")
                                  .arg(path, QString::fromStdString(read.result.error().message)));
                return;
            }
            openAsNew(read.result->sequence, read.result->sources);
            QStringList notes;
            for (const auto& note : read.result->notes)
                notes << QString::fromStdString(note.words);
            for (const auto& problem : read.result->problems)
                notes << QString::fromStdString(problem.clipName + ": " + problem.error.message);
            Q_EMIT status(notes.isEmpty() ? tr("Opened %1").arg(path) : notes.join(QLatin1Char(' ')));
        });
}

void ProjectDocument::openAsNew(const timeline::Sequence& sequence, const timeline::SourceTimings& sources) {
    save(); // what the one before has not sent yet
    m_id = Uuid::random();
    m_head = {};
    m_known = false;
    replaceSequence(sequence, sources, {});
    m_idle.start();
}

void ProjectDocument::openImported(const QString& path, const interchange::ReadFile& file) {
    openAsNew(file.read.sequence, file.read.sources);
    const auto missing = static_cast<int>(file.read.problems.size());
    Q_EMIT status(missing == 0
                      ? tr("Imported %1").arg(path)
                      : tr("Imported %1; %n clips are without their media.", nullptr, missing).arg(path));
}

void ProjectDocument::exportFile(const QString& path) {
    write(path, otio(), [this, path, id = m_id, version = session().version()] {
        if (id == m_id)
            m_copiedVersion = version;
        Q_EMIT status(tr("Saved a copy as %1").arg(path));
    });
}

void ProjectDocument::writeFile(const QString& path, std::string text) {
    write(path, std::move(text), [this, path] { Q_EMIT status(tr("Exported as %1").arg(path)); });
}

void ProjectDocument::write(const QString& path, std::string text, std::function<void()> done) {
    m_cloud.tasks().run(
        this,
        [path, document = std::move(text)](const std::stop_token&) -> QString {
            QSaveFile file(path);
            const auto size = static_cast<qint64>(document.size());
            const bool written =
                file.open(QIODevice::WriteOnly) && file.write(document.data(), size) == size && file.commit();
            return written ? QString() : file.errorString();
        },
        [this, path, done = std::move(done)](const QString& problem) {
            if (problem.isEmpty())
                done();
            else
                Q_EMIT status(tr("%1 was not written: %2").arg(path, problem));
        });
}

void ProjectDocument::openFromCloud(const Uuid& id, const QString& name) {
    const bool copied = m_copiedVersion == session().version();
    if (id == m_id && !isSaved() && !(m_overtaken && copied)) {
        Q_EMIT status(
            m_overtaken ? tr("“%1” has edits here that the cloud did not take. Save a copy first.").arg(name)
                        : tr("“%1” is open already, with edits that are not sent yet.").arg(name));
        return;
    }
    save(); // what the one before has not sent yet
    if (!m_cloud.isConnected())
        return openToEdit(id, name); // which says what is wrong, or finds edits of last time
    Q_EMIT status(tr("Opening “%1” …").arg(name));
    m_presence.enter(id, clientFor(id), [this, id, name](const Result<catalogue::ProjectPeople>& people) {
        if (people && !people->isEditor(clientFor(id)))
            watch(id, name);
        else
            openToEdit(id, name);
    });
}

void ProjectDocument::openToEdit(const Uuid& id, const QString& name) {
    // Edits of last time that the cloud never got come first. When somebody else has saved meanwhile, the
    // cloud refuses them and says so.
    if ((id != m_id || m_watching) && openJournal(id, WhichJournal::WithEdits))
        return;
    Q_EMIT status(tr("Opening “%1” …").arg(name));
    readHead(id, [this, id, name](const Read& read) {
        if (!read.result) {
            Q_EMIT status(
                tr("“%1” was not opened: %2").arg(name, QString::fromStdString(read.result.error().message)));
            m_presence.leave();
            return join(); // what is open goes on
        }
        // What was cut here before is the same cut, and can be undone.
        if ((id != m_id || m_watching) && openJournal(id, WhichJournal::AtRevision, read.revision)) {
            m_known = true;
            setSaved(tr("As it is in the cloud"));
            return;
        }
        m_id = id;
        m_head = *Uuid::parse(read.revision);
        m_known = true;
        replaceSequence(read.result->sequence, read.result->sources, read.revision);
        setSaved(tr("As it is in the cloud"));
    });
}

/// The newest version of a project of the cloud.
void ProjectDocument::readHead(const Uuid& id, std::function<void(Read)> done) {
    m_cloud.tasks().run(
        this,
        [id, cloud = m_cloud.cloud(), sources = m_cloud.sources()](std::stop_token stop) -> Read {
            const auto project = cloud->project(id, stop);
            if (!project)
                return {project.error(), {}};
            if (project->head.isNil())
                return {Error{ErrorCategory::NotFound,
                              tr("There is nothing in this project yet.").toStdString(),
                              {}},
                        {}};
            const auto document = cloud->revision(id, project->head, stop);
            if (!document)
                return {document.error(), {}};
            return {interchange::readOtio(*document, resolverFor(sources, stop)), project->head.toString()};
        },
        [done = std::move(done)](Read read) { done(std::move(read)); });
}

void ProjectDocument::knowSources() {
    if (!m_link.isOpen() || !m_cloud.isConnected())
        return;
    std::set<Uuid> wanted;
    for (const auto& track : session().sequence()->tracks)
        for (const timeline::Item& item : track->items)
            if (item.clip && !item.clip->graphic && !session().sources().contains(item.clip->media.sourceId))
                wanted.insert(item.clip->media.sourceId);
    for (const Uuid& id : wanted)
        m_cloud.tasks().run(
            this, [id, sources = m_cloud.sources()](std::stop_token stop) { return sources->get(id, stop); },
            [this](const Result<tams::SourceView>& view) {
                if (!view || !m_link.isOpen())
                    return; // the clip itself says that its media is away
                session().know(timingOf(*view));
                Q_EMIT m_link.modesChanged();
            });
}

} // namespace cutaway::ui
