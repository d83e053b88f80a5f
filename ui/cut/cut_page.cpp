#include "ui/cut/cut_page.h"

#include "ui/actions/action_set.h"
#include "ui/cut/inspector_panel.h"
#include "ui/cut/people_bar.h"
#include "ui/cut/picture_handles.h"
#include "ui/cut/selects_panel.h"
#include "ui/cut/selects_tab.h"
#include "ui/cut/take_outbox.h"
#include "ui/cut/timeline_media.h"
#include "ui/cut/timeline_tools.h"
#include "ui/cut/timeline_waveforms.h"
#include "ui/cut/trim_monitor.h"
#include "ui/cut/trim_play.h"
#include "ui/cut/voice_dialog.h"
#include "ui/scopes/scope_panel.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/timeline/timeline_view.h"
#include "ui/viewer/angle_tiles.h"
#include "ui/viewer/level_meter.h"
#include "ui/viewer/programme_screen.h"
#include "ui/viewer/viewer_keys.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/timecode_field.h"

#include "core/timeline/source_position.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace cutaway::ui {

namespace {
constexpr int selectsWidth = 320;
constexpr int scopesWidth = 400;
} // namespace

CutPage::CutPage(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , m_session(parts.session)
    , m_actions(parts.actions)
    , m_audio(parts.audio)
    , m_document(parts.session, parts.dataFolder + QStringLiteral("/journals"), parts.outbox)
    , m_directory(parts.session)
    , m_input(parts.input)
    , m_takes(new TakeOutbox(parts.session, parts.dataFolder.toStdString() + "/takes", this)) {
    build(parts);
    follow();
    m_document.openLast();
    setActiveSide(Side::Source);
    takeKeys();
    new ViewerKeys(
        this, m_actions,
        [this]() -> PlayerLink& {
            return m_side == Side::Programme && m_trimPlay->isReady() ? m_trimPlay->player() : activePlayer();
        },
        [this] { return activePanel()->timecode(); });
}

CutPage::~CutPage() {
    delete m_voice; // it listens to the programme
    m_timeline->setProviders(nullptr, nullptr);
}

void CutPage::build(const Parts& parts) {
    m_sourcePanel = new ViewerPanel(ViewerPanel::Side::Source, m_actions);
    m_programmePanel = new ViewerPanel(ViewerPanel::Side::Programme, m_actions);
    m_source = new SourceViewer(m_session, m_audio, m_sourcePanel, this);
    m_programmePanel->attach(&m_programme);
    m_sourcePanel->setPlaceholder(StatePanel::Kind::Empty, tr("Nothing open"),
                                  tr("Pick a picture in Browse and press Enter."));
    m_sourcePanel->addTransportButton(QStringLiteral("angle.tiles"), QStringLiteral("grid"));
    m_sourcePanel->addTransportButton(QStringLiteral("angle.sounds"), QStringLiteral("sound"));
    m_sourcePanel->addTransportButton(QStringLiteral("edit.insert"), QStringLiteral("insert"));
    m_sourcePanel->addTransportButton(QStringLiteral("edit.overwrite"), QStringLiteral("overwrite"));

    auto* viewers = new Splitter(Qt::Horizontal, QStringLiteral("cut/viewers"), {960, 960});
    viewers->addWidget(m_sourcePanel);
    viewers->addWidget(m_programmePanel);
    viewers->restore();
    auto* pictures = new Splitter(Qt::Horizontal, QStringLiteral("cut/scopes"), {1460, scopesWidth});
    m_scopes = new ScopePanel(m_actions);
    pictures->addWidget(viewers);
    pictures->addWidget(m_scopes);
    pictures->setStretchFactor(0, 1);
    pictures->setStretchFactor(1, 0);
    pictures->restore();

    auto* lower = new Splitter(Qt::Horizontal, QStringLiteral("cut/lower"), {selectsWidth, 1560});
    lower->addWidget(makeLists(parts));
    lower->addWidget(makeTimeline(parts));
    lower->restore();

    m_rows = new Splitter(Qt::Vertical, QStringLiteral("cut/rows"), {606, 400}, this);
    m_rows->addWidget(pictures);
    m_rows->addWidget(lower);
    m_rows->restore();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(new PeopleBar(m_document, m_actions, this));
    auto* layout = new QHBoxLayout;
    whole->addLayout(layout, 1);
    layout->setSpacing(theme::panelGap);
    layout->addWidget(m_rows, 1);
    m_meter = new LevelMeter(parts.meter, m_actions, this);
    m_meter->setProperty(besidePanelsProperty, true);
    layout->addWidget(m_meter);
    new AngleTiles(m_session, *m_source, m_actions, this);
    m_trimMonitor = new TrimMonitor(m_session, m_document.link(), *m_sourcePanel, *m_programmePanel, m_audio);
    m_trimPlay = new TrimPlay(m_document.link(), *m_trimMonitor, *m_timeline, this);
    new ProgrammeScreen(m_programmePanel->view(), m_actions, this);
}

/// Selects and Inspector, one at a time.
QWidget* CutPage::makeLists(const Parts& parts) {
    auto* panel = new QFrame;
    panel->setProperty(theme::kindProperty, QStringLiteral("panel"));
    m_tabs = new QTabBar(panel);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFont(theme::title());
    m_tabs->setAccessibleName(tr("Beside the timeline"));
    m_tabs->addTab(tr("Selects"));
    m_tabs->addTab(tr("Inspector"));
    auto* pages = new QStackedWidget(panel);
    auto* selects = new SelectsTab(m_document.link(), parts.thumbnails, m_actions, pages);
    m_selects = &selects->list();
    m_inspector = new InspectorPanel(m_document.link(), m_actions, pages);
    pages->addWidget(selects);
    pages->addWidget(m_inspector);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, theme::padding, 0);
    head->addWidget(m_tabs, 1);
    head->addWidget(selects->tools());
    connect(selects, &SelectsTab::asked, this, [this] { m_tabs->setCurrentIndex(0); });
    connect(m_inspector, &InspectorPanel::goTo, this, &CutPage::seekRecord);
    connect(m_tabs, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
    auto* handles = new PictureHandles(m_document.link(), *m_programmePanel->view());
    handles->installEventFilter(m_programmePanel); // a press on them activates it, as one beside them does
    connect(m_tabs, &QTabBar::currentChanged, handles, [handles](int tab) { handles->setOn(tab == 1); });
    connect(m_tabs, &QTabBar::currentChanged, selects,
            [selects](int tab) { selects->tools()->setVisible(tab == 0); });
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(pages, 1);
    return panel;
}

void CutPage::showInspector() {
    m_tabs->setCurrentIndex(1);
    m_inspector->takeFocus();
}

QWidget* CutPage::makeTimeline(const Parts& parts) {
    auto* panel = new QFrame;
    panel->setProperty(theme::kindProperty, QStringLiteral("panel"));
    m_timeline = new TimelineView(m_document.link(), panel);
    m_pictures = new TimelineThumbnails(m_document.link(), parts.thumbnails, this);
    m_waveforms = new TimelineWaveforms(m_session, this);
    m_timeline->setProviders(m_pictures, m_waveforms);
    connect(&m_actions, &ActionSet::keysChanged, m_timeline, [this] { nameKeys(); });
    nameKeys();
    m_refusal = new StateBar(panel);
    m_refusal->floatOver(m_timeline);
    m_refusalTime.setSingleShot(true);
    connect(&m_refusalTime, &QTimer::timeout, m_refusal, &QWidget::hide);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new TimelineTools(m_document.link(), m_actions, panel));
    column->addWidget(m_timeline, 1);
    return panel;
}

void CutPage::nameKeys() {
    m_timeline->setInsertKey(m_actions.keyText(QStringLiteral("edit.insert")));
    m_selects->setKeepKey(m_actions.keyText(QStringLiteral("mark.addToSelects")));
    nameEmpty();
}

/// What to do with an empty sequence, by the keys that do it.
void CutPage::nameEmpty() {
    if (!m_document.link().isOpen() || editing().sequence()->durationFrames() > 0)
        return;
    const auto key = [this](const char* id) { return m_actions.keyText(QLatin1String(id)); };
    m_programmePanel->setPlaceholder(StatePanel::Kind::Empty, tr("The sequence is empty"),
                                     tr("Mark a part on the left with %1 and %2, then press “%3”.")
                                         .arg(key("mark.in"), key("mark.out"), key("edit.insert")));
}

void CutPage::showRefusal(const QString& sentence) {
    constexpr int readingMilliseconds = 8000;
    m_refusal->present(StatePanel::Kind::Warning, sentence,
                       {{tr("Dismiss"), false, [this] { m_refusal->hide(); }}});
    m_refusal->show();
    m_refusalTime.start(readingMilliseconds);
}

void CutPage::follow() {
    SessionLink& link = m_document.link();
    // Later, so that what the opening of the last project has to say finds somebody who listens.
    connect(&m_document, &ProjectDocument::status, this, &CutPage::status, Qt::QueuedConnection);
    connect(&m_document, &ProjectDocument::savedChanged, this, &CutPage::savedChanged, Qt::QueuedConnection);
    connect(&link, &SessionLink::opened, this, &CutPage::showSequence);
    connect(&link, &SessionLink::sequenceChanged, this, &CutPage::showSequence);
    connect(&link, &SessionLink::marksChanged, this, &CutPage::showRecordMarks);
    connect(&link, &SessionLink::refused, this, &CutPage::showRefusal);
    connect(&link, &SessionLink::sequenceChanged, m_refusal, &QWidget::hide);

    const auto useMedia = [this] { m_programme.setMedia(m_session.media(), m_audio); };
    connect(&m_session, &CloudSession::opened, this, [this, useMedia] {
        ++m_openRequest;
        ++m_swapRequest;
        useMedia();
    });
    useMedia();

    m_programme.setStandsBehindEnd(true);
    // The playhead is the session's; the player follows it while standing still and leads it while playing.
    connect(&m_programme, &PlayerLink::positionChanged, this, [this](qint64 frame) {
        if (m_document.link().isOpen())
            editing().setPlayhead(frame);
    });
    connect(&link, &SessionLink::playheadChanged, this, &CutPage::showSourcePosition);
    connect(&link, &SessionLink::playheadChanged, this, [this] {
        if (m_document.link().isOpen() && !m_programme.isPlaying())
            m_programme.seek(editing().playhead());
    });
    connect(&m_programme, &PlayerLink::stateChanged, this, [this](const playback::PlayerState& state) {
        m_timeline->setPlaying(!state.speed.paused());
        // One device: what starts to sound silences the other.
        if (!state.speed.paused()) {
            m_source->player().stop();
            hear(Side::Programme);
        }
    });
    connect(&m_source->player(), &PlayerLink::stateChanged, this, [this](const playback::PlayerState& state) {
        if (!state.speed.paused()) {
            m_programme.stop();
            hear(Side::Source);
        }
    });
    connect(m_timeline, &TimelineView::seekRequested, this, [this](qint64 frame) {
        setActiveSide(Side::Programme);
        scrubRecord(frame);
    });
    connect(m_timeline, &TimelineView::edgesShown, m_trimMonitor, &TrimMonitor::showEdges);
    connect(m_trimPlay, &TrimPlay::started, this, [this] {
        m_programme.stop();
        m_source->player().stop();
        hear(Side::Programme);
    });
    connect(m_trimPlay, &TrimPlay::ended, this, [this](qint64 frames) {
        showSequence();
        Q_EMIT status(frames == 0 ? tr("The edit stays where it was")
                                  : tr("The edit was moved by %1 frames").arg(frames));
    });
    connect(&m_actions, &ActionSet::triggered, this, &CutPage::endTrimBefore);
    connect(m_takes, &TakeOutbox::status, this, &CutPage::status);
    connect(m_takes, &TakeOutbox::arrived, this, [this] {
        m_session.media()->refresh(); // what was silent is there now
        m_programme.refresh();
        m_timeline->update();
    });
    connect(m_timeline, &TimelineView::clipOpened, this,
            [this](const Uuid& source, qint64 frame) { openClip(source, frame); });
    connect(m_timeline, &TimelineView::selectsDropped, this,
            [this](const QStringList& ids, qint64 frame, bool insert) {
                report(editing().placeAll(m_selects->rangesOf(ids), frame, insert));
            });
    connect(m_selects, &SelectsPanel::openRequested, this, [this](const timeline::MarkedRange& range) {
        openClip(range.source.multiSource, range.in, timeline::UnitRange{range.in, range.out});
    });
    connect(m_source, &SourceViewer::loaded, this, [this] {
        if (!m_source->isLoaded())
            return;
        editing().know(m_source->timing());
        m_directory.know(m_source->unit());
        m_timeline->setSourceMembers(true, m_source->timing().sounds);
        m_scopes->follow(activePanel());
    });
    connect(m_source, &SourceViewer::status, this, &CutPage::status);
    connect(m_sourcePanel, &ViewerPanel::activated, this, [this] { setActiveSide(Side::Source); });
    connect(m_programmePanel, &ViewerPanel::activated, this, [this] { setActiveSide(Side::Programme); });
}

timeline::SequencePtr CutPage::sequence() const {
    return const_cast<CutPage*>(this)->m_document.session().sequence();
}

void CutPage::showSequence() {
    // Between two projects, and while a trim is played, which has players of its own.
    if (!m_document.link().isOpen() || m_trimPlay->isRunning())
        return;
    const timeline::SequencePtr now = editing().sequence();
    m_programmePanel->setName(QString::fromStdString(now->name));
    m_programmePanel->setTimeLine(now->durationFrames(), now->timecode(), now->startFrame);
    m_programme.setSequence(now);
    if (!m_programme.isPlaying())
        m_programme.seek(editing().playhead());
    if (now->durationFrames() == 0)
        nameEmpty();
    else
        m_programmePanel->clearPlaceholder();
    m_actions.setEnabled(QStringLiteral("edit.undo"), editing().history().canUndo(),
                         tr("There is no edit to take back."));
    m_actions.setEnabled(QStringLiteral("edit.redo"), editing().history().canRedo(),
                         tr("No edit was taken back."));
    showRecordMarks();
    showSourcePosition();
    if (!editing().lastAction().empty())
        Q_EMIT status(QString::fromStdString(editing().lastAction()));
    Q_EMIT sequenceChanged();
}

void CutPage::showRecordMarks() {
    if (!m_document.link().isOpen())
        return;
    const auto in = editing().markIn();
    const auto out = editing().markOut();
    if (!in && !out) {
        m_programmePanel->setRange(std::nullopt);
        return;
    }
    m_programmePanel->setRange(
        timeline::UnitRange{in.value_or(0), out.value_or(editing().sequence()->durationFrames())});
}

void CutPage::showSourcePosition() {
    if (!m_document.link().isOpen())
        return;
    const auto at = timeline::sourceAt(*editing().sequence(), editing().playhead(), editing().sources());
    m_programmePanel->setSourcePosition(at ? QString::fromStdString(at->name) : QString(),
                                        at ? QString::fromStdString(timecodeText(at->timecode, at->format))
                                           : QString());
}

/// A measurement is of one programme: that of the other side starts anew.
void CutPage::hear(Side side) {
    if (std::exchange(m_heard, side) != side)
        m_meter->restart();
}

void CutPage::setActiveSide(Side side) {
    m_side = side;
    m_sourcePanel->setActive(side == Side::Source);
    m_programmePanel->setActive(side == Side::Programme);
    m_scopes->follow(activePanel());
}

ViewerPanel* CutPage::activePanel() const {
    return m_side == Side::Source && m_source->isLoaded() ? m_sourcePanel : m_programmePanel;
}

PlayerLink& CutPage::activePlayer() {
    if (m_trimPlay->isRunning())
        return m_trimPlay->player();
    return m_side == Side::Source && m_source->isLoaded() ? m_source->player() : m_programme;
}

void CutPage::open(const catalogue::Unit& unit, int angle, qint64 absoluteFrame) {
    ++m_openRequest;
    m_source->open(unit, {angle, absoluteFrame, false});
    setActiveSide(Side::Source);
    m_sourcePanel->setFocus();
}

/// With its unit, so that the other angles are there; by itself when it belongs to none.
void CutPage::openClip(const Uuid& source, std::int64_t absoluteFrame,
                       std::optional<timeline::UnitRange> range) {
    setActiveSide(Side::Source);
    m_directory.findUnit(source, [this, source, absoluteFrame, range,
                                  request = ++m_openRequest](const Result<catalogue::Unit>& unit) {
        if (request != m_openRequest)
            return;
        int number = 0;
        if (unit)
            for (const catalogue::Angle& angle : unit->angles)
                if (angle.sourceId == source)
                    number = angle.number;
        if (number > 0) {
            m_source->open(*unit, {number, absoluteFrame, false});
        } else {
            const auto& known = editing().sources();
            const auto found = known.find(source);
            m_source->openSource(
                source, found == known.end() ? QString() : QString::fromStdString(found->second.name),
                {0, absoluteFrame, false});
        }
        if (range)
            m_source->setRange(range);
    });
}

void CutPage::seekRecord(std::int64_t frame) {
    m_programme.stop();
    editing().setPlayhead(frame);
    m_programme.seek(editing().playhead());
}

void CutPage::scrubRecord(std::int64_t frame) {
    m_programme.stop();
    editing().setPlayhead(frame);
    m_programme.scrub(editing().playhead());
}

void CutPage::goTo(qint64 recordFrame) {
    setActiveSide(Side::Programme);
    seekRecord(recordFrame);
    m_timeline->showPlayhead();
}

void CutPage::report(const Result<void>& result) {
    m_document.link().report(result);
}

bool CutPage::sourceReady() {
    if (m_source->isLoaded())
        return true;
    showRefusal(m_source->isArriving() ? tr("The angle is still on its way. Try again in a moment.")
                                       : tr("Nothing is open on the left. Pick a picture in Browse first."));
    return false;
}

timeline::SourceSide CutPage::sourceSide() const {
    timeline::SourceSide side;
    side.source = m_source->timing();
    side.position = m_source->frame();
    if (const auto range = m_source->range()) {
        side.in = range->first;
        side.out = range->end;
    }
    return side;
}

} // namespace cutaway::ui
