#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/jobs/supervisor.h"
#include "core/cloud/jobs/upload_store.h"
#include "core/cloud/services.h"
#include "core/cloud/store/database.h"

#include <functional>
#include <string>
#include <vector>

namespace cutaway::cloud {

/// Everything under /cutaway/v1 that is not the cloud itself: catalogue, uploads, jobs, projects,
/// submissions; and the supervisor that runs the jobs.
class CutawayApi {
public:
    /// Tables that the store needs for it.
    static std::vector<Schema> schemas();

    /// `services` outlives this value. `onBusyChanged` is called on any thread when busy() may have changed.
    CutawayApi(Services& services, std::function<void()> onBusyChanged);

    /// Errors: the formats that ship with the program cannot be read.
    Result<void> addRoutes(Router& router);
    /// Begins to run jobs; `url` is this server's own. Errors: those of the store.
    Result<void> start(const std::string& url);
    /// Ends every worker. Idempotent.
    void stop();
    bool busy() const { return m_jobs.busy(); }

private:
    Services& m_services;
    UploadStore m_uploads;
    JobSupervisor m_jobs;
};

} // namespace cutaway::cloud
