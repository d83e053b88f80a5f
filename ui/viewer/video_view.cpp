#include "ui/viewer/video_view.h"

#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QGuiApplication>
#include <QPainter>
#include <QSettings>
#include <QTimer>

namespace cutaway::ui {

namespace {

constexpr int tick = 40;     // ms between steps of the moving bar
constexpr int barHeight = 2; // under the picture's lower edge

VideoView::Path wantedPath(VideoView::Path asked) {
    if (asked != VideoView::Path::Automatic)
        return asked;
    const QString forced =
        qEnvironmentVariable("CUTAWAY_PICTURE", QSettings().value(QStringLiteral("picture/path")).toString());
    if (forced == QLatin1String("cpu"))
        return VideoView::Path::Cpu;
    if (forced == QLatin1String("gl"))
        return VideoView::Path::OpenGl;
    // QOpenGLWidget does not exist on these platforms.
    static const QStringList without{QStringLiteral("offscreen"), QStringLiteral("minimal"),
                                     QStringLiteral("vnc"), QStringLiteral("linuxfb")};
    return without.contains(QGuiApplication::platformName()) ? VideoView::Path::Cpu : VideoView::Path::OpenGl;
}

} // namespace

/// Words over the picture; lets the mouse through.
class VideoView::Overlay : public QWidget {
public:
    explicit Overlay(VideoView* view)
        : QWidget(view)
        , m_view(view) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        m_timer.setInterval(tick);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_phase = (m_phase + 1) % 50;
            update();
        });
    }

    void setBuffering(bool buffering) {
        if (buffering == m_timer.isActive())
            return;
        if (buffering)
            m_timer.start();
        else
            m_timer.stop();
        refresh();
    }

    void setUnavailable(const QString& words) {
        if (words == m_words)
            return;
        m_words = words;
        refresh();
    }

    void setGuides(const QList<scopes::Guide>& guides) {
        m_guides = guides;
        refresh();
    }

    bool isBuffering() const { return m_timer.isActive(); }
    const QString& unavailable() const { return m_words; }

    // An overlay that has nothing to say is hidden: compositing over OpenGL costs.
    void refresh() {
        setVisible(!m_words.isEmpty() || m_timer.isActive() ||
                   (m_view->m_picture && (!m_view->m_exact || !m_guides.isEmpty())));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (!m_words.isEmpty()) {
            paintUnavailable(painter);
        } else if (m_view->m_picture) {
            const QSize size(m_view->m_picture->width, m_view->m_picture->height);
            paintGuides(painter, m_guides, size, letterbox(size, this->size()));
        }
        if (m_words.isEmpty() && m_view->m_picture && !m_view->m_exact)
            paintBadge(painter, QPoint(theme::padding, theme::padding),
                       {QStringLiteral("clock"), VideoView::tr("not exact"), theme::Token::Warning, false});
        if (m_timer.isActive()) {
            const int length = width() / 4;
            const int x = (width() + length) * m_phase / 50 - length;
            painter.fillRect(QRect(x, height() - barHeight, length, barHeight),
                             theme::colour(theme::Token::Information));
        }
    }

private:
    void paintUnavailable(QPainter& painter) {
        painter.fillRect(rect(), theme::colour(theme::Token::Unavailable));
        painter.setPen(QPen(theme::colour(theme::Token::Surround), 6));
        for (int x = -height(); x < width(); x += 24)
            painter.drawLine(x, height(), x + height(), 0);
        painter.setFont(theme::words(13, QFont::DemiBold));
        const QRect text = painter.boundingRect(rect().adjusted(48, 24, -48, -24),
                                                Qt::AlignCenter | Qt::TextWordWrap, m_words);
        painter.fillRect(text.adjusted(-40, -12, 12, 12), theme::colour(theme::Token::Shade));
        paintIcon(painter, QStringLiteral("error"), QRectF(text.left() - 30, text.center().y() - 9, 20, 20),
                  theme::Token::Error);
        painter.setPen(theme::colour(theme::Token::TextOnFill));
        painter.drawText(text, Qt::AlignCenter | Qt::TextWordWrap, m_words);
    }

    VideoView* m_view;
    QTimer m_timer;
    QString m_words;
    QList<scopes::Guide> m_guides;
    int m_phase = 0;
};

VideoView::VideoView(QWidget* parent, Path path)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(160, 90);
    setAccessibleName(tr("Picture"));
    m_overlay = new Overlay(this);
    if (wantedPath(path) == Path::OpenGl)
        adopt(makeGlSurface(this, [this] { fallBack(); }));
    else
        adopt(makeCpuSurface(this));
    m_overlay->refresh();
}

VideoView::~VideoView() = default;

void VideoView::adopt(std::unique_ptr<Surface> surface) {
    m_surface = std::move(surface);
    m_surface->widget()->setGeometry(rect());
    m_surface->widget()->show();
    m_surface->widget()->lower();
    m_surface->setPicture(m_picture);
}

void VideoView::fallBack() {
    // Called from inside the surface that failed: let it return first.
    QMetaObject::invokeMethod(
        this, [this] { adopt(makeCpuSurface(this)); }, Qt::QueuedConnection);
}

void VideoView::setPicture(media::VideoFramePtr picture, bool exact) {
    m_picture = std::move(picture);
    m_exact = exact;
    m_surface->setPicture(m_picture);
    m_overlay->refresh();
    if (m_mirror)
        m_mirror->setPicture(m_picture, m_exact);
    if (m_picture && !m_shown) {
        m_shown = true;
        Q_EMIT firstPictureShown();
    }
}

void VideoView::setBuffering(bool buffering) {
    m_overlay->setBuffering(buffering);
    if (m_mirror)
        m_mirror->setBuffering(buffering);
}

void VideoView::setUnavailable(const QString& words) {
    m_overlay->setUnavailable(words);
    if (m_mirror)
        m_mirror->setUnavailable(words);
}

void VideoView::setMirror(VideoView* other) {
    m_mirror = other;
    if (!other)
        return;
    other->setPicture(m_picture, m_exact);
    other->setBuffering(m_overlay->isBuffering());
    other->setUnavailable(m_overlay->unavailable());
}

void VideoView::setGuides(const QList<scopes::Guide>& guides) {
    m_overlay->setGuides(guides);
}

void VideoView::resizeEvent(QResizeEvent*) {
    m_surface->widget()->setGeometry(rect());
    m_overlay->setGeometry(rect());
}

} // namespace cutaway::ui
