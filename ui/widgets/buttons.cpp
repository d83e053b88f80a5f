#include "ui/widgets/buttons.h"

#include "ui/actions/action_set.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QCoreApplication>

namespace cutaway::ui {

namespace {

void shape(QToolButton* button, const QString& drawing) {
    button->setIcon(icon(drawing));
    button->setIconSize(QSize(16, 16));
    button->setFixedSize(theme::controlSmall, theme::controlSmall);
    button->setFocusPolicy(Qt::TabFocus);
}

} // namespace

QToolButton* commandButton(ActionSet& actions, const QString& command, const QString& drawing,
                           QWidget* parent) {
    auto* button = new QToolButton(parent);
    shape(button, drawing);
    const QAction* action = actions.action(command);
    Q_ASSERT_X(action, "commandButton", qPrintable(command));
    button->setObjectName(QStringLiteral("button.") + command);
    button->setCheckable(action->isCheckable());
    const auto follow = [button, action] {
        button->setAccessibleName(action->text());
        button->setAccessibleDescription(action->statusTip());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setChecked(action->isChecked());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QToolButton::clicked, action, [&actions, command, follow] {
        actions.trigger(command);
        follow();
    });
    return button;
}

QPushButton* textButton(const QString& text, const QString& kind, QWidget* parent,
                        std::function<void()> clicked) {
    auto* button = new QPushButton(text, parent);
    if (!kind.isEmpty())
        button->setProperty(theme::kindProperty, kind);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    button->setFocusPolicy(Qt::TabFocus);
    if (clicked)
        QObject::connect(button, &QPushButton::clicked, button, [run = std::move(clicked)] { run(); });
    return button;
}

QToolButton* iconButton(const QString& drawing, const QString& name, QWidget* parent,
                        std::function<void()> clicked) {
    auto* button = new QToolButton(parent);
    shape(button, drawing);
    button->setAccessibleName(name);
    button->setToolTip(name);
    if (clicked)
        QObject::connect(button, &QToolButton::clicked, button, [run = std::move(clicked)] { run(); });
    return button;
}

void leadWith(QLineEdit& field, const QString& drawing) {
    field.addAction(icon(drawing), QLineEdit::LeadingPosition)->setText(field.accessibleName());
}

void allowClearing(QLineEdit& field) {
    field.setClearButtonEnabled(true);
    // The only one that Qt adds by itself.
    if (auto* clear = field.findChild<QAction*>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(QCoreApplication::translate("Buttons", "Clear"));
}

} // namespace cutaway::ui
