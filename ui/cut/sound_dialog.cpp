#include "ui/cut/sound_dialog.h"

#include "ui/theme/measures.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace cutaway::ui {

namespace {

constexpr int usualChannels = 8; ///< offered; others stay when they are set

/// "L 30", "R 30", and typed as such or as -30 and 30.
class PanBox : public QSpinBox {
public:
    explicit PanBox(QWidget* parent)
        : QSpinBox(parent) {
        setRange(-timeline::widestPan, timeline::widestPan);
        setSingleStep(10);
    }

protected:
    QString textFromValue(int value) const override {
        return value == 0  ? SoundDialog::tr("middle")
               : value < 0 ? SoundDialog::tr("L %1").arg(-value)
                           : SoundDialog::tr("R %1").arg(value);
    }
    int valueFromText(const QString& text) const override {
        QString digits;
        for (const QChar c : text)
            if (c.isDigit())
                digits += c;
        const bool left = text.contains(QLatin1Char('-')) || text.startsWith(SoundDialog::tr("L %1").left(1));
        const int value = std::min(digits.toInt(), timeline::widestPan);
        return left ? -value : value;
    }
    QValidator::State validate(QString&, int&) const override { return QValidator::Acceptable; }
};

} // namespace

SoundDialog::SoundDialog(const timeline::Clip& clip, QWidget* parent)
    : QDialog(parent)
    , m_clip(clip)
    , m_gain(new QDoubleSpinBox(this))
    , m_pan(new PanBox(this)) {
    setWindowTitle(tr("Sound"));
    const timeline::SoundEffects effects = timeline::soundEffectsOf(clip);
    m_gain->setRange(timeline::lowestGain / 100.0, timeline::highestGain / 100.0);
    m_gain->setDecimals(2);
    m_gain->setSingleStep(0.5);
    m_gain->setSuffix(QStringLiteral(" dB"));
    m_gain->setValue(clip.gain / 100.0);
    m_gain->setAccessibleName(tr("Gain"));
    m_gain->setMinimumWidth(200);
    m_pan->setValue(effects.pan);
    m_pan->setAccessibleName(tr("Pan"));
    m_pan->setToolTip(tr("From L 100 to R 100. The other side is turned down."));
    m_left = channelBox(tr("Left"), effects.left);
    m_right = channelBox(tr("Right"), effects.right);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    form->setHorizontalSpacing(theme::section);
    form->setVerticalSpacing(theme::paddingWide);
    form->addRow(tr("Gain"), m_gain);
    form->addRow(tr("Pan"), m_pan);
    form->addRow(tr("Left"), m_left);
    form->addRow(tr("Right"), m_right);
    if (!effects.gain.isConstant()) {
        auto* remove = new QPushButton(tr("Remove the keyframes of the gain"), this);
        remove->setCheckable(true);
        connect(remove, &QPushButton::toggled, this, [this](bool on) { m_removed = on; });
        form->addRow(remove);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_gain->selectAll();
    m_gain->setFocus();
}

QComboBox* SoundDialog::channelBox(const QString& name, int now) {
    using namespace timeline::sound_channel;
    auto* box = new QComboBox(this);
    box->setAccessibleName(name);
    box->addItem(tr("As it comes"), asItComes);
    for (int channel = 1; channel <= std::max(usualChannels, now); ++channel)
        box->addItem(tr("Channel %1").arg(channel), channel);
    box->addItem(tr("Both channels"), sum);
    box->addItem(tr("Nothing"), none);
    box->setCurrentIndex(std::max(0, box->findData(now)));
    return box;
}

timeline::SoundSettings SoundDialog::settings() const {
    const timeline::SoundEffects effects = timeline::soundEffectsOf(m_clip);
    const auto changed = [](int now, int before) {
        return now != before ? std::optional(now) : std::nullopt;
    };
    timeline::SoundSettings settings;
    settings.removeKeyframes = m_removed;
    settings.gain = changed(qRound(m_gain->value() * 100), m_clip.gain);
    settings.pan = changed(m_pan->value(), effects.pan);
    settings.left = changed(m_left->currentData().toInt(), effects.left);
    settings.right = changed(m_right->currentData().toInt(), effects.right);
    return settings;
}

} // namespace cutaway::ui
