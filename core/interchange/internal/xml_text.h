#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cutaway::interchange {

/// A number as the shortest decimal text that gives it back, the same in every locale.
std::string decimalText(double value);

/// "file://host/..." of an absolute path.
std::string fileUrl(std::string_view path, std::string_view host = {});

/// XML as it is written: elements close when what open() gave goes. Text may be anything; what XML cannot
/// hold (control characters, bytes that are no UTF-8) becomes "?".
class XmlText {
public:
    using Attribute = std::pair<std::string_view, std::string>;
    using Attributes = std::vector<Attribute>;

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

    [[nodiscard]] Element open(std::string_view name, const Attributes& attributes = {});
    void empty(std::string_view name, const Attributes& attributes);
    void value(std::string_view name, std::string_view text);
    /// <name key="...">text</name>
    void value(std::string_view name, const Attributes& attributes, std::string_view text);
    void value(std::string_view name, std::int64_t number) { value(name, std::to_string(number)); }
    void raw(std::string_view text) { m_text += text; }
    const std::string& text() const { return m_text; }

private:
    void start(std::string_view name, const Attributes& attributes);
    void close(std::string_view name);
    void escape(std::string_view text);

    std::string m_text;
    std::size_t m_depth = 0;
};

} // namespace cutaway::interchange
