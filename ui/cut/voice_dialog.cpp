#include "ui/cut/voice_dialog.h"

#include "ui/cut/take_outbox.h"
#include "ui/theme/measures.h"
#include "ui/theme/type.h"
#include "ui/timeline/session_link.h"
#include "ui/viewer/player_link.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace cutaway::ui {

namespace {

constexpr int tickMilliseconds = 40;
constexpr int lowestLevel = -60; ///< dB at the left end of the meter
constexpr std::int64_t samplesPerMillisecond = 48;

QString settingKey(const char* name) {
    return QStringLiteral("voice/%1").arg(QLatin1String(name));
}

} // namespace

VoiceDialog::VoiceDialog(const Parts& parts, QWidget* parent)
    : QDialog(parent)
    , m_link(parts.link)
    , m_programme(parts.programme)
    , m_input(parts.input)
    , m_outbox(parts.outbox)
    , m_recorder(parts.programme, parts.input, parts.output)
    , m_device(new QComboBox(this))
    , m_track(new QComboBox(this))
    , m_preRoll(new QSpinBox(this))
    , m_latency(new QSpinBox(this))
    , m_level(new QProgressBar(this))
    , m_count(new QLabel(this))
    , m_words(new QLabel(this))
    , m_record(new QPushButton(this)) {
    setWindowTitle(tr("Voice-over"));
    const QSettings settings;
    m_preRoll->setRange(0, 10);
    m_preRoll->setSuffix(tr(" s"));
    m_preRoll->setValue(settings.value(settingKey("preRoll"), 3).toInt());
    m_preRoll->setToolTip(tr("What plays before it is recorded."));
    m_latency->setRange(-500, 500);
    m_latency->setSuffix(tr(" ms"));
    m_latency->setValue(settings.value(settingKey("latency"), 0).toInt());
    m_latency->setToolTip(
        tr("How long the way from the microphone takes. A take that lands late needs more."));
    m_level->setRange(lowestLevel, 0);
    m_level->setTextVisible(false);
    m_count->setFont(theme::numbers(20, QFont::Medium));
    m_words->setObjectName(QStringLiteral("hint"));
    m_words->setWordWrap(true);
    m_words->setMinimumWidth(280);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    form->setHorizontalSpacing(theme::section);
    form->setVerticalSpacing(theme::paddingWide);
    for (const auto& [name, widget] : {std::pair<QString, QWidget*>(tr("Microphone"), m_device),
                                       std::pair<QString, QWidget*>(tr("Track"), m_track),
                                       std::pair<QString, QWidget*>(tr("Pre-roll"), m_preRoll),
                                       std::pair<QString, QWidget*>(tr("Delay of the device"), m_latency),
                                       std::pair<QString, QWidget*>(tr("Level"), m_level)}) {
        widget->setAccessibleName(name);
        form->addRow(name, widget);
    }
    form->addRow(m_count);
    form->addRow(m_words);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_record, QDialogButtonBox::ActionRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_record, &QPushButton::clicked, this, &VoiceDialog::toggle);
    connect(&m_recorder, &VoiceRecorder::phaseChanged, this, &VoiceDialog::showPhase);
    connect(&m_recorder, &VoiceRecorder::finished, this, &VoiceDialog::land);
    connect(&m_recorder, &VoiceRecorder::failed, m_words, &QLabel::setText);
    connect(&m_link, &SessionLink::opened, this, &VoiceDialog::fillTracks);
    connect(&m_link, &SessionLink::sequenceChanged, this, &VoiceDialog::fillTracks);
    // What was spoken until then is a take, while there is a sequence to lay it in.
    connect(qApp, &QCoreApplication::aboutToQuit, &m_recorder, &VoiceRecorder::stop);
    m_tick.setInterval(tickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &VoiceDialog::tick);
    fillDevices();
    fillTracks();
    m_words->setText(tr("Records from the playhead on, or between In and Out."));
    showPhase();
}

VoiceDialog::~VoiceDialog() {
    m_recorder.disconnect(this); // what it says while it ends would find half of a dialog
}

void VoiceDialog::fillDevices() {
    const QString usual = QSettings().value(settingKey("device")).toString();
    for (const playback::AudioInputDevice& device : m_input.devices()) {
        m_device->addItem(QString::fromStdString(device.name), QString::fromStdString(device.id));
        if (QString::fromStdString(device.id) == usual)
            m_device->setCurrentIndex(m_device->count() - 1);
    }
}

/// The last sound track is offered first: commentary lies under the angle's own sounds.
void VoiceDialog::fillTracks() {
    const QVariant chosen = m_track->currentData();
    const QSignalBlocker quiet(m_track);
    m_track->clear();
    for (const auto& track : m_link.session().sequence()->tracks)
        if (track->kind == timeline::TrackKind::Audio && !track->locked)
            m_track->addItem(QString::fromStdString(track->name),
                             QString::fromStdString(track->id.toString()));
    const int index = m_track->findData(chosen);
    m_track->setCurrentIndex(index >= 0 ? index : m_track->count() - 1);
}

void VoiceDialog::toggle() {
    if (m_recorder.phase() != VoiceRecorder::Phase::Idle) {
        m_recorder.stop();
        return;
    }
    const timeline::EditorSession& session = m_link.session();
    if (session.isReadOnly()) {
        m_words->setText(tr("Somebody else edits this project: a take would have no place in it."));
        return;
    }
    const auto track = Uuid::parse(m_track->currentData().toString().toStdString());
    if (!track) {
        m_words->setText(tr("There is no sound track that is not locked."));
        return;
    }
    QSettings settings;
    settings.setValue(settingKey("device"), m_device->currentData());
    settings.setValue(settingKey("preRoll"), m_preRoll->value());
    settings.setValue(settingKey("latency"), m_latency->value());
    const FrameRate rate = session.sequence()->rate;
    VoiceRecorder::Order order;
    order.folder = m_outbox.folder();
    order.name = tr("Voice-over %1").arg(settings.value(settingKey("count"), 0).toInt() + 1);
    order.device = m_device->currentData().toString().toStdString();
    order.punchIn = session.markIn().value_or(session.playhead());
    if (session.markIn() && session.markOut())
        order.punchOut = session.markOut();
    order.preRoll = mulDivRound(m_preRoll->value(), rate.num, rate.den);
    order.latency = m_latency->value() * samplesPerMillisecond;
    m_trackId = *track;
    if (const auto started = m_recorder.start(order); !started)
        m_words->setText(QString::fromStdString(started.error().message));
}

void VoiceDialog::showPhase() {
    using Phase = VoiceRecorder::Phase;
    const Phase phase = m_recorder.phase();
    const bool idle = phase == Phase::Idle;
    m_record->setText(idle ? tr("Record") : tr("Stop"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_device, m_track, m_preRoll, m_latency})
        widget->setEnabled(idle);
    if (phase == Phase::CountIn || phase == Phase::PreRoll)
        m_words->setText(tr("Get ready…"));
    else if (phase == Phase::Recording)
        m_words->setText(tr("Recording"));
    idle ? m_tick.stop() : m_tick.start();
    tick();
}

void VoiceDialog::tick() {
    const double level = m_recorder.takeLevel();
    const int decibels = level > 0 ? static_cast<int>(std::lround(20 * std::log10(level))) : lowestLevel;
    m_level->setValue(std::clamp(decibels, lowestLevel, 0));
    const FrameRate rate = m_link.session().sequence()->rate;
    const std::int64_t frames = m_recorder.framesToPunchIn();
    const std::int64_t seconds = (frames * rate.den + rate.num - 1) / rate.num;
    const bool recording = m_recorder.phase() == VoiceRecorder::Phase::Recording;
    m_count->setText(recording    ? QStringLiteral("●")
                     : frames > 0 ? QStringLiteral("−%1").arg(seconds)
                                  : QStringLiteral("–"));
}

void VoiceDialog::land(const VoiceTake& take) {
    QSettings settings;
    settings.setValue(settingKey("count"), settings.value(settingKey("count"), 0).toInt() + 1);
    m_outbox.add(take);
    timeline::EditorSession& session = m_link.session();
    session.know(take.timing());
    auto change = overwrite(*session.sequence(), take.frames.first, take.range(),
                            std::vector<timeline::Patch>{{m_trackId, 1}});
    if (change)
        change->name = "Record voice-over";
    if (!m_link.report(session.take(change))) {
        m_words->setText(tr("The take is kept, but not in the sequence."));
        return;
    }
    const QString delay =
        m_latency->value() == 0 ? QString() : tr(" A delay of %1 ms was taken off.").arg(m_latency->value());
    m_words->setText((take.deviceLost
                          ? tr("The microphone has gone. %1 lies where it was spoken, as far as it came.")
                          : tr("%1 lies where it was spoken."))
                         .arg(take.name) +
                     delay);
}

void VoiceDialog::done(int result) {
    m_recorder.stop(); // what was spoken is a take
    QDialog::done(result);
}

} // namespace cutaway::ui
