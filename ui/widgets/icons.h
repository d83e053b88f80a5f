#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QStringList>

class QPainter;

namespace cutaway::ui {

/// Our own drawings: 16 px box, 1.5 px stroke, in whatever colour is asked for; sharp at any scale.
/// `name` is the file's name under resources/icons.
QIcon icon(const QString& name, theme::Token token = theme::Token::Text2);
/// The same straight into a painter.
void paintIcon(QPainter& painter, const QString& name, const QRectF& where, theme::Token token);
/// Every drawing there is.
QStringList iconNames();

} // namespace cutaway::ui
