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
    DeliverPage(TaskRunner& tasks, ThumbnailStore& thumbnails, QWidget* parent = nullptr);

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
    void send(bool anew);
    void estimate();
    void show(const QString& submissionId);
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
    catalogue::SubmissionRequest m_lastRequest;
    bool m_unsent = false; ///< it may or may not have arrived: trying again means the same one
    QString m_shown;
    bool m_framed = false; ///< a frame of what is shown has come while it was made
};

} // namespace cutaway::ui
