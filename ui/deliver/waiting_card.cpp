#include "ui/deliver/waiting_card.h"

#include "ui/deliver/card_buttons.h"
#include "ui/deliver/words.h"
#include "ui/session/outbox_courier.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace cutaway::ui {

WaitingCard::WaitingCard(OutboxCourier& outbox, QWidget* parent)
    : QFrame(parent)
    , m_outbox(outbox)
    , m_title(new QLabel(this))
    , m_badge(new Badge(this))
    , m_line(new QLabel(this))
    , m_buttons(new CardButtons(this)) {
    setFocusPolicy(Qt::StrongFocus);
    m_title->setFont(theme::words(12, QFont::DemiBold));
    m_line->setProperty(theme::toneProperty, QStringLiteral("soft"));
    m_line->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_badge);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::paddingWide, theme::padding, theme::paddingWide, theme::padding);
    layout->setSpacing(theme::panelGap);
    layout->addLayout(head);
    layout->addWidget(m_line);
    layout->addWidget(m_buttons);
}

void WaitingCard::setItem(const catalogue::OutboxItem& item) {
    m_item = item;
    const QString title = QString::fromStdString(item.title());
    m_title->setText(item.revision() ? tr("%1, saved version").arg(title) : title);
    m_badge->setLook(badgeOf(m_outbox, item));
    m_line->setText(waitingText(m_outbox, item));
    setAccessibleName(m_title->text() + QStringLiteral(", ") + m_badge->look().word + QStringLiteral(", ") +
                      m_line->text());
    rebuildButtons();
}

void WaitingCard::rebuildButtons() {
    const bool refused = m_item.refusal.has_value();
    const QString shape = QStringLiteral("%1/%2").arg(refused).arg(m_item.cancelled);
    if (shape == m_shape)
        return;
    m_shape = shape;
    m_buttons->clear();
    const auto add = [this](const QString& text, const QString& tip, std::function<void()> run) {
        m_buttons->add(text, tip, std::move(run));
    };
    const Uuid id = m_item.id();
    if (!m_item.cancelled) {
        add(refused ? tr("Try again") : tr("Send now"), tr("Ask the cloud at once"),
            [this, id] { m_outbox.sendNow(id); });
        if (refused && m_item.revision())
            add(tr("Save as a copy"), tr("It becomes the first version of another project"),
                [this, id] { m_outbox.saveAsCopy(id); });
        add(refused ? tr("Remove") : tr("Cancel"),
            refused ? tr("Take it from the list; the cut is untouched")
                    : tr("It is not sent; the cut is untouched"),
            [this, id] { m_outbox.cancel(id); });
    }
    m_buttons->finish();
}

void WaitingCard::setSelected(bool selected) {
    m_selected = selected;
    update();
}

void WaitingCard::mousePressEvent(QMouseEvent* event) {
    QFrame::mousePressEvent(event);
    Q_EMIT chosen();
}

void WaitingCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT chosen();
    else if (event->key() == Qt::Key_Delete && !m_item.cancelled)
        m_outbox.cancel(m_item.id());
    else
        QFrame::keyPressEvent(event);
}

void WaitingCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme::colour(theme::Token::Bg3));
    painter.setPen(m_selected ? QPen(theme::colour(theme::Token::Selection), 2) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::radiusControl,
                            theme::radiusControl);
}

} // namespace cutaway::ui
