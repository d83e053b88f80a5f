#pragma once

#include "ui/theme/tokens.h"

#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <functional>

namespace cutaway::ui {

class ActionSet;

/// A 24 px button with a drawing that runs a command of the table: tooltip with name, key and sentence,
/// accessible name, enabled and checked as the command is. A click leaves the keyboard focus where it was.
QToolButton* commandButton(ActionSet& actions, const QString& command, const QString& icon, QWidget* parent);

/// A button with words. `kind`: "primary" (at most one on a panel), "deliver", "quiet", "link" or empty.
QPushButton* textButton(const QString& text, const QString& kind, QWidget* parent,
                        std::function<void()> clicked = {});

/// A 24 px button with a drawing and no command of its own; `name` is for tooltip and screen readers.
QToolButton* iconButton(const QString& icon, const QString& name, QWidget* parent,
                        std::function<void()> clicked = {});

/// A drawing at the start of a field that has its accessible name already, and a button at its end that
/// empties it. Screen readers have a name for both.
void leadWith(QLineEdit& field, const QString& icon);
void allowClearing(QLineEdit& field);

} // namespace cutaway::ui
