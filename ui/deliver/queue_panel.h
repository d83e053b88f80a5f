#pragma once

#include "core/base/uuid.h"

#include <QFrame>
#include <QHash>

class QVBoxLayout;

namespace cutaway::ui {

class DeliverModel;
class DeliverySaver;
class JobCard;
class WaitingCard;

/// What is still to be sent, over what is being made, over what was made.
class QueuePanel : public QFrame {
    Q_OBJECT

public:
    QueuePanel(DeliverModel& model, DeliverySaver& saver, QWidget* parent = nullptr);
    void select(const QString& submissionId);

Q_SIGNALS:
    void chosen(const QString& submissionId);
    void playRequested(const QString& sourceId, const QString& title);

private:
    void rebuild();
    void rebuildWaiting();
    void refresh(const QString& submissionId);
    JobCard* makeCard(const QString& id);

    DeliverModel& m_model;
    DeliverySaver& m_saver;
    QWidget* m_list;
    QVBoxLayout* m_waiting;
    QVBoxLayout* m_cards;
    QHash<QString, WaitingCard*> m_waitingById;
    QHash<QString, JobCard*> m_byId;
    QString m_selected;
};

} // namespace cutaway::ui
