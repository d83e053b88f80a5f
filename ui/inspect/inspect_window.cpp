#include "ui/inspect/inspect_window.h"

#include "ui/inspect/inspect_view.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/state_panel.h"

#include "core/media/colour_convert.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QSettings>
#include <QStackedLayout>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace cutaway::ui {

namespace {

constexpr char folderKey[] = "inspect/folder";
constexpr double keyZoom = 1.5;
constexpr int jumpFrames = 5;

QImage imageOf(const media::VideoFrame& picture) {
    QImage image(picture.width, picture.height, QImage::Format_RGBX8888);
    media::toDisplayRgb(picture, image.bits(), image.bytesPerLine());
    return image;
}

/// "3840 x 2160 · HEVC · 10 bit · HLG"
QString factsOf(const playback::MasterPicture& master) {
    const media::VideoFrame& picture = *master.picture;
    const QString range = picture.colour.isHlg()  ? QStringLiteral("HLG")
                          : picture.colour.isPq() ? QStringLiteral("PQ")
                                                  : QStringLiteral("SDR");
    return QStringLiteral("%1 × %2 · %3 · %4 bit · %5")
        .arg(picture.width)
        .arg(picture.height)
        .arg(QString::fromStdString(master.codec).toUpper())
        .arg(media::bitDepth(picture.format))
        .arg(range);
}

QString megabytes(qint64 bytes) {
    return QLocale().toString(static_cast<double>(bytes) / 1e6, 'f', 1);
}

} // namespace

InspectWindow::InspectWindow(CloudSession& session, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_session(session) {
    setWindowTitle(tr("Inspect"));
    resize(1280, 800);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* middle = new QWidget(this);
    m_stack = new QStackedLayout(middle);
    m_view = new InspectView(middle);
    m_state = new StatePanel(middle);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_state);
    column->addWidget(middle, 1);
    column->addWidget(makeFoot());
    connect(m_view, &InspectView::scaleChanged, this,
            [this] { m_scale->setText(tr("%1 %").arg(qRound(m_view->scale() * 100))); });
    m_view->setFocus();
}

InspectWindow::~InspectWindow() {
    stop();
}

QWidget* InspectWindow::makeFoot() {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(theme::paddingWide, theme::padding, theme::paddingWide, theme::padding);
    row->setSpacing(theme::padding);
    m_timecode = new QLabel(foot);
    m_timecode->setFont(theme::numbers(13, QFont::DemiBold));
    m_facts = new QLabel(foot);
    m_facts->setProperty(theme::toneProperty, QStringLiteral("soft"));
    m_bar = new QProgressBar(foot);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(160, theme::padding);
    m_bar->setAccessibleName(tr("Progress of the full-size picture"));
    m_cancel = textButton(tr("Cancel"), QStringLiteral("quiet"), foot, [this] { cancel(); });
    m_scale = new QLabel(foot);
    m_scale->setFont(theme::numbers());
    m_scale->setMinimumWidth(56);
    m_scale->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_scale->setToolTip(tr("Screen pixels to a pixel of the picture"));
    m_save = textButton(tr("Save picture..."), {}, foot, [this] { save(); });
    m_save->setToolTip(tr("Saves the picture as it is seen here, for an SDR screen (Ctrl+S)"));
    row->addWidget(
        iconButton(QStringLiteral("step-back"), tr("Back one frame (Left)"), foot, [this] { step(-1); }));
    row->addWidget(iconButton(QStringLiteral("step-forward"), tr("Forward one frame (Right)"), foot,
                              [this] { step(1); }));
    row->addWidget(m_timecode);
    row->addWidget(m_facts);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_scale);
    auto* fit = textButton(tr("Fit"), {}, foot, [this] { m_view->fit(); });
    fit->setToolTip(tr("The whole picture (F)"));
    auto* exact = textButton(tr("1:1"), {}, foot, [this] { m_view->oneToOne(); });
    exact->setToolTip(tr("A pixel of the picture is a pixel of the screen (1)"));
    row->addWidget(fit);
    row->addWidget(exact);
    row->addWidget(m_save);
    return foot;
}

bool InspectWindow::isExact() const {
    return m_stack->currentWidget() == m_view && m_exact == m_target.frame;
}

void InspectWindow::inspect(const InspectTarget& target) {
    if (target.sourceId != m_target.sourceId)
        m_first = m_end = 0;
    const QSize size = m_exact ? m_view->picture().size() : QSize();
    const QImage proxy = target.proxy ? imageOf(*target.proxy) : QImage();
    m_target = target;
    m_exact.reset();
    m_view->setPicture(proxy, size.isEmpty() ? proxy.size() : size, true);
    nameWindow({});
    QWidget::show();
    raise();
    activateWindow();
    load();
}

/// Back to the frame that is in view.
void InspectWindow::cancel() {
    stop();
    if (m_exact)
        m_target.frame = *m_exact;
    m_facts->setText(m_exact ? m_exactFacts : tr("Proxy picture; the full-size one was not fetched."));
    setBusy(false);
}

void InspectWindow::nameWindow(const QString& timecode) {
    setWindowTitle(timecode.isEmpty() ? tr("Inspect – %1").arg(m_target.angle)
                                      : tr("Inspect – %1, %2").arg(m_target.angle, timecode));
    m_timecode->setText(timecode);
}

void InspectWindow::stop() {
    m_loading.request_stop();
}

void InspectWindow::setBusy(bool busy) {
    m_bar->setVisible(busy);
    m_cancel->setVisible(busy);
    m_save->setEnabled(!busy && isExact());
}

void InspectWindow::load() {
    stop();
    m_stack->setCurrentWidget(m_view);
    if (!m_session.tams() || !m_session.sources()) {
        show(Error{
            ErrorCategory::Unavailable,
            tr("There is no connection to the cloud. Full-size pictures come from there.").toStdString(),
            {}});
        return;
    }
    if (m_client != m_session.tams()) {
        m_client = m_session.tams();
        m_reader = std::make_shared<playback::MasterReader>(m_client);
    }
    m_bar->setRange(0, 0);
    m_facts->setText(tr("Fetching the full-size picture..."));
    setBusy(true);
    // Progress comes on the network's thread; the runner outlives the call, this window need not.
    const auto progress = [window = QPointer(this), runner = &m_session.tasks(),
                           frame = m_target.frame](std::int64_t done, std::int64_t total) {
        QMetaObject::invokeMethod(runner, [window, frame, done, total] {
            if (window && window->m_target.frame == frame)
                window->showProgress(done, total);
        });
    };
    m_loading = m_session.tasks().run(
        this,
        [reader = m_reader, sources = m_session.sources(), id = m_target.sourceId, frame = m_target.frame,
         progress](std::stop_token token) -> Result<Loaded> {
            CUTAWAY_TRY(tams::SourceView view, sources->get(id, token));
            CUTAWAY_TRY(const playback::MasterPicture master, reader->read(view, frame, token, progress));
            return Loaded{std::move(view), imageOf(*master.picture), factsOf(master)};
        },
        [this](const Result<Loaded>& loaded) { show(loaded); });
}

void InspectWindow::showProgress(qint64 done, qint64 total) {
    if (!m_bar->isVisible())
        return;
    m_bar->setRange(0, 1000);
    m_bar->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    m_facts->setText(
        tr("Fetching the full-size picture: %1 of %2 MB").arg(megabytes(done), megabytes(total)));
}

void InspectWindow::show(const Result<Loaded>& loaded) {
    if (!loaded) {
        if (loaded.error().category == ErrorCategory::Cancelled)
            return;
        m_facts->clear();
        m_state->present(
            StatePanel::Kind::Error, tr("No full-size picture"),
            QString::fromStdString(loaded.error().message),
            {{tr("Try again"), true, [this] { load(); }}, {tr("Close"), false, [this] { close(); }}});
        m_stack->setCurrentWidget(m_state);
        setBusy(false);
        Q_EMIT shown();
        return;
    }
    m_first = loaded->view.firstFrame();
    m_end = m_first + loaded->view.frameCount();
    m_view->setPicture(loaded->picture, loaded->picture.size(), false);
    m_exact = m_target.frame;
    m_exactFacts = loaded->facts;
    m_facts->setText(m_exactFacts);
    nameWindow(QString::fromStdString(loaded->view.timecodeAt(m_target.frame)));
    setBusy(false);
    Q_EMIT shown();
}

void InspectWindow::step(int frames) {
    if (m_end <= m_first)
        return;
    const std::int64_t to = std::clamp(m_target.frame + frames, m_first, m_end - 1);
    if (to == m_target.frame)
        return;
    m_target.frame = to;
    load();
}

void InspectWindow::save() {
    if (!isExact())
        return;
    QSettings settings;
    const QString folder = settings
                               .value(QLatin1String(folderKey),
                                      QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
                               .toString();
    QString name = m_target.angle + QLatin1Char(' ') + m_timecode->text();
    name.replace(QLatin1Char(':'), QLatin1Char('-'))
        .replace(QLatin1Char(';'), QLatin1Char('-'))
        .replace(QLatin1Char('/'), QLatin1Char('-'));
    const QString path = QFileDialog::getSaveFileName(this, tr("Save picture"),
                                                      QDir(folder).filePath(name + QStringLiteral(".png")),
                                                      tr("Pictures (*.png *.jpg)"));
    if (path.isEmpty())
        return;
    settings.setValue(QLatin1String(folderKey), QFileInfo(path).absolutePath());
    m_session.tasks().run(
        this, [picture = m_view->picture(), path](std::stop_token) { return picture.save(path); },
        [this, path](bool saved) {
            m_facts->setText(
                saved ? tr("Saved as %1").arg(QFileInfo(path).fileName())
                      : tr("The picture could not be written to %1. Choose another folder.").arg(path));
        });
}

void InspectWindow::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return step(shift ? -jumpFrames : -1);
    case Qt::Key_Right:
        return step(shift ? jumpFrames : 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_view->zoomBy(keyZoom);
    case Qt::Key_Minus:
        return m_view->zoomBy(1 / keyZoom);
    case Qt::Key_1:
        return m_view->oneToOne();
    case Qt::Key_F:
    case Qt::Key_0:
        return m_view->fit();
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_S:
        if (event->modifiers() == Qt::ControlModifier)
            return save();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void InspectWindow::closeEvent(QCloseEvent* event) {
    stop();
    event->accept();
}

} // namespace cutaway::ui
