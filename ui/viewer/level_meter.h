#pragma once

#include <QTimer>
#include <QWidget>

#include <array>

namespace cutaway::ui {

class LevelTap;

/// Two bars of what is heard, in dBFS: quick up, 20 dB in 1.7 s down as an EBU peak meter falls, the highest
/// peak held for two seconds. Marked are the alignment level (-18) and the permitted maximum (-9). 72 px
/// wide.
class LevelMeter : public QWidget {
    Q_OBJECT

public:
    /// `tap` outlives the meter; null: silence.
    explicit LevelMeter(LevelTap* tap, QWidget* parent = nullptr);

    /// Level shown on a side (0 left, 1 right), tenths of a dBFS; -600 is the bottom.
    int shown(int side) const { return m_sides.at(static_cast<std::size_t>(side)).level; }
    /// Takes what was heard; `milliseconds` since the last time. What the timer does.
    void advance(int milliseconds);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Side {
        int level = -600; ///< tenths of a dBFS
        int held = -600;
        int holdLeft = 0; ///< milliseconds
    };
    int yOf(int tenths) const;
    void paintBar(QPainter& painter, int x, int width, const Side& side) const;

    LevelTap* m_tap;
    QTimer m_timer;
    std::array<Side, 2> m_sides;
};

} // namespace cutaway::ui
