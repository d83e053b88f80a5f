#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <cstdint>
#include <map>
#include <stop_token>
#include <utility>

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
        const std::uint64_t number = ++m_last;
        m_running.emplace(number, stop);
        m_pool.start([this, number, stop, context = QPointer<QObject>(context), work = std::move(work),
                      done = std::move(done)]() mutable {
            auto result = work(stop.get_token());
            QMetaObject::invokeMethod(
                this,
                [this, number, stop, context, done = std::move(done), result = std::move(result)]() mutable {
                    m_running.erase(number);
                    if (context && !stop.stop_requested())
                        done(std::move(result));
                },
                Qt::QueuedConnection);
        });
        return stop;
    }

    /// Calls whose results have not come yet. GUI thread.
    std::size_t underWay() const { return m_running.size(); }

private:
    QThreadPool m_pool;
    std::map<std::uint64_t, std::stop_source> m_running; ///< whose results have not come yet; GUI thread
    std::uint64_t m_last = 0;
};

} // namespace cutaway::ui
