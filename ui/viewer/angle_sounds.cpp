#include "ui/viewer/angle_sounds.h"

#include "ui/viewer/sound_desk.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/timecode_field.h"

namespace cutaway::ui {

AngleSounds::AngleSounds(PlayerLink& player, ViewerPanel* panel, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_panel(panel) {}

void AngleSounds::show(const tams::SourceView& view) {
    m_source = view.sourceId;
    m_names.clear();
    for (int number = 1; number <= view.audioCount(); ++number) {
        const tams::FlowView* flow = view.audioProxy(number);
        const int channels = flow ? flow->channels : 0;
        m_names << (channels == 1   ? tr("Sound %1, mono").arg(number)
                    : channels == 2 ? tr("Sound %1, stereo").arg(number)
                                    : tr("Sound %1").arg(number));
    }
    take();
}

void AngleSounds::end() {
    m_source = {};
    m_names.clear();
    take();
}

void AngleSounds::take() {
    m_player.setMonitoring(m_all[m_source]);
    if (m_desk) {
        if (m_names.isEmpty())
            m_desk->close();
        else if (m_desk->monitoring() != m_all[m_source])
            m_desk->present(m_names, m_all[m_source]);
    }
    say();
}

bool AngleSounds::openDesk() {
    if (m_names.isEmpty() || !m_panel)
        return false;
    if (!m_desk) {
        m_desk = new SoundDesk(m_panel);
        connect(m_desk, &SoundDesk::changed, this, [this] {
            m_all[m_source] = m_desk->monitoring();
            m_player.setMonitoring(m_all[m_source]);
            say();
        });
    }
    m_desk->present(m_names, m_all[m_source]);
    m_desk->openAt(*m_panel->timecode()->parentWidget());
    return true;
}

void AngleSounds::say() {
    if (!m_panel)
        return;
    int heard = 0;
    for (int number = 1; number <= m_names.size(); ++number)
        heard += playback::isHeard(m_all[m_source], number) ? 1 : 0;
    m_panel->setSoundNote(heard == m_names.size() ? QString()
                                                  : tr("%1 of %2 sounds").arg(heard).arg(m_names.size()));
}

} // namespace cutaway::ui
