#include "core/timeline/index.h"
#include "ui/actions/action_set.h"
#include "ui/cut/cut_page.h"
#include "ui/cut/graphic_hand.h"
#include "ui/cut/picture_handles.h"
#include "ui/graphics/graphics_window.h"
#include "ui/timeline/timeline_view.h"
#include "ui/viewer/video_view.h"
#include "ui/viewer/viewer_panel.h"

#include <QInputDialog>

// The commands on titles and graphics.
namespace cutaway::ui {

GraphicsWindow& CutPage::graphics() {
    if (!m_graphics)
        m_graphics = new GraphicsWindow(
            m_document.link(),
            [this](const Uuid& source, std::function<void(Result<catalogue::Unit>)> done) {
                m_directory.findUnit(source, std::move(done));
            },
            this);
    return *m_graphics;
}

void CutPage::bindGraphics() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    const auto atHand = [this](bool done) {
        if (!done)
            showRefusal(tr("There is no graphic here. Go to one, or add one with %1.")
                            .arg(m_actions.keyText(QStringLiteral("graphics.browse"))));
    };
    bind("graphics.browse", [this] { graphics().browse(); });
    bind("graphics.edit", [this, atHand] { atHand(graphics().edit()); });
    bind("graphics.fill", [this, atHand] { atHand(graphics().fill()); });
    bind("graphics.language", [this] { askForLanguage(); });
    connect(m_timeline, &TimelineView::graphicOpened, this, [this] { graphics().edit(); });
    auto* hand = new GraphicHand(*m_programmePanel->view(), m_document.link(), this);
    // A graphic lies over the picture that the outline is of: a press means the graphic.
    if (auto* handles = m_programmePanel->view()->findChild<PictureHandles*>())
        handles->setYielding([hand](const QPointF& at) { return hand->isOver(at); });
    connect(hand, &GraphicHand::taken, this, [this] { setActiveSide(Side::Programme); });
    connect(hand, &GraphicHand::editRequested, this, [this] { graphics().edit(); });
}

void CutPage::askForLanguage() {
    bool taken = false;
    const QString tag = QInputDialog::getText(
        this, tr("Language of graphics"),
        tr("Language of the texts, such as de, en or pt-BR; empty: as typed"), QLineEdit::Normal,
        QString::fromStdString(editing().sequence()->language), &taken);
    if (taken)
        report(editing().take(
            timeline::setSequenceLanguage(*editing().sequence(), tag.trimmed().toStdString())));
}

} // namespace cutaway::ui
