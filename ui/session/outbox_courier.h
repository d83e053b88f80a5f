#pragma once

#include "core/catalogue/outbox_sender.h"
#include "ui/session/cloud_session.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

class QFileSystemWatcher;

namespace cutaway::ui {

/// What waits on this computer to be sent, and its way to the cloud: kept first, sent in order as soon as the
/// cloud is there, kept until it has answered. GUI thread; what waits does so elsewhere.
class OutboxCourier : public QObject {
    Q_OBJECT

public:
    /// `folder`: of the outbox; several windows may share it.
    OutboxCourier(CloudSession& session, const QString& folder, QObject* parent = nullptr);

    /// In the order of sending, those for other clouds too.
    const std::vector<catalogue::OutboxItem>& items() const { return m_items; }
    const catalogue::OutboxItem* item(const Uuid& id) const;
    bool isForThisCloud(const catalogue::OutboxItem& item) const;
    bool isSending(const Uuid& id) const { return m_sending == id; }
    /// Why the last attempt did not go through; empty when none failed since the cloud is there.
    const QString& sentence() const { return m_sentence; }
    /// How many wait for this cloud, and how many it has refused.
    int waiting() const;
    int refused() const;
    /// A save of this project is still to be sent, and none of its later ones may go before it.
    bool hasSaveOf(const Uuid& project) const;

    /// Kept when it returns without an error, then sent.
    Result<void> add(std::variant<catalogue::SubmissionRequest, catalogue::RevisionRequest> what);
    /// Not wanted any more; of what was refused: seen.
    void cancel(const Uuid& id);
    /// What was refused waits again; what waits is tried at once.
    void sendNow(const Uuid& id);
    /// A save that was refused becomes the first version of another project.
    void saveAsCopy(const Uuid& id);

    /// The formats of this cloud, as they were when it was last there.
    std::vector<catalogue::Profile> keptProfiles() const;
    void keepProfiles(const std::vector<catalogue::Profile>& profiles);

Q_SIGNALS:
    void changed();
    void submissionSent(const cutaway::catalogue::Submission& submission);
    void revisionSent(const cutaway::Uuid& project, const cutaway::Uuid& revision);
    /// It stays in the outbox until somebody cancels it.
    void refusedForGood(const cutaway::catalogue::OutboxItem& item);
    void status(const QString& sentence);

private:
    void reload();
    void run();
    void ended(const catalogue::SendOutcome& outcome);

    CloudSession& m_session;
    catalogue::Outbox m_outbox;
    std::vector<catalogue::OutboxItem> m_items;
    std::optional<Uuid> m_sending;
    bool m_running = false;
    QString m_sentence;
    QTimer m_again; ///< after an answer that said to come back
    int m_pause = 0;
    QFileSystemWatcher* m_watcher;
};

} // namespace cutaway::ui
