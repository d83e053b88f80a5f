#include "ui/widgets/state_panel.h"

#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace cutaway::ui {

namespace {

struct KindLook {
    const char* icon;
    theme::Token token;
};

KindLook lookOf(StatePanel::Kind kind) {
    switch (kind) {
    case StatePanel::Kind::Empty:
        return {"information", theme::Token::Text3};
    case StatePanel::Kind::Busy:
        return {"clock", theme::Token::Text2};
    case StatePanel::Kind::Warning:
        return {"warning", theme::Token::Warning};
    case StatePanel::Kind::Error:
        break;
    }
    return {"error", theme::Token::Error};
}

void replaceButtons(QHBoxLayout* layout, const QList<StatePanel::Button>& buttons, QWidget* parent) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    for (const auto& button : buttons)
        layout->addWidget(textButton(button.text, button.primary ? QStringLiteral("primary") : QString(),
                                     parent, button.run));
}

} // namespace

StatePanel::StatePanel(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_buttons(new QHBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide,
                               theme::sectionWide);
    column->setSpacing(theme::padding);
    column->addStretch(2);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_title->setProperty(theme::toneProperty, QStringLiteral("strong"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setProperty(theme::toneProperty, QStringLiteral("soft"));
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    m_buttons->setSpacing(theme::padding);
    row->addLayout(m_buttons);
    row->addStretch(1);
    column->addSpacing(theme::padding);
    column->addLayout(row);
    column->addStretch(3);
}

void StatePanel::present(Kind kind, const QString& title, const QString& sentence,
                         const QList<Button>& buttons, const QString& drawing) {
    const auto look = lookOf(kind);
    m_icon->setPixmap(icon(drawing.isEmpty() ? QLatin1String(look.icon) : drawing, look.token)
                          .pixmap(QSize(32, 32), devicePixelRatioF()));
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    replaceButtons(m_buttons, buttons, this);
    setVisible(true);
}

void StatePanel::setGround(theme::Token token) {
    QPalette colours = palette();
    colours.setColor(QPalette::Window, theme::colour(token));
    setPalette(colours);
    setAutoFillBackground(true);
}

QString StatePanel::title() const {
    return m_title->text();
}
QString StatePanel::sentence() const {
    return m_sentence->text();
}

StateBar::StateBar(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_buttons(new QHBoxLayout) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::paddingWide, 2, theme::padding, 2);
    row->setSpacing(theme::padding);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->setWordWrap(true);
    row->addWidget(m_icon);
    row->addWidget(m_sentence, 1);
    m_buttons->setSpacing(theme::panelGap);
    row->addLayout(m_buttons);
    setMinimumHeight(theme::controlLarge);
    setVisible(false);
}

void StateBar::present(StatePanel::Kind kind, const QString& sentence,
                       const QList<StatePanel::Button>& buttons, const QString& drawing) {
    const auto look = lookOf(kind);
    m_icon->setPixmap(icon(drawing.isEmpty() ? QLatin1String(look.icon) : drawing, look.token)
                          .pixmap(QSize(16, 16), devicePixelRatioF()));
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    replaceButtons(m_buttons, buttons, this);
    setVisible(true);
    place();
}

QString StateBar::sentence() const {
    return m_sentence->text();
}

void StateBar::floatOver(QWidget* host) {
    setParent(host);
    m_host = host;
    host->installEventFilter(this);
    hide();
}

void StateBar::place() {
    if (!m_host)
        return;
    // As wide as its words, as far as the host lets it.
    const int words = m_sentence->fontMetrics().horizontalAdvance(m_sentence->text());
    int wanted = words + m_buttons->sizeHint().width() + 16 + 2 * theme::padding + 2 * theme::sectionWide;
    wanted = std::min(wanted, m_host->width() - 2 * theme::section);
    resize(wanted, layout()->hasHeightForWidth()
                       ? std::max(minimumHeight(), layout()->totalHeightForWidth(wanted))
                       : sizeHint().height());
    move((m_host->width() - width()) / 2, theme::sectionWide + theme::padding);
    raise();
}

bool StateBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_host && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void StateBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme::colour(theme::Token::Bg3));
    if (!m_host) {
        painter.fillRect(rect(), theme::colour(theme::Token::Bg3));
        return;
    }
    painter.setPen(theme::colour(theme::Token::ControlBorder));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::radiusControl,
                            theme::radiusControl);
}

} // namespace cutaway::ui
