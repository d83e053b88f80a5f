#pragma once

#include <QWidget>

#include <memory>

class QLabel;

namespace cutaway::ui {

class CloudSession;
class PlayerLink;
class SessionLink;
class VideoView;
class ViewerPanel;

/// While an edit is in hand, the last frame before it stands where the source viewer's picture is; the
/// programme viewer shows the first one after it. So a trim is seen on both sides.
class TrimMonitor : public QWidget {
    Q_OBJECT

public:
    TrimMonitor(CloudSession& cloud, SessionLink& link, ViewerPanel& over);
    ~TrimMonitor() override;

    VideoView* view() const { return m_view; }
    /// "Last frame of 1 FIXED, 01:00:01:49".
    QString caption() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void place();

    CloudSession& m_cloud;
    SessionLink& m_link;
    QWidget* m_under; ///< the source viewer's picture
    VideoView* m_view;
    QLabel* m_caption;
    std::unique_ptr<PlayerLink> m_player; ///< only while an edit is in hand: it keeps pictures
};

} // namespace cutaway::ui
