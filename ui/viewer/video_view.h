#pragma once

#include "ui/viewer/guides.h"
#include "ui/viewer/surface.h"
#include "ui/widgets/badge.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace cutaway::ui {

/// Shows a picture on black, as large as it fits, with HLG and PQ brought to an SDR screen. OpenGL where the
/// machine has it, else the processor; $CUTAWAY_PICTURE or the setting "picture/path" ("gl", "cpu") decide
/// instead.
class VideoView : public QWidget {
    Q_OBJECT

public:
    enum class Path { Automatic, OpenGl, Cpu };
    explicit VideoView(QWidget* parent = nullptr, Path path = Path::Automatic);
    ~VideoView() override;

    /// `exact` false: a stand-in, which is said over the picture.
    void setPicture(media::VideoFramePtr picture, bool exact = true);
    /// A thin bar that moves while media is awaited; the last picture stays.
    void setBuffering(bool buffering);
    /// A place that has no picture: hatched, with a sign and these words. Empty: a picture is there.
    void setUnavailable(const QString& words);
    /// Safe areas and crops, drawn over the picture.
    void setGuides(const QList<scopes::Guide>& guides);

    /// From now on `other` shows what this one shows, guides apart, without a copy of the picture. Null: no
    /// other one.
    void setMirror(VideoView* other);

    const media::VideoFramePtr& picture() const { return m_picture; }
    bool isExact() const { return m_exact; }
    QImage converted() const { return m_surface->converted(); }
    QString pathName() const { return m_surface->name(); }
    QSize sizeHint() const override { return {480, 270}; }

Q_SIGNALS:
    void firstPictureShown();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Overlay;
    void fallBack();
    void adopt(std::unique_ptr<Surface> surface);

    std::unique_ptr<Surface> m_surface;
    Overlay* m_overlay = nullptr;
    QPointer<VideoView> m_mirror;
    media::VideoFramePtr m_picture;
    bool m_exact = true;
    bool m_shown = false;
};

} // namespace cutaway::ui
