#include "core/cloud/server.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/cloud_routes.h"
#include "core/cloud/data_folder.h"
#include "core/cloud/guard.h"
#include "core/cloud/http/server.h"
#include "core/cloud/jobs/cutaway_api.h"
#include "core/cloud/objects/collector.h"
#include "core/cloud/objects/object_store.h"
#include "core/cloud/services.h"
#include "core/cloud/store/database.h"
#include "core/cloud/store/media_schema.h"
#include "core/cloud/stream/event_bus.h"
#include "core/cloud/stream/event_stream.h"
#include "core/cloud/tams_api/delete_requests.h"
#include "core/cloud/tams_api/endpoints.h"

#include <mutex>
#include <optional>

namespace cutaway::cloud {

/// The parts in the order in which they need each other; they end in the reverse order.
struct CloudServer::Impl {
    Options options;
    std::unique_ptr<FolderLock> lock;
    std::unique_ptr<Database> database;
    std::unique_ptr<ObjectStore> objects;
    std::unique_ptr<Authority> authority;
    EventBus events;
    std::unique_ptr<Services> services;
    std::unique_ptr<EventStreams> streams;
    std::unique_ptr<CutawayApi> api;
    std::shared_ptr<TamsContext> tams;
    std::unique_ptr<DeletionWorker> deletions;
    std::unique_ptr<ObjectCollector> collector;
    std::unique_ptr<HttpServer> http;
    std::string url;

    std::once_flag shutdownAsked;
    bool stopped = false;

    void askShutdown() {
        std::call_once(shutdownAsked, [this] {
            if (options.onShutdownAsked)
                options.onShutdownAsked();
        });
    }
    void noteActivity() const {
        if (options.onActivity)
            options.onActivity();
    }
};

Result<std::unique_ptr<CloudServer>> CloudServer::start(Options options) {
    auto impl = std::make_unique<Impl>();
    Impl& parts = *impl;
    parts.options = options;
    CUTAWAY_TRY(parts.lock, FolderLock::take(options.dataFolder));
    CUTAWAY_TRY(ObjectStore objects, ObjectStore::open(options.dataFolder));
    parts.objects = std::make_unique<ObjectStore>(std::move(objects));
    std::vector<Schema> schemas = CutawayApi::schemas();
    schemas.push_back(mediaSchema());
    CUTAWAY_TRY(parts.database, Database::open(options.dataFolder + "/cloud.sqlite", schemas));
    CUTAWAY_TRY(const StoreIdentity identity, identityOf(*parts.database));
    parts.authority = std::make_unique<Authority>(identity.workspace, options.token, identity.secret);
    parts.services = std::make_unique<Services>(
        Services{*parts.database, *parts.authority, parts.events, *parts.objects, options.dataFolder});
    parts.streams = std::make_unique<EventStreams>(parts.events, [&parts] { parts.noteActivity(); });

    (void)parts.events.subscribe(std::nullopt, [&parts](const std::shared_ptr<const Event>& event) {
        if (event->type == "job")
            parts.noteActivity();
    });

    auto router = std::make_shared<Router>();
    addCloudRoutes(*router, *parts.streams, identity, options.name, [&parts] { parts.askShutdown(); });
    parts.api = std::make_unique<CutawayApi>(*parts.services, [&parts] { parts.noteActivity(); });
    CUTAWAY_CHECK(parts.api->addRoutes(*router));
    parts.deletions = std::make_unique<DeletionWorker>(*parts.database);
    parts.tams = std::make_shared<TamsContext>(
        TamsContext{*parts.services, Uuid::named(identity.cloud, "storage"), options.name,
                    options.minObjectTimeout, options.minObjectTimeout, parts.deletions.get()});
    addTamsEndpoints(*router, parts.tams);
    ObjectCollector::Rules rules;
    rules.unregisteredFor = options.minObjectTimeout + std::chrono::minutes(1);
    parts.collector = std::make_unique<ObjectCollector>(*parts.database, *parts.objects, rules);

    HttpServer::Options http;
    http.address = options.address;
    http.port = options.port;
    http.temporaryFolder = parts.objects->incomingFolder();
    parts.http = std::make_unique<HttpServer>(
        http, router, [authority = parts.authority.get()](Request& request, const RouteOptions& route) {
            return admit(*authority, request, route);
        });
    CUTAWAY_CHECK(parts.http->start());
    const bool bare6 = options.address.find(':') != std::string::npos;
    parts.url = "http://" + (bare6 ? "[" + options.address + "]" : options.address) + ":" +
                std::to_string(parts.http->port());
    CUTAWAY_CHECK(parts.api->start(parts.url));
    return std::unique_ptr<CloudServer>(new CloudServer(std::move(impl)));
}

CloudServer::CloudServer(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}

CloudServer::~CloudServer() {
    stop();
}

const std::string& CloudServer::url() const {
    return m_impl->url;
}

std::size_t CloudServer::clients() const {
    return m_impl->streams->count();
}

bool CloudServer::busy() const {
    return m_impl->api->busy();
}

void CloudServer::stop() {
    if (std::exchange(m_impl->stopped, true))
        return;
    m_impl->streams->closeAll();
    m_impl->api->stop();
    m_impl->http->stop(std::chrono::seconds(3));
}

} // namespace cutaway::cloud
