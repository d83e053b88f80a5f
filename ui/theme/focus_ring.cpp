#include "ui/theme/focus_ring.h"

#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace cutaway::ui::theme {

namespace {
constexpr int reach = 3; // 1 px gap and 2 px line
}

void FocusRing::install(QApplication& application) {
    if (!application.findChild<QObject*>(QStringLiteral("focusRingOwner"))) {
        auto* owner = new QObject(&application);
        owner->setObjectName(QStringLiteral("focusRingOwner"));
        auto* ring = new FocusRing(application);
        QObject::connect(owner, &QObject::destroyed, ring, &QObject::deleteLater);
    }
}

FocusRing::FocusRing(QApplication& application) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    application.installEventFilter(this);
    connect(&application, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { follow(m_byKey ? now : nullptr); });
}

void FocusRing::follow(QWidget* widget) {
    if (m_target)
        m_target->removeEventFilter(this);
    m_target = widget;
    if (!widget || widget->isWindow()) {
        hide();
        setParent(nullptr);
        return;
    }
    widget->installEventFilter(this);
    setParent(widget->window());
    place();
    show();
    raise();
}

void FocusRing::place() {
    if (!m_target || !parentWidget())
        return;
    const QPoint corner = m_target->mapTo(parentWidget(), QPoint(0, 0));
    const QRect around = QRect(corner, m_target->size()).adjusted(-reach, -reach, reach, reach);
    setGeometry(around.intersected(parentWidget()->rect()));
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent*>(event)->key();
        m_byKey = key == Qt::Key_Tab || key == Qt::Key_Backtab;
        break;
    }
    case QEvent::MouseButtonPress:
        m_byKey = false;
        if (m_target)
            follow(nullptr);
        break;
    case QEvent::Move:
    case QEvent::Resize:
        if (watched == m_target)
            place();
        break;
    case QEvent::Hide:
        if (watched == m_target)
            follow(nullptr);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(Token::Focus), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radiusControl, radiusControl);
}

} // namespace cutaway::ui::theme
