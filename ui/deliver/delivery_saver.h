#pragma once

#include "core/catalogue/client.h"
#include "ui/session/task_runner.h"

#include <QHash>
#include <QObject>

#include <memory>

class QWidget;

namespace cutaway::ui {

/// Saves delivered files to this computer: asks where, shows how far, can be stopped and is continued next
/// time.
class DeliverySaver : public QObject {
    Q_OBJECT

public:
    explicit DeliverySaver(TaskRunner& tasks, QObject* parent = nullptr);

    void ask(std::shared_ptr<catalogue::CloudClient> cloud, const QString& submissionId,
             catalogue::Delivery delivery, QWidget* window);
    void save(std::shared_ptr<catalogue::CloudClient> cloud, const QString& submissionId,
              const catalogue::Delivery& delivery, const QString& path);
    void stop(const QString& submissionId);

Q_SIGNALS:
    void progress(const QString& submissionId, int percent); ///< -1: over
    void saved(const QString& submissionId, const QString& path);
    void failed(const QString& submissionId, const QString& sentence);

private:
    TaskRunner& m_tasks;
    QHash<QString, std::stop_source> m_running;
};

} // namespace cutaway::ui
