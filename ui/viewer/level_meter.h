#pragma once

#include "core/loudness/live_meter.h"

#include <QTimer>
#include <QWidget>

#include <array>

namespace cutaway::ui {

class ActionSet;

/// What is heard, measured after EBU R 128: two bars of true peak in dBTP (quick up, 20 dB in 1.7 s down, the
/// highest held for two seconds), a bar of momentary loudness with the target beside it, and momentary,
/// short-term and integrated loudness in LUFS, with a button that measures anew. 72 px wide.
class LevelMeter : public QWidget {
    Q_OBJECT

public:
    /// `meter` outlives the widget; null: silence.
    LevelMeter(loudness::LiveMeter* meter, ActionSet& actions, QWidget* parent = nullptr);

    /// True peak shown on a side (0 left, 1 right), tenths of a dBTP; -600 is the bottom.
    int shown(int side) const { return m_sides.at(static_cast<std::size_t>(side)).level; }
    /// What stands beside "M", "S" and "I" (0 to 2): "-23.0", or dashes.
    QString loudness(int row) const;
    /// Takes what was measured; `milliseconds` since the last time. What the timer does.
    void advance(int milliseconds);
    /// Integrated loudness, maxima and the held peak begin anew.
    void restart();

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Side {
        int level = -600; ///< tenths of a dB
        int held = -600;
        int holdLeft = 0; ///< milliseconds
    };
    int yOf(int tenths) const;
    int barsEnd() const;
    void paintScale(QPainter& painter) const;
    void paintPeak(QPainter& painter, int x, int width, const Side& side) const;
    void paintLoudness(QPainter& painter, int x, int width) const;
    void paintNumbers(QPainter& painter) const;

    loudness::LiveMeter* m_meter;
    QWidget* m_again; ///< the button
    QTimer m_timer;
    std::array<Side, 2> m_sides;
    loudness::Reading m_reading;
    std::uint64_t m_heard = 0;
    int m_quietFor = 0; ///< milliseconds since anything was heard
};

} // namespace cutaway::ui
