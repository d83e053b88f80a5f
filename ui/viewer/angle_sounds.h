#pragma once

#include "ui/viewer/player_link.h"

#include "core/playback/monitoring.h"
#include "core/tams/source_view.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <map>

namespace cutaway::ui {

class SoundDesk;
class ViewerPanel;

/// The sounds of the angle in view, as they are listened to: told to the player, remembered for each angle
/// while the window is open, said in the panel when not all of them are heard. GUI thread.
class AngleSounds : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    AngleSounds(PlayerLink& player, ViewerPanel* panel, QObject* parent);

    void show(const tams::SourceView& view);
    void end();
    /// False: there is nothing to choose.
    bool openDesk();

private:
    void take();
    void say();

    PlayerLink& m_player;
    QPointer<ViewerPanel> m_panel;
    QPointer<SoundDesk> m_desk;
    Uuid m_source;
    QStringList m_names;
    std::map<Uuid, playback::Monitoring> m_all; ///< by multi Source
};

} // namespace cutaway::ui
