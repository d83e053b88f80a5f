#include "ui/cut/angle_directory.h"

#include "ui/viewer/source_timing.h"

#include <algorithm>

namespace cutaway::ui {

AngleDirectory::AngleDirectory(CloudSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &CloudSession::opened, this, [this] { m_units.clear(); });
    connect(&session, &CloudSession::unitChanged, this, [this](const Uuid& unit) { m_units.erase(unit); });
}

void AngleDirectory::know(const catalogue::Unit& unit) {
    if (!unit.id.isNil())
        m_units[unit.id] = unit;
}

const catalogue::Unit* AngleDirectory::unitOf(const Uuid& source) const {
    for (const auto& [id, unit] : m_units)
        for (const catalogue::Angle& angle : unit.angles)
            if (angle.sourceId == source)
                return &unit;
    return nullptr;
}

Result<std::vector<catalogue::Unit>> AngleDirectory::loadAll(const catalogue::CloudClient& cloud,
                                                             std::stop_token stop) {
    CUTAWAY_TRY(const auto events, cloud.events(stop));
    std::vector<catalogue::Unit> all;
    for (const catalogue::Event& event : events) {
        CUTAWAY_TRY(auto units, cloud.units(event.id, stop));
        std::move(units.begin(), units.end(), std::back_inserter(all));
    }
    return all;
}

void AngleDirectory::findUnit(const Uuid& source, std::function<void(Result<catalogue::Unit>)> done) {
    if (const catalogue::Unit* unit = unitOf(source))
        return done(*unit);
    if (!m_session.cloud())
        return done(Error{ErrorCategory::Unavailable,
                          tr("There is no cloud. Other angles come when it is back.").toStdString(),
                          {}});
    m_session.tasks().run(
        this, [cloud = m_session.cloud()](std::stop_token stop) { return loadAll(*cloud, stop); },
        [this, source, done = std::move(done)](const Result<std::vector<catalogue::Unit>>& units) {
            if (!units)
                return done(units.error());
            for (const catalogue::Unit& unit : *units)
                know(unit);
            if (const catalogue::Unit* unit = unitOf(source))
                return done(*unit);
            done(Error{ErrorCategory::NotFound,
                       tr("This clip belongs to no event with other angles.").toStdString(),
                       {}});
        });
}

void AngleDirectory::findAngle(const Uuid& sibling, int number,
                               std::function<void(Result<timeline::SourceTiming>)> done) {
    findUnit(sibling, [this, number, done = std::move(done)](const Result<catalogue::Unit>& unit) {
        if (!unit)
            return done(unit.error());
        const auto& angles = unit->angles;
        const auto found = std::find_if(angles.begin(), angles.end(),
                                        [&](const auto& angle) { return angle.number == number; });
        if (found == angles.end() || found->sourceId.isNil() || !m_session.sources())
            return done(Error{
                ErrorCategory::NotFound, tr("There is no angle %1 here.").arg(number).toStdString(), {}});
        m_session.tasks().run(
            this,
            [sources = m_session.sources(), id = found->sourceId](std::stop_token stop) {
                return sources->get(id, stop);
            },
            [angle = *found, done](const Result<tams::SourceView>& view) {
                if (!view)
                    return done(view.error());
                timeline::SourceTiming timing = timingOf(*view);
                timing.name = angle.name;
                timing.angle = angle.number;
                done(timing);
            });
    });
}

} // namespace cutaway::ui
