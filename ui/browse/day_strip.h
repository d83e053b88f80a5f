#pragma once

#include "ui/browse/browse_model.h"

#include <QTimer>
#include <QWidget>

namespace cutaway::ui {

/// The days of the event as bars of time, 56 px high: what happens when, what is live, and a line for now.
/// A click on a unit chooses it.
class DayStrip : public QWidget {
    Q_OBJECT

public:
    explicit DayStrip(BrowseModel& browse, QWidget* parent = nullptr);
    void setChosen(const Uuid& unitId);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const cutaway::Uuid& unitId);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Day {
        std::string day;
        qint64 first = 0; ///< seconds since the epoch
        qint64 last = 0;
        QRect area;
    };
    struct Block {
        Uuid unit;
        QRect area;
        bool live = false;
        bool pictures = false;
        bool over = false;
    };
    void arrange();
    const Block* blockAt(const QPoint& at) const;
    int xOf(const Day& day, qint64 time) const;

    BrowseModel& m_browse;
    std::vector<Day> m_days;
    std::vector<Block> m_blocks;
    Uuid m_chosen;
    QTimer m_now;
};

} // namespace cutaway::ui
