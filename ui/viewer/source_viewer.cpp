#include "ui/viewer/source_viewer.h"

#include "ui/viewer/source_timing.h"
#include "ui/viewer/video_view.h"

#include <QInputDialog>

#include <algorithm>
#include <utility>

namespace cutaway::ui {

namespace {

timeline::SourceTiming timingOf(const tams::SourceView& view, const QString& name, int angle) {
    timeline::SourceTiming timing = ui::timingOf(view);
    timing.name = name.toStdString();
    timing.angle = angle;
    return timing;
}

playback::SequenceEnd endOf(const tams::SourceView& view) {
    return view.growing() ? playback::SequenceEnd::Growing : playback::SequenceEnd::Final;
}

constexpr int growthRest = 300; // ms: pieces arrive one after another
constexpr int pollEvery = 500;  // ms

} // namespace

SourceViewer::SourceViewer(CloudSession& session, playback::AudioOutput* audio, ViewerPanel* panel,
                           QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_audio(audio)
    , m_panel(panel)
    , m_live(m_player, panel, nullptr)
    , m_sounds(m_player, panel, nullptr) {
    m_panel->attach(&m_player);
    m_player.setMedia(session.media(), audio);
    connect(&session, &CloudSession::opened, this, [this] {
        close();
        m_player.setMedia(m_session.media(), m_audio);
    });
    m_growth.setSingleShot(true);
    m_growth.setInterval(growthRest);
    connect(&m_growth, &QTimer::timeout, this, &SourceViewer::grow);
    connect(&session, &CloudSession::sourceGrew, this, [this] {
        if (!m_timing || m_arriving)
            return;
        if (const auto known = m_session.sources()->peek(m_timing->multiSource))
            growTo(*known);
        else if (!m_growth.isActive()) // more than its length has changed: the session has forgotten it
            m_growth.start();
    });
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_timing && m_live.isLive() && !m_session.isConnected())
            m_session.askGrowth(m_timing->multiSource);
    });
    m_poll.start();
    connect(panel, &ViewerPanel::angleChosen, this, &SourceViewer::setAngle);
    close();
}

void SourceViewer::close() {
    m_loading.request_stop();
    m_arriving = false;
    m_unit = {};
    m_angle = 0;
    m_marks.clear();
    m_range.reset();
    takeOff();
    m_panel->setAngles({}, 0);
    m_panel->setName({});
    m_panel->setPlaceholder(StatePanel::Kind::Empty, tr("No angle is open"),
                            tr("Choose an event in Browse and press Enter."));
}

/// Nothing is in view any more, and nothing sounds.
void SourceViewer::takeOff() {
    m_timing.reset();
    m_live.end();
    m_sounds.end();
    m_player.stop();
    m_player.setSequence(nullptr);
    m_panel->view()->setPicture(nullptr, false);
    clearTimeLine();
}

void SourceViewer::clearTimeLine() {
    m_panel->clearTimeLine();
    m_panel->setMarks({});
    m_panel->setRange(std::nullopt);
}

const catalogue::Angle* SourceViewer::angleNumbered(int number) const {
    for (const auto& angle : m_unit.angles)
        if (angle.number == number)
            return &angle;
    return nullptr;
}

void SourceViewer::setUnit(const catalogue::Unit& unit) {
    m_unit = unit;
    QList<AngleChoice> choices;
    for (const auto& angle : unit.angles)
        choices << AngleChoice{angle.number, QString::fromStdString(angle.name),
                               angle.state != catalogue::AngleState::Waiting};
    m_panel->setAngles(choices, m_angle);
}

void SourceViewer::open(const catalogue::Unit& unit, const OpenAt& at) {
    m_loading.request_stop();
    m_arriving = false;
    const bool sameUnit = unit.id == m_unit.id;
    m_unit = unit;
    if (!sameUnit) {
        m_range.reset();
        m_marks.clear();
        takeOff();
    }
    m_angle = at.angle;
    const catalogue::Angle* wanted = angleNumbered(at.angle);
    for (const auto& angle : m_unit.angles)
        if (!wanted && angle.state != catalogue::AngleState::Waiting)
            wanted = &angle;
    m_angle = wanted ? wanted->number : 0;
    setUnit(unit);
    if (!wanted) {
        takeOff();
        m_panel->setName(QString::fromStdString(unit.name));
        m_panel->setPlaceholder(
            StatePanel::Kind::Empty,
            unit.angles.empty() ? tr("No pictures of this event") : tr("The pictures are on their way"),
            unit.angles.empty() ? tr("Nothing was recorded here, or not yet.")
                                : tr("They are being brought in. They open here as soon as they can play."));
        return;
    }
    m_panel->setName(QString::fromStdString(unit.name));
    loadMarks();
    resolve(wanted->sourceId, QString::fromStdString(wanted->name), at);
}

void SourceViewer::openSource(const Uuid& sourceId, const QString& name, const OpenAt& at) {
    close();
    resolve(sourceId, name, at);
}

void SourceViewer::setAngle(int number) {
    const catalogue::Angle* angle = angleNumbered(number);
    if (!angle || angle->state == catalogue::AngleState::Waiting || number == m_angle)
        return;
    OpenAt at = m_timing ? OpenAt{} : m_wanted; // on its way still: the moment that was asked for
    at.angle = number;
    m_angle = number;
    setUnit(m_unit);
    resolve(angle->sourceId, QString::fromStdString(angle->name), at, true);
    Q_EMIT angleChanged(number);
}

void SourceViewer::resolve(const Uuid& sourceId, const QString& name, const OpenAt& at, bool sameInstant) {
    m_loading.request_stop();
    m_wanted = at;
    if (!m_session.sources())
        return;
    if (const auto known = m_session.sources()->peek(sourceId)) {
        show(*known, name, at, sameInstant);
        return;
    }
    m_arriving = true;
    if (m_timing)
        m_panel->view()->setPicture(m_panel->view()->picture(), false);
    else
        m_panel->setPlaceholder(StatePanel::Kind::Busy, tr("Opening %1").arg(name));
    m_loading = m_session.tasks().run(
        this,
        [sources = m_session.sources(), sourceId](std::stop_token stop) {
            return sources->get(sourceId, stop);
        },
        [this, sourceId, name, at, sameInstant](const Result<tams::SourceView>& view) {
            if (view)
                show(*view, name, at, sameInstant);
            else
                showFailure(view.error(), sourceId, name, at);
        });
}

/// `sameInstant`: as the angle in view stands by now, however long this one has taken to arrive.
void SourceViewer::show(const tams::SourceView& view, const QString& name, OpenAt at, bool sameInstant) {
    m_arriving = false;
    m_panel->view()->setPicture(m_panel->view()->picture(), false); // until this angle's own arrives
    if (sameInstant && m_timing) {
        at.time = m_timing->clock.timeOf(frame());
        at.play = m_player.isPlaying();
    }
    const auto before = std::exchange(m_timing, timingOf(view, name, m_angle));
    const auto& timing = *m_timing;
    if (timing.end <= timing.first) {
        m_player.stop();
        m_player.setSequence(nullptr);
        clearTimeLine();
        m_panel->setPlaceholder(StatePanel::Kind::Empty, tr("No picture yet"),
                                tr("%1 has only just begun.").arg(name));
        return;
    }
    m_panel->clearPlaceholder();
    const QString unitName = QString::fromStdString(m_unit.name);
    m_panel->setName(unitName.isEmpty() ? name : unitName);
    m_panel->setTimeLine(timing.end - timing.first, view.timecode, timing.startTimecode);
    m_live.end(); // of the angle before
    m_sounds.show(view);
    m_player.setSequence(sequenceOf(timing), endOf(view));
    if (view.growing())
        m_live.grewTo(timing.clock.rate, timing.end - timing.first);
    // Another rate would be another count: the marked part only stays with angles of the same clock.
    if (m_range && (m_range->first < timing.first || m_range->end > timing.end ||
                    (before && before->clock.rate != timing.clock.rate)))
        m_range.reset();
    refreshStrip();
    m_player.seek((at.time ? timing.clock.unitAt(*at.time) : at.frame.value_or(timing.first)) - timing.first);
    if (at.play && !m_player.isPlaying())
        m_player.toggle();
    Q_EMIT loaded();
    Q_EMIT rangeChanged();
}

void SourceViewer::grow() {
    if (!m_timing || m_arriving || !m_session.sources())
        return;
    m_session.tasks().run(
        this,
        [sources = m_session.sources(), id = m_timing->multiSource](std::stop_token stop) {
            return sources->get(id, stop);
        },
        [this](const Result<tams::SourceView>& view) {
            if (view)
                growTo(*view);
        });
}

void SourceViewer::growTo(const tams::SourceView& view) {
    if (!m_timing || m_arriving || m_timing->multiSource != view.sourceId)
        return;
    const QString name = QString::fromStdString(m_timing->name);
    const auto grown = timingOf(view, name, m_angle);
    if (m_timing->end <= m_timing->first) {
        show(view, name, m_wanted);
        return;
    }
    const bool longer = grown.end != m_timing->end;
    if (!longer && view.growing() == m_live.isLive())
        return;
    m_timing = grown;
    m_player.extend(sequenceOf(grown), endOf(view));
    if (view.growing())
        m_live.grewTo(grown.clock.rate, grown.end - grown.first);
    else
        m_live.end();
    if (!longer)
        return;
    m_panel->setTimeLine(grown.end - grown.first, view.timecode, grown.startTimecode);
    refreshStrip();
    Q_EMIT loaded();
}

void SourceViewer::goLive() {
    if (!m_live.goLive())
        Q_EMIT status(tr("This angle is not live: all of it is here."));
}

void SourceViewer::chooseSounds() {
    if (!m_sounds.openDesk())
        Q_EMIT status(tr("There is no sound here."));
}

void SourceViewer::showFailure(const Error& error, const Uuid& sourceId, const QString& name,
                               const OpenAt& at) {
    if (error.category == ErrorCategory::Cancelled)
        return;
    m_arriving = false;
    OpenAt again = at;
    if (m_timing && !again.frame && !again.time)
        again.time = m_timing->clock.timeOf(frame());
    takeOff();
    m_panel->setPlaceholder(
        StatePanel::Kind::Error, tr("%1 could not be opened").arg(name),
        QString::fromStdString(error.message),
        {{tr("Try again"), false, [this, sourceId, name, again] { resolve(sourceId, name, again); }}});
}

void SourceViewer::loadMarks() {
    if (!m_session.cloud())
        return;
    m_session.tasks().run(
        this,
        [cloud = m_session.cloud(), id = m_unit.id](std::stop_token stop) { return cloud->marks(id, stop); },
        [this, id = m_unit.id](const Result<std::vector<catalogue::Mark>>& marks) {
            if (!marks || id != m_unit.id)
                return;
            m_marks = *marks;
            std::sort(m_marks.begin(), m_marks.end(),
                      [](const auto& a, const auto& b) { return a.time < b.time; });
            refreshStrip();
            Q_EMIT loaded();
        });
}

void SourceViewer::refreshStrip() {
    if (!m_timing)
        return;
    QList<StripMark> shown;
    for (const auto& mark : m_marks) {
        const auto at = m_timing->clock.unitAt(mark.time);
        if (at >= m_timing->first && at < m_timing->end)
            shown << StripMark{at - m_timing->first, QString::fromStdString(mark.label),
                               QString::fromStdString(mark.kind)};
    }
    m_panel->setMarks(shown);
    std::optional<timeline::UnitRange> local;
    if (m_range)
        local = timeline::UnitRange{m_range->first - m_timing->first, m_range->end - m_timing->first};
    m_panel->setRange(local);
}

std::int64_t SourceViewer::frame() const {
    return m_timing ? m_timing->first + m_player.position() : 0;
}

void SourceViewer::seekFrame(std::int64_t absolute) {
    if (m_timing)
        m_player.seek(absolute - m_timing->first);
}

void SourceViewer::setRange(std::optional<timeline::UnitRange> absolute) {
    m_range = absolute;
    refreshStrip();
    Q_EMIT rangeChanged();
}

void SourceViewer::markIn() {
    if (!isLoaded())
        return;
    const auto end = m_range && m_range->end > frame() ? m_range->end : m_timing->end;
    setRange(timeline::UnitRange{frame(), end});
}

void SourceViewer::markOut() {
    if (!isLoaded())
        return;
    const auto first = m_range && m_range->first <= frame() ? m_range->first : m_timing->first;
    setRange(timeline::UnitRange{first, frame() + 1});
}

std::optional<timeline::MarkedRange> SourceViewer::markedRange() const {
    if (!isLoaded())
        return std::nullopt;
    const auto range = m_range.value_or(timeline::UnitRange{m_timing->first, m_timing->end});
    return timeline::MarkedRange{*m_timing, range.first, range.end};
}

void SourceViewer::goToNeighbourMark(int direction) {
    if (!m_timing)
        return;
    std::optional<std::int64_t> found;
    for (const auto& mark : m_marks) {
        const auto at = m_timing->clock.unitAt(mark.time);
        if (direction > 0 && at > frame() && !found)
            found = at;
        if (direction < 0 && at < frame())
            found = at;
    }
    if (found)
        seekFrame(*found);
}

void SourceViewer::askForMark() {
    if (!isLoaded() || m_unit.id.isNil())
        return;
    if (!m_session.isConnected()) {
        Q_EMIT status(tr("The cloud is away. Marks can be added when it is back."));
        return;
    }
    const Uuid unitId = m_unit.id;
    const Timestamp time = m_timing->clock.timeOf(frame()); // the picture may play on meanwhile
    bool given = false;
    const QString label = QInputDialog::getText(m_panel, tr("Add a mark"), tr("What happens here?"),
                                                QLineEdit::Normal, {}, &given);
    if (!given || label.trimmed().isEmpty())
        return;
    catalogue::Mark mark;
    mark.id = Uuid::random();
    mark.time = time;
    mark.label = label.trimmed().toStdString();
    mark.kind = "user";
    m_session.tasks().run(
        this,
        [cloud = m_session.cloud(), unitId, mark](std::stop_token stop) {
            return cloud->addMark(unitId, mark, stop);
        },
        [this, unitId](const Result<catalogue::Mark>& added) {
            Q_EMIT status(added ? tr("Marked “%1”").arg(QString::fromStdString(added->label))
                                : QString::fromStdString(added.error().message));
            if (added && unitId == m_unit.id)
                loadMarks();
        });
}

void SourceViewer::playMarked(bool loop) {
    if (const auto marked = markedRange())
        m_player.playRange({marked->in - m_timing->first, marked->out - m_timing->first, loop, {}});
}

} // namespace cutaway::ui
