#pragma once

#include "ui/viewer/angle_grid.h"
#include "ui/viewer/source_viewer.h"

#include <QTimer>

#include <atomic>
#include <map>

namespace cutaway::ui {

class ActionSet;

/// Angle > All angles: in a source viewer, the angles of the unit that is open as tiles. The viewer's own
/// player leads, plays the sound of the chosen angle and takes all keys; the tiles follow its position.
class AngleTiles : public QObject {
    Q_OBJECT

public:
    /// Binds the command for `page`, in which the viewer stands.
    AngleTiles(CloudSession& session, SourceViewer& viewer, ActionSet& actions, QWidget* page);

    AngleGrid* grid() const { return m_grid; }
    bool isShown() const { return m_shown; }

private:
    void setOn(bool on);
    void rebuild(); ///< the unit, its angles, or how long they are may have changed
    void find(const catalogue::Angle& angle);
    void follow();
    QString wordsFor(const Uuid& source, const playback::WallTile& tile) const;

    CloudSession& m_session;
    SourceViewer& m_viewer;
    AngleGrid* m_grid;
    bool m_on = false;
    bool m_shown = false;
    std::vector<Uuid> m_sources;                 ///< of the tiles
    std::map<Uuid, playback::WallAngle> m_known; ///< by Source
    std::map<Uuid, QString> m_failed;            ///< why an angle cannot be opened
    std::map<Uuid, std::stop_source> m_looking;
    QTimer m_again; ///< at rest, with something missing
    std::shared_ptr<std::atomic<bool>> m_told = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<playback::AngleWall> m_wall; ///< last
};

} // namespace cutaway::ui
