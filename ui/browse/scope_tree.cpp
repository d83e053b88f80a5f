#include "ui/browse/scope_tree.h"

#include "ui/browse/unit_words.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <map>
#include <set>

namespace cutaway::ui {

namespace {

constexpr int scopeRole = Qt::UserRole + 1;
constexpr int countWidth = 40;

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

QStandardItem* ScopeTree::add(QStandardItem* parent, const QString& drawing, const QString& text, int count,
                              const BrowseScope& scope) {
    auto* item = new QStandardItem(text);
    if (!drawing.isEmpty())
        item->setIcon(icon(drawing, scope.liveOnly && count > 0 ? theme::Token::Error : theme::Token::Text2));
    item->setData(static_cast<int>(m_scopes.size()), scopeRole);
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
    for (const auto& unit : m_browse.units()) {
        ++days[unit.day];
        live += isLive(unit);
        Sport& sport = sports[unit.discipline];
        sport.name = QString::fromStdString(unit.disciplineName);
        ++sport.count;
        ++sport.events[unit.eventName];
    }
    m_rebuilding = true;
    m_items->clear();
    m_scopes.clear();
    QStandardItem* root = m_items->invisibleRootItem();
    add(root, QStringLiteral("grid"), tr("Everything"), static_cast<int>(m_browse.units().size()), {});
    BrowseScope liveNow;
    liveNow.liveOnly = true;
    add(root, QStringLiteral("live"), tr("Live now"), live, liveNow);
    for (const auto& [day, count] : days) {
        BrowseScope scope;
        scope.day = day;
        add(root, QStringLiteral("calendar"), dayText(day), count, scope);
    }
    for (const auto& [code, sport] : sports) {
        BrowseScope scope;
        scope.discipline = code;
        QStandardItem* item = add(root, QStringLiteral("sport"), sport.name, sport.count, scope);
        for (const auto& [name, count] : sport.events) {
            scope.eventName = name;
            add(item, {}, QString::fromStdString(name), count, scope);
        }
    }
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::Fixed);
    header()->resizeSection(1, countWidth);
    expandAll();
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
