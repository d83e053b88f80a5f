#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace cutaway::ui {

/// What a badge says: a sign, a word and a colour, since colour alone says nothing to some.
struct BadgeLook {
    QString icon; ///< name of a drawing
    QString word;
    theme::Token token = theme::Token::Text2;
    bool filled = false; ///< filled means "needs me" (or live)
};

/// 18 px high.
int badgeWidth(const BadgeLook& look);
void paintBadge(QPainter& painter, const QPoint& topLeft, const BadgeLook& look);

class Badge : public QWidget {
    Q_OBJECT

public:
    explicit Badge(QWidget* parent = nullptr);
    void setLook(const BadgeLook& look); ///< an empty word hides it
    const BadgeLook& look() const { return m_look; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BadgeLook m_look;
};

} // namespace cutaway::ui
