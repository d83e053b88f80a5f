#pragma once

#include "ui/browse/browse_model.h"

#include <QTreeView>

class QStandardItemModel;
class QStandardItem;

namespace cutaway::ui {

/// The tree on the left: live now, what is in the selects, days, sports and their events, each with how many
/// units it holds. In a narrow window a rail of the outermost.
class ScopeTree : public QTreeView {
    Q_OBJECT

public:
    explicit ScopeTree(BrowseModel& browse, QWidget* parent = nullptr);
    BrowseScope scope() const;
    /// A rail of 44 px, with signs and short words, in place of the tree.
    void setRail(bool rail);
    bool isRail() const { return m_rail; }

Q_SIGNALS:
    void scopeChosen(const cutaway::ui::BrowseScope& scope);

protected:
    bool event(QEvent* event) override;

private:
    void rebuild();
    void arrange();
    QStandardItem* add(QStandardItem* parent, const QString& icon, const QString& text,
                       const QString& shortText, int count, const BrowseScope& scope);

    BrowseModel& m_browse;
    QStandardItemModel* m_items;
    std::vector<BrowseScope> m_scopes; ///< by the item's number
    bool m_rebuilding = false;
    bool m_rail = false;
};

} // namespace cutaway::ui
