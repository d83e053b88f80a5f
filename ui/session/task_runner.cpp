#include "ui/session/task_runner.h"

namespace cutaway::ui {

namespace {
constexpr int threads = 6; // they wait for answers rather than compute
} // namespace

TaskRunner::TaskRunner(QObject* parent)
    : QObject(parent) {
    m_pool.setMaxThreadCount(threads);
}

TaskRunner::~TaskRunner() {
    for (auto& [number, stop] : m_running)
        stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

} // namespace cutaway::ui
