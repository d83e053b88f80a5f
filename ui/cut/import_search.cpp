#include "ui/cut/import_search.h"

#include "ui/cut/media_resolver.h"
#include "ui/viewer/source_timing.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace cutaway::ui {

namespace {

/// Context of the translations.
struct ImportSearch {
    Q_DECLARE_TR_FUNCTIONS(ImportSearch)
};

constexpr qint64 largestFile = qint64{256} << 20;
/// More angles than that are not asked for: each is a question to the cloud.
constexpr std::size_t mostAngles = 400;

Result<std::string> textOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCategory::Io, file.errorString().toStdString(), {}};
    if (file.size() > largestFile)
        return Error{ErrorCategory::InvalidInput,
                     ImportSearch::tr("It is too large to be a sequence.").toStdString(),
                     {}};
    return file.readAll().toStdString();
}

/// The angles of the catalogue that have media, those whose names may be meant first; none but these where
/// there are any.
Result<std::vector<catalogue::Angle>> anglesFor(const interchange::ImportPlan& plan,
                                                const catalogue::CloudClient& cloud, std::stop_token stop) {
    std::vector<catalogue::Angle> named, others;
    CUTAWAY_TRY(const auto events, cloud.events(stop));
    for (const catalogue::Event& event : events) {
        CUTAWAY_TRY(const auto units, cloud.units(event.id, stop));
        for (const catalogue::Unit& unit : units)
            for (const catalogue::Angle& angle : unit.angles) {
                if (angle.sourceId.isNil())
                    continue;
                const bool meant =
                    std::any_of(plan.wanted().begin(), plan.wanted().end(),
                                [&](const auto& wanted) { return mayBeNamed(wanted, angle.name); });
                (meant ? named : others).push_back(angle);
            }
    }
    std::vector<catalogue::Angle>& asked = named.empty() ? others : named;
    if (asked.size() > mostAngles)
        asked.resize(mostAngles);
    return std::move(asked);
}

} // namespace

Result<interchange::ImportPlan> searchMedia(const QString& path,
                                            const std::shared_ptr<catalogue::CloudClient>& cloud,
                                            const std::shared_ptr<tams::SourceCache>& sources,
                                            const SearchProgress& progress, std::stop_token stop) {
    progress(0, 0);
    const interchange::Format* format = interchange::formatOf(path.toStdString());
    if (!format || !format->read)
        return Error{ErrorCategory::Unsupported,
                     ImportSearch::tr("It is of no format that can be read.").toStdString(),
                     {}};
    CUTAWAY_TRY(std::string text, textOf(path));
    CUTAWAY_TRY(auto plan,
                interchange::ImportPlan::make(*format, std::move(text), resolverFor(sources, stop)));
    if (plan.wanted().empty() || !cloud || !sources)
        return plan;
    CUTAWAY_TRY(const auto angles, anglesFor(plan, *cloud, stop));
    std::vector<timeline::SourceTiming> known;
    for (std::size_t i = 0; i < angles.size(); ++i) {
        if (stop.stop_requested())
            return Error{ErrorCategory::Cancelled, {}, {}};
        progress(static_cast<int>(i), static_cast<int>(angles.size()));
        const auto view = sources->get(angles[i].sourceId, stop);
        if (!view)
            continue; // its media is not there: it cannot be meant
        timeline::SourceTiming timing = timingOf(*view);
        timing.name = angles[i].name;
        timing.angle = angles[i].number;
        known.push_back(std::move(timing));
    }
    plan.offer(known);
    return plan;
}

} // namespace cutaway::ui
