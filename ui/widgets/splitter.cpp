#include "ui/widgets/splitter.h"

#include "ui/theme/measures.h"

#include <QLayout>
#include <QSettings>

#include <utility>

namespace cutaway::ui {

Splitter::Splitter(Qt::Orientation orientation, const QString& key, const QList<int>& firstSizes,
                   QWidget* parent)
    : QSplitter(orientation, parent)
    , m_key(QStringLiteral("layout/") + key)
    , m_first(firstSizes) {
    setHandleWidth(theme::panelGap);
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this,
            [this] { QSettings().setValue(settingsKey(), saveState()); });
}

QString Splitter::settingsKey() const {
    return m_variant.isEmpty() ? m_key : m_key + QLatin1Char('-') + m_variant;
}

void Splitter::setVariant(const QString& name, const QList<int>& firstSizes) {
    m_variant = name;
    m_first = firstSizes;
    restore();
}

void Splitter::restore() {
    const QByteArray state = QSettings().value(settingsKey()).toByteArray();
    if (state.isEmpty() || !restoreState(state))
        setSizes(m_first);
}

void Splitter::showEvent(QShowEvent* event) {
    QSplitter::showEvent(event);
    // Only now there is a width to share out; before, the panels' least sizes decided.
    if (!std::exchange(m_shown, true))
        restore();
}

void Splitter::resetLayout() {
    maximise(nullptr);
    QSettings().remove(m_key);
    QSettings().remove(settingsKey());
    setSizes(m_first);
}

void Splitter::maximise(const QWidget* panel) {
    if (panel && m_before.isEmpty())
        m_before = sizes();
    for (int i = 0; i < count(); ++i)
        widget(i)->setVisible(panel ? widget(i) == panel || widget(i)->isAncestorOf(panel)
                                    : !widget(i)->property(putAwayProperty).toBool());
    if (!panel && !m_before.isEmpty()) {
        setSizes(m_before);
        m_before.clear();
    }
}

void resetLayouts(QWidget* root) {
    for (Splitter* splitter : root->findChildren<Splitter*>())
        splitter->resetLayout();
}

void maximisePanel(QWidget* root, const QWidget* panel) {
    // First what is beside the panels, so that the splitters share out the room that they will have.
    for (QWidget* widget : root->findChildren<QWidget*>())
        if (widget->property(besidePanelsProperty).toBool()) {
            widget->setVisible(!panel);
            if (QLayout* around = widget->parentWidget()->layout())
                around->activate();
        }
    for (Splitter* splitter : root->findChildren<Splitter*>())
        if (!panel || splitter->isAncestorOf(panel))
            splitter->maximise(panel);
}

const QWidget* panelHolding(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
        if (qobject_cast<const Splitter*>(widget->parentWidget()))
            return qobject_cast<const QSplitterHandle*>(widget) || qobject_cast<const Splitter*>(widget)
                       ? nullptr
                       : widget;
    return nullptr;
}

} // namespace cutaway::ui
