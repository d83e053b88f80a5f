#include "app/demo/populate_command.h"

#include "app/demo/cloud_watch.h"
#include "core/base/install_paths.h"
#include "core/demo/populate.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace cutaway {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds betweenReports{1};

/// Tells the cloud how far the demo is, and waits while somebody plays.
class Reporter {
public:
    Reporter(const catalogue::CloudClient& cloud, CloudWatch& watch, std::stop_token stop)
        : m_cloud(cloud)
        , m_watch(watch)
        , m_stop(std::move(stop)) {}

    void operator()(const demo::PopulateProgress& progress) {
        const bool news = progress.stage != m_stage || progress.message != m_message;
        if (news)
            std::fprintf(stderr, "%3.0f %% %s\n", progress.percent, progress.message.c_str());
        if (news || Clock::now() - m_last >= betweenReports) {
            m_stage = progress.stage;
            m_message = progress.message;
            tell(progress);
            m_last = Clock::now();
        }
        if (progress.stage == "rendering")
            m_watch.waitForSilence(m_stop);
    }

private:
    /// A cloud that does not answer is noticed by the work itself.
    void tell(const demo::PopulateProgress& progress) {
        tams::HttpRequest request;
        request.method = "POST";
        request.url = "/cutaway/v1/demo";
        request.headers.emplace_back("Content-Type", "application/json");
        request.body = nlohmann::json{{"stage", progress.stage},
                                      {"percent", progress.percent},
                                      {"message", progress.message}}
                           .dump();
        const std::int64_t heard = m_watch.heard();
        const auto answer = m_cloud.http()->expect(std::move(request), m_stop);
        const auto json = answer ? nlohmann::json::parse(answer->body, nullptr, false) : nlohmann::json();
        m_watch.answered(json.is_object() && json.value("playing", nlohmann::json()) == true, heard);
    }

    const catalogue::CloudClient& m_cloud;
    CloudWatch& m_watch;
    const std::stop_token m_stop;
    Clock::time_point m_last{};
    std::string m_stage;
    std::string m_message;
};

} // namespace

int populateCloud(const std::filesystem::path& work, const demo::RenderSettings& settings,
                  std::stop_token stop) {
    const char* url = std::getenv("CUTAWAY_URL");     // NOLINT(concurrency-mt-unsafe): never set by us
    const char* token = std::getenv("CUTAWAY_TOKEN"); // NOLINT(concurrency-mt-unsafe): never set by us
    if (!url || !token) {
        std::fputs("Which cloud? CUTAWAY_URL and CUTAWAY_TOKEN in the environment say so.\n", stderr);
        return 2;
    }
    const catalogue::CloudClient cloud(catalogue::Connection{url, token, false});
    CloudWatch watch(cloud);
    Reporter reporter(cloud, watch, stop);
    const demo::PopulateOptions options{
        resourceFolder() / "demo", work, settings,
        [&watch, stop](const std::vector<Uuid>& jobs) { return watch.waitForJobs(jobs, stop); }};
    const auto done = demo::populate(
        cloud, options, [&reporter](const demo::PopulateProgress& p) { reporter(p); }, stop);
    if (done)
        return 0;
    if (done.error().category == ErrorCategory::Cancelled)
        return demoCancelled; // whoever sent the signal knows
    std::fprintf(stderr, "%s\n%s\n", done.error().message.c_str(), done.error().detail.c_str());
    return 1;
}

} // namespace cutaway
