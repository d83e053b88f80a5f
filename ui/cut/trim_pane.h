#pragma once

#include "core/playback/audio_output.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;

namespace cutaway::ui {

class CloudSession;
class PlayerLink;
class VideoView;
class ViewerPanel;

/// One or two pictures beside each other, each with a line under it, that stand over the picture of a viewer
/// while an edit is trimmed. Each has a player of its own, only as long as they are seen: it keeps pictures.
class TrimPane : public QWidget {
    Q_OBJECT

public:
    /// `audio` may be null and outlives this.
    TrimPane(CloudSession& cloud, ViewerPanel& over, playback::AudioOutput* audio);
    ~TrimPane() override;

    /// Comes into view with `count` pictures.
    void present(std::size_t count);
    void dismiss();
    std::size_t count() const { return m_shown; }

    /// Of one that is presented.
    PlayerLink& player(std::size_t index) { return *m_tiles[index]->player; }
    VideoView* view(std::size_t index) const { return m_tiles[index]->view; }
    void setCaption(std::size_t index, const QString& words);
    QString caption(std::size_t index) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Tile {
        QWidget* box = nullptr;
        VideoView* view = nullptr;
        QLabel* caption = nullptr;
        std::unique_ptr<PlayerLink> player;
        ~Tile();
    };
    Tile& makeTile();
    void letGo(Tile& tile);
    void place();

    CloudSession& m_cloud;
    playback::AudioOutput* m_audio;
    QWidget* m_under; ///< the viewer's picture
    std::vector<std::unique_ptr<Tile>> m_tiles;
    std::size_t m_shown = 0;
};

} // namespace cutaway::ui
