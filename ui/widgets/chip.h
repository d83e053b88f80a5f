#pragma once

#include "ui/theme/tokens.h"

#include <QAbstractButton>

namespace cutaway::ui {

/// A small pill that is on or off: facets ("With pictures"), angles ("1 Fixed"). 24 px high. When on it is
/// filled, and a facet shows a tick, so that it reads without colour.
class Chip : public QAbstractButton {
    Q_OBJECT

public:
    enum class Kind { Facet, Angle };
    /// `accent`: fill when on; for angles the side's fill.
    Chip(Kind kind, const QString& text, QWidget* parent = nullptr);
    void setAccent(theme::Token fill, theme::Token line);
    /// A key or number in front, in mono: "1".
    void setNumber(const QString& number);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Kind m_kind;
    theme::Token m_fill = theme::Token::Bg4;
    theme::Token m_line = theme::Token::Text1;
    QString m_number;
};

} // namespace cutaway::ui
