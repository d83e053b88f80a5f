#include "ui/cut/timeline_tools.h"

#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>

namespace cutaway::ui {

using timeline::Tool;

TimelineTools::TimelineTools(SessionLink& link, ActionSet& actions, QWidget* parent)
    : QFrame(parent)
    , m_link(link) {
    setProperty(theme::kindProperty, QStringLiteral("bar"));
    setFixedHeight(theme::controlLarge);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::padding, 0, theme::padding, 0);
    row->setSpacing(2);
    struct Row {
        Tool tool;
        const char* drawing;
        QString name;
    };
    const std::array rows{
        Row{Tool::Select, "tool-select",
            tr("Select: move clips, trim edges; with Ctrl, ripple or rearrange")},
        Row{Tool::Ripple, "tool-ripple", tr("Ripple: trim an edge, and what follows moves along")},
        Row{Tool::Roll, "tool-roll", tr("Roll: move a cut between two clips")},
        Row{Tool::Slip, "tool-slip", tr("Slip: show another part in the same place")},
        Row{Tool::Razor, "razor", tr("Razor: cut where you click")},
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        m_tools[i] =
            iconButton(QLatin1String(rows[i].drawing), rows[i].name, this, [this, tool = rows[i].tool] {
                m_link.session().setTool(tool);
                showTool();
            });
        m_tools[i]->setCheckable(true);
        m_tools[i]->setProperty("tool", static_cast<int>(rows[i].tool));
        m_tools[i]->setObjectName(QStringLiteral("tool.%1").arg(static_cast<int>(rows[i].tool)));
        row->addWidget(m_tools[i]);
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
    for (QToolButton* button : m_tools)
        button->setChecked(button->property("tool").toInt() == static_cast<int>(m_link.session().tool()));
}

} // namespace cutaway::ui
