#pragma once

#include "core/render/graphic_painter.h"
#include "core/render/template_library.h"

#include <QAbstractListModel>
#include <QImage>
#include <QSize>

#include <map>

namespace cutaway::ui {

/// A graphic as it stands in the middle of its time, over grey, as an SDR screen shows it; null when it
/// cannot be drawn. `size` in device pixels, even.
QImage graphicImage(render::GraphicPainter& painter, const timeline::Graphic& graphic,
                    const std::string& language, const QSize& size);

/// The templates that there are, by name, each with a picture of itself.
class TemplateModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit TemplateModel(QObject* parent = nullptr);

    /// Reads the folders again.
    void load(const std::vector<std::filesystem::path>& folders);
    /// What was wrong with files, a sentence each.
    const std::vector<Error>& problems() const { return m_library.problems; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const render::StoredTemplate* at(int row) const; ///< null when there is no such row
    static QString nameOf(const render::GraphicTemplate& design);
    static std::string language(); ///< that the program speaks

    /// Of the pictures; `ratio` device pixels are one on the screen.
    void setPictureSize(const QSize& devicePixels, qreal ratio);

private:
    render::TemplateLibrary m_library;
    QSize m_pictureSize{240, 136};
    qreal m_ratio = 1;
    mutable render::GraphicPainter m_painter;
    mutable std::map<int, QImage> m_pictures;
};

} // namespace cutaway::ui
