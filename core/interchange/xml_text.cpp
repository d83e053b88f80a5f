#include "core/interchange/internal/xml_text.h"

namespace cutaway::interchange {

void XmlText::escape(std::string_view text) {
    for (const char c : text) {
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
            m_text += static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' ? '?' : c;
        }
    }
}

void XmlText::start(std::string_view name, Attributes attributes) {
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

XmlText::Element XmlText::open(std::string_view name, Attributes attributes) {
    start(name, attributes);
    m_text += ">\n";
    ++m_depth;
    return {*this, name};
}

void XmlText::empty(std::string_view name, Attributes attributes) {
    start(name, attributes);
    m_text += "/>\n";
}

void XmlText::value(std::string_view name, std::string_view text) {
    start(name, {});
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
