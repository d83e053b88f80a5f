#pragma once

#include "core/scopes/guides.h"

#include <QList>
#include <QRectF>
#include <QSize>

#include <functional>

class QObject;
class QPainter;

namespace cutaway::ui {

class ActionSet;

/// Binds the commands that show safe areas and crops over every viewer, and remembers what is on. `context`
/// lives as long as the window.
void bindGuides(ActionSet& actions, QObject* context);
/// What is on.
QList<scopes::Guide> guidesOn(const ActionSet& actions);
/// Calls `changed` of `context` whenever one is switched.
void followGuides(const ActionSet& actions, QObject* context, const std::function<void()>& changed);

/// Draws them over a picture of `size` that fills `where`.
void paintGuides(QPainter& painter, const QList<scopes::Guide>& guides, const QSize& size,
                 const QRectF& where);

} // namespace cutaway::ui
