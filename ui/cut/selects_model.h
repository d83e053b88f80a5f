#pragma once

#include "ui/session/thumbnail_store.h"
#include "ui/timeline/session_link.h"

#include "core/timeline/selects.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

#include <memory>
#include <vector>

namespace cutaway::ui {

/// The selects of a cut as a tree: in every bin first its bins, then its ranges. Asks the session for every
/// change, so that each is a step that can be undone.
class SelectsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< text
        BinRole,               ///< bool
        FirstRole,             ///< timecode of the first frame
        LengthRole,            ///< "+00:00:02:10"
        RatingRole,            ///< 0 to 5
        NoteRole,
        SearchRole, ///< everything that a search looks at
    };

    SelectsModel(SessionLink& link, ThumbnailStore& thumbnails, QObject* parent = nullptr);
    ~SelectsModel() override;

    QModelIndex indexOf(const Uuid& id) const;                     ///< invalid when it is not there
    Uuid idOf(const QModelIndex& index) const;                     ///< nil: of the root
    const timeline::Select* range(const QModelIndex& index) const; ///< null for a bin
    const timeline::Selects& kept() const { return m_kept; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; ///< renames
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

private:
    struct Node;
    void refresh();
    void build();
    const Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexFor(const Node* node) const;

    SessionLink& m_link;
    ThumbnailStore& m_thumbnails;
    timeline::Selects m_kept;
    std::unique_ptr<Node> m_root;
};

/// Those whose words are all somewhere in name, angle or note, and that are rated at least so well; bins stay
/// as far as something in them does.
class SelectsFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit SelectsFilter(QObject* parent = nullptr);
    void setWords(const QString& text);
    void setLeastRating(int rating);
    bool isOn() const { return !m_words.isEmpty() || m_leastRating > 0; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    int m_leastRating = 0;
};

} // namespace cutaway::ui
