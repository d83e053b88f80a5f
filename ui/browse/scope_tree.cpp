#include "ui/browse/scope_tree.h"

#include "ui/browse/unit_words.h"
#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <map>
#include <set>

namespace cutaway::ui {

namespace {

constexpr int scopeRole = Qt::UserRole + 1;
constexpr int shortRole = Qt::UserRole + 2;
constexpr int countWidth = 40;
constexpr int railRow = 44;

/// On the rail: the sign over a short word. In the tree: as usual.
class RailDelegate : public QStyledItemDelegate {
public:
    explicit RailDelegate(ScopeTree* tree)
        : QStyledItemDelegate(tree)
        , m_tree(tree) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return m_tree->isRail() ? QSize(theme::railWidth, railRow)
                                : QStyledItemDelegate::sizeHint(option, index);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        if (!m_tree->isRail()) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme::colour(selected ? theme::Token::Bg4 : theme::Token::Bg3));
        if (selected)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()),
                              theme::colour(theme::Token::Text1));
        const QRect sign(option.rect.center().x() - 8, option.rect.top() + 6, 16, 16);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, sign);
        painter->setFont(theme::words(11));
        painter->setPen(theme::colour(selected ? theme::Token::Text1 : theme::Token::Text2));
        const QRect word(option.rect.left(), sign.bottom() + 1, option.rect.width(), 18);
        painter->drawText(word, Qt::AlignCenter,
                          painter->fontMetrics().elidedText(index.data(shortRole).toString(), Qt::ElideRight,
                                                            word.width()));
        painter->restore();
    }

private:
    ScopeTree* m_tree;
};

struct Sport {
    QString name;
    int count = 0;
    std::map<std::string, int> events;
};

} // namespace

ScopeTree::ScopeTree(BrowseModel& browse, QWidget* parent)
    : QTreeView(parent)
    , m_browse(browse)
    , m_items(new QStandardItemModel(this)) {
    setAccessibleName(tr("Where to look"));
    setModel(m_items);
    setHeaderHidden(true);
    setIndentation(16);
    setIconSize(QSize(16, 16));
    setRootIsDecorated(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new RailDelegate(this));
    setMouseTracking(true);
    rebuild();
    connect(&browse, &BrowseModel::unitsChanged, this, &ScopeTree::rebuild);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_rebuilding)
            Q_EMIT scopeChosen(scope());
    });
}

BrowseScope ScopeTree::scope() const {
    const QModelIndex first = currentIndex().siblingAtColumn(0);
    const int number = first.isValid() ? first.data(scopeRole).toInt() : 0;
    return static_cast<std::size_t>(number) < m_scopes.size() ? m_scopes[static_cast<std::size_t>(number)]
                                                              : BrowseScope{};
}

QStandardItem* ScopeTree::add(QStandardItem* parent, const QString& drawing, const QString& text,
                              const QString& shortText, int count, const BrowseScope& scope) {
    auto* item = new QStandardItem(text);
    if (!drawing.isEmpty())
        item->setIcon(icon(drawing, scope.liveOnly && count > 0 ? theme::Token::Error : theme::Token::Text2));
    item->setData(static_cast<int>(m_scopes.size()), scopeRole);
    item->setData(shortText, shortRole);
    item->setToolTip(text);
    item->setAccessibleText(tr("%1, events: %2").arg(text).arg(count));
    m_scopes.push_back(scope);
    auto* number = new QStandardItem(QString::number(count) + QLatin1Char(' '));
    number->setFont(theme::numbers(11));
    number->setForeground(theme::colour(theme::Token::Text3));
    number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    parent->appendRow({item, number});
    return item;
}

void ScopeTree::rebuild() {
    const BrowseScope before = scope();
    std::map<std::string, int> days;
    std::map<std::string, Sport> sports;
    int live = 0;
    int selected = 0;
    for (const auto& unit : m_browse.units()) {
        ++days[unit.day];
        live += isLive(unit);
        selected += m_browse.isSelected(unit);
        Sport& sport = sports[unit.discipline];
        sport.name = QString::fromStdString(unit.disciplineName);
        ++sport.count;
        ++sport.events[unit.eventName];
    }
    m_rebuilding = true;
    m_items->clear();
    m_scopes.clear();
    QStandardItem* root = m_items->invisibleRootItem();
    add(root, QStringLiteral("grid"), tr("Everything"), tr("All", "short for everything"),
        static_cast<int>(m_browse.units().size()), {});
    BrowseScope liveNow;
    liveNow.liveOnly = true;
    add(root, QStringLiteral("live"), tr("Live now"), tr("Live"), live, liveNow);
    BrowseScope selects;
    selects.selectedOnly = true;
    add(root, QStringLiteral("star"), tr("My selects"), tr("Selects"), selected, selects);
    for (const auto& [day, count] : days) {
        BrowseScope scope;
        scope.day = day;
        add(root, QStringLiteral("calendar"), dayText(day), shortDayText(day), count, scope);
    }
    for (const auto& [code, sport] : sports) {
        BrowseScope scope;
        scope.discipline = code;
        QStandardItem* item = add(root, QStringLiteral("sport"), sport.name,
                                  QString::fromStdString(code).left(3), sport.count, scope);
        for (const auto& [name, count] : sport.events) {
            scope.eventName = name;
            add(item, {}, QString::fromStdString(name), {}, count, scope);
        }
    }
    arrange();
    // The same place as before, when it still exists.
    std::size_t wanted = 0;
    for (std::size_t i = 0; i < m_scopes.size(); ++i)
        if (m_scopes[i] == before)
            wanted = i;
    const auto found = m_items->match(m_items->index(0, 0), scopeRole, static_cast<int>(wanted), 1,
                                      Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty())
        setCurrentIndex(found.first());
    m_rebuilding = false;
}

void ScopeTree::setRail(bool rail) {
    if (rail == m_rail)
        return;
    m_rail = rail;
    arrange();
}

void ScopeTree::arrange() {
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::Fixed);
    header()->resizeSection(1, countWidth);
    setColumnHidden(1, m_rail);
    setIndentation(m_rail ? 0 : 16);
    setRootIsDecorated(!m_rail);
    setVerticalScrollBarPolicy(m_rail ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setMinimumWidth(m_rail ? theme::railWidth : 150);
    setMaximumWidth(m_rail ? theme::railWidth : QWIDGETSIZE_MAX);
    if (m_rail)
        collapseAll();
    else
        expandAll();
    doItemsLayout();
}

bool ScopeTree::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

} // namespace cutaway::ui
