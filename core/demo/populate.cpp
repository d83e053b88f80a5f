#include "core/demo/populate.h"

#include "core/demo/schedule.h"

#include <algorithm>
#include <system_error>

namespace cutaway::demo {

namespace {

constexpr int shippedPriority = 8; // the first pictures of a new user come before anything
constexpr int restPriority = 0;    // stands still while somebody plays
constexpr double catalogueShare = 2;
constexpr double shippedShare = 10;

class Populator {
public:
    Populator(const catalogue::CloudClient& cloud, const PopulateOptions& options,
              const PopulateReport& report, std::stop_token stop)
        : m_cloud(cloud)
        , m_options(options)
        , m_report(report)
        , m_stop(std::move(stop)) {}

    Result<void> run() {
        say("catalogue", 0, "Writing the programme of the Meridian Games.");
        CUTAWAY_CHECK(writeCatalogue());
        double done = catalogueShare;
        for (const bool shipped : {true, false}) {
            if (!shipped && m_options.waitForJobs) // the first angles have the machine to themselves
                CUTAWAY_CHECK(m_options.waitForJobs(m_sent));
            const auto count =
                static_cast<double>(std::ranges::count(angles(), shipped, &AngleSpec::shipped));
            const double share = (shipped ? shippedShare : 100 - catalogueShare - shippedShare) / count;
            for (const AngleSpec& spec : angles()) {
                if (spec.shipped != shipped)
                    continue;
                CUTAWAY_CHECK(provide(spec, done, share));
                done += share;
            }
        }
        say("done", 100, "The Meridian Games are complete.");
        return {};
    }

private:
    void say(const std::string& stage, double percent, const std::string& message) const {
        if (m_report)
            m_report({stage, percent, message});
    }

    /// Units that are there keep what a user may have changed; the marks of those with pictures come once.
    Result<void> writeCatalogue() {
        const catalogue::Event event = meridianGames();
        CUTAWAY_TRY(const std::vector<catalogue::Event> events, m_cloud.events(m_stop));
        if (std::ranges::find(events, event.id, &catalogue::Event::id) == events.end())
            CUTAWAY_CHECK(m_cloud.putEvent(event, m_stop));
        CUTAWAY_TRY(const std::vector<catalogue::Unit> present, m_cloud.units(event.id, m_stop));
        for (const catalogue::Unit& unit : meridianUnits())
            if (std::ranges::find(present, unit.id, &catalogue::Unit::id) == present.end())
                CUTAWAY_CHECK(m_cloud.putUnit(unit, m_stop));
        for (const char* unit : {"100m", "swimming", "football"})
            CUTAWAY_CHECK(writeMarks(unit));
        return {};
    }

    Result<void> writeMarks(const std::string& unit) {
        const Uuid id = unitIdOf(unit);
        CUTAWAY_TRY(const std::vector<catalogue::Mark> present, m_cloud.marks(id, m_stop));
        for (const catalogue::Mark& mark : marksOf(unit))
            if (std::ranges::find(present, mark.id, &catalogue::Mark::id) == present.end()) {
                const auto added = m_cloud.addMark(id, mark, m_stop);
                if (!added)
                    return added.error();
            }
        return {};
    }

    /// Makes sure that an angle is in the cloud or on its way there.
    Result<void> provide(const AngleSpec& spec, double done, double share) {
        const Uuid unit = unitIdOf(spec.unit);
        const Uuid job = Uuid::named(unit, "ingest " + spec.file);
        const auto known = m_cloud.job(job, m_stop);
        if (known && !known->isOver())
            m_sent.push_back(job);
        if (known)
            return {};
        if (known.error().category != ErrorCategory::NotFound)
            return known.error();
        std::filesystem::path file = m_options.shipped / (spec.file + ".mp4");
        std::error_code ignored;
        const bool readyMade = spec.shipped && std::filesystem::exists(file, ignored);
        if (!readyMade) {
            file = m_options.work / (spec.file + ".mp4");
            CUTAWAY_CHECK(render(spec, file, done, share * 0.97));
        }
        say("sending", done + share * 0.97, "Sending “" + label(spec) + "”.");
        CUTAWAY_CHECK(send(spec, unit, job, file));
        if (!readyMade)
            std::filesystem::remove(file, ignored);
        return {};
    }

    Result<void> render(const AngleSpec& spec, const std::filesystem::path& file, double done, double share) {
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored)) // whole, or it would not have this name
            return {};
        const std::string message = "Making the pictures of “" + label(spec) + "”.";
        say("rendering", done, message);
        return renderAngle(
            spec, m_options.work, m_options.render,
            [&](double part) { say("rendering", done + share * part, message); }, m_stop);
    }

    Result<void> send(const AngleSpec& spec, const Uuid& unit, const Uuid& job,
                      const std::filesystem::path& file) {
        const Uuid upload = Uuid::named(unit, "upload " + spec.file);
        CUTAWAY_CHECK(m_cloud.upload(upload, file, {}, m_stop));
        catalogue::IngestRequest request;
        request.id = job;
        request.uploadId = upload;
        request.label = label(spec);
        request.unitId = unit;
        request.angleNumber = spec.number;
        request.angleName = spec.name;
        request.priority = spec.shipped ? shippedPriority : restPriority;
        request.startTimecode = spec.startTimecode();
        request.startTime = spec.clock().origin;
        const auto accepted = m_cloud.ingest(request, m_stop);
        if (!accepted)
            return accepted.error();
        m_sent.push_back(job);
        return {};
    }

    static std::string label(const AngleSpec& spec) {
        const std::string unit = spec.unit == "100m"       ? "Men's 100 m final"
                                 : spec.unit == "swimming" ? "Men's 100 m freestyle final"
                                                           : "Valmere v Tremond";
        return unit + ", " + spec.name;
    }

    const catalogue::CloudClient& m_cloud;
    const PopulateOptions& m_options;
    const PopulateReport& m_report;
    std::stop_token m_stop;
    std::vector<Uuid> m_sent; ///< ingests that this run has ordered
};

} // namespace

Result<void> populate(const catalogue::CloudClient& cloud, const PopulateOptions& options,
                      const PopulateReport& report, std::stop_token stop) {
    return Populator(cloud, options, report, std::move(stop)).run();
}

} // namespace cutaway::demo
