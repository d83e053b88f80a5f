#pragma once

#include <functional>
#include <memory>
#include <string>

namespace cutaway::cloud {

/// The open end of a streamed response. Copies write to the same stream; any thread may use them.
class StreamWriter {
public:
    /// What a connection offers to its writers.
    class Sink {
    public:
        virtual ~Sink() = default;
        virtual bool write(std::shared_ptr<const std::string> bytes) = 0;
        virtual void close() = 0;
        virtual void onClosed(std::function<void()> callback) = 0;
    };

    StreamWriter() = default;
    explicit StreamWriter(std::shared_ptr<Sink> sink)
        : m_sink(std::move(sink)) {}

    /// Queues bytes. False when the client has gone, or reads so slowly that its queue is full: it is
    /// disconnected then, and resumes when it comes back.
    bool write(std::shared_ptr<const std::string> bytes) const {
        return m_sink && m_sink->write(std::move(bytes));
    }
    bool write(std::string bytes) const {
        return write(std::make_shared<const std::string>(std::move(bytes)));
    }
    /// Ends the response after what is queued.
    void close() const {
        if (m_sink)
            m_sink->close();
    }
    /// `callback` runs once, on an I/O thread (or at once when already closed); it must not block.
    void onClosed(std::function<void()> callback) const {
        if (m_sink)
            m_sink->onClosed(std::move(callback));
    }

private:
    std::shared_ptr<Sink> m_sink;
};

} // namespace cutaway::cloud
