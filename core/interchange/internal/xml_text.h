#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace cutaway::interchange {

/// XML as it is written: elements close when what open() gave goes. Text may be anything; what XML cannot
/// hold (control characters) becomes "?".
class XmlText {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    class Element {
    public:
        Element(XmlText& xml, std::string_view name)
            : m_xml(xml)
            , m_name(name) {}
        ~Element() { m_xml.close(m_name); }
        Element(const Element&) = delete;
        Element& operator=(const Element&) = delete;

    private:
        XmlText& m_xml;
        std::string m_name;
    };

    [[nodiscard]] Element open(std::string_view name, Attributes attributes = {});
    void empty(std::string_view name, Attributes attributes);
    void value(std::string_view name, std::string_view text);
    void value(std::string_view name, std::int64_t number) { value(name, std::to_string(number)); }
    void raw(std::string_view text) { m_text += text; }
    const std::string& text() const { return m_text; }

private:
    void start(std::string_view name, Attributes attributes);
    void close(std::string_view name);
    void escape(std::string_view text);

    std::string m_text;
    std::size_t m_depth = 0;
};

} // namespace cutaway::interchange
