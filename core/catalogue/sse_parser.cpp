#include "core/catalogue/sse_parser.h"

#include <charconv>

namespace cutaway::catalogue {

namespace {
constexpr std::size_t maxEvent = 16 << 20;
}

std::optional<StreamEvent> SseParser::next() {
    std::size_t begin = 0;
    std::optional<StreamEvent> event;
    while (!event) {
        const std::size_t end = m_buffer.find('\n', begin);
        if (end == std::string::npos)
            break;
        std::string_view text(m_buffer.data() + begin, end - begin);
        if (!text.empty() && text.back() == '\r')
            text.remove_suffix(1);
        begin = end + 1;
        if (text.empty())
            event = dispatch();
        else
            line(text);
    }
    m_buffer.erase(0, begin);
    if (m_buffer.size() > maxEvent)
        m_buffer.clear();
    return event;
}

void SseParser::line(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == 0)
        return; // a comment keeps the connection alive
    const std::string_view name = text.substr(0, colon);
    std::string_view value = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    if (!value.empty() && value.front() == ' ')
        value.remove_prefix(1);
    if (name == "event") {
        m_type = value;
    } else if (name == "data") {
        if (m_data.size() + value.size() < maxEvent) {
            if (!m_data.empty())
                m_data += '\n';
            m_data += value;
        }
    } else if (name == "id") {
        std::int64_t id = -1;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), id);
        if (read.ec == std::errc())
            m_id = id;
    }
}

std::optional<StreamEvent> SseParser::dispatch() {
    StreamEvent event;
    event.type = m_type.empty() ? "message" : m_type;
    event.id = m_id;
    auto data = m_data.empty() ? Result<tams::Json>(tams::Json()) : tams::parseJson(m_data);
    const bool something = !m_type.empty() || !m_data.empty();
    m_type.clear();
    m_data.clear();
    m_id = -1;
    if (!something || !data)
        return {};
    event.data = std::move(data).value();
    return event;
}

void SseParser::reset() {
    m_buffer.clear();
    m_type.clear();
    m_data.clear();
    m_id = -1;
}

} // namespace cutaway::catalogue
