#include "ui/deliver/delivery_saver.h"

#include "ui/deliver/words.h"

#include <QDir>
#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>
#include <QStorageInfo>

namespace cutaway::ui {

namespace {

constexpr char folderKey[] = "deliver/folder";

} // namespace

DeliverySaver::DeliverySaver(TaskRunner& tasks, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks) {}

void DeliverySaver::ask(std::shared_ptr<catalogue::CloudClient> cloud, const QString& submissionId,
                        catalogue::Delivery delivery, QWidget* window) {
    QSettings settings;
    const QString folder =
        settings
            .value(QLatin1String(folderKey), QStandardPaths::writableLocation(QStandardPaths::MoviesLocation))
            .toString();
    const QString path =
        QFileDialog::getSaveFileName(window, tr("Save %1").arg(sizeText(delivery.size)),
                                     QDir(folder).filePath(QString::fromStdString(delivery.fileName)));
    if (path.isEmpty())
        return;
    settings.setValue(QLatin1String(folderKey), QFileInfo(path).absolutePath());
    save(std::move(cloud), submissionId, delivery, path);
}

void DeliverySaver::save(std::shared_ptr<catalogue::CloudClient> cloud, const QString& submissionId,
                         const catalogue::Delivery& delivery, const QString& path) {
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < delivery.size) {
        Q_EMIT failed(submissionId,
                      tr("There is room for %1 there, but the file needs %2. Free some space or choose "
                         "another disk.")
                          .arg(sizeText(disk.bytesAvailable()), sizeText(delivery.size)));
        return;
    }
    Q_EMIT progress(submissionId, 0);
    // Progress comes on a thread of the runner, which outlives it; this object need not.
    const auto told = std::make_shared<std::atomic<int>>(0);
    const tams::TransferProgress onProgress = [saver = QPointer(this), submissionId, told,
                                               runner = &m_tasks](std::int64_t done, std::int64_t total) {
        const int percent = total > 0 ? static_cast<int>(done * 100 / total) : 0;
        if (told->exchange(percent) == percent)
            return;
        QMetaObject::invokeMethod(runner, [saver, submissionId, percent] {
            if (saver && saver->m_running.contains(submissionId))
                Q_EMIT saver->progress(submissionId, percent);
        });
    };
    m_running[submissionId] = m_tasks.run(
        this,
        [cloud = std::move(cloud), delivery, path, onProgress](std::stop_token stop) {
            return cloud->download(delivery, path.toStdString(), onProgress, stop);
        },
        [this, submissionId, path](const Result<void>& done) {
            m_running.remove(submissionId);
            Q_EMIT progress(submissionId, -1);
            if (done)
                Q_EMIT saved(submissionId, path);
            else
                Q_EMIT failed(submissionId, QString::fromStdString(done.error().message));
        });
}

void DeliverySaver::stop(const QString& submissionId) {
    m_running.take(submissionId).request_stop();
    Q_EMIT progress(submissionId, -1);
}

} // namespace cutaway::ui
