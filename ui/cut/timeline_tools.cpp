#include "ui/cut/timeline_tools.h"

#include "ui/actions/action_set.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QAction>
#include <QHBoxLayout>

namespace cutaway::ui {

TimelineTools::TimelineTools(SessionLink& link, ActionSet& actions, QWidget* parent)
    : QFrame(parent)
    , m_link(link)
    , m_actions(actions) {
    setProperty(theme::kindProperty, QStringLiteral("bar"));
    setFixedHeight(theme::controlLarge);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::padding, 0, theme::padding, 0);
    row->setSpacing(2);
    const std::array drawings{"tool-select", "tool-ripple", "tool-roll", "tool-slip", "tool-slide", "razor"};
    for (std::size_t i = 0; i < toolCommands.size(); ++i) {
        auto* button =
            commandButton(actions, QLatin1String(toolCommands[i].id), QLatin1String(drawings[i]), this);
        button->setObjectName(QStringLiteral("tool.%1").arg(static_cast<int>(toolCommands[i].tool)));
        row->addWidget(button);
    }
    const auto command = [&](const char* id, const char* drawing) {
        row->addWidget(commandButton(actions, QLatin1String(id), QLatin1String(drawing), this));
    };
    row->addSpacing(theme::section);
    command("edit.snap", "snap");
    command("edit.linkedSelection", "link");
    row->addSpacing(theme::section);
    command("edit.undo", "undo");
    command("edit.redo", "redo");
    row->addSpacing(theme::section);
    command("edit.lift", "lift");
    command("edit.extract", "extract");
    command("edit.razor", "split");
    row->addStretch(1);
    command("view.zoomOut", "zoom-out");
    command("view.zoomIn", "zoom-in");
    command("view.zoomFit", "fit");
    connect(&link, &SessionLink::opened, this, &TimelineTools::showTool);
    connect(&link, &SessionLink::modesChanged, this, &TimelineTools::showTool);
}

void TimelineTools::showTool() {
    if (!m_link.isOpen())
        return;
    for (const ToolCommand& command : toolCommands)
        m_actions.action(QLatin1String(command.id))->setChecked(command.tool == m_link.session().tool());
}

} // namespace cutaway::ui
