#include "app/demo/populate_command.h"

#include "core/base/install_paths.h"
#include "core/demo/populate.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace cutaway {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds betweenReports{1};
constexpr std::chrono::seconds whilePlaying{2}; // until the next look whether somebody still plays

/// Tells the cloud how far the demo is, and waits while somebody plays.
class Reporter {
public:
    explicit Reporter(const catalogue::CloudClient& cloud)
        : m_cloud(cloud) {}

    void operator()(const demo::PopulateProgress& progress) {
        const bool news = progress.stage != m_stage || progress.message != m_message;
        if (!news && Clock::now() - m_last < betweenReports)
            return;
        if (news)
            std::fprintf(stderr, "%3.0f %% %s\n", progress.percent, progress.message.c_str());
        m_stage = progress.stage;
        m_message = progress.message;
        while (tell(progress) && progress.stage == "rendering") {
            std::this_thread::sleep_for(whilePlaying);
        }
        m_last = Clock::now();
    }

private:
    /// True when the work has to wait. A cloud that does not answer is noticed by the work itself.
    bool tell(const demo::PopulateProgress& progress) const {
        tams::HttpRequest request;
        request.method = "POST";
        request.url = "/cutaway/v1/demo";
        request.headers.emplace_back("Content-Type", "application/json");
        request.body = nlohmann::json{{"stage", progress.stage},
                                      {"percent", progress.percent},
                                      {"message", progress.message}}
                           .dump();
        const auto answer = m_cloud.http()->expect(std::move(request));
        if (!answer)
            return false;
        const auto json = nlohmann::json::parse(answer->body, nullptr, false);
        return json.is_object() && json.value("playing", false);
    }

    const catalogue::CloudClient& m_cloud;
    Clock::time_point m_last{};
    std::string m_stage;
    std::string m_message;
};

} // namespace

int populateCloud(const std::filesystem::path& work, const demo::RenderSettings& settings) {
    const char* url = std::getenv("CUTAWAY_URL");
    const char* token = std::getenv("CUTAWAY_TOKEN");
    if (!url || !token) {
        std::fputs("Which cloud? CUTAWAY_URL and CUTAWAY_TOKEN in the environment say so.\n", stderr);
        return 2;
    }
    const catalogue::CloudClient cloud(catalogue::Connection{url, token, false});
    Reporter reporter(cloud);
    const demo::PopulateOptions options{resourceFolder() / "demo", work, settings};
    const auto done =
        demo::populate(cloud, options, [&reporter](const demo::PopulateProgress& p) { reporter(p); }, {});
    if (done)
        return 0;
    std::fprintf(stderr, "%s\n%s\n", done.error().message.c_str(), done.error().detail.c_str());
    return 1;
}

} // namespace cutaway
