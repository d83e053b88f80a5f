#include "ui/viewer/angle_tiles.h"

#include "ui/actions/action_set.h"
#include "ui/viewer/source_timing.h"

#include <QPointer>

#include <algorithm>

namespace cutaway::ui {

namespace {

constexpr int retryTime = 2500; // ms

playback::WallAngle angleOf(const tams::SourceView& view, const Uuid& source) {
    const timeline::SourceTiming timing = timingOf(view);
    return {source, timing.clock, timing.first, timing.end};
}

/// Of no length: where it lies is not known.
playback::WallAngle notFound(const Uuid& source) {
    return {source, {{}, {50, 1}}, 0, 0};
}

} // namespace

AngleTiles::AngleTiles(CloudSession& session, SourceViewer& viewer, ActionSet& actions, QWidget* page)
    : QObject(page)
    , m_session(session)
    , m_viewer(viewer)
    , m_grid(new AngleGrid(page)) {
    m_grid->hide();
    actions.bindToggle(QStringLiteral("angle.tiles"), page, false, [this](bool on) { setOn(on); });
    connect(m_grid, &AngleGrid::chosen, &viewer, &SourceViewer::setAngle);
    connect(&viewer, &SourceViewer::loaded, this, &AngleTiles::rebuild);
    connect(&viewer, &SourceViewer::angleChanged, m_grid, &AngleGrid::setCurrent);
    connect(&viewer.player(), &PlayerLink::positionChanged, this, &AngleTiles::follow);
    connect(&viewer.player(), &PlayerLink::stateChanged, this, &AngleTiles::follow);
    connect(&session, &CloudSession::opened, this, [this] {
        m_wall.reset(); // its media is of the cloud before
        m_known.clear();
        m_failed.clear();
        rebuild();
    });
    connect(&session, &CloudSession::sourceGrew, this, [this] {
        // What grew, the session has forgotten; how long it is now, the next look tells.
        for (const Uuid& source : m_sources)
            if (!m_session.sources()->peek(source))
                m_known.erase(source);
        if (m_shown)
            rebuild();
    });
    m_again.setSingleShot(true);
    m_again.setInterval(retryTime);
    connect(&m_again, &QTimer::timeout, this, [this] {
        for (const auto& [source, why] : m_failed)
            m_known.erase(source); // looked up again
        m_failed.empty() ? follow() : rebuild();
    });
}

void AngleTiles::setOn(bool on) {
    m_on = on;
    rebuild();
}

void AngleTiles::rebuild() {
    std::vector<catalogue::Angle> angles;
    if (m_on && m_session.media() && m_session.sources())
        for (const catalogue::Angle& angle : m_viewer.unit().angles)
            if (angle.state != catalogue::AngleState::Waiting && angles.size() < AngleGrid::mostAngles)
                angles.push_back(angle);
    std::sort(angles.begin(), angles.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    m_shown = angles.size() > 1;
    m_viewer.panel()->setTiles(m_shown ? m_grid : nullptr);
    m_sources.clear();
    if (!m_shown) {
        m_again.stop();
        if (m_wall)
            m_wall->rest();
        return;
    }
    QList<AngleGrid::Name> names;
    for (const catalogue::Angle& angle : angles) {
        names << AngleGrid::Name{angle.number, QString::fromStdString(angle.name)};
        m_sources.push_back(angle.sourceId);
        find(angle);
    }
    m_grid->setAngles(names);
    m_grid->setCurrent(m_viewer.angle());
    if (!m_wall)
        m_wall = std::make_unique<playback::AngleWall>(
            m_session.media(),
            // Many pictures arrive at once: one look at them is enough. The wall ends before this does.
            [this, told = m_told] {
                if (!told->exchange(true))
                    QMetaObject::invokeMethod(
                        this,
                        [this, told] {
                            told->store(false);
                            follow();
                        },
                        Qt::QueuedConnection);
            },
            playback::AngleWall::Options{});
    std::vector<playback::WallAngle> rows;
    for (const Uuid& source : m_sources) {
        const auto known = m_known.find(source);
        rows.push_back(known == m_known.end() ? notFound(source) : known->second);
    }
    m_wall->setAngles(std::move(rows));
    follow();
}

/// Looks up where the angle lies in time, unless that is known.
void AngleTiles::find(const catalogue::Angle& angle) {
    const Uuid source = angle.sourceId;
    if (const auto view = m_session.sources()->peek(source)) {
        m_known[source] = angleOf(*view, source);
        m_failed.erase(source);
        return;
    }
    if (m_known.contains(source) || m_looking.contains(source))
        return;
    m_looking[source] = m_session.tasks().run(
        this,
        [sources = m_session.sources(), source](std::stop_token stop) { return sources->get(source, stop); },
        [this, source](const Result<tams::SourceView>& view) {
            m_looking.erase(source);
            if (view) {
                m_known[source] = angleOf(*view, source);
                m_failed.erase(source);
            } else {
                m_known[source] = notFound(source);
                m_failed[source] = QString::fromStdString(view.error().message);
            }
            rebuild();
        });
}

QString AngleTiles::wordsFor(const Uuid& source, const playback::WallTile& tile) const {
    if (const auto failed = m_failed.find(source); failed != m_failed.end())
        return failed->second;
    if (tile.picture || !m_known.contains(source))
        return {};
    if (tile.outside)
        return tr("No picture at this time");
    return tile.error ? QString::fromStdString(tile.error->message) : QString();
}

void AngleTiles::follow() {
    if (!m_shown || !m_wall || !m_viewer.isLoaded())
        return;
    const playback::Speed speed = m_viewer.player().state().speed;
    const auto tiles = m_wall->follow({m_viewer.timing().clock, m_viewer.frame(), speed});
    bool missing = false;
    int rung = 0;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        m_grid->show(static_cast<qsizetype>(i), tiles[i], wordsFor(m_sources[i], tiles[i]));
        missing = missing || (!tiles[i].exact && !tiles[i].outside) || m_failed.contains(m_sources[i]);
        rung = std::max(rung, tiles[i].rungHeight);
    }
    m_viewer.panel()->setTilesRung(rung);
    if (missing && speed.paused())
        m_again.start();
    else
        m_again.stop();
}

} // namespace cutaway::ui
