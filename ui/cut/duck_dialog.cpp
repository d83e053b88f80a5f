#include "ui/cut/duck_dialog.h"

#include "core/playback/sound_measure.h"
#include "ui/session/cloud_session.h"
#include "ui/theme/measures.h"
#include "ui/timeline/session_link.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace cutaway::ui {

namespace {
constexpr std::int64_t samplesPerMillisecond = 48;
constexpr int longestMilliseconds = 10'000;
} // namespace

DuckDialog::DuckDialog(CloudSession& cloud, SessionLink& link, std::set<Uuid> bed, QWidget* parent)
    : QDialog(parent)
    , m_cloud(cloud)
    , m_link(link)
    , m_bed(std::move(bed))
    , m_depth(new QDoubleSpinBox(this))
    , m_threshold(new QDoubleSpinBox(this))
    , m_words(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_listen(new QPushButton(tr("Listen"), this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setWindowTitle(tr("Duck under other sounds"));
    const timeline::DuckSettings usual;
    auto* form = new QFormLayout(this);
    form->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    form->setHorizontalSpacing(theme::section);
    form->setVerticalSpacing(theme::paddingWide);

    auto* tracks = new QVBoxLayout;
    const timeline::Sequence& sequence = *link.session().sequence();
    const auto beside = timeline::tracksBeside(sequence, m_bed);
    for (const auto& track : sequence.tracks) {
        if (track->kind != timeline::TrackKind::Audio || track->items.empty())
            continue;
        auto* box = new QCheckBox(QString::fromStdString(track->name), this);
        box->setChecked(beside.contains(track->id));
        box->setAccessibleName(tr("Give way to %1").arg(box->text()));
        connect(box, &QCheckBox::toggled, this, &DuckDialog::measure);
        tracks->addWidget(box);
        m_tracks.append({box, track->id});
    }
    form->addRow(tr("Give way to"), tracks);

    const auto decibels = [&](QDoubleSpinBox* box, const QString& name, double lowest, double highest,
                              int value, const QString& suffix, const QString& tip) {
        box->setRange(lowest, highest);
        box->setDecimals(1);
        box->setSingleStep(1);
        box->setSuffix(suffix);
        box->setValue(value / 100.0);
        box->setAccessibleName(name);
        box->setToolTip(tip);
        box->setMinimumWidth(160);
        connect(box, &QDoubleSpinBox::valueChanged, this, &DuckDialog::preview);
        form->addRow(name, box);
    };
    decibels(m_depth, tr("Turn down by"), 0.5, 60, usual.depth, QStringLiteral(" dB"),
             tr("How much quieter the music is while the others are heard."));
    decibels(m_threshold, tr("When louder than"), -70, 0, usual.threshold, QStringLiteral(" LUFS"),
             tr("What the others must reach to be given way to: noise stays below it."));
    m_attack = makeTime(tr("Attack"), usual.attack, tr("On its way down. It is down when the others begin."));
    m_hold = makeTime(tr("Hold"), usual.hold, tr("How long it stays down after they have ended."));
    m_release = makeTime(tr("Release"), usual.release, tr("On its way up again."));
    for (const auto& [name, box] : {std::pair(tr("Attack"), m_attack), std::pair(tr("Hold"), m_hold),
                                    std::pair(tr("Release"), m_release)})
        form->addRow(name, box);
    m_words->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("hint"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Measuring"));
    m_listen->setToolTip(tr("Plays the sequence as it would sound, or stops it."));
    form->addRow(m_words);
    form->addRow(m_progress);
    m_buttons->addButton(m_listen, QDialogButtonBox::ActionRole);
    form->addRow(m_buttons);
    connect(m_listen, &QPushButton::clicked, this, &DuckDialog::listenRequested);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    link.session().beginDrag();
    measure();
}

DuckDialog::~DuckDialog() {
    m_measuring.request_stop();
}

QSpinBox* DuckDialog::makeTime(const QString& name, std::int64_t samples, const QString& tip) {
    auto* box = new QSpinBox(this);
    box->setRange(0, longestMilliseconds);
    box->setSingleStep(50);
    box->setSuffix(QStringLiteral(" ms"));
    box->setValue(static_cast<int>(samples / samplesPerMillisecond));
    box->setAccessibleName(name);
    box->setToolTip(tip);
    connect(box, &QSpinBox::valueChanged, this, &DuckDialog::preview);
    return box;
}

timeline::DuckSettings DuckDialog::settings() const {
    timeline::DuckSettings settings;
    settings.depth = qRound(m_depth->value() * 100);
    settings.threshold = qRound(m_threshold->value() * 100);
    settings.attack = m_attack->value() * samplesPerMillisecond;
    settings.hold = m_hold->value() * samplesPerMillisecond;
    settings.release = m_release->value() * samplesPerMillisecond;
    return settings;
}

void DuckDialog::measure() {
    m_measuring.request_stop();
    m_trace.reset();
    std::set<Uuid> tracks;
    for (const auto& [box, id] : m_tracks)
        if (box->isChecked())
            tracks.insert(id);
    const timeline::Sequence& sequence = *m_link.session().history().committed();
    const auto range = timeline::bedRange(sequence, m_bed);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_listen->setEnabled(false);
    if (tracks.empty()) {
        m_progress->hide();
        m_words->setText(tr("Choose at least one track to give way to."));
        return;
    }
    m_progress->setValue(0);
    m_progress->show();
    m_words->setText(tr("Measuring how loud the other tracks are…"));
    const auto progress = [bar = QPointer<QProgressBar>(m_progress)](int done) {
        QMetaObject::invokeMethod(
            qApp,
            [bar, done] {
                if (bar)
                    bar->setValue(done);
            },
            Qt::QueuedConnection);
    };
    m_measuring = m_cloud.tasks().run(
        this,
        [media = m_cloud.media(), only = timeline::onlySounds(sequence, tracks), range,
         progress](std::stop_token stop) {
            return playback::measureSound(*media, only, range.first, range.count(), progress, stop);
        },
        [this, request = ++m_request](const Result<timeline::LoudnessTrace>& trace) {
            if (request != m_request)
                return;
            m_progress->hide();
            if (!trace) {
                m_words->setText(QString::fromStdString(trace.error().message));
                return;
            }
            m_trace = *trace;
            preview();
        });
}

void DuckDialog::preview() {
    if (!m_trace)
        return;
    timeline::EditorSession& session = m_link.session();
    const auto change = duck(*session.history().committed(), m_bed, *m_trace, settings());
    const auto shown = session.dragEdit(change);
    const auto dips = timeline::duckedGain(*m_trace, settings()).keys.size() / 4;
    m_words->setText(!shown      ? QString::fromStdString(shown.error().message)
                     : dips == 0 ? tr("The other tracks never get that loud.")
                     : dips == 1 ? tr("The music goes down once.")
                                 : tr("The music goes down %1 times.").arg(dips));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(shown.ok());
    m_listen->setEnabled(shown.ok());
}

void DuckDialog::done(int result) {
    m_measuring.request_stop();
    if (result == Accepted)
        m_link.report(m_link.session().endDrag());
    else
        m_link.session().cancelDrag();
    QDialog::done(result);
}

} // namespace cutaway::ui
