#include "core/cloud/jobs/cutaway_api.h"

#include "core/base/install_paths.h"
#include "core/cloud/catalogue_api/catalogue_routes.h"
#include "core/cloud/catalogue_api/catalogue_schema.h"
#include "core/cloud/jobs/demo_routes.h"
#include "core/cloud/jobs/ingest_cleanup.h"
#include "core/cloud/jobs/ingest_jobs.h"
#include "core/cloud/jobs/ingest_routes.h"
#include "core/cloud/jobs/job_routes.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/jobs/upload_routes.h"
#include "core/cloud/playback_api/playback_routes.h"
#include "core/cloud/projects_api/people_routes.h"
#include "core/cloud/projects_api/people_store.h"
#include "core/cloud/projects_api/project_routes.h"
#include "core/cloud/projects_api/project_store.h"
#include "core/cloud/submissions/submission_jobs.h"
#include "core/cloud/submissions/submission_routes.h"
#include "core/cloud/submissions/submission_store.h"

namespace cutaway::cloud {

namespace {

JobSupervisor::Options optionsFor(const Services& services, std::function<void()> onBusyChanged) {
    JobSupervisor::Options options;
    options.workerProgram = siblingProgram("cutaway-ctl");
    options.scratchFolder = std::filesystem::path(services.dataFolder) / "scratch";
    options.onBusyChanged = std::move(onBusyChanged);
    return options;
}

} // namespace

std::vector<Schema> CutawayApi::schemas() {
    return {catalogueSchema(), jobSchema(), projectSchema(), peopleSchema(), submissionSchema()};
}

CutawayApi::CutawayApi(Services& services, std::function<void()> onBusyChanged)
    : m_services(services)
    , m_uploads(services)
    , m_jobs(services, optionsFor(services, std::move(onBusyChanged))) {
    m_jobs.setKinds({{"ingest", ingestKind(services, m_uploads)}, {"conform", conformKind()}});
}

Result<void> CutawayApi::addRoutes(Router& router) {
    addCatalogueRoutes(router, m_services);
    addUploadRoutes(router, m_uploads);
    addIngestRoutes(router, m_services, m_jobs, m_uploads);
    addJobRoutes(router, m_services, m_jobs);
    addWorkerRoutes(router, m_services, m_jobs);
    addDemoRoutes(router, m_services, m_jobs);
    addProjectRoutes(router, m_services);
    addPeopleRoutes(router, m_services);
    addPlaybackRoutes(router, m_services);
    CUTAWAY_TRY(std::vector<conform::Profile> profiles, conform::readProfiles(resourceFolder() / "profiles"));
    addSubmissionRoutes(router, m_services, m_jobs, std::move(profiles));
    return {};
}

Result<void> CutawayApi::start(const std::string& url) {
    m_uploads.removeOld();
    for (const JobRecord& job : unfinishedRemovals(m_services))
        removeIngested(m_services, job);
    return m_jobs.start(url);
}

void CutawayApi::stop() {
    m_jobs.stop();
}

} // namespace cutaway::cloud
