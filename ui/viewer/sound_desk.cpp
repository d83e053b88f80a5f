#include "ui/viewer/sound_desk.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace cutaway::ui {

using render::SoundSide;

namespace {

constexpr int margin = 12;
constexpr int wide = 28; // a button with letters
enum Column { Name, Mute, Solo, Left, Both, Right };

} // namespace

SoundDesk::SoundDesk(QWidget* parent)
    : QFrame(parent, Qt::Popup) {
    setObjectName(QStringLiteral("soundDesk"));
    setProperty(theme::kindProperty, QStringLiteral("popover"));
    setAccessibleName(tr("Sounds of the angle"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin / 2);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("Sounds of the angle"), this);
    title->setProperty(theme::toneProperty, QStringLiteral("strong"));
    head->addWidget(title, 1);
    auto* reset = iconButton(QStringLiteral("retry"), tr("Hear all of them on both sides"), this, [this] {
        change(playback::Monitoring(m_monitoring.size()));
        addRows();
    });
    reset->setObjectName(QStringLiteral("reset"));
    head->addWidget(reset);
    column->addLayout(head);
    m_rows = new QWidget(this);
    column->addWidget(m_rows);
    auto* foot = new QLabel(tr("For listening only: what is cut and delivered stays as it is."), this);
    foot->setProperty(theme::toneProperty, QStringLiteral("small"));
    column->addWidget(foot);
}

void SoundDesk::present(const QStringList& names, playback::Monitoring monitoring) {
    m_names = names;
    m_monitoring = std::move(monitoring);
    m_monitoring.resize(static_cast<std::size_t>(names.size()));
    addRows();
    adjustSize();
}

void SoundDesk::addRows() {
    delete m_grid;
    qDeleteAll(m_rows->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(4);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(Name, 1);
    m_grid->setColumnMinimumWidth(Name, 140);
    for (int row = 0; row < m_names.size(); ++row)
        addRow(row, m_names[row]);
}

QToolButton* SoundDesk::addButton(int row, int column, const QString& word, const QString& name, bool on) {
    auto* button = new QToolButton(m_rows);
    button->setText(word);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    button->setChecked(on);
    button->setFixedWidth(wide);
    button->setProperty(theme::kindProperty, QStringLiteral("letter"));
    m_grid->addWidget(button, row, column);
    return button;
}

void SoundDesk::addRow(int row, const QString& name) {
    const auto index = static_cast<std::size_t>(row);
    const playback::SoundMonitor& sound = m_monitoring[index];
    m_grid->addWidget(new QLabel(name, m_rows), row, Name);
    auto* mute = addButton(row, Mute, tr("M"), tr("Mute %1").arg(name), sound.muted);
    mute->setProperty("silences", true);
    mute->setObjectName(QStringLiteral("mute%1").arg(row + 1));
    connect(mute, &QToolButton::toggled, this, [this, index](bool on) {
        auto next = m_monitoring;
        next[index].muted = on;
        change(std::move(next));
    });
    auto* solo = addButton(row, Solo, tr("S"), tr("Hear only %1").arg(name), sound.soloed);
    solo->setObjectName(QStringLiteral("solo%1").arg(row + 1));
    connect(solo, &QToolButton::toggled, this, [this, index](bool on) {
        auto next = m_monitoring;
        next[index].soloed = on;
        change(std::move(next));
    });
    struct Choice {
        Column column;
        SoundSide side;
        QString word;
        QString name;
        const char* object;
    };
    const std::array choices{
        Choice{Left, SoundSide::Left, tr("L"), tr("%1 on the left").arg(name), "left"},
        Choice{Both, SoundSide::Both, tr("L+R"), tr("%1 on both sides; a pair as it is").arg(name), "both"},
        Choice{Right, SoundSide::Right, tr("R"), tr("%1 on the right").arg(name), "right"}};
    auto* group = new QButtonGroup(m_rows);
    for (const Choice& choice : choices) {
        auto* button = addButton(row, choice.column, choice.word, choice.name, sound.side == choice.side);
        if (choice.column == Both)
            button->setFixedWidth(wide + 12);
        button->setObjectName(QLatin1String(choice.object) + QString::number(row + 1));
        group->addButton(button);
        connect(button, &QToolButton::clicked, this, [this, index, side = choice.side] {
            auto next = m_monitoring;
            next[index].side = side;
            change(std::move(next));
        });
    }
}

void SoundDesk::change(playback::Monitoring monitoring) {
    if (monitoring == m_monitoring)
        return;
    m_monitoring = std::move(monitoring);
    Q_EMIT changed();
}

void SoundDesk::openAt(const QWidget& anchor) {
    adjustSize();
    QPoint at = anchor.mapToGlobal(QPoint(anchor.width() - width(), -height() - 4));
    const QRect room = anchor.screen()->availableGeometry();
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(at);
    show();
    if (auto* first = m_rows->findChild<QToolButton*>())
        first->setFocus(Qt::PopupFocusReason);
}

void SoundDesk::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace cutaway::ui
