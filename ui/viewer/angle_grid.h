#pragma once

#include "core/playback/angle_wall.h"

#include <QList>
#include <QWidget>

namespace cutaway::ui {

/// Angles beside each other, as large as they fit: two, four as 2x2, up to nine as 3x3. Each carries its
/// number and name; the chosen one stands in the accent colour. Shows what it is told.
class AngleGrid : public QWidget {
    Q_OBJECT

public:
    static constexpr int mostAngles = 9;
    struct Name {
        int number = 0;
        QString name;
        bool operator==(const Name&) const = default;
    };

    explicit AngleGrid(QWidget* parent = nullptr);

    void setAngles(const QList<Name>& angles);
    void setCurrent(int number);
    /// Of the angle at `index`. `words`: why nothing can be seen there; empty: the picture, if any.
    void show(qsizetype index, const playback::WallTile& tile, const QString& words);
    using QWidget::show;

    qsizetype count() const { return m_tiles.size(); }
    QRect tileRect(qsizetype index) const; ///< within the grid

Q_SIGNALS:
    void chosen(int number); ///< clicked

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    class Tile;
    void place();

    QList<Name> m_names;
    QList<Tile*> m_tiles;
};

} // namespace cutaway::ui
