#include "ui/deliver/queue_panel.h"

#include "ui/deliver/deliver_model.h"
#include "ui/deliver/delivery_saver.h"
#include "ui/deliver/job_card.h"
#include "ui/deliver/waiting_card.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cutaway::ui {

QueuePanel::QueuePanel(DeliverModel& model, DeliverySaver& saver, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_saver(saver)
    , m_list(new QWidget(this))
    , m_waiting(new QVBoxLayout)
    , m_cards(new QVBoxLayout(m_list)) {
    setProperty(theme::kindProperty, QStringLiteral("panel"));
    auto* heading = new QLabel(tr("Deliveries"), this);
    heading->setFont(theme::title());
    heading->setContentsMargins(theme::section, theme::section, theme::section, theme::padding);
    m_cards->setContentsMargins(theme::section, 0, theme::section, theme::section);
    m_cards->setSpacing(theme::padding);
    m_waiting->setSpacing(theme::padding);
    m_cards->addLayout(m_waiting);
    m_cards->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(heading->text());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(heading);
    layout->addWidget(scroll, 1);

    connect(&m_model, &DeliverModel::waitingChanged, this, &QueuePanel::rebuildWaiting);
    connect(&m_model, &DeliverModel::submissionsChanged, this, &QueuePanel::rebuild);
    connect(&m_model, &DeliverModel::submissionChanged, this, &QueuePanel::refresh);
    connect(&m_saver, &DeliverySaver::progress, this, [this](const QString& id, int percent) {
        if (JobCard* card = m_byId.value(id))
            card->setSaving(percent);
    });
    rebuildWaiting();
    rebuild();
}

/// In the order in which they will be sent.
void QueuePanel::rebuildWaiting() {
    QHash<QString, WaitingCard*> kept;
    int at = 0;
    for (const catalogue::OutboxItem& item : m_model.outbox().items()) {
        const QString id = QString::fromStdString(item.id().toString());
        WaitingCard* card = m_waitingById.take(id);
        if (!card) {
            card = new WaitingCard(m_model.outbox(), m_list);
            connect(card, &WaitingCard::chosen, this, [this, id] {
                select(id);
                Q_EMIT chosen(id);
            });
        }
        card->setItem(item);
        card->setSelected(id == m_selected);
        m_waiting->insertWidget(at++, card);
        kept.insert(id, card);
    }
    for (WaitingCard* gone : std::as_const(m_waitingById)) {
        gone->hide();
        gone->deleteLater();
    }
    m_waitingById = kept;
}

JobCard* QueuePanel::makeCard(const QString& id) {
    auto* card = new JobCard(m_list);
    const auto uuid = Uuid::parse(id.toStdString());
    connect(card, &JobCard::chosen, this, [this, id] {
        select(id);
        Q_EMIT chosen(id);
    });
    if (uuid)
        connect(card, &JobCard::cancelPressed, this, [this, uuid = *uuid] { m_model.cancel(uuid); });
    connect(card, &JobCard::playPressed, this, [this, card](const QString& sourceId) {
        Q_EMIT playRequested(sourceId, QString::fromStdString(card->submission().title));
    });
    connect(card, &JobCard::savePressed, this, [this, card, id](int delivery) {
        m_saver.ask(m_model.cloud(), id, card->submission().deliveries[static_cast<std::size_t>(delivery)],
                    this);
    });
    connect(card, &JobCard::stopSavingPressed, this, [this, id] { m_saver.stop(id); });
    return card;
}

void QueuePanel::rebuild() {
    QHash<QString, JobCard*> kept;
    int at = 1; // under what waits
    for (const catalogue::Submission& submission : m_model.submissions()) {
        const QString id = QString::fromStdString(submission.id.toString());
        JobCard* card = m_byId.take(id);
        if (!card)
            card = makeCard(id);
        card->setSubmission(submission);
        card->setSelected(id == m_selected);
        m_cards->insertWidget(at++, card);
        kept.insert(id, card);
    }
    for (JobCard* gone : std::as_const(m_byId))
        gone->deleteLater();
    m_byId = kept;
}

void QueuePanel::refresh(const QString& submissionId) {
    const auto uuid = Uuid::parse(submissionId.toStdString());
    if (!uuid)
        return;
    if (JobCard* card = m_byId.value(submissionId))
        if (const catalogue::Submission* submission = m_model.submission(*uuid))
            card->setSubmission(*submission);
}

void QueuePanel::select(const QString& submissionId) {
    m_selected = submissionId;
    for (auto it = m_byId.cbegin(); it != m_byId.cend(); ++it)
        it.value()->setSelected(it.key() == submissionId);
    for (auto it = m_waitingById.cbegin(); it != m_waitingById.cend(); ++it)
        it.value()->setSelected(it.key() == submissionId);
}

} // namespace cutaway::ui
