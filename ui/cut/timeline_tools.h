#pragma once

#include "ui/timeline/session_link.h"

#include <QFrame>

#include <array>

namespace cutaway::ui {

class ActionSet;

/// The command that takes up a tool.
struct ToolCommand {
    const char* id;
    timeline::Tool tool;
};
inline constexpr std::array toolCommands{
    ToolCommand{"tool.select", timeline::Tool::Select}, ToolCommand{"tool.ripple", timeline::Tool::Ripple},
    ToolCommand{"tool.roll", timeline::Tool::Roll},     ToolCommand{"tool.slip", timeline::Tool::Slip},
    ToolCommand{"tool.slide", timeline::Tool::Slide},   ToolCommand{"tool.razor", timeline::Tool::Razor},
};

/// The row of 32 px over the timeline: tools, modes, the edits that are asked for most, and the zoom.
class TimelineTools : public QFrame {
    Q_OBJECT

public:
    TimelineTools(SessionLink& link, ActionSet& actions, QWidget* parent = nullptr);

private:
    void showTool();

    SessionLink& m_link;
    ActionSet& m_actions;
};

} // namespace cutaway::ui
