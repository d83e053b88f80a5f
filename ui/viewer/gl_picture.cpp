#include "ui/viewer/gl_picture.h"

#include "ui/viewer/surface.h"

#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>
#include <QOpenGLFunctions_3_3_Core>
#include <QOpenGLVersionFunctionsFactory>

static void initialiseResources() {
    Q_INIT_RESOURCE(shaders);
}

namespace cutaway::ui {

namespace {

// BT.709 luminance: the grey that out-of-gamut colours move towards.
constexpr float greyRed = 0.2126F;
constexpr float greyGreen = 0.7152F;
constexpr float greyBlue = 0.0722F;

QMatrix3x3 matrix(const std::array<float, 9>& rows) {
    return QMatrix3x3(rows.data());
}
QVector3D vector(const std::array<float, 3>& v) {
    return {v[0], v[1], v[2]};
}

} // namespace

std::unique_ptr<GlPicture> GlPicture::make() {
    initialiseResources();
    auto* gl =
        QOpenGLVersionFunctionsFactory::get<QOpenGLFunctions_3_3_Core>(QOpenGLContext::currentContext());
    if (!gl || !gl->initializeOpenGLFunctions())
        return nullptr;
    std::unique_ptr<GlPicture> made(new GlPicture);
    made->m_gl = gl;
    if (!made->m_program.addShaderFromSourceFile(QOpenGLShader::Vertex,
                                                 QStringLiteral(":/shaders/picture.vert")) ||
        !made->m_program.addShaderFromSourceFile(QOpenGLShader::Fragment,
                                                 QStringLiteral(":/shaders/picture.frag")) ||
        !made->m_program.link())
        return nullptr;
    gl->glGenVertexArrays(1, &made->m_vertexArray);
    gl->glGenTextures(3, made->m_planes.data());
    gl->glGenTextures(2, made->m_tables.data());
    return made;
}

GlPicture::~GlPicture() {
    m_target.reset();
    if (!m_gl || !QOpenGLContext::currentContext())
        return;
    m_gl->glDeleteTextures(3, m_planes.data());
    m_gl->glDeleteTextures(2, m_tables.data());
    m_gl->glDeleteVertexArrays(1, &m_vertexArray);
}

void GlPicture::upload(const media::VideoFrame& picture) {
    const bool deep = media::bitDepth(picture.format) > 8;
    const int bytes = deep ? 2 : 1;
    for (int plane = 0; plane < 3; ++plane) {
        const auto i = static_cast<std::size_t>(plane);
        const int width = plane == 0 ? picture.width : (picture.width + 1) / 2;
        const int shift = plane == 0 ? 0 : media::chromaShiftY(picture.format);
        const int height = (picture.height + shift) >> shift;
        m_gl->glBindTexture(GL_TEXTURE_2D, m_planes[i]);
        m_gl->glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        m_gl->glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        m_gl->glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
        m_gl->glPixelStorei(GL_UNPACK_ROW_LENGTH, static_cast<GLint>(picture.strides[i] / bytes));
        m_gl->glTexImage2D(GL_TEXTURE_2D, 0, deep ? GL_R16 : GL_R8, width, height, 0, GL_RED,
                           deep ? GL_UNSIGNED_SHORT : GL_UNSIGNED_BYTE, picture.planes[i]);
    }
    m_gl->glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void GlPicture::uploadTables(const media::DisplayTransform& transform) {
    const std::array tables{&transform.toLinear, &transform.toneRatio};
    for (std::size_t i = 0; i < tables.size(); ++i) {
        m_gl->glBindTexture(GL_TEXTURE_2D, m_tables[i]);
        m_gl->glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        m_gl->glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        m_gl->glTexImage2D(GL_TEXTURE_2D, 0, GL_R32F, static_cast<GLsizei>(tables[i]->size()), 1, 0, GL_RED,
                           GL_FLOAT, tables[i]->data());
    }
}

void GlPicture::setUniforms(const media::VideoFrame& picture, const media::DisplayTransform& transform) {
    const bool deep = media::bitDepth(picture.format) > 8;
    m_program.setUniformValue("lumaPlane", 0);
    m_program.setUniformValue("cbPlane", 1);
    m_program.setUniformValue("crPlane", 2);
    m_program.setUniformValue("linearTable", 3);
    m_program.setUniformValue("toneTable", 4);
    m_program.setUniformValue("codeScale", deep ? 65535.0F / 1023.0F : 1.0F);
    m_gl->glUniform2i(m_program.uniformLocation("chromaShift"), 1, media::chromaShiftY(picture.format));
    m_program.setUniformValue("yuvToRgb", matrix(transform.yuvToRgb));
    m_program.setUniformValue("yuvOffset", vector(transform.yuvOffset));
    m_program.setUniformValue("passThrough", transform.passThrough);
    m_program.setUniformValue("linearMax", transform.linearMax);
    m_program.setUniformValue("ootfPower", transform.ootfGamma - 1.0F);
    m_program.setUniformValue("luminance", vector(transform.luminance));
    m_program.setUniformValue("toneMax", transform.toneMax);
    m_program.setUniformValue("gamut", matrix(transform.gamut));
    m_program.setUniformValue("greyWeights", QVector3D(greyRed, greyGreen, greyBlue));
}

void GlPicture::setPicture(const media::VideoFrame* picture) {
    m_empty = picture == nullptr;
    if (m_empty)
        return;
    const QSize size(picture->width, picture->height);
    if (!m_target || m_target->size() != size)
        m_target = std::make_unique<QOpenGLFramebufferObject>(size, GL_TEXTURE_2D);
    const auto transform = media::displayTransform(picture->colour, media::bitDepth(picture->format));
    if (transform != m_transform) {
        m_transform = transform;
        uploadTables(*transform);
    }
    upload(*picture);

    m_target->bind();
    m_gl->glViewport(0, 0, size.width(), size.height());
    m_gl->glDisable(GL_BLEND);
    m_gl->glDisable(GL_DEPTH_TEST);
    m_gl->glDisable(GL_SCISSOR_TEST);
    m_program.bind();
    unsigned unit = 0;
    for (const unsigned texture : {m_planes[0], m_planes[1], m_planes[2], m_tables[0], m_tables[1]}) {
        m_gl->glActiveTexture(GL_TEXTURE0 + unit++);
        m_gl->glBindTexture(GL_TEXTURE_2D, texture);
    }
    setUniforms(*picture, *transform);
    m_gl->glBindVertexArray(m_vertexArray);
    m_gl->glDrawArrays(GL_TRIANGLES, 0, 3);
    m_gl->glBindVertexArray(0);
    m_gl->glActiveTexture(GL_TEXTURE0);
    m_program.release();
    m_target->release();
}

void GlPicture::draw(unsigned target, const QSize& area) {
    m_gl->glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
    m_gl->glViewport(0, 0, area.width(), area.height());
    m_gl->glClearColor(0, 0, 0, 1);
    m_gl->glClear(GL_COLOR_BUFFER_BIT);
    if (m_empty || !m_target)
        return;
    const QRect to = letterbox(m_target->size(), area).toRect();
    m_gl->glBindFramebuffer(GL_READ_FRAMEBUFFER, m_target->handle());
    m_gl->glBlitFramebuffer(0, 0, m_target->width(), m_target->height(), to.left(), to.top(),
                            to.left() + to.width(), to.top() + to.height(), GL_COLOR_BUFFER_BIT, GL_LINEAR);
    m_gl->glBindFramebuffer(GL_FRAMEBUFFER, target);
}

QImage GlPicture::image() const {
    return m_empty || !m_target ? QImage() : m_target->toImage();
}

} // namespace cutaway::ui
