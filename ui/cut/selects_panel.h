#pragma once

#include "ui/session/thumbnail_store.h"
#include "ui/timeline/session_link.h"

#include <QListWidget>

namespace cutaway::ui {

/// The In-Out ranges kept for later, with their angle: drag one or many to the timeline, open one by double
/// click, take them away with Delete.
class SelectsPanel : public QListWidget {
    Q_OBJECT

public:
    SelectsPanel(SessionLink& link, ThumbnailStore& thumbnails, QWidget* parent = nullptr);

    /// Selects in the order of the list; the chosen ones, or all when none is chosen.
    std::vector<timeline::MarkedRange> chosenRanges() const;
    /// The key that adds to it, for the words in an empty list.
    void setKeepKey(const QString& key);

Q_SIGNALS:
    void openRequested(const cutaway::timeline::MarkedRange& range);

protected:
    QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override;
    QStringList mimeTypes() const override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void rebuild();
    void showPictures();
    void removeChosen();

    SessionLink& m_link;
    ThumbnailStore& m_thumbnails;
    std::vector<timeline::Select> m_shown;
    QString m_keepKey;
};

} // namespace cutaway::ui
