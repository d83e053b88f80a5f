#include "ui/deliver/deliver_model.h"

#include <algorithm>
#include <utility>

namespace cutaway::ui {

namespace {

QString message(const Error& error) {
    return QString::fromStdString(error.message);
}

QString idText(const Uuid& id) {
    return QString::fromStdString(id.toString());
}

} // namespace

DeliverModel::DeliverModel(TaskRunner& tasks, OutboxCourier& outbox, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_outbox(outbox) {
    connect(&m_outbox, &OutboxCourier::submissionSent, this, [this](const catalogue::Submission& sent) {
        const bool byHand = m_handed == sent.id;
        if (byHand)
            m_handed.reset();
        store(sent);
        Q_EMIT submitted(idText(sent.id));
        if (byHand)
            Q_EMIT busyChanged();
    });
    connect(&m_outbox, &OutboxCourier::refusedForGood, this, [this](const catalogue::OutboxItem& item) {
        if (m_handed != item.id())
            return; // it has waited: the list says what became of it
        m_handed.reset();
        // Whoever is looking is told at once, and mends the cut; nothing is left to remember.
        m_outbox.cancel(item.id());
        Q_EMIT busyChanged();
        Q_EMIT refused(item.refusal->problems.empty() ? QString::fromStdString(item.refusal->sentence)
                                                      : tr("This cut cannot be delivered yet."),
                       item.refusal->problems);
    });
    connect(&m_outbox, &OutboxCourier::changed, this, &DeliverModel::followOutbox);
}

void DeliverModel::setCloud(std::shared_ptr<catalogue::CloudClient> cloud) {
    m_cloud = std::move(cloud);
    m_submissions.clear();
    m_estimates.clear();
    showProfiles(m_outbox.keptProfiles());
    Q_EMIT submissionsChanged();
    reload();
}

void DeliverModel::reload() {
    if (!m_cloud)
        return;
    const auto cloud = m_cloud;
    m_tasks.run(
        this, [cloud](std::stop_token stop) { return cloud->profiles(stop); },
        [this, cloud](Result<std::vector<catalogue::Profile>> answer) {
            if (cloud != m_cloud)
                return;
            if (!answer) {
                Q_EMIT failed(message(answer.error()));
                return;
            }
            m_outbox.keepProfiles(*answer);
            showProfiles(std::move(*answer));
        });
    m_tasks.run(
        this, [cloud](std::stop_token stop) { return cloud->submissions(stop); },
        [this, cloud](Result<std::vector<catalogue::Submission>> answer) {
            if (cloud != m_cloud || !answer)
                return;
            m_submissions = std::move(*answer);
            std::stable_sort(m_submissions.begin(), m_submissions.end(),
                             [](const auto& a, const auto& b) { return a.created > b.created; });
            Q_EMIT submissionsChanged();
        });
}

void DeliverModel::showProfiles(std::vector<catalogue::Profile> profiles) {
    if (profiles == m_profiles)
        return;
    m_profiles = std::move(profiles);
    Q_EMIT profilesChanged();
}

const catalogue::Submission* DeliverModel::submission(const Uuid& id) const {
    const auto found =
        std::find_if(m_submissions.begin(), m_submissions.end(), [&](const auto& s) { return s.id == id; });
    return found == m_submissions.end() ? nullptr : &*found;
}

void DeliverModel::applyJob(const catalogue::Job& job) {
    for (catalogue::Submission& known : m_submissions) {
        if (known.job.id != job.id)
            continue;
        known.job = job;
        // The deliveries are named by the submission, not by its job.
        if (job.isOver())
            fetchSubmission(known.id);
        else if (!job.previewUrl.empty())
            fetchPreview(known);
        Q_EMIT submissionChanged(idText(known.id));
        return;
    }
    // The result of a delivery is ingested by a job of its own; then it can be played.
    if (job.type == "ingest" && job.isOver())
        for (const catalogue::Submission& known : m_submissions)
            if (known.job.state == catalogue::JobState::Delivered)
                fetchSubmission(known.id);
}

void DeliverModel::fetchSubmission(const Uuid& id) {
    const auto cloud = m_cloud;
    m_tasks.run(
        this, [cloud, id](std::stop_token stop) { return cloud->submission(id, stop); },
        [this, cloud](Result<catalogue::Submission> answer) {
            if (cloud == m_cloud && answer)
                store(std::move(*answer));
        });
}

void DeliverModel::wantPreview(const Uuid& submissionId) {
    const catalogue::Submission* known = submission(submissionId);
    if (m_cloud && known && !known->job.previewUrl.empty())
        fetchPreview(*known);
}

void DeliverModel::fetchPreview(const catalogue::Submission& submission) {
    const QString id = idText(submission.id);
    if (m_previewsComing.contains(id))
        return;
    m_previewsComing.insert(id);
    m_tasks.run(
        this,
        [cloud = m_cloud, url = submission.job.previewUrl](std::stop_token stop) {
            return cloud->preview(url, stop);
        },
        [this, id](const Result<std::vector<std::byte>>& answer) {
            m_previewsComing.remove(id);
            if (!answer)
                return;
            const auto picture = QImage::fromData(reinterpret_cast<const uchar*>(answer->data()),
                                                  static_cast<int>(answer->size()));
            if (!picture.isNull())
                Q_EMIT previewArrived(id, picture);
        });
}

void DeliverModel::store(catalogue::Submission submission) {
    const QString id = idText(submission.id);
    const auto known = std::find_if(m_submissions.begin(), m_submissions.end(),
                                    [&](const auto& s) { return s.id == submission.id; });
    if (known != m_submissions.end()) {
        *known = std::move(submission);
        Q_EMIT submissionChanged(id);
        return;
    }
    m_submissions.insert(m_submissions.begin(), std::move(submission));
    Q_EMIT submissionsChanged();
}

void DeliverModel::estimate(const std::string& otio, const std::vector<std::string>& profiles) {
    if (!m_cloud || profiles.empty())
        return;
    const int ticket = ++m_estimateTicket;
    m_tasks.run(
        this,
        [cloud = m_cloud, otio, profiles](std::stop_token stop) {
            return cloud->estimate(otio, profiles, stop);
        },
        [this, ticket](Result<std::vector<catalogue::Estimate>> answer) {
            if (ticket != m_estimateTicket)
                return;
            m_estimates = answer ? std::move(*answer) : std::vector<catalogue::Estimate>{};
            Q_EMIT estimatesChanged();
        });
}

std::optional<catalogue::Estimate> DeliverModel::estimateOf(const std::string& profile) const {
    for (const catalogue::Estimate& e : m_estimates)
        if (e.profile == profile)
            return e;
    return std::nullopt;
}

void DeliverModel::submit(const catalogue::SubmissionRequest& request) {
    m_handed = request.id;
    const auto kept = m_outbox.add(request);
    if (!kept) {
        m_handed.reset();
        Q_EMIT failed(
            tr("“%1” was not sent: %2").arg(QString::fromStdString(request.title), message(kept.error())));
    }
    Q_EMIT busyChanged();
}

/// Where there is no answer to what was handed in by hand, it waits by itself and the hands are free.
void DeliverModel::followOutbox() {
    if (m_handed && m_outbox.item(*m_handed) && !m_outbox.isSending(*m_handed)) {
        const QString id = idText(*std::exchange(m_handed, std::nullopt));
        Q_EMIT busyChanged();
        Q_EMIT waits(id);
    }
    Q_EMIT waitingChanged();
}

void DeliverModel::cancel(const Uuid& submissionId) {
    const catalogue::Submission* known = submission(submissionId);
    if (!known || !m_cloud)
        return;
    m_tasks.run(
        this,
        [cloud = m_cloud, job = known->job.id](std::stop_token stop) { return cloud->cancelJob(job, stop); },
        [this, submissionId](const Result<void>& answer) {
            if (!answer)
                Q_EMIT failed(message(answer.error()));
            fetchSubmission(submissionId);
        });
}

} // namespace cutaway::ui
