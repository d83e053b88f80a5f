#include "ui/deliver/card_buttons.h"

#include "ui/theme/measures.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace cutaway::ui {

CardButtons::CardButtons(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(theme::padding);
}

void CardButtons::clear() {
    while (QLayoutItem* old = m_row->takeAt(0)) {
        // It may be the one that is being pressed.
        if (QWidget* button = old->widget()) {
            button->hide();
            button->deleteLater();
        }
        delete old;
    }
}

void CardButtons::add(const QString& text, const QString& tip, std::function<void()> run) {
    auto* button = textButton(text, {}, this, std::move(run));
    button->setToolTip(tip);
    m_row->addWidget(button);
}

void CardButtons::finish() {
    m_row->addStretch();
    setVisible(m_row->count() > 1);
}

} // namespace cutaway::ui
