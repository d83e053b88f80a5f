#pragma once

#include "core/media/colour_convert.h"
#include "core/media/frame.h"

#include <QImage>
#include <QOpenGLShaderProgram>

#include <array>
#include <memory>

class QOpenGLFramebufferObject;
class QOpenGLFunctions_3_3_Core;

namespace cutaway::ui {

/// A picture on the graphics card, converted for an SDR screen at its own size. Everything with the context
/// current that it was made in.
class GlPicture {
public:
    /// Null when this context cannot do it.
    static std::unique_ptr<GlPicture> make();
    ~GlPicture();

    /// Uploads and converts. Null: black.
    void setPicture(const media::VideoFrame* picture);
    /// Draws it as large as it fits into `target`, `area` device pixels, on black.
    void draw(unsigned target, const QSize& area);
    QImage image() const;

private:
    GlPicture() = default;
    void upload(const media::VideoFrame& picture);
    void uploadTables(const media::DisplayTransform& transform);
    void setUniforms(const media::VideoFrame& picture, const media::DisplayTransform& transform);

    QOpenGLFunctions_3_3_Core* m_gl = nullptr;
    QOpenGLShaderProgram m_program;
    QOpenGLShaderProgram m_scaling; ///< to the size of the screen
    unsigned m_vertexArray = 0;
    std::array<unsigned, 3> m_planes{};
    std::array<unsigned, 4> m_tables{}; ///< linear, OOTF, tone, display
    std::shared_ptr<const media::DisplayTransform> m_transform;
    std::unique_ptr<QOpenGLFramebufferObject> m_target;
    bool m_empty = true;
};

} // namespace cutaway::ui
