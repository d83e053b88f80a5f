#pragma once

#include "ui/browse/card_model.h"

#include <QImage>
#include <QListView>

#include <functional>

namespace cutaway::ui {

/// Cards of 232x176 that scrub under the mouse, or rows of a list. A click chooses, a double click opens.
class CardView : public QListView {
    Q_OBJECT

public:
    /// The picture of an angle at a part (0..1000) of its length; may be null.
    using PictureAt = std::function<QImage(const Uuid& sourceId, int permille)>;

    CardView(CardModel& model, PictureAt pictures, QWidget* parent = nullptr);

    void setAsList(bool list);
    bool isList() const { return m_list; }
    void choose(const Uuid& unitId); ///< without a signal
    /// Says of an angle whether it is on this computer, which its card then tells.
    void setOffline(std::function<bool(const Uuid& sourceId)> offline);

Q_SIGNALS:
    void chosen(const cutaway::ui::BrowseHit& hit);
    void opened(const cutaway::ui::BrowseHit& hit);

protected:
    bool event(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    class Delegate;
    CardModel& m_model;
    PictureAt m_pictures;
    std::function<bool(const Uuid&)> m_offline;
    bool m_list = false;
    bool m_quiet = false;
    QPersistentModelIndex m_hovered;
    int m_permille = 0; ///< where the mouse is on the hovered card
};

} // namespace cutaway::ui
