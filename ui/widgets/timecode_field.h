#pragma once

#include "ui/theme/tokens.h"

#include "core/time/timecode.h"

#include <QWidget>

#include <functional>
#include <utility>

namespace cutaway::ui {

/// A timecode in fixed cells. A click selects it; typed digits fill from the right (1423 is 00:00:14:23),
/// +12 and -1:00 are relative, Return goes there, Escape reverts. Drop-frame shows ";" and a small DF.
class TimecodeField : public QWidget {
    Q_OBJECT

public:
    /// `accent`: Input or Output, the side it belongs to. `pixels`: 20 for positions, 16 for durations.
    TimecodeField(theme::Token accent, int pixels, QWidget* parent = nullptr);

    void setFormat(const TimecodeFormat& format);
    const TimecodeFormat& format() const { return m_format; }
    /// The frame count shown; nothing known yet shows dashes.
    void setFrame(std::int64_t frame);
    void clear();
    std::int64_t frame() const { return m_frame; }
    /// While a stand-in for the frame is shown, the number carries "≈".
    void setExact(bool exact);
    /// A duration cannot be typed into.
    void setReadOnly(bool readOnly);

    /// Starts typing, with `first` as the first characters; what a digit on the number pad does.
    void beginEntry(const QString& first = {});
    /// Who takes what was typed with a sign, in frames: when it returns true, nobody goes anywhere.
    void setOffsetTaker(std::function<bool(qint64 frames)> taker) { m_takeOffset = std::move(taker); }
    bool isEntering() const { return m_entering; }
    /// What is on screen, cells joined.
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// Return was pressed on something that makes sense. The field shows the new position once told.
    void frameEntered(qint64 frame);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QString entryText() const; ///< what the typed characters mean so far, as a timecode
    void finish(bool accept);
    int cellWidth() const;

    theme::Token m_accent;
    int m_pixels;
    TimecodeFormat m_format{FrameRate{50, 1}, false};
    std::int64_t m_frame = 0;
    bool m_known = false;
    bool m_exact = true;
    bool m_readOnly = false;
    bool m_entering = false;
    bool m_refused = false; ///< the last Return made no sense
    QString m_typed;
    std::function<bool(qint64)> m_takeOffset;
};

} // namespace cutaway::ui
