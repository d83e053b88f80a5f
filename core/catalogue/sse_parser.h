#pragma once

#include "core/catalogue/stream.h"

#include <optional>
#include <string>
#include <string_view>

namespace cutaway::catalogue {

/// Server-sent events out of a stream of bytes (WHATWG HTML, 9.2.6). Data that is not JSON is dropped, and so
/// is an event that grows beyond 16 MiB.
class SseParser {
public:
    void add(std::string_view bytes) { m_buffer += bytes; }
    /// The next whole event, if there is one.
    std::optional<StreamEvent> next();
    /// Forgets an unfinished event: the connection is a new one.
    void reset();

private:
    void line(std::string_view text);
    std::optional<StreamEvent> dispatch();

    std::string m_buffer;
    std::string m_type;
    std::string m_data;
    std::int64_t m_id = -1;
};

} // namespace cutaway::catalogue
