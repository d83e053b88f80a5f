#include "ui/browse/facts_panel.h"

#include "ui/actions/action_set.h"
#include "ui/browse/unit_words.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/viewer/scrub_strip.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cutaway::ui {

namespace {

QLabel* label(QWidget* parent, const char* tone) {
    auto* made = new QLabel(parent);
    made->setProperty(theme::toneProperty, QLatin1String(tone));
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setFocusPolicy(Qt::NoFocus);
    made->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return made;
}

} // namespace

FactsPanel::FactsPanel(ActionSet& actions, QWidget* parent)
    : QFrame(parent)
    , m_name(label(this, "strong"))
    , m_status(new Badge(this))
    , m_facts(label(this, "soft"))
    , m_people(label(this, "soft"))
    , m_marksTitle(label(this, "strong"))
    , m_marks(new QListWidget(this)) {
    setProperty(theme::kindProperty, QStringLiteral("panel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::paddingWide, theme::padding, theme::paddingWide, theme::paddingWide);
    column->setSpacing(theme::panelGap);

    auto* head = new QHBoxLayout;
    head->setSpacing(theme::padding);
    head->addWidget(m_name, 1);
    head->addWidget(m_status, 0, Qt::AlignVCenter);
    column->addLayout(head);
    column->addWidget(m_facts);
    m_people->setFont(theme::numbers(12));
    column->addWidget(m_people);

    m_marksTitle->setText(tr("Marks"));
    column->addSpacing(theme::padding);
    column->addWidget(m_marksTitle);
    m_marks->setAccessibleName(tr("Marks"));
    m_marks->setFont(theme::numbers(12));
    m_marks->setIconSize(QSize(16, 16));
    m_marks->setFocusPolicy(Qt::TabFocus);
    connect(m_marks, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { Q_EMIT markChosen(m_marks->row(item)); });
    connect(m_marks, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { Q_EMIT markChosen(m_marks->row(item)); });
    column->addWidget(m_marks, 1000);
    column->addStretch(1);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::padding);
    const auto commandWords = [&](const char* id, const char* kind) {
        QAction* action = actions.action(QLatin1String(id));
        auto* button = textButton(action->text(), QLatin1String(kind), this);
        button->setObjectName(QStringLiteral("button.") + QLatin1String(id));
        button->setFocusPolicy(Qt::TabFocus);
        const auto follow = [button, action] {
            button->setEnabled(action->isEnabled());
            button->setVisible(action->isVisible());
            button->setToolTip(action->toolTip());
        };
        follow();
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        buttons->addWidget(button);
    };
    commandWords("view.openInCut", "primary");
    commandWords("mark.addToSelects", "");
    buttons->addStretch(1);
    column->addSpacing(theme::padding);
    column->addLayout(buttons);
    clear();
}

void FactsPanel::clear() {
    for (QLabel* text : {m_name, m_facts, m_people})
        text->clear();
    m_status->setLook({});
    setMarks({}, {});
}

void FactsPanel::setUnit(const catalogue::Unit& unit) {
    m_name->setText(QString::fromStdString(unit.name));
    m_status->setLook(statusBadge(unit));
    QStringList facts{factsLine(unit)};
    if (!unit.day.empty())
        facts.prepend(dayText(unit.day));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    // The code is for those who look for it, not for everybody's eyes.
    m_facts->setToolTip(unit.rsc.empty() ? QString() : tr("Code %1").arg(QString::fromStdString(unit.rsc)));
    QStringList people;
    for (const auto& competitor : unit.competitors) {
        const QString name = QString::fromStdString(competitor.name);
        const QString country = QString::fromStdString(competitor.organisation);
        people << (competitor.lane > 0 ? QStringLiteral("%1  %2  %3").arg(competitor.lane).arg(country, name)
                                       : QStringLiteral("%1  %2").arg(country, name));
    }
    m_people->setText(people.join(QLatin1Char('\n')));
    m_people->setVisible(!people.isEmpty());
}

void FactsPanel::setMarks(const std::vector<catalogue::Mark>& marks, const QStringList& timecodes) {
    m_marks->clear();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const QString name = QString::fromStdString(marks[i].label);
        auto* item = new QListWidgetItem(
            icon(markIcon(QString::fromStdString(marks[i].kind))),
            QStringLiteral("%1   %2").arg(timecodes.value(static_cast<qsizetype>(i)), name), m_marks);
        item->setData(Qt::AccessibleTextRole, name);
        item->setToolTip(tr("Jump to this mark"));
    }
    m_marksTitle->setVisible(!marks.empty());
    m_marks->setVisible(!marks.empty());
}

} // namespace cutaway::ui
