#include "ui/browse/browse_page.h"

#include "ui/actions/action_set.h"
#include "ui/browse/card_view.h"
#include "ui/browse/day_strip.h"
#include "ui/browse/facts_panel.h"
#include "ui/browse/scope_tree.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/viewer/video_view.h"
#include "ui/viewer/viewer_keys.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/state_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cutaway::ui {

namespace {

constexpr int treeWidth = 280;
constexpr int previewWidth = 640;
constexpr int previewNarrow = 400;
constexpr int previewHeight = 448;
constexpr int previewHeightNarrow = 316; // the picture of 400x225 with what is around it
constexpr int searchHeight = 40;
constexpr std::int64_t parkSeconds = 2; // before the action

} // namespace

BrowsePage::BrowsePage(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , m_session(parts.session)
    , m_actions(parts.actions)
    , m_loader(new CatalogueLoader(parts.session, m_model, parts.cacheFolder, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_splitter =
        new Splitter(Qt::Horizontal, QStringLiteral("browse"), {treeWidth, 1000, previewWidth}, this);
    m_tree = new ScopeTree(m_model, m_splitter);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(makeMiddle(parts));
    m_splitter->addWidget(makePreview(parts));
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->restore();
    column->addWidget(m_splitter);

    connect(m_tree, &ScopeTree::scopeChosen, this, &BrowsePage::updateFilter);
    connect(&m_model, &BrowseModel::hitsChanged, this, &BrowsePage::showHits);
    connect(&m_model, &BrowseModel::unitsChanged, this, [this] {
        if (const auto* unit = m_model.unit(m_viewer->unit().id)) {
            const bool wasEmpty = !m_viewer->isLoaded() && !m_viewer->isArriving();
            m_facts->setUnit(*unit);
            if (wasEmpty && unit->hasPictures())
                m_viewer->open(*unit);
            else
                m_viewer->setUnit(*unit);
        }
        showHits();
        openFirst();
    });
    connect(m_loader, &CatalogueLoader::stateChanged, this, &BrowsePage::showLoaderState);
    connect(&parts.session, &CloudSession::stateChanged, this, &BrowsePage::showLoaderState);
    connect(&parts.thumbnails, &ThumbnailStore::arrived, m_cardModel, &CardModel::pictureArrived);
    connect(m_viewer, &SourceViewer::loaded, this, [this] {
        showMarks();
        parkBeforeAction();
    });
    connect(m_viewer->panel()->view(), &VideoView::firstPictureShown, this, &BrowsePage::firstPicture);
    connect(m_viewer, &SourceViewer::status, this, &BrowsePage::status);
    takeKeys();
    new ViewerKeys(
        this, m_actions, [this]() -> PlayerLink& { return m_viewer->player(); },
        [this] { return m_viewer->panel()->timecode(); });
    updateFilter();
    showHits();
    showLoaderState();
}

QWidget* BrowsePage::makeMiddle(const Parts& parts) {
    auto* middle = new QFrame(m_splitter);
    middle->setProperty(theme::kindProperty, QStringLiteral("panel"));
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto* searchRow = new QWidget(middle);
    searchRow->setFixedHeight(searchHeight);
    auto* row = new QHBoxLayout(searchRow);
    row->setContentsMargins(theme::paddingWide, 0, theme::padding, 0);
    m_search = new QLineEdit(searchRow);
    m_search->setPlaceholderText(tr("Search events, athletes, venues and marks"));
    m_search->setAccessibleName(tr("Search"));
    leadWith(*m_search, QStringLiteral("search"));
    allowClearing(*m_search);
    connect(m_search, &QLineEdit::textChanged, this, &BrowsePage::updateFilter);
    m_search->installEventFilter(this);
    row->addWidget(m_search, 1);
    m_count = new QLabel(searchRow);
    m_count->setFont(theme::numbers(11));
    m_count->setProperty(theme::toneProperty, QStringLiteral("faint"));
    row->addWidget(m_count);
    auto* asList = iconButton(QStringLiteral("list"), tr("Show as a list"), searchRow);
    asList->setObjectName(QStringLiteral("asList"));
    asList->setCheckable(true);
    row->addWidget(asList);
    column->addWidget(searchRow);
    column->addWidget(makeChips());
    m_days = new DayStrip(m_model, middle);
    column->addWidget(m_days);
    m_away = new StateBar(middle);
    column->addWidget(m_away);

    m_cardModel = new CardModel(m_model, this);
    m_stack = new QStackedWidget(middle);
    auto* around = new QWidget(m_stack);
    auto* margins = new QVBoxLayout(around);
    margins->setContentsMargins(theme::padding, theme::padding, 0, 0);
    m_cards = new CardView(
        *m_cardModel,
        [&store = parts.thumbnails](const Uuid& source, int part) { return store.atPart(source, part); },
        around);
    margins->addWidget(m_cards);
    m_empty = new StatePanel(m_stack);
    m_empty->setObjectName(QStringLiteral("empty"));
    m_stack->addWidget(around);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

    connect(asList, &QToolButton::toggled, m_cards, &CardView::setAsList);
    connect(m_cards, &CardView::chosen, this, &BrowsePage::choose);
    connect(m_cards, &CardView::opened, this, &BrowsePage::openCurrentInCut);
    connect(m_days, &DayStrip::chosen, this, [this](const Uuid& id) {
        if (const auto* unit = m_model.unit(id))
            choose({*unit, std::nullopt});
    });
    return middle;
}

QWidget* BrowsePage::makeChips() {
    auto* bar = new QWidget(m_splitter);
    bar->setFixedHeight(theme::controlLarge);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(theme::paddingWide, 0, theme::paddingWide, 4);
    row->setSpacing(theme::padding);
    const auto chip = [&](const QString& text, bool on) {
        auto* made = new Chip(Chip::Kind::Facet, text, bar);
        made->setChecked(on);
        connect(made, &Chip::toggled, this, &BrowsePage::updateFilter);
        row->addWidget(made);
        return made;
    };
    m_withPictures = chip(tr("With pictures"), true);
    m_withPictures->setObjectName(QStringLiteral("withPictures"));
    m_live = chip(tr("Live"), false);
    m_medals = chip(tr("Medals"), false);
    m_finished = chip(tr("Finished"), false);
    row->addStretch(1);
    return bar;
}

QWidget* BrowsePage::makePreview(const Parts& parts) {
    auto* preview =
        new Splitter(Qt::Vertical, QStringLiteral("browse-preview"), {previewHeight, 500}, m_splitter);
    m_preview = preview;
    preview->setMinimumWidth(previewNarrow);
    auto* panel = new ViewerPanel(ViewerPanel::Side::Source, parts.actions, preview);
    panel->addTransportButton(QStringLiteral("angle.sounds"), QStringLiteral("sound"));
    m_facts = new FactsPanel(parts.actions, preview);
    preview->addWidget(panel);
    preview->addWidget(m_facts);
    preview->setStretchFactor(0, 0);
    preview->setStretchFactor(1, 1);
    preview->restore();
    m_viewer = new SourceViewer(parts.session, parts.audio, panel, this);
    connect(m_facts, &FactsPanel::markChosen, this, [this](int index) {
        const auto& marks = m_viewer->marks();
        if (m_viewer->isLoaded() && static_cast<std::size_t>(index) < marks.size())
            m_viewer->seekFrame(m_viewer->timing().clock.unitAt(marks[static_cast<std::size_t>(index)].time));
    });
    return preview;
}

void BrowsePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_cards->setFocus(Qt::OtherFocusReason);
}

void BrowsePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool narrow = width() < theme::narrowWindow;
    if (narrow == m_tree->isRail())
        return;
    m_tree->setRail(narrow);
    if (narrow) {
        m_splitter->setVariant(QStringLiteral("narrow"), {theme::railWidth, 1000, previewNarrow});
        m_preview->setVariant(QStringLiteral("narrow"), {previewHeightNarrow, 500});
    } else {
        m_splitter->setVariant({}, {treeWidth, 1000, previewWidth});
        m_preview->setVariant({}, {previewHeight, 500});
    }
}

/// From the words to what they found: elsewhere Return opens Cut and Down looks for the next mark.
bool BrowsePage::eventFilter(QObject* watched, QEvent* event) {
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (watched != m_search || (!asks && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->modifiers() & ~Qt::KeypadModifier ||
        !(enters || key->key() == Qt::Key_Down || key->key() == Qt::Key_Up))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (!asks && key->key() != Qt::Key_Up && !m_model.hits().empty()) {
        const BrowseHit first = m_model.hits().front();
        m_cards->setFocus(Qt::OtherFocusReason);
        m_cards->setCurrentIndex(m_cardModel->index(0));
        choose(first);
    }
    return true;
}

void BrowsePage::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void BrowsePage::updateFilter() {
    BrowseFilter filter;
    filter.text = m_search->text();
    filter.withPictures = m_withPictures->isChecked();
    filter.live = m_live->isChecked();
    filter.medals = m_medals->isChecked();
    filter.finished = m_finished->isChecked();
    filter.scope = m_tree->scope();
    if (filter.text != m_model.filter().text || filter.withPictures != m_model.filter().withPictures)
        m_loader->search(filter.text, filter.withPictures);
    m_model.setFilter(filter);
    showHits();
}

void BrowsePage::showHits() {
    const auto count = m_model.hits().size();
    m_count->setText(tr("%1 of %2").arg(count).arg(m_model.units().size()));
    if (count > 0) {
        const bool wasEmpty = m_stack->currentIndex() != 0;
        m_stack->setCurrentIndex(0);
        // First what to show: a list that is given the keys without a choice takes its first card.
        openFirst();
        m_cards->choose(m_viewer->unit().id);
        // The cards lost the keys when they were hidden; whoever types a search keeps them.
        if (wasEmpty && window()->focusWidget() != m_search)
            m_cards->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    showLoaderState();
}

void BrowsePage::showLoaderState() {
    using State = CatalogueLoader::State;
    const auto& cloud = m_session.state();
    const bool away = m_loader->state() == State::Saved && !m_model.units().empty();
    m_away->setVisible(away);
    if (away)
        m_away->present(StatePanel::Kind::Warning,
                        tr("Not reachable since %1. Showing the saved catalogue.")
                            .arg(cloud.since.toString(QStringLiteral("HH:mm"))),
                        {{tr("Retry"), false, [this] { m_session.retry(); }}});
    if (!m_model.hits().empty())
        return;
    const QString text = m_model.filter().text.trimmed();
    const auto hidden = m_model.hitsWithoutPictures();
    if (m_loader->state() == State::Failed || cloud.kind == CloudState::Kind::Failed ||
        cloud.kind == CloudState::Kind::Unauthorised) {
        const QString sentence = cloud.sentence.isEmpty() ? m_loader->sentence() : cloud.sentence;
        m_empty->present(
            StatePanel::Kind::Error, tr("The catalogue cannot be read"), sentence,
            {{tr("Retry"), true,
              [this] {
                  m_session.retry();
                  m_loader->reload();
              }},
             {tr("Connect..."), false, [this] { m_actions.trigger(QStringLiteral("file.connect")); }}});
    } else if (m_loader->state() != State::Fresh && m_model.units().empty()) {
        m_empty->present(StatePanel::Kind::Busy,
                         cloud.kind == CloudState::Kind::Starting ? tr("Starting the cloud on this computer")
                                                                  : tr("Reading the catalogue"),
                         {});
    } else if (m_model.units().empty()) {
        m_empty->present(StatePanel::Kind::Empty, tr("Nothing is scheduled yet"),
                         tr("Events appear here as soon as the cloud knows of them."));
    } else if (hidden > 0) {
        m_empty->present(
            StatePanel::Kind::Empty,
            text.isEmpty() ? tr("Nothing here with pictures")
                           : tr("No results for '%1' with pictures").arg(text),
            {}, {{tr("Show all %1").arg(hidden), true, [this] { m_withPictures->setChecked(false); }}});
    } else {
        m_empty->present(StatePanel::Kind::Empty,
                         text.isEmpty() ? tr("Nothing here") : tr("No results for '%1'").arg(text),
                         tr("Try fewer words, or look everywhere."),
                         {{tr("Show everything"), true, [this] {
                               m_search->clear();
                               for (Chip* chip : {m_live, m_medals, m_finished})
                                   chip->setChecked(false);
                               m_tree->setCurrentIndex(m_tree->model()->index(0, 0));
                           }}});
    }
}

void BrowsePage::openFirst() {
    if (!m_viewer->unit().id.isNil())
        return;
    if (const auto* unit = m_model.opening())
        choose({*unit, std::nullopt});
}

void BrowsePage::choose(const BrowseHit& hit) {
    m_facts->setUnit(hit.unit);
    m_days->setChosen(hit.unit.id);
    m_cards->choose(hit.unit.id);
    OpenAt at;
    if (hit.unit.id == m_viewer->unit().id)
        at.angle = m_viewer->angle();
    if (hit.mark)
        at.time = hit.mark->time;
    if (hit.mark && m_viewer->isLoaded() && hit.unit.id == m_viewer->unit().id) {
        m_viewer->seekFrame(m_viewer->timing().clock.unitAt(hit.mark->time));
        return;
    }
    if (hit.unit.id == m_viewer->unit().id && m_viewer->isLoaded())
        return;
    m_park = !hit.mark;
    m_viewer->open(hit.unit, at);
    showMarks();
}

void BrowsePage::parkBeforeAction() {
    if (!m_park || m_viewer->marks().empty() || !m_viewer->isLoaded())
        return;
    m_park = false;
    const auto& timing = m_viewer->timing();
    // Whoever has moved already stays where they are.
    if (m_viewer->frame() != timing.first)
        return;
    if (const auto start = BrowseModel::actionStart(m_viewer->marks())) {
        const auto before = unitsNearest(Timestamp{parkSeconds, 0}, timing.clock.rate);
        m_viewer->seekFrame(std::max(timing.first, timing.clock.unitAt(*start) - before));
    }
}

void BrowsePage::showMarks() {
    m_actions.setEnabled(QStringLiteral("view.openInCut"), m_viewer->unit().hasPictures(),
                         tr("There are no pictures of this to open."));
    if (!m_viewer->isLoaded()) {
        m_facts->setMarks({}, {});
        return;
    }
    const auto& timing = m_viewer->timing();
    QStringList timecodes;
    for (const auto& mark : m_viewer->marks())
        timecodes << QString::fromStdString(
            timecodeText(timing.startTimecode + timing.clock.unitAt(mark.time) - timing.first,
                         {timing.clock.rate, timing.dropFrame}));
    m_facts->setMarks(m_viewer->marks(), timecodes);
}

} // namespace cutaway::ui
