#include "ui/actions/action_set.h"
#include "ui/browse/browse_page.h"
#include "ui/widgets/timecode_field.h"

// What the commands mean while Browse is in front.
namespace cutaway::ui {

void BrowsePage::takeKeys() {
    auto& player = m_viewer->player();
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    bind("play.toggle", [&player] { player.toggle(); });
    bind("play.stop", [&player] { player.stop(); });
    bind("play.forward", [&player] { player.shuttle(1); });
    bind("play.reverse", [&player] { player.shuttle(-1); });
    bind("play.stepBack", [&player] { player.step(-1); });
    bind("play.stepForward", [&player] { player.step(1); });
    bind("play.jumpBack", [&player] { player.step(-5); });
    bind("play.jumpForward", [&player] { player.step(5); });
    bind("play.start", [&player] { player.seek(0); });
    bind("play.end", [&player] { player.seek(player.duration() - 1); });
    bind("play.previousEdit", [this] { m_viewer->goToNeighbourMark(-1); });
    bind("play.nextEdit", [this] { m_viewer->goToNeighbourMark(1); });
    bind("play.timecode", [this] { m_viewer->panel()->timecode()->beginEntry(); });
    bind("play.marked", [this] { m_viewer->playMarked(false); });
    bind("play.loop", [this] { m_viewer->playMarked(true); });
    bind("play.live", [this] { m_viewer->goLive(); });
    bind("angle.sounds", [this] { m_viewer->chooseSounds(); });
    bind("play.around", [&player] { player.playAround(player.position()); });
    bind("mark.in", [this] { m_viewer->markIn(); });
    bind("mark.out", [this] { m_viewer->markOut(); });
    bind("mark.goIn", [this] {
        if (const auto range = m_viewer->range())
            m_viewer->seekFrame(range->first);
    });
    bind("mark.goOut", [this] {
        if (const auto range = m_viewer->range())
            m_viewer->seekFrame(range->end - 1);
    });
    bind("mark.clear", [this] { m_viewer->setRange(std::nullopt); });
    bind("mark.clearIn", [this] { clearMark(true); });
    bind("mark.clearOut", [this] { clearMark(false); });
    bind("mark.clip", [this] {
        if (m_viewer->isLoaded())
            m_viewer->setRange(timeline::UnitRange{m_viewer->timing().first, m_viewer->timing().end});
    });
    bind("mark.add", [this] { m_viewer->askForMark(); });
    bind("mark.addToSelects", [this] { addSelect(); });
    for (int number = 1; number <= 9; ++number)
        m_actions.bind(QStringLiteral("angle.%1").arg(number), this,
                       [this, number] { m_viewer->setAngle(number); });
    bind("view.openInCut", [this] { openCurrentInCut(); });
}

void BrowsePage::addSelect() {
    const auto range = m_viewer->markedRange();
    if (!range) {
        Q_EMIT status(tr("There is no picture to keep yet."));
        return;
    }
    Q_EMIT selectWanted(m_viewer->unit(), *range);
    Q_EMIT status(tr("Kept in the selects: %1").arg(QString::fromStdString(m_viewer->unit().name)));
}

void BrowsePage::clearMark(bool in) {
    const auto range = m_viewer->range();
    if (!range)
        return;
    const auto& timing = m_viewer->timing();
    const timeline::UnitRange left{in ? timing.first : range->first, in ? range->end : timing.end};
    if (left.first == timing.first && left.end == timing.end)
        m_viewer->setRange(std::nullopt);
    else
        m_viewer->setRange(left);
}

void BrowsePage::openCurrentInCut() {
    if (!m_viewer->isLoaded()) {
        Q_EMIT status(tr("There is no picture to cut yet."));
        return;
    }
    m_viewer->player().stop();
    Q_EMIT openInCut(m_viewer->unit(), m_viewer->angle(), m_viewer->frame());
}

} // namespace cutaway::ui
