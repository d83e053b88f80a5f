#pragma once

#include "core/timeline/sequence.h"
#include "ui/deliver/deliver_model.h"
#include "ui/session/thumbnail_store.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace cutaway::ui {

class DeliverySaver;
class FormatsPanel;
class ProgressPanel;
class QueuePanel;

/// The Deliver page: what and how on the left, the delivery being made in the middle, all deliveries on the
/// right.
class DeliverPage : public QWidget {
    Q_OBJECT

public:
    /// `outbox` and the others outlive it.
    DeliverPage(TaskRunner& tasks, ThumbnailStore& thumbnails, OutboxCourier& outbox,
                QWidget* parent = nullptr);

    DeliverModel& model() { return *m_model; }
    DeliverySaver& saver() { return *m_saver; }
    FormatsPanel& formats() { return *m_formats; }

    /// The cut as it stands; `otio` makes the document when it is needed.
    void setCut(timeline::SequencePtr sequence, std::function<std::string()> otio);
    /// What Ctrl+M does.
    void deliver();

Q_SIGNALS:
    void playRequested(const QString& sourceId, const QString& title);
    void goToClip(const QString& clipId, qint64 recordFrame);
    void status(const QString& sentence); ///< for the status bar

protected:
    void showEvent(QShowEvent* event) override;

private:
    void estimate();
    void show(const QString& submissionId);
    void showWaiting(const catalogue::OutboxItem& item);
    void followWaiting();
    void showNewest();
    void showThumbnail(const catalogue::Submission& submission);

    ThumbnailStore& m_thumbnails;
    DeliverModel* m_model;
    DeliverySaver* m_saver;
    FormatsPanel* m_formats;
    ProgressPanel* m_progress;
    QueuePanel* m_queue;
    QTimer m_estimateLater; ///< asks once the hands rest
    timeline::SequencePtr m_sequence;
    std::function<std::string()> m_otio;
    QString m_title;       ///< of what was handed in last
    QString m_shown;       ///< id of a delivery, or of what waits to be sent
    bool m_framed = false; ///< a frame of what is shown has come while it was made
};

} // namespace cutaway::ui
