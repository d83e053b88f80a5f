#include "ui/viewer/viewer_panel.h"

#include "ui/actions/action_set.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/viewer/guides.h"
#include "ui/viewer/picture_quality.h"
#include "ui/viewer/video_view.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/timecode_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cutaway::ui {

using theme::Token;

namespace {

constexpr int ruleHeight = 2;
constexpr int roomForAllButtons = 500;

QString rangeName(const media::Colour& colour) {
    return colour.isHlg()  ? QStringLiteral("HLG")
           : colour.isPq() ? QStringLiteral("PQ")
                           : QStringLiteral("SDR");
}

void watchClicks(QWidget* root, QObject* filter) {
    root->installEventFilter(filter);
    for (QWidget* child : root->findChildren<QWidget*>())
        child->installEventFilter(filter);
}

} // namespace

ViewerPanel::ViewerPanel(Side side, ActionSet& actions, QWidget* parent)
    : QFrame(parent)
    , m_side(side)
    , m_accent(side == Side::Source ? Token::Input : Token::Output)
    , m_actions(actions) {
    setProperty(theme::kindProperty, QStringLiteral("panel"));
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(side == Side::Source ? tr("Source viewer") : tr("Programme viewer"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, ruleHeight, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());

    m_stack = new QStackedWidget(this);
    m_view = new VideoView(m_stack);
    m_placeholder = new StatePanel(m_stack);
    m_placeholder->setGround(Token::Surround);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_placeholder);
    column->addWidget(m_stack, 1);

    m_strip = new ScrubStrip(m_accent, this);
    m_strip->setNaming([this](std::int64_t frame) {
        return QString::fromStdString(timecodeText(m_firstTimecode + frame, m_format));
    });
    connect(m_strip, &ScrubStrip::sought, this, &ViewerPanel::seekTo);
    column->addWidget(m_strip);
    column->addWidget(makeTransport(actions));
    watchClicks(this, this);
    const auto showGuides = [this] { m_view->setGuides(guidesOn(m_actions)); };
    followGuides(actions, this, showGuides);
    showGuides();
    followPictureQuality(actions, this, [this] {
        if (m_link)
            m_link->setQuality(pictureQualityOf(m_actions));
    });
}

QWidget* ViewerPanel::makeHeader() {
    auto* header = new QFrame(this);
    header->setProperty(theme::kindProperty, QStringLiteral("header"));
    header->setFixedHeight(theme::panelHeaderHeight);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(theme::padding, 2, theme::padding, 2);
    row->setSpacing(theme::padding);
    m_name = new QLabel(header);
    m_name->setProperty(theme::toneProperty, QStringLiteral("strong"));
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_name->setMinimumWidth(48);
    row->addWidget(m_name, 1);
    m_live = new Badge(header);
    m_live->setObjectName(QStringLiteral("live"));
    m_live->setCursor(Qt::PointingHandCursor);
    row->addWidget(m_live);
    m_soundNote = new Badge(header);
    m_soundNote->setObjectName(QStringLiteral("soundNote"));
    m_soundNote->setCursor(Qt::PointingHandCursor);
    row->addWidget(m_soundNote);
    m_chipRow = new QHBoxLayout;
    m_chipRow->setSpacing(theme::panelGap);
    row->addLayout(m_chipRow);
    m_sourcePosition = new QLabel(header);
    m_sourcePosition->setFont(theme::numbers(11));
    m_sourcePosition->setProperty(theme::toneProperty, QStringLiteral("soft"));
    m_sourcePosition->setAccessibleName(tr("Timecode of the angle"));
    m_sourcePosition->hide();
    row->addWidget(m_sourcePosition);
    m_rung = new QLabel(header);
    m_rung->setFont(theme::numbers(11));
    m_rung->setProperty(theme::toneProperty, QStringLiteral("small"));
    m_rung->setAccessibleName(tr("Picture size and range"));
    row->addWidget(m_rung);
    return header;
}

QWidget* ViewerPanel::makeTransport(ActionSet& actions) {
    auto* bar = new QFrame(this);
    bar->setProperty(theme::kindProperty, QStringLiteral("bar"));
    bar->setFixedHeight(theme::transportHeight);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(theme::padding, 0, theme::padding, 0);
    row->setSpacing(theme::padding);

    m_timecode = new TimecodeField(m_accent, 20, bar);
    connect(m_timecode, &TimecodeField::frameEntered, this,
            [this](qint64 frame) { seekTo(frame - m_firstTimecode); });
    row->addWidget(m_timecode);
    row->addStretch(1);

    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(2);
    row->addLayout(m_buttons);
    for (const auto& [command, drawing] :
         std::initializer_list<std::pair<const char*, const char*>>{{"mark.in", "mark-in"},
                                                                    {"mark.out", "mark-out"},
                                                                    {"play.start", "go-start"},
                                                                    {"play.stepBack", "step-back"},
                                                                    {"play.toggle", "play"},
                                                                    {"play.stepForward", "step-forward"},
                                                                    {"play.end", "go-end"}}) {
        auto* button = commandButton(actions, QLatin1String(command), QLatin1String(drawing), bar);
        m_buttons->addWidget(button);
        if (QLatin1String(command) != QLatin1String("play.toggle") &&
            QLatin1String(command).startsWith(QLatin1String("play.")))
            m_spare << button;
    }
    row->addStretch(1);
    m_speed = new QLabel(bar);
    m_speed->setFont(theme::numbers(12));
    m_speed->setProperty(theme::toneProperty, QStringLiteral("soft"));
    m_speed->setAccessibleName(tr("Speed"));
    row->addWidget(m_speed);
    m_duration = new TimecodeField(Token::Text2, 16, bar);
    m_duration->setReadOnly(true);
    m_duration->setAccessibleName(tr("Duration"));
    row->addWidget(m_duration);
    return bar;
}

void ViewerPanel::addTransportButton(const QString& command, const QString& drawing) {
    auto* button = commandButton(m_actions, command, drawing, this);
    button->installEventFilter(this);
    m_buttons->addWidget(button);
}

void ViewerPanel::setName(const QString& name) {
    m_name->setText(name);
    m_name->setToolTip(name);
}

void ViewerPanel::setAngles(const QList<AngleChoice>& angles, int current) {
    if (angles != m_angles) {
        m_angles = angles;
        for (Chip* chip : m_chips) {
            chip->hide(); // a nested event loop would leave it in view
            chip->deleteLater();
        }
        m_chips.clear();
        for (const AngleChoice& angle : angles) {
            auto* chip = new Chip(Chip::Kind::Angle, angle.name, this);
            chip->setNumber(QString::number(angle.number));
            chip->setAccent(m_side == Side::Source ? Token::InputFill : Token::OutputFill, m_accent);
            chip->setEnabled(angle.available);
            chip->setAccessibleName(tr("Angle %1, %2").arg(angle.number).arg(angle.name));
            chip->setToolTip(angle.available ? tr("The same instant from angle %1 (key %1)").arg(angle.number)
                                             : tr("Angle %1 is not there yet").arg(angle.number));
            chip->installEventFilter(this);
            connect(chip, &Chip::clicked, this, [this, number = angle.number] {
                Q_EMIT angleChosen(number);
                checkCurrent(); // a click on the one that is on does not turn it off
            });
            m_chipRow->addWidget(chip);
            chip->show();
            m_chips << chip;
        }
    }
    m_current = current;
    checkCurrent();
}

void ViewerPanel::checkCurrent() {
    for (int i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(m_angles[i].number == m_current);
}

void ViewerPanel::setTimeLine(std::int64_t frames, const TimecodeFormat& format, std::int64_t firstTimecode) {
    m_open = true;
    m_frames = frames;
    m_format = format;
    m_firstTimecode = firstTimecode;
    m_timecode->setFormat(format);
    m_duration->setFormat(format);
    m_duration->setFrame(frames);
    m_strip->setDuration(frames);
    showPosition(m_link ? m_link->position() : 0);
}

void ViewerPanel::clearTimeLine() {
    m_open = false;
    m_frames = 0;
    m_strip->setDuration(0);
    m_strip->setPosition(0);
    m_timecode->clear();
    m_duration->clear();
    m_rung->clear();
    m_shown = {};
    Q_EMIT pictureShown();
}

void ViewerPanel::setMarks(const QList<StripMark>& marks) {
    m_strip->setMarks(marks);
}

void ViewerPanel::setRange(std::optional<timeline::UnitRange> inOut) {
    m_strip->setRange(inOut);
    if (m_open)
        m_duration->setFrame(inOut ? inOut->count() : m_frames);
    m_duration->setToolTip(inOut ? tr("Duration of the marked part") : tr("Duration"));
}

void ViewerPanel::attach(PlayerLink* link) {
    if (m_link)
        disconnect(m_link, nullptr, this, nullptr);
    m_link = link;
    connect(link, &PlayerLink::pictureChanged, this, &ViewerPanel::showPicture);
    connect(link, &PlayerLink::stateChanged, this, &ViewerPanel::showState);
    connect(link, &PlayerLink::positionChanged, this, &ViewerPanel::showPosition);
    link->setQuality(pictureQualityOf(m_actions));
}

void ViewerPanel::seekTo(std::int64_t frame) {
    Q_EMIT activated();
    if (m_link)
        m_link->scrub(frame);
}

void ViewerPanel::showPicture(const playback::PresentedPicture& shown) {
    m_shown = shown;
    if (shown.error && !shown.picture) {
        m_view->setUnavailable(QString::fromStdString(shown.error->message));
    } else {
        m_view->setUnavailable({});
        // While nothing of this moment is there yet, the last picture stays, and says so.
        m_view->setPicture(shown.picture ? shown.picture : m_view->picture(), shown.picture && shown.exact);
        m_timecode->setExact(shown.exact);
    }
    showRung();
    Q_EMIT pictureShown();
}

void ViewerPanel::showRung() {
    const bool tiles = m_tiles && m_shown.picture;
    m_rung->setText(!tiles            ? rungAndRange()
                    : m_tilesRung > 0 ? tr("%1p %2").arg(m_tilesRung).arg(rangeName(m_shown.picture->colour))
                                      : QString());
    m_rung->setToolTip(m_link && !tiles ? whySmall(m_link->state(), m_shown) : QString());
}

QString ViewerPanel::rungAndRange() const {
    return m_shown.picture && m_shown.rungHeight > 0
               ? tr("%1p %2").arg(m_shown.rungHeight).arg(rangeName(m_shown.picture->colour))
               : QString();
}

void ViewerPanel::setSourcePosition(const QString& angle, const QString& timecode) {
    m_sourcePosition->setVisible(!timecode.isEmpty());
    m_sourcePosition->setText(timecode);
    m_sourcePosition->setToolTip(tr("Timecode of the angle: %1").arg(angle));
}

void ViewerPanel::setLive(const QString& words, bool following) {
    m_live->setLook({words.isEmpty() ? QString() : QStringLiteral("live"), words,
                     following ? Token::Live : Token::Text2, following});
    m_live->setToolTip(m_actions.toolTip(QStringLiteral("play.live")));
}

void ViewerPanel::setSoundNote(const QString& words) {
    m_soundNote->setLook({QStringLiteral("sound"), words, Token::Warning, false});
    m_soundNote->setToolTip(m_actions.toolTip(QStringLiteral("angle.sounds")));
}

void ViewerPanel::showState(const playback::PlayerState& state) {
    m_view->setBuffering(state.buffering);
    QString speed;
    if (!state.speed.paused() && state.speed != playback::Speed{1, 1})
        speed = state.speed.den == 1 ? tr("%1x").arg(state.speed.num)
                                     : tr("%1/%2x").arg(state.speed.num).arg(state.speed.den);
    m_speed->setText(speed);
    if (state.speed.paused())
        Q_EMIT pictureShown();
}

void ViewerPanel::showPosition(std::int64_t frame) {
    m_strip->setPosition(frame);
    if (m_open)
        m_timecode->setFrame(m_firstTimecode + frame);
}

void ViewerPanel::setPlaceholder(StatePanel::Kind kind, const QString& title, const QString& sentence,
                                 const QList<StatePanel::Button>& buttons) {
    m_placeholder->present(kind, title, sentence, buttons);
    m_stack->setCurrentWidget(m_placeholder);
}

void ViewerPanel::clearPlaceholder() {
    m_stack->setCurrentWidget(m_tiles ? m_tiles : m_view);
}

void ViewerPanel::setTiles(QWidget* tiles) {
    if (tiles == m_tiles)
        return;
    m_tiles = tiles;
    if (tiles && m_stack->indexOf(tiles) < 0)
        m_stack->addWidget(tiles);
    if (m_stack->currentWidget() != m_placeholder)
        clearPlaceholder();
    showRung();
}

void ViewerPanel::setTilesRung(int height) {
    if (height == m_tilesRung)
        return;
    m_tilesRung = height;
    showRung();
}

void ViewerPanel::setActive(bool active) {
    if (active == m_active)
        return;
    m_active = active;
    update();
}

bool ViewerPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress)
        Q_EMIT activated();
    if (watched == m_live && event->type() == QEvent::MouseButtonRelease)
        m_actions.trigger(QStringLiteral("play.live"));
    if (watched == m_soundNote && event->type() == QEvent::MouseButtonRelease)
        m_actions.trigger(QStringLiteral("angle.sounds"));
    return QFrame::eventFilter(watched, event);
}

void ViewerPanel::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    for (QWidget* button : std::as_const(m_spare))
        button->setVisible(width() >= roomForAllButtons);
}

void ViewerPanel::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), ruleHeight),
                     theme::colour(m_active                 ? m_accent
                                   : m_side == Side::Source ? Token::InputFill
                                                            : Token::OutputFill));
}

} // namespace cutaway::ui
