#include "ui/scopes/scope_panel.h"

#include "ui/actions/action_set.h"
#include "ui/scopes/scope_view.h"
#include "ui/scopes/trace_image.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/viewer/viewer_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/splitter.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QVBoxLayout>

#include <array>

namespace cutaway::ui {

using scopes::Kind;

namespace {

struct ScopeCommand {
    const char* command;
    const char* drawing;
    Kind kind;
};
constexpr std::array scopeCommands{ScopeCommand{"view.waveform", "scope-waveform", Kind::Waveform},
                                   ScopeCommand{"view.parade", "scope-parade", Kind::Parade},
                                   ScopeCommand{"view.vectorscope", "scope-vectorscope", Kind::Vectorscope},
                                   ScopeCommand{"view.histogram", "scope-histogram", Kind::Histogram}};

const QString kindKey = QStringLiteral("scopes/kind");
const QString openKey = QStringLiteral("scopes/open");

} // namespace

ScopePanel::ScopePanel(ActionSet& actions, QWidget* parent)
    : QFrame(parent)
    , m_actions(actions)
    , m_binding(new QObject(this)) {
    setProperty(theme::kindProperty, QStringLiteral("panel"));
    setAccessibleName(tr("Scopes"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0); // in line with the viewers' accent rule
    column->setSpacing(0);
    auto* header = new QFrame(this);
    header->setProperty(theme::kindProperty, QStringLiteral("header"));
    header->setFixedHeight(theme::panelHeaderHeight);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(theme::panelGap, 2, theme::padding, 2);
    row->setSpacing(2);
    for (const ScopeCommand& each : scopeCommands)
        row->addWidget(
            commandButton(actions, QLatin1String(each.command), QLatin1String(each.drawing), header));
    m_heading = new QLabel(header);
    m_heading->setFont(theme::numbers(11));
    m_heading->setProperty(theme::toneProperty, QStringLiteral("small"));
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_heading->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_heading, 1);
    column->addWidget(header);
    m_view = new ScopeView(this);
    column->addWidget(m_view, 1);
    connect(m_view, &ScopeView::plotResized, this, &ScopePanel::measurePlot);

    m_worker =
        std::make_unique<scopes::ScopeWorker>([this](const std::shared_ptr<const scopes::Trace>& trace) {
            QSize plot;
            {
                const std::lock_guard lock(m_mutex);
                plot = m_plot;
            }
            QMetaObject::invokeMethod(
                this, [this, image = traceImage(*trace, plot), trace] { receive(image, trace); },
                Qt::QueuedConnection);
        });

    const QSettings settings;
    const QString kept = settings.value(kindKey).toString();
    for (const ScopeCommand& each : scopeCommands)
        if (kept == QLatin1String(each.command))
            m_kind = each.kind;
    m_view->setKind(m_kind);
    setOpen(settings.value(openKey).toBool());
}

ScopePanel::~ScopePanel() {
    m_worker.reset();
}

void ScopePanel::bindCommands() {
    m_actions.bindToggle(QStringLiteral("view.scopes"), m_binding, m_open, [this](bool on) { setOpen(on); });
    for (const ScopeCommand& each : scopeCommands)
        m_actions.bindToggle(QLatin1String(each.command), m_binding, m_open && each.kind == m_kind,
                             [this, kind = each.kind](bool) { choose(kind); });
}

void ScopePanel::choose(Kind kind) {
    if (m_open && kind == m_kind) {
        setOpen(false);
        return;
    }
    m_kind = kind;
    for (const ScopeCommand& each : scopeCommands)
        if (each.kind == kind)
            QSettings().setValue(kindKey, QLatin1String(each.command));
    m_view->setKind(kind);
    measurePlot();
    setOpen(true);
    submit();
}

void ScopePanel::setOpen(bool open) {
    m_open = open;
    setProperty(putAwayProperty, !open);
    setVisible(open);
    QSettings().setValue(openKey, open);
    showChoice();
}

void ScopePanel::showChoice() {
    m_actions.action(QStringLiteral("view.scopes"))->setChecked(m_open);
    for (const ScopeCommand& each : scopeCommands)
        m_actions.action(QLatin1String(each.command))->setChecked(m_open && each.kind == m_kind);
}

void ScopePanel::follow(ViewerPanel* viewer) {
    if (viewer != m_viewer) {
        if (m_viewer)
            disconnect(m_viewer, nullptr, this, nullptr);
        m_viewer = viewer;
        connect(viewer, &ViewerPanel::pictureShown, this, &ScopePanel::submit);
    }
    submit();
}

QString ScopePanel::heading() const {
    return m_heading->text();
}

void ScopePanel::submit() {
    if (!m_open || !m_viewer || !isVisible())
        return;
    const playback::PresentedPicture& shown = m_viewer->shown();
    const QString side = m_viewer->side() == ViewerPanel::Side::Source ? tr("Angle") : tr("Programme");
    const QString rung = m_viewer->rungAndRange();
    m_heading->setText(rung.isEmpty() ? side
                       : shown.exact  ? tr("%1, %2").arg(side, rung)
                                      : tr("%1, %2, not exact").arg(side, rung));
    m_worker->submit(shown.picture, m_kind, m_viewer->isPlaying());
    if (!shown.picture)
        m_view->setTrace({}, m_view->colour());
}

void ScopePanel::measurePlot() {
    {
        const std::lock_guard lock(m_mutex);
        if (m_plot == m_view->plotSize())
            return;
        m_plot = m_view->plotSize();
    }
    submit();
}

void ScopePanel::receive(const QImage& image, const std::shared_ptr<const scopes::Trace>& trace) {
    // Another scope was chosen, or the picture has gone, while this was on its way.
    if (trace->kind != m_kind || !m_viewer || !m_viewer->shown().picture)
        return;
    m_view->setTrace(image, trace->colour);
    Q_EMIT traceShown();
}

void ScopePanel::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    measurePlot();
    submit();
}

} // namespace cutaway::ui
