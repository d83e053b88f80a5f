#pragma once

#include "core/catalogue/outbox.h"

#include <QFrame>

class QLabel;

namespace cutaway::ui {

class Badge;
class CardButtons;
class OutboxCourier;

/// One thing in the list that the cloud has not got yet: what it is, what it waits for or why it was refused,
/// and what can be done about it.
class WaitingCard : public QFrame {
    Q_OBJECT

public:
    explicit WaitingCard(OutboxCourier& outbox, QWidget* parent = nullptr);
    void setItem(const catalogue::OutboxItem& item);
    void setSelected(bool selected);

Q_SIGNALS:
    void chosen();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void rebuildButtons();

    OutboxCourier& m_outbox;
    catalogue::OutboxItem m_item;
    QLabel* m_title;
    Badge* m_badge;
    QLabel* m_line;
    CardButtons* m_buttons;
    bool m_selected = false;
    QString m_shape; ///< what the buttons were built for
};

} // namespace cutaway::ui
