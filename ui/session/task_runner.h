#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <stop_token>
#include <utility>
#include <vector>

namespace cutaway::ui {

/// Runs calls that wait (the cloud, the disk) away from the GUI thread and brings their results back to it.
/// Owned by whoever owns the window; its end stops everything under way and waits for it.
class TaskRunner : public QObject {
    Q_OBJECT

public:
    explicit TaskRunner(QObject* parent = nullptr);
    ~TaskRunner() override;

    /// `work(stop_token)` on a worker thread, then `done(result)` on the GUI thread; `done` is left out when
    /// `context` has gone or the returned source was asked to stop.
    template <class Work, class Done>
    std::stop_source run(QObject* context, Work work, Done done) {
        std::stop_source stop;
        remember(stop);
        m_pool.start([this, stop, context = QPointer<QObject>(context), work = std::move(work),
                      done = std::move(done)]() mutable {
            auto result = work(stop.get_token());
            QMetaObject::invokeMethod(
                this,
                [stop, context, done = std::move(done), result = std::move(result)]() mutable {
                    if (context && !stop.stop_requested())
                        done(std::move(result));
                },
                Qt::QueuedConnection);
        });
        return stop;
    }

private:
    void remember(const std::stop_source& stop);

    QThreadPool m_pool;
    std::vector<std::stop_source> m_running;
};

} // namespace cutaway::ui
