#include "ui/viewer/guides.h"

#include "ui/actions/action_set.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QAction>
#include <QCoreApplication>
#include <QPainter>
#include <QSettings>

#include <array>
#include <cmath>

namespace cutaway::ui {

using scopes::Guide;
using scopes::GuideBox;
using theme::Token;

namespace {

struct GuideCommand {
    const char* command;
    Guide guide;
};
constexpr std::array guideCommands{
    GuideCommand{"view.safeAreas", Guide::SafeAreas}, GuideCommand{"view.crop9x16", Guide::Crop9x16},
    GuideCommand{"view.crop1x1", Guide::Crop1x1}, GuideCommand{"view.crop4x5", Guide::Crop4x5}};

QString settingOf(const GuideCommand& each) {
    return QStringLiteral("guides/") + QLatin1String(each.command);
}

/// Where a box says its name: on which side, and how far from its left.
struct Label {
    QString words;
    bool atBottom = false;
};
Label labelOf(GuideBox::Name name) {
    const auto words = [](const char* text) { return QCoreApplication::translate("Guides", text); };
    switch (name) {
    case GuideBox::Name::ActionSafe:
        return {words(QT_TRANSLATE_NOOP("Guides", "Action")), false};
    case GuideBox::Name::GraphicsSafe:
        return {words(QT_TRANSLATE_NOOP("Guides", "Graphics")), true};
    case GuideBox::Name::Crop9x16:
        return {QStringLiteral("9:16"), false};
    case GuideBox::Name::Crop1x1:
        return {QStringLiteral("1:1"), false};
    case GuideBox::Name::Crop4x5:
        return {QStringLiteral("4:5"), false};
    }
    return {};
}

bool isCrop(GuideBox::Name name) {
    return name != GuideBox::Name::ActionSafe && name != GuideBox::Name::GraphicsSafe;
}

/// The name on the box's own line: of a safe area in its middle, of a crop beside its left edge.
void paintLabel(QPainter& painter, const GuideBox& box, const QRectF& where) {
    const Label label = labelOf(box.name);
    const QSizeF size = painter.fontMetrics().boundingRect(label.words).size() + QSizeF(8, 2);
    QRectF patch(QPointF(), size);
    if (isCrop(box.name))
        patch.moveTopLeft(where.topLeft() + QPointF(1, where.height() * 0.12));
    else
        patch.moveCenter({where.center().x(), label.atBottom ? where.bottom() : where.top()});
    painter.fillRect(patch, theme::colour(Token::Shade));
    painter.setPen(theme::colour(Token::TextOnFill));
    painter.drawText(patch, Qt::AlignCenter, label.words);
}

} // namespace

void bindGuides(ActionSet& actions, QObject* context) {
    for (const GuideCommand& each : guideCommands)
        actions.bindToggle(QLatin1String(each.command), context, QSettings().value(settingOf(each)).toBool(),
                           [each](bool on) { QSettings().setValue(settingOf(each), on); });
}

QList<Guide> guidesOn(const ActionSet& actions) {
    QList<Guide> on;
    for (const GuideCommand& each : guideCommands)
        if (actions.action(QLatin1String(each.command))->isChecked())
            on << each.guide;
    return on;
}

void followGuides(const ActionSet& actions, QObject* context, const std::function<void()>& changed) {
    for (const GuideCommand& each : guideCommands)
        QObject::connect(actions.action(QLatin1String(each.command)), &QAction::toggled, context, changed);
}

void paintGuides(QPainter& painter, const QList<Guide>& guides, const QSize& size, const QRectF& where) {
    if (size.isEmpty())
        return;
    painter.setFont(theme::words(11));
    QList<std::pair<GuideBox, QRectF>> labelled;
    const double across = where.width() / size.width(), up = where.height() / size.height();
    for (const Guide guide : guides)
        for (const GuideBox& box : scopes::guideBoxes(guide, size.width(), size.height())) {
            const QRectF place(std::round(where.x() + box.x * across) + 0.5,
                               std::round(where.y() + box.y * up) + 0.5, std::round(box.width * across) - 1,
                               std::round(box.height * up) - 1);
            painter.setBrush(Qt::NoBrush);
            // A dark line under the light one: seen on every picture.
            painter.setPen(QPen(theme::colour(Token::Shade), 3));
            painter.drawRect(place);
            painter.setPen(QPen(theme::colour(Token::Text1), 1,
                                box.name == GuideBox::Name::GraphicsSafe ? Qt::DashLine : Qt::SolidLine));
            painter.drawRect(place);
            labelled.append({box, place});
        }
    // After every line, so that none runs through a name.
    for (const auto& [box, place] : labelled)
        paintLabel(painter, box, place);
}

} // namespace cutaway::ui
