#pragma once

#include "ui/session/cloud_session.h"

#include "core/timeline/source_timing.h"

#include <QObject>

#include <functional>
#include <map>

namespace cutaway::ui {

/// Which unit an angle belongs to, and its siblings: for swapping a clip to another angle and for opening a
/// clip in the source viewer. Knows every unit that was opened here, and asks the cloud for the others. GUI
/// thread.
class AngleDirectory : public QObject {
    Q_OBJECT

public:
    explicit AngleDirectory(CloudSession& session, QObject* parent = nullptr);

    void know(const catalogue::Unit& unit);
    /// The unit of which this Source is an angle; NotFound when it is none. Now, or when the cloud has
    /// answered.
    void findUnit(const Uuid& source, std::function<void(Result<catalogue::Unit>)> done);
    /// What edits need of angle `number` of the same unit.
    void findAngle(const Uuid& sibling, int number, std::function<void(Result<timeline::SourceTiming>)> done);

private:
    const catalogue::Unit* unitOf(const Uuid& source) const;
    static Result<std::vector<catalogue::Unit>> loadAll(const catalogue::CloudClient& cloud,
                                                        std::stop_token stop);

    CloudSession& m_session;
    std::map<Uuid, catalogue::Unit> m_units;
};

} // namespace cutaway::ui
