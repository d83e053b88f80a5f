#include "ui/cut/sequence_dialog.h"

#include "ui/theme/measures.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace cutaway::ui {

using timeline::Framing;
using timeline::SequenceFormat;

namespace {

constexpr std::array rates{FrameRate{24000, 1001}, FrameRate{24, 1}, FrameRate{25, 1},
                           FrameRate{30000, 1001}, FrameRate{30, 1}, FrameRate{50, 1},
                           FrameRate{60000, 1001}, FrameRate{60, 1}};

struct Shape {
    const char* name;
    int width, height;
};
/// As large as what is delivered of each: UHD, and what the web shows upright.
constexpr std::array shapes{Shape{"16:9", 3840, 2160}, Shape{"9:16", 1080, 1920}, Shape{"1:1", 1080, 1080},
                            Shape{"4:5", 1080, 1350}};

} // namespace

SequenceDialog::SequenceDialog(const timeline::Sequence& sequence, QWidget* parent)
    : QDialog(parent)
    , m_given(formatOf(sequence))
    , m_startFormat(sequence.timecode())
    , m_startFrame(sequence.startFrame)
    , m_rate(new QComboBox(this))
    , m_aspect(new QComboBox(this))
    , m_width(new QSpinBox(this))
    , m_height(new QSpinBox(this))
    , m_framing(new QComboBox(this))
    , m_start(new QLineEdit(this))
    , m_drop(new QCheckBox(tr("Drop-frame timecode"), this))
    , m_hint(new QLabel(this)) {
    setWindowTitle(tr("Sequence settings"));
    m_rate->setAccessibleName(tr("Frames per second"));
    m_rate->setObjectName(QStringLiteral("rate"));
    for (const FrameRate& rate : rates)
        m_rate->addItem(QString::fromStdString(rate.toString()));
    auto at = std::find(rates.begin(), rates.end(), m_given.rate);
    if (at == rates.end())
        m_rate->addItem(QString::fromStdString(m_given.rate.toString()));
    m_rate->setCurrentIndex(static_cast<int>(at - rates.begin()));
    const bool empty = sequence.durationFrames() == 0;
    m_rate->setEnabled(empty);
    m_rate->setToolTip(empty ? tr("The first clip may change it to its own")
                             : tr("A sequence keeps the rate of its first clip."));
    m_aspect->setAccessibleName(tr("Aspect"));
    m_aspect->setObjectName(QStringLiteral("aspect"));
    for (const Shape& shape : shapes)
        m_aspect->addItem(QLatin1String(shape.name));
    m_aspect->addItem(tr("Own size"));
    for (QSpinBox* side : {m_width, m_height}) {
        side->setRange(SequenceFormat::smallestSide, SequenceFormat::largestSide);
        side->setSingleStep(2);
        connect(side, &QSpinBox::valueChanged, this, &SequenceDialog::showAspect);
    }
    m_width->setAccessibleName(tr("Width"));
    m_width->setObjectName(QStringLiteral("width"));
    m_height->setAccessibleName(tr("Height"));
    m_height->setObjectName(QStringLiteral("height"));
    m_width->setValue(m_given.width);
    m_height->setValue(m_given.height);
    m_framing->setAccessibleName(tr("Clips of another shape"));
    m_framing->setObjectName(QStringLiteral("sequenceFraming"));
    m_framing->addItems({tr("Fit: show all of them"), tr("Fill the frame")});
    m_framing->setCurrentIndex(m_given.framing == Framing::Fill ? 1 : 0);
    m_framing->setToolTip(tr("Each clip can say otherwise in the Inspector"));
    m_start->setAccessibleName(tr("Start timecode"));
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setText(QString::fromStdString(timecodeText(m_startFrame, m_startFormat)));
    m_drop->setChecked(m_given.dropFrame);
    m_drop->setObjectName(QStringLiteral("drop"));
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setWordWrap(true);
    auto* size = new QHBoxLayout;
    size->addWidget(m_width);
    size->addWidget(new QLabel(QStringLiteral("×"), this));
    size->addWidget(m_height);
    size->addStretch(1);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    form->setHorizontalSpacing(theme::section);
    form->setVerticalSpacing(theme::paddingWide);
    form->addRow(tr("Frames per second"), m_rate);
    form->addRow(tr("Aspect"), m_aspect);
    form->addRow(tr("Size"), size);
    form->addRow(tr("Clips of another shape"), m_framing);
    form->addRow(tr("Start timecode"), m_start);
    form->addRow(QString(), m_drop);
    form->addRow(m_hint);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_aspect, &QComboBox::activated, this, &SequenceDialog::chooseAspect);
    connect(m_rate, &QComboBox::currentIndexChanged, this, &SequenceDialog::retime);
    connect(m_drop, &QCheckBox::toggled, this, &SequenceDialog::retime);
    connect(m_start, &QLineEdit::textEdited, this, &SequenceDialog::readStart);
    showAspect();
    retime();
}

SequenceFormat SequenceDialog::format() const {
    SequenceFormat format = m_given;
    const auto row = static_cast<std::size_t>(m_rate->currentIndex());
    format.rate = row < rates.size() ? rates[row] : m_given.rate;
    format.width = m_width->value() / 2 * 2;
    format.height = m_height->value() / 2 * 2;
    format.framing = m_framing->currentIndex() == 1 ? Framing::Fill : Framing::Fit;
    format.dropFrame = m_drop->isChecked() && format.rate.allowsDropFrame();
    format.startFrame = m_startFrame;
    return format;
}

void SequenceDialog::chooseAspect(int row) {
    if (row < 0 || static_cast<std::size_t>(row) >= shapes.size())
        return;
    const Shape& shape = shapes[static_cast<std::size_t>(row)];
    m_width->setValue(shape.width);
    m_height->setValue(shape.height);
    // An upright cut of pictures that are not: what people expect is that they fill it.
    if (row > 0 && m_given.width > m_given.height)
        m_framing->setCurrentIndex(1);
}

void SequenceDialog::showAspect() {
    std::size_t row = 0;
    while (row < shapes.size() && std::int64_t{m_width->value()} * shapes[row].height !=
                                      std::int64_t{m_height->value()} * shapes[row].width)
        ++row;
    const QSignalBlocker quiet(m_aspect);
    m_aspect->setCurrentIndex(static_cast<int>(row));
}

/// The start keeps its name where the new way of counting has it.
void SequenceDialog::retime() {
    const SequenceFormat now = format();
    m_drop->setEnabled(now.rate.allowsDropFrame());
    const TimecodeFormat wanted{now.rate, now.dropFrame};
    const std::string name = timecodeText(m_startFrame, m_startFormat);
    const auto start = parseTimecode(name, wanted);
    m_startFrame = start ? *start : rescale(m_startFrame, m_startFormat.rate, wanted.rate);
    m_startFormat = wanted;
    m_start->setText(QString::fromStdString(timecodeText(m_startFrame, wanted)));
    readStart();
}

void SequenceDialog::readStart() {
    const auto start = parseTimecode(m_start->text().toStdString(), m_startFormat);
    m_accept->setEnabled(start.ok());
    m_hint->setText(start ? QString() : tr("Type where the timecode starts, such as 01:00:00:00."));
    m_hint->setVisible(!start);
    if (start)
        m_startFrame = *start;
}

} // namespace cutaway::ui
