#include "ui/session/task_runner.h"

namespace cutaway::ui {

namespace {
constexpr int threads = 6; // they wait for answers rather than compute
constexpr std::size_t rememberAtMost = 64;
} // namespace

TaskRunner::TaskRunner(QObject* parent)
    : QObject(parent) {
    m_pool.setMaxThreadCount(threads);
}

TaskRunner::~TaskRunner() {
    for (std::stop_source& stop : m_running)
        stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void TaskRunner::remember(const std::stop_source& stop) {
    if (m_running.size() >= rememberAtMost && m_pool.activeThreadCount() == 0)
        m_running.clear();
    m_running.push_back(stop);
}

} // namespace cutaway::ui
