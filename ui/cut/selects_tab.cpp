#include "ui/cut/selects_tab.h"

#include "ui/actions/action_set.h"
#include "ui/cut/selects_panel.h"
#include "ui/theme/measures.h"
#include "ui/widgets/buttons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace cutaway::ui {

SelectsTab::SelectsTab(SessionLink& link, ThumbnailStore& thumbnails, ActionSet& actions, QWidget* parent)
    : QWidget(parent)
    , m_list(new SelectsPanel(link, thumbnails, this))
    , m_tools(new QWidget(this))
    , m_search(new QLineEdit(this))
    , m_rating(new QComboBox(this)) {
    auto* stringOut = textButton(tr("String out"), QStringLiteral("quiet"), m_tools,
                                 [&actions] { actions.trigger(QStringLiteral("mark.stringOut")); });
    stringOut->setToolTip(
        tr("Lay what is shown, or what is chosen of it, one after another at the end of the sequence"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search the selects"));
    leadWith(*m_search, QStringLiteral("search"));
    allowClearing(*m_search);
    m_rating->setAccessibleName(tr("Least rating"));
    m_rating->setToolTip(tr("Show only what is rated at least so well"));
    m_rating->addItem(tr("All"));
    for (int stars = 1; stars <= timeline::bestRating; ++stars)
        m_rating->addItem(QString(stars, QChar(0x2605)));
    auto* head = new QHBoxLayout(m_tools);
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(commandButton(actions, QStringLiteral("mark.newBin"), QStringLiteral("folder"), m_tools));
    head->addWidget(stringOut);
    auto* look = new QHBoxLayout;
    look->setContentsMargins(theme::padding, theme::panelGap, theme::padding, theme::panelGap);
    look->setSpacing(theme::panelGap);
    look->addWidget(m_search, 1);
    look->addWidget(m_rating);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(look);
    column->addWidget(m_list, 1);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_list->filter().setWords(text);
        if (m_list->filter().isOn())
            m_list->expandAll();
    });
    connect(m_rating, &QComboBox::currentIndexChanged, this, [this](int stars) {
        m_list->filter().setLeastRating(stars);
        if (m_list->filter().isOn())
            m_list->expandAll();
    });
    bind(actions);
}

void SelectsTab::bind(ActionSet& actions) {
    // No widget: the commands bring this tab to the front, so they are heard while another one is there.
    auto* always = new QObject(this);
    const auto bind = [&](const char* id, auto run) {
        actions.bind(QLatin1String(id), always, [this, run] {
            Q_EMIT asked();
            run();
        });
    };
    bind("mark.newBin", [this] {
        // An empty bin matches no search: it would be made unseen, and its name never asked for.
        m_search->clear();
        m_rating->setCurrentIndex(0);
        m_list->newBin();
    });
    bind("mark.renameSelect", [this] { m_list->renameCurrent(); });
    bind("mark.noteSelect", [this] { m_list->askForNote(); });
    bind("mark.rateUp", [this] { m_list->rateBy(1); });
    bind("mark.rateDown", [this] { m_list->rateBy(-1); });
    bind("mark.searchSelects", [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    bind("mark.goToSelects", [this] {
        m_list->setFocus(Qt::ShortcutFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_list->model()->index(0, 0));
    });
}

} // namespace cutaway::ui
