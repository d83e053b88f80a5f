#pragma once

#include "ui/browse/browse_model.h"

#include <QTreeView>

class QStandardItemModel;
class QStandardItem;

namespace cutaway::ui {

/// The tree on the left: live now, days, sports and their events, each with how many units it holds.
class ScopeTree : public QTreeView {
    Q_OBJECT

public:
    explicit ScopeTree(BrowseModel& browse, QWidget* parent = nullptr);
    BrowseScope scope() const;

Q_SIGNALS:
    void scopeChosen(const cutaway::ui::BrowseScope& scope);

protected:
    bool event(QEvent* event) override;

private:
    void rebuild();
    QStandardItem* add(QStandardItem* parent, const QString& icon, const QString& text, int count,
                       const BrowseScope& scope);

    BrowseModel& m_browse;
    QStandardItemModel* m_items;
    std::vector<BrowseScope> m_scopes; ///< by the item's number
    bool m_rebuilding = false;
};

} // namespace cutaway::ui
