#include "ui/cut/media_resolver.h"
#include "ui/cut/project_document.h"

// The saved versions of the project that is open.
namespace cutaway::ui {

void ProjectDocument::askForVersions(QObject* context,
                                     std::function<void(const Result<catalogue::Project>&)> answer) {
    m_cloud.tasks().run(
        context,
        [id = m_id, connected = m_cloud.isConnected(),
         cloud = m_cloud.cloud()](std::stop_token stop) -> Result<catalogue::Project> {
            if (!connected)
                return Error{ErrorCategory::Unavailable,
                             tr("The cloud is away, and the versions are there.").toStdString(),
                             {}};
            auto project = cloud->project(id, stop);
            if (project && project->revisions.empty())
                return Error{ErrorCategory::NotFound,
                             tr("Nothing of this project has been saved yet.").toStdString(),
                             {}};
            return project;
        },
        std::move(answer));
}

void ProjectDocument::readVersion(const Uuid& revision, QObject* context,
                                  std::function<void(const Result<interchange::ReadResult>&)> answer) {
    m_cloud.tasks().run(
        context,
        [id = m_id, revision, cloud = m_cloud.cloud(),
         sources = m_cloud.sources()](std::stop_token stop) -> Result<interchange::ReadResult> {
            CUTAWAY_TRY(const std::string document, cloud->revision(id, revision, stop));
            return interchange::readOtio(document, resolverFor(sources, stop));
        },
        std::move(answer));
}

} // namespace cutaway::ui
