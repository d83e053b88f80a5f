#include "ui/deliver/deliver_page.h"

#include "ui/deliver/delivery_saver.h"
#include "ui/deliver/formats_panel.h"
#include "ui/deliver/progress_panel.h"
#include "ui/deliver/queue_panel.h"
#include "ui/theme/measures.h"

#include <QHBoxLayout>

namespace cutaway::ui {

namespace {

constexpr int sidePanel = 420;
constexpr int sidePanelNarrow = 300;
constexpr int estimateDelay = 400;

} // namespace

DeliverPage::DeliverPage(TaskRunner& tasks, ThumbnailStore& thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_thumbnails(thumbnails)
    , m_model(new DeliverModel(tasks, this))
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
    connect(m_formats, &FormatsPanel::deliverPressed, this, [this] { send(true); });
    connect(m_formats, &FormatsPanel::choiceChanged, this, [this] { m_estimateLater.start(); });
    connect(m_model, &DeliverModel::profilesChanged, this, [this] { m_estimateLater.start(); });
    connect(m_model, &DeliverModel::submitted, this, [this](const QString& id) {
        m_queue->select(id);
        m_shown.clear();
        show(id);
        Q_EMIT status(tr("Sent “%1”. Go on cutting.").arg(QString::fromStdString(m_lastRequest.title)));
    });
    connect(m_model, &DeliverModel::refused, this, [this] { m_unsent = false; });
    connect(m_model, &DeliverModel::refused, m_progress, &ProgressPanel::showProblems);
    connect(m_model, &DeliverModel::notSent, this, [this](const QString& sentence) {
        m_unsent = true;
        m_progress->showFailure(sentence);
        Q_EMIT status(sentence);
    });
    connect(m_model, &DeliverModel::failed, this, &DeliverPage::status);
    connect(m_model, &DeliverModel::submissionsChanged, this, &DeliverPage::showNewest);
    connect(&m_thumbnails, &ThumbnailStore::arrived, this, [this] {
        const auto shown = Uuid::parse(m_shown.toStdString());
        if (const auto* submission = shown ? m_model->submission(*shown) : nullptr)
            showThumbnail(*submission);
    });
    connect(m_model, &DeliverModel::submissionChanged, this, [this](const QString& id) {
        if (id == m_shown && !m_unsent)
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
    // A delivery that failed is a new one; one without an answer is the same one sent again.
    connect(m_progress, &ProgressPanel::retryPressed, this, [this] { send(!m_unsent); });
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
    if (shown && m_model->submission(*shown))
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
    send(true);
}

void DeliverPage::send(bool anew) {
    if (m_model->submitting())
        return;
    if (anew || m_lastRequest.id.isNil()) {
        if (!m_sequence || !m_otio || m_formats->chosen().empty() || m_formats->title().isEmpty())
            return;
        m_lastRequest = {};
        m_lastRequest.id = Uuid::random();
        m_lastRequest.title = m_formats->title().toStdString();
        m_lastRequest.otio = m_otio();
        m_lastRequest.profiles = m_formats->chosen();
    }
    m_model->submit(m_lastRequest);
}

void DeliverPage::show(const QString& submissionId) {
    m_unsent = false;
    const auto uuid = Uuid::parse(submissionId.toStdString());
    const catalogue::Submission* submission = uuid ? m_model->submission(*uuid) : nullptr;
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
