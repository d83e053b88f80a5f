#pragma once

#include "ui/timeline/session_link.h"

#include <QFrame>

#include <array>

class QToolButton;

namespace cutaway::ui {

class ActionSet;

/// The row of 32 px over the timeline: tools, modes, the edits that are asked for most, and the zoom.
class TimelineTools : public QFrame {
    Q_OBJECT

public:
    TimelineTools(SessionLink& link, ActionSet& actions, QWidget* parent = nullptr);

private:
    void showTool();

    SessionLink& m_link;
    std::array<QToolButton*, 5> m_tools{};
};

} // namespace cutaway::ui
