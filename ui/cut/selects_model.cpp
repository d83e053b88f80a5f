#include "ui/cut/selects_model.h"

#include "ui/timeline/timeline_view.h"
#include "ui/widgets/icons.h"

#include <QIcon>
#include <QMimeData>
#include <QPixmap>

#include <algorithm>

namespace cutaway::ui {

/// A bin or a range in the tree; the root is neither.
struct SelectsModel::Node {
    Uuid id;
    bool isBin = true;
    std::size_t at = 0; ///< in Selects::bins or Selects::ranges
    Node* parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;
};

namespace {

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

struct Times {
    QString first;
    QString length;
};

Times timesOf(const timeline::Select& select) {
    const auto& source = select.range.source;
    const TimecodeFormat format{source.clock.rate, source.dropFrame};
    const std::int64_t first = source.startTimecode + select.range.in - source.clock.originUnit();
    return {textOf(timecodeText(first, format)),
            QStringLiteral("+") + textOf(timecodeText(select.range.frames(), format))};
}

} // namespace

SelectsModel::SelectsModel(SessionLink& link, ThumbnailStore& thumbnails, QObject* parent)
    : QAbstractItemModel(parent)
    , m_link(link)
    , m_thumbnails(thumbnails)
    , m_root(std::make_unique<Node>()) {
    connect(&m_link, &SessionLink::opened, this, &SelectsModel::refresh);
    connect(&m_link, &SessionLink::sequenceChanged, this, &SelectsModel::refresh);
    connect(&m_thumbnails, &ThumbnailStore::arrived, this, [this](const Uuid& source) {
        for (const timeline::Select& each : m_kept.ranges)
            if (each.range.source.multiSource == source)
                if (const QModelIndex index = indexOf(each.id); index.isValid())
                    Q_EMIT dataChanged(index, index, {Qt::DecorationRole});
    });
    refresh();
}

SelectsModel::~SelectsModel() = default;

void SelectsModel::refresh() {
    auto kept = m_link.isOpen() ? timeline::keptIn(*m_link.session().sequence()) : timeline::Selects{};
    if (kept == m_kept)
        return;
    const auto places = [](const timeline::Selects& all) {
        std::vector<std::pair<Uuid, Uuid>> ids;
        for (const auto& bin : all.bins)
            ids.emplace_back(bin.id, bin.parent);
        for (const auto& range : all.ranges)
            ids.emplace_back(range.id, range.bin);
        return ids;
    };
    if (places(kept) == places(m_kept)) { // the same things in the same places: only what is said of them
        const timeline::Selects before = std::exchange(m_kept, std::move(kept));
        for (std::size_t i = 0; i < m_kept.bins.size(); ++i)
            if (m_kept.bins[i] != before.bins[i])
                Q_EMIT dataChanged(indexOf(m_kept.bins[i].id), indexOf(m_kept.bins[i].id));
        for (std::size_t i = 0; i < m_kept.ranges.size(); ++i)
            if (m_kept.ranges[i] != before.ranges[i])
                Q_EMIT dataChanged(indexOf(m_kept.ranges[i].id), indexOf(m_kept.ranges[i].id));
        return;
    }
    beginResetModel();
    m_kept = std::move(kept);
    build();
    endResetModel();
}

void SelectsModel::build() {
    const auto fill = [this](auto&& self, Node& node) -> void {
        const auto add = [&node](const Uuid& id, bool isBin, std::size_t at) {
            auto child = std::make_unique<Node>();
            child->id = id;
            child->isBin = isBin;
            child->at = at;
            child->parent = &node;
            node.children.push_back(std::move(child));
            return node.children.back().get();
        };
        for (std::size_t i = 0; i < m_kept.bins.size(); ++i)
            if (m_kept.bins[i].parent == node.id)
                self(self, *add(m_kept.bins[i].id, true, i));
        for (std::size_t i = 0; i < m_kept.ranges.size(); ++i)
            if (m_kept.ranges[i].bin == node.id)
                add(m_kept.ranges[i].id, false, i);
    };
    m_root = std::make_unique<Node>();
    fill(fill, *m_root);
}

const SelectsModel::Node* SelectsModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<const Node*>(index.constInternalPointer()) : m_root.get();
}

QModelIndex SelectsModel::indexFor(const Node* node) const {
    if (!node || !node->parent)
        return {};
    const auto& siblings = node->parent->children;
    const auto at = std::find_if(siblings.begin(), siblings.end(),
                                 [node](const auto& each) { return each.get() == node; });
    return createIndex(static_cast<int>(at - siblings.begin()), 0, node);
}

QModelIndex SelectsModel::indexOf(const Uuid& id) const {
    const auto find = [&](auto&& self, const Node& node) -> const Node* {
        for (const auto& child : node.children) {
            if (child->id == id)
                return child.get();
            if (const Node* found = self(self, *child))
                return found;
        }
        return nullptr;
    };
    return indexFor(find(find, *m_root));
}

Uuid SelectsModel::idOf(const QModelIndex& index) const {
    return nodeOf(index)->id;
}

const timeline::Select* SelectsModel::range(const QModelIndex& index) const {
    const Node* node = nodeOf(index);
    return node->parent && !node->isBin ? &m_kept.ranges[node->at] : nullptr;
}

QModelIndex SelectsModel::index(int row, int column, const QModelIndex& parent) const {
    const Node* node = nodeOf(parent);
    if (column != 0 || row < 0 || static_cast<std::size_t>(row) >= node->children.size())
        return {};
    return createIndex(row, 0, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex SelectsModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexFor(nodeOf(index)->parent) : QModelIndex();
}

int SelectsModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int SelectsModel::columnCount(const QModelIndex&) const {
    return 1;
}

QVariant SelectsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Node* node = nodeOf(index);
    if (role == IdRole)
        return textOf(node->id.toString());
    if (role == BinRole)
        return node->isBin;
    if (node->isBin) {
        const timeline::Bin& bin = m_kept.bins[node->at];
        switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return textOf(bin.name);
        case Qt::DecorationRole:
            return icon(QStringLiteral("folder"));
        case Qt::AccessibleTextRole:
            return tr("Bin %1, %n inside", nullptr, rowCount(index)).arg(textOf(bin.name));
        default:
            return {};
        }
    }
    const timeline::Select& select = m_kept.ranges[node->at];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textOf(select.name);
    case FirstRole:
        return timesOf(select).first;
    case LengthRole:
        return timesOf(select).length;
    case RatingRole:
        return select.rating;
    case NoteRole:
        return textOf(select.note);
    case SearchRole:
        return QStringList{textOf(select.name), textOf(select.range.source.name), textOf(select.note)}.join(
            QLatin1Char('\n'));
    case Qt::DecorationRole: {
        const auto picture = m_thumbnails.at(select.range.source.multiSource,
                                             select.range.source.clock.timeOf(select.range.in));
        return picture.isNull() ? QVariant() : QIcon(QPixmap::fromImage(picture));
    }
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        const Times times = timesOf(select);
        QStringList parts{textOf(select.name), times.first, times.length};
        if (select.rating > 0)
            parts << tr("%n star(s)", nullptr, select.rating);
        if (!select.note.empty())
            parts << textOf(select.note);
        return parts.join(QStringLiteral("  "));
    }
    default:
        return {};
    }
}

bool SelectsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const std::string name = value.toString().trimmed().toStdString();
    if (role != Qt::EditRole || !index.isValid() || !m_link.isOpen() ||
        name == data(index, Qt::EditRole).toString().toStdString())
        return false;
    return m_link.report(
        m_link.session().take(timeline::renameSelect(*m_link.session().sequence(), idOf(index), name)));
}

Qt::ItemFlags SelectsModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags flags =
        Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    return nodeOf(index)->isBin ? flags | Qt::ItemIsDropEnabled : flags | Qt::ItemNeverHasChildren;
}

QStringList SelectsModel::mimeTypes() const {
    return {QLatin1String(rangesMimeType)};
}

QMimeData* SelectsModel::mimeData(const QModelIndexList& indexes) const {
    QStringList ids;
    for (const QModelIndex& index : indexes)
        ids << data(index, IdRole).toString();
    auto* dragged = new QMimeData;
    dragged->setData(QLatin1String(rangesMimeType), ids.join(QLatin1Char('\n')).toLatin1());
    return dragged;
}

bool SelectsModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                                const QModelIndex& parent) {
    if (!m_link.isOpen() || !data->hasFormat(QLatin1String(rangesMimeType)))
        return false;
    std::vector<Uuid> ids;
    for (const QByteArray& id : data->data(QLatin1String(rangesMimeType)).split('\n'))
        if (const auto parsed = Uuid::parse(id.toStdString()))
            ids.push_back(*parsed);
    const Uuid before = row >= 0 && row < rowCount(parent) ? idOf(index(row, 0, parent)) : Uuid();
    m_link.report(m_link.session().take(
        timeline::moveSelects(*m_link.session().sequence(), ids, idOf(parent), before)));
    return false; // the step has moved them: nobody takes them away behind it
}

SelectsFilter::SelectsFilter(QObject* parent)
    : QSortFilterProxyModel(parent) {}

void SelectsFilter::setWords(const QString& text) {
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void SelectsFilter::setLeastRating(int rating) {
    m_leastRating = rating;
    invalidateFilter();
}

bool SelectsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (!isOn())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(SelectsModel::BinRole).toBool()) {
        for (int child = 0; child < sourceModel()->rowCount(index); ++child)
            if (filterAcceptsRow(child, index))
                return true;
        return false;
    }
    const QString text = index.data(SelectsModel::SearchRole).toString();
    return index.data(SelectsModel::RatingRole).toInt() >= m_leastRating &&
           std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace cutaway::ui
