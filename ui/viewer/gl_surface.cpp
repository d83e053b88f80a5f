#include "ui/viewer/gl_picture.h"
#include "ui/viewer/surface.h"

#include <QOpenGLWidget>
#include <QSurfaceFormat>
#include <QTimer>

namespace cutaway::ui {

namespace {

class GlSurface final : public QOpenGLWidget, public Surface {
public:
    GlSurface(QWidget* parent, std::function<void()> failed)
        : QOpenGLWidget(parent)
        , m_failed(std::move(failed)) {
        QSurfaceFormat format;
        format.setVersion(3, 3);
        format.setProfile(QSurfaceFormat::CoreProfile);
        format.setSwapInterval(1);
        setFormat(format);
    }

    ~GlSurface() override {
        makeCurrent();
        m_drawn.reset();
        doneCurrent();
    }

    QWidget* widget() override { return this; }
    QString name() const override { return QStringLiteral("OpenGL"); }

    void setPicture(media::VideoFramePtr picture) override {
        m_picture = std::move(picture);
        m_stale = true;
        update();
    }

    QImage converted() override {
        if (!m_drawn)
            return {};
        makeCurrent();
        convert();
        const QImage image = m_drawn->image();
        doneCurrent();
        return image;
    }

protected:
    void initializeGL() override {
        m_drawn = GlPicture::make();
        if (!m_drawn)
            fail();
    }

    void paintGL() override {
        if (!m_drawn)
            return;
        convert();
        m_drawn->draw(defaultFramebufferObject(), (QSizeF(size()) * devicePixelRatioF()).toSize());
    }

    void showEvent(QShowEvent* event) override {
        QOpenGLWidget::showEvent(event);
        // Without any context initializeGL() is never called.
        QTimer::singleShot(0, this, [this] {
            if (isVisible() && !isValid())
                fail();
        });
    }

private:
    void convert() {
        if (!m_stale)
            return;
        m_stale = false;
        m_drawn->setPicture(m_picture.get());
    }

    void fail() {
        if (auto failed = std::exchange(m_failed, {}))
            failed();
    }

    std::function<void()> m_failed;
    std::unique_ptr<GlPicture> m_drawn;
    media::VideoFramePtr m_picture;
    bool m_stale = false;
};

} // namespace

std::unique_ptr<Surface> makeGlSurface(QWidget* parent, std::function<void()> failed) {
    return std::make_unique<GlSurface>(parent, std::move(failed));
}

} // namespace cutaway::ui
