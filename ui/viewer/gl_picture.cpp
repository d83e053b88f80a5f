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

bool link(QOpenGLShaderProgram& program, const QString& fragment) {
    return program.addShaderFromSourceFile(QOpenGLShader::Vertex, QStringLiteral(":/shaders/picture.vert")) &&
           program.addShaderFromSourceFile(QOpenGLShader::Fragment, fragment) && program.link();
}

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
    if (!link(made->m_program, QStringLiteral(":/shaders/picture.frag")) ||
        !link(made->m_scaling, QStringLiteral(":/shaders/scale.frag")))
        return nullptr;
    gl->glGenVertexArrays(1, &made->m_vertexArray);
    gl->glGenTextures(3, made->m_planes.data());
    gl->glGenTextures(4, made->m_tables.data());
    return made;
}

GlPicture::~GlPicture() {
    m_target.reset();
    if (!m_gl || !QOpenGLContext::currentContext())
        return;
    m_gl->glDeleteTextures(3, m_planes.data());
    m_gl->glDeleteTextures(4, m_tables.data());
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
        m_gl->glTexImage2D(GL_TEXTURE_2D, 0, deep ? GL_R16UI : GL_R8UI, width, height, 0, GL_RED_INTEGER,
                           deep ? GL_UNSIGNED_SHORT : GL_UNSIGNED_BYTE, picture.planes[i]);
    }
    m_gl->glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void GlPicture::uploadTables(const media::DisplayTransform& transform) {
    struct Values {
        const float* first;
        int count;
    };
    const auto octaves = [](const auto& table) {
        const auto view = table.view();
        return Values{view.values, view.entries};
    };
    const std::array tables{Values{transform.toLinear.data(), static_cast<int>(transform.toLinear.size())},
                            octaves(transform.ootf), octaves(transform.toneRatio),
                            octaves(transform.toDisplay)};
    for (std::size_t i = 0; i < tables.size(); ++i) {
        m_gl->glBindTexture(GL_TEXTURE_2D, m_tables[i]);
        m_gl->glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        m_gl->glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        m_gl->glTexImage2D(GL_TEXTURE_2D, 0, GL_R32F, tables[i].count, 1, 0, GL_RED, GL_FLOAT,
                           tables[i].first);
    }
}

void GlPicture::setUniforms(const media::VideoFrame& picture, const media::DisplayTransform& transform) {
    int unit = 0;
    for (const char* sampler :
         {"lumaPlane", "cbPlane", "crPlane", "linearTable", "ootfTable", "toneTable", "displayTable"})
        m_program.setUniformValue(sampler, unit++);
    const int highest = (1 << media::bitDepth(picture.format)) - 1;
    m_program.setUniformValue("codeScale", 1.0F / static_cast<float>(highest));
    m_program.setUniformValue("chromaShiftY", media::chromaShiftY(picture.format));
    m_program.setUniformValue("yuvToRgb", matrix(transform.yuvToRgb));
    m_program.setUniformValue("yuvOffset", vector(transform.yuvOffset));
    m_program.setUniformValue("passThrough", transform.passThrough);
    m_program.setUniformValue("linearScale", transform.linearScale);
    m_program.setUniformValue("linearTop", media::DisplayTransform::tableSize - 1.0F);
    m_program.setUniformValue("hasOotf", transform.hasOotf);
    m_program.setUniformValue("luminance", vector(transform.luminance));
    m_program.setUniformValue("gamut", matrix(transform.gamut));
    m_program.setUniformValue("greyWeights", QVector3D(greyRed, greyGreen, greyBlue));
    const auto octaves = [this](const char* bits, const char* ends, const auto& table) {
        const auto view = table.view();
        m_gl->glUniform2i(m_program.uniformLocation(bits), view.shift, view.base);
        m_program.setUniformValue(ends, QVector2D(view.lowest, view.highest));
    };
    octaves("ootfBits", "ootfEnds", transform.ootf);
    octaves("toneBits", "toneEnds", transform.toneRatio);
    octaves("displayBits", "displayEnds", transform.toDisplay);
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
    for (const unsigned texture :
         {m_planes[0], m_planes[1], m_planes[2], m_tables[0], m_tables[1], m_tables[2], m_tables[3]}) {
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
    m_gl->glBindFramebuffer(GL_FRAMEBUFFER, target);
    m_gl->glViewport(0, 0, area.width(), area.height());
    m_gl->glClearColor(0, 0, 0, 1);
    m_gl->glClear(GL_COLOR_BUFFER_BIT);
    if (m_empty || !m_target)
        return;
    const QRect to = letterbox(m_target->size(), area).toRect();
    m_gl->glViewport(to.left(), area.height() - to.top() - to.height(), to.width(), to.height());
    m_gl->glDisable(GL_BLEND);
    m_gl->glDisable(GL_DEPTH_TEST);
    m_gl->glDisable(GL_SCISSOR_TEST);
    m_gl->glActiveTexture(GL_TEXTURE0);
    m_gl->glBindTexture(GL_TEXTURE_2D, m_target->texture());
    m_scaling.bind();
    m_scaling.setUniformValue("picture", 0);
    m_gl->glUniform4i(m_scaling.uniformLocation("place"), to.left(), to.top(), to.width(), to.height());
    m_scaling.setUniformValue("screenHeight", area.height());
    m_gl->glBindVertexArray(m_vertexArray);
    m_gl->glDrawArrays(GL_TRIANGLES, 0, 3);
    m_gl->glBindVertexArray(0);
    m_scaling.release();
}

QImage GlPicture::image() const {
    return m_empty || !m_target ? QImage() : m_target->toImage();
}

} // namespace cutaway::ui
