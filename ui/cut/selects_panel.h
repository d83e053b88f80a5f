#pragma once

#include "ui/cut/selects_model.h"

#include <QSet>
#include <QTreeView>

namespace cutaway::ui {

/// The In-Out ranges kept for later, in bins: drag one or many to the timeline or into a bin, open one with
/// Enter, rate with 0 to 5, rename with F2, take away with Delete.
class SelectsPanel : public QTreeView {
    Q_OBJECT

public:
    SelectsPanel(SessionLink& link, ThumbnailStore& thumbnails, QWidget* parent = nullptr);

    /// In the order in which they are shown, without those that a filter hides: the chosen ones, of a chosen
    /// bin everything in it; all when none is chosen.
    std::vector<timeline::MarkedRange> chosenRanges() const;
    /// The same of dragged ones, by their ids: ranges, and what is in bins.
    std::vector<timeline::MarkedRange> rangesOf(const QStringList& ids) const;
    /// Where something new goes: the bin chosen, or that of what is chosen; nil: none.
    Uuid currentBin() const;
    SelectsModel& selects() { return *m_model; }
    SelectsFilter& filter() { return *m_filter; }

    void rate(int rating); ///< the chosen ones
    void rateBy(int steps);
    void askForNote();
    void newBin(); ///< around nothing, in the current one; its name is asked for in place
    void renameCurrent();
    void choose(const Uuid& id);
    /// The key that adds to it, for the words in an empty list.
    void setKeepKey(const QString& key);

Q_SIGNALS:
    void openRequested(const cutaway::timeline::MarkedRange& range);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Uuid> chosenIds() const;
    std::vector<Uuid> rangeIds() const; ///< chosen, with what is in chosen bins
    void take(const Result<timeline::Change>& change);
    void removeChosen();
    void remember();
    void restore();
    QModelIndex viewIndex(const Uuid& id) const;

    SessionLink& m_link;
    SelectsModel* m_model;
    SelectsFilter* m_filter;
    QString m_keepKey;
    // What a rebuilt tree is to look like again.
    QSet<QString> m_open, m_chosen;
    QString m_current;
};

} // namespace cutaway::ui
