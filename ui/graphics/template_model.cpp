#include "ui/graphics/template_model.h"

#include "core/media/colour_convert.h"

#include <QLocale>

#include <algorithm>

namespace cutaway::ui {

namespace {

constexpr int groundCode = 110; // of 8 bit: a dull day, so that light and dark graphics are both seen

media::VideoFramePtr ground(const render::Canvas& canvas) {
    media::WritableFrame frame =
        media::allocateFrame(canvas.width, canvas.height, canvas.format, canvas.colour);
    for (std::size_t plane = 0; plane < 3; ++plane)
        for (int row = 0; row < (plane == 0 ? canvas.height : canvas.height / 2); ++row)
            std::fill_n(frame.planes[plane] + row * frame.frame.strides[plane],
                        plane == 0 ? canvas.width : canvas.width / 2,
                        static_cast<std::uint8_t>(plane == 0 ? groundCode - row * 60 / canvas.height : 128));
    return frame.share();
}

} // namespace

QImage graphicImage(render::GraphicPainter& painter, const timeline::Graphic& graphic,
                    const std::string& language, const QSize& size) {
    const render::Canvas canvas{size.width() & ~1, size.height() & ~1, media::PixelFormat::Yuv420p8,
                                media::Colour::sdr()};
    constexpr std::int64_t frames = 1000;
    const auto keyed =
        painter.paint(timeline::shared(graphic), language, {frames / 2, frames, {50, 1}}, canvas);
    if (!keyed)
        return {};
    const auto picture = render::keyOver(ground(canvas), **keyed, canvas);
    QImage image(canvas.width, canvas.height, QImage::Format_RGBA8888);
    media::toDisplayRgb(*picture, image.bits(), image.bytesPerLine());
    return image;
}

TemplateModel::TemplateModel(QObject* parent)
    : QAbstractListModel(parent) {}

void TemplateModel::load(const std::vector<std::filesystem::path>& folders) {
    beginResetModel();
    m_library = render::loadTemplates(folders);
    std::sort(m_library.templates.begin(), m_library.templates.end(), [](const auto& a, const auto& b) {
        return QString::localeAwareCompare(nameOf(a.design), nameOf(b.design)) < 0;
    });
    m_pictures.clear();
    endResetModel();
}

void TemplateModel::setPictureSize(const QSize& devicePixels, qreal ratio) {
    if (devicePixels == m_pictureSize && qFuzzyCompare(ratio, m_ratio))
        return;
    m_pictureSize = devicePixels;
    m_ratio = ratio;
    m_pictures.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

std::string TemplateModel::language() {
    return QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString();
}

QString TemplateModel::nameOf(const render::GraphicTemplate& design) {
    return QString::fromStdString(design.name.in(language()));
}

int TemplateModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_library.templates.size());
}

const render::StoredTemplate* TemplateModel::at(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_library.templates[static_cast<std::size_t>(row)];
}

QVariant TemplateModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const render::StoredTemplate& stored = *at(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return nameOf(stored.design);
    if (role != Qt::DecorationRole)
        return {};
    auto known = m_pictures.find(index.row());
    if (known == m_pictures.end())
        known = m_pictures
                    .emplace(index.row(),
                             graphicImage(m_painter, render::graphicFrom(stored), language(), m_pictureSize))
                    .first;
    known->second.setDevicePixelRatio(m_ratio);
    return known->second;
}

} // namespace cutaway::ui
