#pragma once

#include "core/catalogue/client.h"
#include "ui/session/outbox_courier.h"

#include <QImage>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace cutaway::ui {

/// What the Deliver page shows, kept up by the cloud's answers and events. UI thread; calls to the cloud wait
/// elsewhere.
class DeliverModel : public QObject {
    Q_OBJECT

public:
    /// `outbox` outlives it.
    DeliverModel(TaskRunner& tasks, OutboxCourier& outbox, QObject* parent = nullptr);

    /// Another cloud, or none.
    void setCloud(std::shared_ptr<catalogue::CloudClient> cloud);
    const std::shared_ptr<catalogue::CloudClient>& cloud() const { return m_cloud; }
    OutboxCourier& outbox() { return m_outbox; }
    /// Reloads formats and submissions.
    void reload();
    /// An event of the stream; others than jobs are ignored.
    void applyJob(const catalogue::Job& job);

    const std::vector<catalogue::Profile>& profiles() const { return m_profiles; }
    const std::vector<catalogue::Submission>& submissions() const { return m_submissions; } ///< newest first
    const catalogue::Submission* submission(const Uuid& id) const;

    /// Time and size of each format for this cut; the answer comes as estimatesChanged().
    void estimate(const std::string& otio, const std::vector<std::string>& profiles);
    std::optional<catalogue::Estimate> estimateOf(const std::string& profile) const;

    /// Keeps the cut on this computer and sends it, now or when the cloud is back. `id` is the caller's.
    void submit(const catalogue::SubmissionRequest& request);
    /// What was handed in last is on its way, and its first answer has not come.
    bool submitting() const { return m_handed.has_value(); }
    void cancel(const Uuid& submissionId);
    /// Its last finished frame, if there is one; comes as previewArrived().
    void wantPreview(const Uuid& submissionId);

Q_SIGNALS:
    void profilesChanged();
    void estimatesChanged();
    void submissionsChanged();                 ///< the list
    void submissionChanged(const QString& id); ///< one of them
    void previewArrived(const QString& id, const QImage& picture);
    void submitted(const QString& id);
    void refused(const QString& sentence, const std::vector<cutaway::catalogue::SubmissionProblem>& problems);
    void waits(const QString& id);        ///< no answer to submit() yet: it is kept, and goes by itself
    void waitingChanged();                ///< what the outbox holds, or how far it is
    void failed(const QString& sentence); ///< the cloud could not be asked for something else
    void busyChanged();

private:
    void fetchSubmission(const Uuid& id);
    void fetchPreview(const catalogue::Submission& submission);
    void store(catalogue::Submission submission);
    void followOutbox();
    void showProfiles(std::vector<catalogue::Profile> profiles);

    TaskRunner& m_tasks;
    OutboxCourier& m_outbox;
    std::shared_ptr<catalogue::CloudClient> m_cloud;
    std::vector<catalogue::Profile> m_profiles;
    std::vector<catalogue::Submission> m_submissions;
    std::vector<catalogue::Estimate> m_estimates;
    QSet<QString> m_previewsComing;
    int m_estimateTicket = 0;     ///< only the newest answer counts
    std::optional<Uuid> m_handed; ///< handed in by hand, undecided
};

} // namespace cutaway::ui
