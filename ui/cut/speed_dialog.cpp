#include "ui/cut/speed_dialog.h"

#include "core/timeline/index.h"
#include "ui/theme/measures.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <cstdlib>

namespace cutaway::ui {

namespace {

/// "33 1/3" for what two decimals cannot say, else "50" or "12.5".
QString percentText(timeline::ClipSpeed speed) {
    speed.num = std::abs(speed.num);
    const std::int64_t whole = speed.num * 100 / speed.den;
    const auto part = timeline::ClipSpeed::make(speed.num * 100 - whole * speed.den, speed.den);
    const bool decimal = speed.num * 10'000 % speed.den == 0;
    if (!decimal && part && part->den <= 1000)
        return QStringLiteral("%1 %2/%3").arg(whole).arg(part->num).arg(part->den);
    QString text = QString::fromStdString(speed.percent());
    text.chop(2);
    return text;
}

} // namespace

SpeedDialog::SpeedDialog(const timeline::Sequence& sequence, const std::set<Uuid>& clips, QWidget* parent)
    : QDialog(parent)
    , m_format(sequence.timecode())
    , m_percent(new QLineEdit(this))
    , m_duration(new QLineEdit(this))
    , m_backwards(new QCheckBox(tr("Backwards"), this))
    , m_keep(new QCheckBox(tr("Keep the length of the clip"), this))
    , m_hint(new QLabel(this)) {
    for (const Uuid& id : clips) {
        const auto place = timeline::findClip(sequence, id);
        if (!place)
            continue;
        const timeline::Track& track = *sequence.tracks[place->track];
        const auto frames = timeline::framesOf(track, place->units, sequence.rate).count();
        m_oneLength = m_oneLength && (m_frames == 0 || frames == m_frames);
        const bool picture = track.kind == timeline::TrackKind::Video;
        if (m_frames == 0 || picture) {
            m_clip = *place->clip;
            m_frames = frames;
        }
    }
    setWindowTitle(tr("Speed"));
    m_percent->setAccessibleName(tr("Speed in percent"));
    m_percent->setToolTip(tr("Such as 50, 33 1/3 or 200."));
    m_percent->setMinimumWidth(200);
    m_duration->setAccessibleName(tr("Duration"));
    m_keep->setToolTip(tr("The clip shows another part in the same time, and nothing else moves."));
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setWordWrap(true);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    form->setHorizontalSpacing(theme::section);
    form->setVerticalSpacing(theme::paddingWide);
    form->addRow(tr("Speed %"), m_percent);
    form->addRow(tr("Duration"), m_duration);
    form->addRow(QString(), m_backwards);
    form->addRow(QString(), m_keep);
    form->addRow(m_hint);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_percent, &QLineEdit::textEdited, this, &SpeedDialog::readPercent);
    connect(m_duration, &QLineEdit::textEdited, this, &SpeedDialog::readDuration);
    connect(m_backwards, &QCheckBox::toggled, this, &SpeedDialog::turn);
    connect(m_keep, &QCheckBox::toggled, this, [this] { show(m_speed, false); });
    // A held picture is set going again.
    show(m_clip.speed.isFreeze() ? timeline::ClipSpeed{} : m_clip.speed, true);
    m_percent->selectAll();
    m_percent->setFocus();
}

timeline::SpeedLength SpeedDialog::length() const {
    return m_keep->isChecked() ? timeline::SpeedLength::Keep : timeline::SpeedLength::Ripple;
}

void SpeedDialog::show(const timeline::ClipSpeed& speed, bool percentToo) {
    m_speed = speed;
    m_speed.phase = 0;
    const QSignalBlocker quiet(m_backwards);
    m_backwards->setChecked(speed.isReverse());
    if (percentToo)
        m_percent->setText(percentText(speed));
    const bool keep = m_keep->isChecked();
    m_duration->setEnabled(!keep && m_oneLength && !m_clip.speed.isFreeze());
    if (!m_duration->hasFocus() || keep) {
        const std::int64_t frames = keep ? m_frames : timeline::framesAtSpeed(m_clip, m_frames, speed);
        // A duration has no dropped numbers.
        m_duration->setText(m_oneLength ? QString::fromStdString(timecodeText(frames, {m_format.rate, false}))
                                        : tr("several"));
    }
    m_hint->setText(std::abs(speed.num) > 8 * speed.den ? tr("Sound is silent above 800 %.")
                                                        : tr("Sound changes its pitch with the speed."));
    m_accept->setEnabled(true);
}

void SpeedDialog::refuse(const QString& why) {
    m_hint->setText(why);
    m_accept->setEnabled(false);
}

void SpeedDialog::readPercent() {
    auto speed = timeline::ClipSpeed::fromPercent(m_percent->text().toStdString());
    if (!speed)
        return refuse(tr("Type a speed in percent, such as 50, 33 1/3 or 200."));
    if (speed->isFreeze())
        return refuse(tr("A picture is held with Freeze frame."));
    // A minus turns round; without one the direction stays as it is chosen.
    if (m_backwards->isChecked() && !speed->isReverse())
        speed->num = -speed->num;
    show(*speed, false);
}

void SpeedDialog::readDuration() {
    const auto frames = parseTimecode(m_duration->text().toStdString(), {m_format.rate, false});
    if (!frames || *frames <= 0)
        return refuse(tr("Type how long the clip is to be, such as 00:00:04:00."));
    auto speed = timeline::speedToFill(m_clip, m_frames, *frames);
    if (!speed)
        return refuse(tr("A speed lies between 1 % and 10,000 %."));
    if (m_backwards->isChecked() != speed->isReverse())
        speed->num = -speed->num;
    show(*speed, true);
}

void SpeedDialog::turn() {
    timeline::ClipSpeed speed = m_speed;
    if (m_backwards->isChecked() != speed.isReverse())
        speed.num = -speed.num;
    show(speed, true);
}

} // namespace cutaway::ui
