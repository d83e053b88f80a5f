#include "ui/deliver/deliver_page.h"

#include "ui/deliver/delivery_saver.h"
#include "ui/deliver/formats_panel.h"
#include "ui/deliver/progress_panel.h"
#include "ui/deliver/queue_panel.h"
#include "ui/deliver/words.h"
#include "ui/theme/measures.h"

#include <QHBoxLayout>

namespace cutaway::ui {

namespace {

constexpr int sidePanel = 420;
constexpr int sidePanelNarrow = 300;
constexpr int estimateDelay = 400;

} // namespace

DeliverPage::DeliverPage(TaskRunner& tasks, ThumbnailStore& thumbnails, OutboxCourier& outbox,
                         QWidget* parent)
    : QWidget(parent)
    , m_thumbnails(thumbnails)
    , m_model(new DeliverModel(tasks, outbox, this))
    , m_saver(new DeliverySaver(tasks, this))
    , m_formats(new FormatsPanel(*m_model, this))
    , m_progress(new ProgressPanel(this))
    , m_queue(new QueuePanel(*m_model, *m_saver, this)) {
    for (QWidget* side : {static_cast<QWidget*>(m_formats), static_cast<QWidget*>(m_queue)}) {
        side->setMinimumWidth(sidePanelNarrow);
        side->setMaximumWidth(sidePanel);
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::panelGap);
    layout->addWidget(m_formats, 2);
    layout->addWidget(m_progress, 5);
    layout->addWidget(m_queue, 2);

    m_estimateLater.setSingleShot(true);
    m_estimateLater.setInterval(estimateDelay);
    connect(&m_estimateLater, &QTimer::timeout, this, &DeliverPage::estimate);
    connect(m_formats, &FormatsPanel::deliverPressed, this, [this] { deliver(); });
    connect(m_formats, &FormatsPanel::choiceChanged, this, [this] { m_estimateLater.start(); });
    connect(m_model, &DeliverModel::profilesChanged, this, [this] { m_estimateLater.start(); });
    connect(m_model, &DeliverModel::submitted, this, [this](const QString& id) {
        m_queue->select(id);
        m_shown.clear();
        show(id);
        if (const auto uuid = Uuid::parse(id.toStdString()))
            if (const auto* sent = m_model->submission(*uuid))
                Q_EMIT status(tr("Sent “%1”. Go on cutting.").arg(QString::fromStdString(sent->title)));
    });
    connect(m_model, &DeliverModel::refused, m_progress, &ProgressPanel::showProblems);
    connect(m_model, &DeliverModel::waits, this, [this](const QString& id) {
        m_queue->select(id);
        show(id);
        Q_EMIT status(
            tr("“%1” is kept on this computer and sent when the cloud is back. Go on cutting.").arg(m_title));
    });
    connect(m_model, &DeliverModel::waitingChanged, this, &DeliverPage::followWaiting);
    connect(m_progress, &ProgressPanel::sendPressed, this, [this] {
        if (const auto id = Uuid::parse(m_shown.toStdString()))
            m_model->outbox().sendNow(*id);
    });
    connect(m_progress, &ProgressPanel::dropPressed, this, [this] {
        if (const auto id = Uuid::parse(m_shown.toStdString()))
            m_model->outbox().cancel(*id);
    });
    connect(&outbox, &OutboxCourier::status, this, &DeliverPage::status);
    connect(m_model, &DeliverModel::failed, this, &DeliverPage::status);
    connect(m_model, &DeliverModel::submissionsChanged, this, &DeliverPage::showNewest);
    connect(&m_thumbnails, &ThumbnailStore::arrived, this, [this] {
        const auto shown = Uuid::parse(m_shown.toStdString());
        if (const auto* submission = shown ? m_model->submission(*shown) : nullptr)
            showThumbnail(*submission);
    });
    connect(m_model, &DeliverModel::submissionChanged, this, [this](const QString& id) {
        if (id == m_shown)
            show(id);
    });
    connect(m_model, &DeliverModel::previewArrived, this, [this](const QString& id, const QImage& picture) {
        if (id != m_shown)
            return;
        m_framed = true;
        m_progress->showPreview(picture);
    });
    connect(m_queue, &QueuePanel::chosen, this, &DeliverPage::show);
    connect(m_queue, &QueuePanel::playRequested, this, &DeliverPage::playRequested);
    connect(m_progress, &ProgressPanel::goToClip, this, &DeliverPage::goToClip);
    connect(m_progress, &ProgressPanel::retryPressed, this, [this] { deliver(); });
    connect(m_saver, &DeliverySaver::saved, this,
            [this](const QString&, const QString& path) { Q_EMIT status(tr("Saved %1").arg(path)); });
    connect(m_saver, &DeliverySaver::failed, this,
            [this](const QString&, const QString& sentence) { Q_EMIT status(sentence); });
}

void DeliverPage::setCut(timeline::SequencePtr sequence, std::function<std::string()> otio) {
    m_sequence = std::move(sequence);
    m_otio = std::move(otio);
    const std::int64_t frames = m_sequence ? m_sequence->durationFrames() : 0;
    m_formats->setCut(m_sequence ? QString::fromStdString(m_sequence->name) : QString(),
                      m_sequence ? QString::fromStdString(timecodeText(frames, m_sequence->timecode()))
                                 : QString(),
                      frames > 0);
    if (isVisible())
        m_estimateLater.start();
}

/// Whoever comes here sees the newest delivery, until another one is chosen.
void DeliverPage::showNewest() {
    const auto& all = m_model->submissions();
    const auto shown = Uuid::parse(m_shown.toStdString());
    if (shown && (m_model->submission(*shown) || m_model->outbox().item(*shown)))
        return;
    m_shown.clear();
    const QString newest = all.empty() ? QString() : QString::fromStdString(all.front().id.toString());
    if (!newest.isEmpty())
        m_queue->select(newest);
    show(newest);
}

void DeliverPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_estimateLater.start();
}

void DeliverPage::estimate() {
    if (m_sequence && m_otio && m_sequence->durationFrames() > 0)
        m_model->estimate(m_otio(), m_formats->chosen());
}

void DeliverPage::deliver() {
    if (m_model->submitting() || !m_sequence || !m_otio || m_formats->chosen().empty() ||
        m_formats->title().isEmpty())
        return;
    catalogue::SubmissionRequest request;
    request.id = Uuid::random();
    request.title = m_formats->title().toStdString();
    request.otio = m_otio();
    request.profiles = m_formats->chosen();
    m_title = m_formats->title();
    m_model->submit(request);
}

void DeliverPage::show(const QString& submissionId) {
    const auto uuid = Uuid::parse(submissionId.toStdString());
    const catalogue::Submission* submission = uuid ? m_model->submission(*uuid) : nullptr;
    if (const auto* item = uuid && !submission ? m_model->outbox().item(*uuid) : nullptr) {
        m_shown = submissionId;
        showWaiting(*item);
        return;
    }
    if (!submission) {
        m_progress->showNothing();
        return;
    }
    if (m_shown != submissionId) {
        m_progress->showPreview({});
        m_framed = false;
        m_model->wantPreview(submission->id);
    }
    m_shown = submissionId;
    m_progress->showSubmission(*submission);
    showThumbnail(*submission);
}

void DeliverPage::showWaiting(const catalogue::OutboxItem& item) {
    const QString title = QString::fromStdString(item.title());
    const QString sentence = waitingText(m_model->outbox(), item);
    if (item.refusal)
        m_progress->showRefused(title, sentence, item.refusal->problems);
    else
        m_progress->showWaiting(title, sentence);
}

/// What waited and is in view: how far it is, and when it has gone something else comes into view.
void DeliverPage::followWaiting() {
    const auto shown = Uuid::parse(m_shown.toStdString());
    if (!shown || m_model->submission(*shown))
        return;
    if (const auto* item = m_model->outbox().item(*shown))
        showWaiting(*item);
    else
        showNewest();
}

/// What was delivered before has no last finished frame any more, but its viewing copy has pictures.
void DeliverPage::showThumbnail(const catalogue::Submission& submission) {
    constexpr int middle = 500;
    if (m_framed || submission.job.state != catalogue::JobState::Delivered)
        return;
    for (const catalogue::Delivery& delivery : submission.deliveries)
        if (!delivery.sourceId.isNil()) {
            m_progress->showPreview(m_thumbnails.atPart(delivery.sourceId, middle));
            return;
        }
}

} // namespace cutaway::ui
