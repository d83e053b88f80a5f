#include "ui/cut/inspector_panel.h"

#include "ui/actions/action_set.h"
#include "ui/cut/parameter_row.h"
#include "ui/theme/measures.h"
#include "ui/theme/type.h"
#include "ui/widgets/buttons.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace cutaway::ui {

using timeline::Framing;
using timeline::Interpolation;

namespace {

/// The one that the keyframes at a unit share; none when there is none, or they differ.
std::optional<Interpolation> interpolationAt(const timeline::PictureEffects& effects, std::int64_t unit) {
    std::optional<Interpolation> found;
    for (const timeline::Curve& curve : effects.curves)
        if (const timeline::Keyframe* key = curve.keyAt(unit)) {
            if (found && *found != key->to)
                return std::nullopt;
            found = key->to;
        }
    return found;
}

bool hasKey(const timeline::PictureEffects& effects, std::int64_t unit) {
    return std::any_of(effects.curves.begin(), effects.curves.end(),
                       [&](const timeline::Curve& curve) { return curve.keyAt(unit) != nullptr; });
}

} // namespace

InspectorPanel::InspectorPanel(SessionLink& link, ActionSet& actions, QWidget* parent)
    : QScrollArea(parent)
    , m_link(link) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Inspector"));
    setFocusPolicy(Qt::NoFocus);
    auto* body = new QWidget;
    m_title = new QLabel(body);
    m_title->setFont(theme::title());
    m_framing = new QComboBox(body);
    m_framing->setObjectName(QStringLiteral("framing"));
    m_framing->setAccessibleName(tr("Framing"));
    m_framing->setToolTip(tr("How large a picture of another shape than the sequence's is shown"));
    m_framing->addItems({tr("As the sequence"), tr("Fit: all of it"), tr("Fill the frame")});
    connect(m_framing, &QComboBox::activated, this, &InspectorPanel::chooseFraming);
    m_interpolation = new QComboBox(body);
    m_interpolation->setObjectName(QStringLiteral("interpolation"));
    m_interpolation->setAccessibleName(tr("From this keyframe on"));
    m_interpolation->setToolTip(tr("How the keyframes at the playhead go on to the next ones"));
    m_interpolation->addItems({tr("Hold"), tr("Evenly"), tr("Smoothly")});
    connect(m_interpolation, &QComboBox::activated, this, &InspectorPanel::chooseInterpolation);
    m_framing->installEventFilter(this);
    m_interpolation->installEventFilter(this);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::panelGap);
    grid->setVerticalSpacing(theme::panelGap);
    grid->setColumnStretch(1, 1);
    for (const auto& facts : timeline::pictureParameters()) {
        m_rows.push_back(new ParameterRow(facts.parameter, link, *grid, body));
        connect(m_rows.back(), &ParameterRow::goTo, this, &InspectorPanel::goTo);
    }
    const auto choice = [&](const QString& words, QComboBox* box) {
        auto* label = new QLabel(words, body);
        label->setBuddy(box);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(box, row, 1, 1, 5);
    };
    choice(tr("Framing"), m_framing);
    choice(tr("Keyframe"), m_interpolation);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::panelGap);
    const auto button = [&](const QString& words, const char* command) {
        auto* made = textButton(words, QStringLiteral("quiet"), body,
                                [&actions, command] { actions.trigger(QLatin1String(command)); });
        made->setToolTip(actions.action(QLatin1String(command))->toolTip());
        buttons->addWidget(made);
    };
    button(tr("Copy"), "clip.copyAttributes");
    button(tr("Paste"), "clip.pasteAttributes");
    buttons->addStretch(1);
    button(tr("Reset"), "clip.resetPicture");

    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(theme::paddingWide, theme::padding, theme::padding, theme::padding);
    column->setSpacing(theme::padding);
    column->addWidget(m_title);
    column->addLayout(grid);
    column->addLayout(buttons);
    column->addStretch(1);
    setWidget(body);

    connect(&link, &SessionLink::opened, this, &InspectorPanel::refresh);
    connect(&link, &SessionLink::sequenceChanged, this, &InspectorPanel::refresh);
    connect(&link, &SessionLink::selectionChanged, this, &InspectorPanel::refresh);
    // What was refused is not shown as if it were so.
    connect(&link, &SessionLink::refused, this, &InspectorPanel::refresh);
    connect(&link, &SessionLink::modesChanged, this, &InspectorPanel::refresh);
    connect(&link, &SessionLink::playheadChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    refresh();
}

void InspectorPanel::takeFocus() {
    refresh();
    if (auto* first = findChild<QWidget*>(QStringLiteral("parameter.position_x")))
        first->setFocus(Qt::ShortcutFocusReason);
}

void InspectorPanel::refresh() {
    if (!m_link.isOpen())
        return;
    const timeline::EditorSession& session = m_link.session();
    const auto pictures = session.chosenPictures();
    widget()->setEnabled(!session.isReadOnly());
    if (pictures.empty())
        m_title->setText(tr("No picture chosen"));
    else if (pictures.size() == 1)
        m_title->setText(QString::fromStdString(pictures.front().clip->name));
    else
        m_title->setText(tr("%n clips", nullptr, static_cast<int>(pictures.size())));
    for (ParameterRow* row : m_rows)
        row->show(pictures, session.playhead());
    const QSignalBlocker quietFraming(m_framing);
    const QSignalBlocker quietInterpolation(m_interpolation);
    m_framing->setEnabled(!pictures.empty());
    const auto effects = pictures.empty() ? timeline::PictureEffects() : effectsOf(*pictures.front().clip);
    m_framing->setCurrentIndex(!effects.framing ? 0 : *effects.framing == Framing::Fit ? 1 : 2);
    const std::int64_t unit = pictures.empty() ? 0 : session.playhead() - pictures.front().units.first;
    m_interpolation->setEnabled(!pictures.empty() && hasKey(effects, unit));
    const auto interpolation = interpolationAt(effects, unit);
    m_interpolation->setCurrentIndex(interpolation ? static_cast<int>(*interpolation) : -1);
}

bool InspectorPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QComboBox*>(watched) &&
        changesValue(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

void InspectorPanel::chooseFraming(int row) {
    const std::optional<Framing> framing =
        row == 0 ? std::nullopt : std::optional(row == 1 ? Framing::Fit : Framing::Fill);
    m_link.report(m_link.session().framePicture(framing));
}

void InspectorPanel::chooseInterpolation(int row) {
    m_link.report(m_link.session().interpolatePicture({}, static_cast<Interpolation>(row)));
}

} // namespace cutaway::ui
