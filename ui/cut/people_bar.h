#pragma once

#include "ui/widgets/state_panel.h"

#include "core/base/uuid.h"

#include <optional>

namespace cutaway::ui {

class ActionSet;
class ProjectDocument;

/// One line over the Cut page while the project concerns somebody else too: who edits it and since when, who
/// asks for it, and what can be done about it. Hidden otherwise.
class PeopleBar : public StateBar {
    Q_OBJECT

public:
    PeopleBar(ProjectDocument& document, ActionSet& actions, QWidget* parent = nullptr);

    /// Who asks for the project that is edited here, and was not told "not now".
    std::optional<Uuid> whoAsks() const;

private:
    void refresh();
    void tellActions();
    /// Anew only when something else is to be said: people are told every few seconds, and a button that has
    /// the keys keeps them.
    void present(StatePanel::Kind kind, const QString& sentence, const QList<StatePanel::Button>& buttons,
                 const QString& icon = {});
    StatePanel::Button button(const QString& text, const char* command, bool primary = false);

    ProjectDocument& m_document;
    ActionSet& m_actions;
    QStringList m_said;           ///< the sentence and the buttons that stand there
    std::optional<Uuid> m_notNow; ///< who asked and was put off
};

/// "Anna edits · 2 watch": for the top bar; empty when nobody else is there.
QString peopleText(const ProjectDocument& document);

} // namespace cutaway::ui
