#include "ui/widgets/splitter.h"

#include "ui/theme/measures.h"

#include <QSettings>

namespace cutaway::ui {

Splitter::Splitter(Qt::Orientation orientation, const QString& key, const QList<int>& firstSizes,
                   QWidget* parent)
    : QSplitter(orientation, parent)
    , m_key(QStringLiteral("layout/") + key)
    , m_first(firstSizes) {
    setHandleWidth(theme::panelGap);
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { QSettings().setValue(m_key, saveState()); });
}

void Splitter::restore() {
    const QByteArray state = QSettings().value(m_key).toByteArray();
    if (state.isEmpty() || !restoreState(state))
        setSizes(m_first);
}

void Splitter::resetLayout() {
    maximise(nullptr);
    QSettings().remove(m_key);
    setSizes(m_first);
}

void Splitter::maximise(const QWidget* panel) {
    if (panel && m_before.isEmpty())
        m_before = sizes();
    for (int i = 0; i < count(); ++i)
        widget(i)->setVisible(!panel || widget(i) == panel || widget(i)->isAncestorOf(panel));
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
    for (Splitter* splitter : root->findChildren<Splitter*>())
        if (!panel || splitter->isAncestorOf(panel))
            splitter->maximise(panel);
}

} // namespace cutaway::ui
