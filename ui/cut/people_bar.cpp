#include "ui/cut/people_bar.h"

#include "ui/actions/action_set.h"
#include "ui/cut/project_document.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace cutaway::ui {

namespace {

using catalogue::ProjectPerson;

QString nameOf(const ProjectPerson& person) {
    return QString::fromStdString(person.name);
}

/// "20:14", and the day when it was another one.
QString momentOf(const std::string& wallClock) {
    const QDateTime at = QDateTime::fromString(QString::fromStdString(wallClock), Qt::ISODate).toLocalTime();
    return QLocale().toString(at, at.date() == QDate::currentDate() ? QStringLiteral("HH:mm")
                                                                    : QStringLiteral("d MMM, HH:mm"));
}

} // namespace

PeopleBar::PeopleBar(ProjectDocument& document, ActionSet& actions, QWidget* parent)
    : StateBar(parent)
    , m_document(document)
    , m_actions(actions) {
    connect(&m_document, &ProjectDocument::peopleChanged, this, &PeopleBar::refresh);
    // No widget: the commands are there while the bar is hidden.
    auto* always = new QObject(this);
    m_actions.bind(QStringLiteral("file.askForProject"), always,
                   [this] { m_document.askForProject(!m_document.presence().asks()); });
    m_actions.bind(QStringLiteral("file.takeProject"), always, [this] { m_document.takeProject(); });
    m_actions.bind(QStringLiteral("file.saveAsProject"), always, [this] { m_document.saveAsProject(); });
    m_actions.bind(QStringLiteral("file.handOver"), always, [this] {
        if (const auto to = whoAsks())
            m_document.handOver(*to);
    });
    refresh();
}

std::optional<Uuid> PeopleBar::whoAsks() const {
    const auto& presence = m_document.presence();
    if (!presence.edits())
        return std::nullopt;
    for (const ProjectPerson& person : presence.people().watchers)
        if (person.asks && !person.gone)
            return person.clientId;
    return std::nullopt;
}

StatePanel::Button PeopleBar::button(const QString& text, const char* command, bool primary) {
    return {text, primary, [this, command] { m_actions.trigger(QLatin1String(command)); }};
}

void PeopleBar::tellActions() {
    const auto& editor = m_document.presence().people().editor;
    const bool theirs = m_document.isWatching() || m_document.isLost();
    m_actions.setEnabled(QStringLiteral("file.askForProject"), theirs && editor && !editor->gone,
                         tr("Nobody else edits this project."));
    m_actions.setEnabled(QStringLiteral("file.takeProject"), theirs && (!editor || editor->gone),
                         theirs && editor ? tr("%1 edits this project. Ask for it.").arg(nameOf(*editor))
                                          : tr("You edit this project."));
    m_actions.setEnabled(QStringLiteral("file.handOver"), whoAsks().has_value(),
                         tr("Nobody asks for this project."));
}

void PeopleBar::present(StatePanel::Kind kind, const QString& sentence,
                        const QList<StatePanel::Button>& buttons, const QString& icon) {
    QStringList said{sentence};
    for (const StatePanel::Button& each : buttons)
        said << each.text;
    if (std::exchange(m_said, said) != said)
        StateBar::present(kind, sentence, buttons, icon);
}

void PeopleBar::refresh() {
    tellActions();
    const auto& presence = m_document.presence();
    const auto& editor = presence.people().editor;
    const auto asks = whoAsks();
    if (!asks)
        m_notNow.reset();
    const auto take = button(editor ? tr("Take over") : tr("Edit"), "file.takeProject", true);
    const auto ask = button(presence.asks() ? tr("Do not ask any more") : tr("Ask for it"),
                            "file.askForProject", !presence.asks());
    const auto copy = button(tr("Save as a new project"), "file.saveAsProject");
    const bool free = !editor || editor->gone;
    if (m_document.isLost()) {
        present(StatePanel::Kind::Warning,
                tr("%1 edits this project now. Your edits since the last save are kept on this computer.")
                    .arg(editor ? nameOf(*editor) : tr("Somebody else")),
                {button(tr("Save as a new project"), "file.saveAsProject", true),
                 {tr("Watch theirs"), false, [this] { m_document.watchTheirs(); }},
                 free ? button(take.text, "file.takeProject") : button(ask.text, "file.askForProject")});
        show();
    } else if (m_document.isWatching() && !editor) {
        present(StatePanel::Kind::Empty, tr("Nobody edits this project now. You are watching."), {take, copy},
                QStringLiteral("eye"));
        show();
    } else if (m_document.isWatching() && editor->gone) {
        present(
            StatePanel::Kind::Warning,
            tr("%1 has edited since %2, has not closed the project, and does not answer. You are watching.")
                .arg(nameOf(*editor), momentOf(editor->since)),
            {take, copy}, QStringLiteral("lock"));
        show();
    } else if (m_document.isWatching()) {
        present(StatePanel::Kind::Empty,
                presence.asks() ? tr("%1 edits since %2 and knows that you would like to. You are watching.")
                                      .arg(nameOf(*editor), momentOf(editor->since))
                                : tr("%1 edits since %2. You are watching: what they save is shown here.")
                                      .arg(nameOf(*editor), momentOf(editor->since)),
                {ask, copy}, QStringLiteral("lock"));
        show();
    } else if (asks && asks != m_notNow) {
        const auto& all = presence.people().watchers;
        const auto who =
            std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.clientId == *asks; });
        present(StatePanel::Kind::Warning, tr("%1 would like to edit this project.").arg(nameOf(*who)),
                {button(tr("Save and hand over"), "file.handOver", true),
                 {tr("Not now"), false,
                  [this] {
                      m_notNow = whoAsks();
                      hide();
                  }}},
                QStringLiteral("user"));
        show();
    } else {
        hide();
    }
}

QString peopleText(const ProjectDocument& document) {
    const auto& presence = document.presence();
    const auto& people = presence.people();
    const auto others = std::count_if(people.watchers.begin(), people.watchers.end(),
                                      [&](const auto& each) { return each.clientId != presence.client(); });
    QStringList parts;
    if (people.editor && !people.isEditor(presence.client()))
        parts << PeopleBar::tr("%1 edits").arg(nameOf(*people.editor));
    if (others > 0)
        parts << PeopleBar::tr("%n other(s) watch", nullptr, static_cast<int>(others));
    return parts.join(QStringLiteral(" · "));
}

} // namespace cutaway::ui
