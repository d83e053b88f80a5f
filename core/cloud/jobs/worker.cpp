#include "core/cloud/jobs/worker.h"

namespace cutaway::cloud {

namespace {

std::string howItEnded(const ProcessExit& exit) {
    return exit.signal != 0 ? "signal " + std::to_string(exit.signal)
                            : "exit code " + std::to_string(exit.code);
}

} // namespace

Worker::Worker(ProcessOptions options, std::filesystem::path scratch, Ended onEnded,
               std::function<void()> onGone)
    : m_scratch(std::move(scratch))
    , m_onEnded(std::move(onEnded))
    , m_thread([this, given = std::move(options), gone = std::move(onGone)] {
        run(given);
        m_ended = true;
        gone();
    }) {}

Worker::~Worker() {
    kill();
}

void Worker::command(Command command) {
    m_paused = command == Command::Pause;
    const std::lock_guard lock(m_mutex);
    if (m_command != Command::Kill)
        m_command = command;
    m_alarm.request_stop();
}

void Worker::run(const ProcessOptions& options) {
    std::error_code ignored; // a scratch folder that cannot be made is met by the worker, which says so
    std::filesystem::create_directories(m_scratch, ignored);
    auto child = ChildProcess::start(options);
    if (!child) {
        m_onEnded(child.error().message, child.error().detail);
        return;
    }
    auto exit = child->wait(m_alarm.get_token());
    while (!exit) {
        Command command = Command::None;
        std::stop_token alarm;
        {
            const std::lock_guard lock(m_mutex);
            std::swap(command, m_command);
            if (command == Command::Kill)
                m_command = Command::Kill;
            m_alarm = std::stop_source();
            alarm = m_alarm.get_token();
        }
        if (command == Command::Pause)
            child->pause();
        else if (command == Command::Resume)
            child->resume();
        else if (command == Command::Kill)
            child->kill();
        exit = child->wait(alarm);
    }
    std::filesystem::remove_all(m_scratch, ignored);
    m_onEnded(howItEnded(*exit), child->log());
}

} // namespace cutaway::cloud
