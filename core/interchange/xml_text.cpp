#include "core/interchange/internal/xml_text.h"

#include <array>
#include <charconv>

namespace cutaway::interchange {

namespace {

/// Bytes of the UTF-8 character at the start of `text`; 0 when it is none that XML may hold.
std::size_t characterLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80)
        return first >= 0x20 || first == '\t' || first == '\n' ? 1 : 0;
    const std::size_t length = first >= 0xC2 && first < 0xE0   ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    if (length == 0 || length > text.size())
        return 0;
    std::uint32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (byte(i) & 0x3F);
    }
    const bool shortest = length == 2 || (length == 3 ? code >= 0x800 : code >= 0x10000);
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    return shortest && !surrogate && code <= 0x10FFFF && code != 0xFFFE && code != 0xFFFF ? length : 0;
}

} // namespace

std::string decimalText(double value) {
    std::array<char, 32> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

std::string fileUrl(std::string_view path, std::string_view host) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string url = "file://" + std::string(host);
    for (const char c : path) {
        if (plain.find(c) != std::string_view::npos) {
            url += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        url += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return url;
}

void XmlText::escape(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        const char c = length == 0 ? '?' : text.front();
        if (length > 1) {
            m_text += text.substr(0, length);
            text.remove_prefix(length);
            continue;
        }
        text.remove_prefix(1);
        switch (c) {
        case '&':
            m_text += "&amp;";
            break;
        case '<':
            m_text += "&lt;";
            break;
        case '>':
            m_text += "&gt;";
            break;
        case '"':
            m_text += "&quot;";
            break;
        default:
            m_text += c;
        }
    }
}

void XmlText::start(std::string_view name, const Attributes& attributes) {
    m_text.append(m_depth, '\t');
    m_text += '<';
    m_text += name;
    for (const auto& [key, text] : attributes) {
        m_text += ' ';
        m_text += key;
        m_text += "=\"";
        escape(text);
        m_text += '"';
    }
}

XmlText::Element XmlText::open(std::string_view name, const Attributes& attributes) {
    start(name, attributes);
    m_text += ">\n";
    ++m_depth;
    return {*this, name};
}

void XmlText::empty(std::string_view name, const Attributes& attributes) {
    start(name, attributes);
    m_text += "/>\n";
}

void XmlText::value(std::string_view name, std::string_view text) {
    value(name, {}, text);
}

void XmlText::value(std::string_view name, const Attributes& attributes, std::string_view text) {
    start(name, attributes);
    m_text += '>';
    escape(text);
    m_text += "</";
    m_text += name;
    m_text += ">\n";
}

void XmlText::close(std::string_view name) {
    --m_depth;
    m_text.append(m_depth, '\t');
    m_text += "</";
    m_text += name;
    m_text += ">\n";
}

} // namespace cutaway::interchange
