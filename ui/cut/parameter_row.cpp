#include "ui/cut/parameter_row.h"

#include "ui/widgets/buttons.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cutaway::ui {

using timeline::PictureParameter;

namespace {

/// How a parameter is shown: its name, what it counts in, its steps.
struct Shown {
    QString name;
    QString suffix;
    int unit; ///< stored units in one of those shown
    int decimals;
    double step;
};

Shown shownAs(PictureParameter parameter) {
    const QString percent = QStringLiteral(" %");
    switch (parameter) {
    case PictureParameter::PositionX:
        return {ParameterRow::tr("Position X"), percent, 1000, 2, 1};
    case PictureParameter::PositionY:
        return {ParameterRow::tr("Position Y"), percent, 1000, 2, 1};
    case PictureParameter::Scale:
        return {ParameterRow::tr("Scale"), percent, 1000, 2, 1};
    case PictureParameter::Rotation:
        return {ParameterRow::tr("Rotation"), QStringLiteral("°"), 1000, 2, 1};
    case PictureParameter::Opacity:
        return {ParameterRow::tr("Opacity"), percent, 10, 1, 5};
    case PictureParameter::CropLeft:
        return {ParameterRow::tr("Crop left"), percent, 1000, 2, 1};
    case PictureParameter::CropTop:
        return {ParameterRow::tr("Crop top"), percent, 1000, 2, 1};
    case PictureParameter::CropRight:
        return {ParameterRow::tr("Crop right"), percent, 1000, 2, 1};
    case PictureParameter::CropBottom:
        break;
    }
    return {ParameterRow::tr("Crop bottom"), percent, 1000, 2, 1};
}

} // namespace

bool changesValue(const QKeyEvent& event) {
    const int key = event.key();
    return !(event.modifiers() & ~Qt::KeypadModifier) &&
           (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown);
}

ParameterRow::ParameterRow(PictureParameter parameter, SessionLink& link, QGridLayout& grid, QWidget* parent)
    : QObject(parent)
    , m_parameter(parameter)
    , m_link(link)
    , m_value(new QDoubleSpinBox(parent)) {
    const Shown shown = shownAs(parameter);
    const auto& facts = timeline::factsOf(parameter);
    m_unit = shown.unit;
    auto* label = new QLabel(shown.name, parent);
    label->setBuddy(m_value);
    m_value->setAccessibleName(shown.name);
    m_value->setObjectName(QStringLiteral("parameter.") + QLatin1String(facts.name));
    m_value->setDecimals(shown.decimals);
    m_value->setSingleStep(shown.step);
    m_value->setRange(static_cast<double>(facts.lowest) / m_unit,
                      static_cast<double>(facts.highest) / m_unit);
    m_value->setSuffix(shown.suffix);
    m_value->setKeyboardTracking(false);
    m_value->setAlignment(Qt::AlignRight);
    m_value->setMinimumWidth(84);
    m_value->setFocusPolicy(Qt::StrongFocus);
    m_value->installEventFilter(this); // the wheel scrolls the panel, until one is in the field
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &ParameterRow::set);

    m_previous = iconButton(QStringLiteral("keyframe-previous"), tr("Previous keyframe: %1").arg(shown.name),
                            parent, [this] { walk(-1); });
    m_key =
        iconButton(QStringLiteral("keyframe"), tr("Keyframe at the playhead: %1").arg(shown.name), parent);
    m_key->setCheckable(true);
    m_key->setObjectName(QStringLiteral("keyframe.") + QLatin1String(facts.name));
    connect(m_key, &QToolButton::clicked, this,
            [this](bool on) { m_link.report(m_link.session().keyPicture(m_parameter, on)); });
    m_next = iconButton(QStringLiteral("keyframe-next"), tr("Next keyframe: %1").arg(shown.name), parent,
                        [this] { walk(1); });
    m_reset = iconButton(QStringLiteral("reset"), tr("Reset: %1").arg(shown.name), parent,
                         [this] { m_link.report(m_link.session().resetPicture(m_parameter)); });
    const int row = grid.rowCount();
    int column = 0;
    for (QWidget* widget :
         {static_cast<QWidget*>(label), static_cast<QWidget*>(m_value), static_cast<QWidget*>(m_previous),
          static_cast<QWidget*>(m_key), static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_reset)})
        grid.addWidget(widget, row, column++);
}

void ParameterRow::show(const std::vector<timeline::ClipPlace>& pictures, std::int64_t playhead) {
    const bool any = !pictures.empty();
    const auto& facts = timeline::factsOf(m_parameter);
    timeline::Curve curve = timeline::Curve::of(facts.neutral);
    std::int64_t unit = 0;
    if (any) {
        const timeline::ClipPlace& place = pictures.front();
        if (place.clip->picture)
            curve = place.clip->picture->of(m_parameter);
        unit = std::clamp<std::int64_t>(playhead - place.units.first, 0, place.units.count() - 1);
    }
    const QSignalBlocker quiet(m_value);
    m_value->setEnabled(any);
    // What is being typed stays as it is typed, while the sequence plays too.
    const Uuid clip = any ? pictures.front().clip->id : Uuid();
    const bool typing = m_value->hasFocus() && m_value->text() != m_shownText;
    if (std::exchange(m_clip, clip) != clip || !typing) {
        m_value->setValue(static_cast<double>(curve.at(unit)) / m_unit);
        m_shownText = m_value->text();
    }
    m_key->setEnabled(any);
    m_key->setChecked(curve.keyAt(unit) != nullptr);
    m_previous->setEnabled(curve.keyBefore(unit).has_value());
    m_next->setEnabled(curve.keyAfter(unit).has_value());
    m_reset->setEnabled(any && curve != timeline::Curve::of(facts.neutral));
}

bool ParameterRow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel && !m_value->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && changesValue(*static_cast<QKeyEvent*>(event))) {
        event->accept(); // Up and Down are this number's, not those of the page
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_value->interpretText();
            m_value->clearFocus(); // the next keys are about cutting again
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void ParameterRow::set(double shown) {
    m_shownText = m_value->text(); // taken: no longer being typed
    const std::int64_t value = std::llround(shown * m_unit);
    m_link.report(m_link.session().setPicture({{m_parameter, value}}));
}

void ParameterRow::walk(int direction) {
    if (const auto frame = m_link.session().neighbouringKeyframe(direction, m_parameter))
        Q_EMIT goTo(*frame);
}

} // namespace cutaway::ui
