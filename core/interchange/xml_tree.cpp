#include "core/interchange/internal/xml_tree.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <climits>
#include <cmath>
#include <expat.h>
#include <memory>

namespace cutaway::interchange {

namespace {

constexpr std::size_t deepest = 100;
constexpr std::size_t mostElements = 4'000'000;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t first = text.find_first_not_of(spaces);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// Builds the tree while expat reads.
struct Builder {
    XML_Parser parser = nullptr;
    XmlNode root;
    std::vector<XmlNode*> open; ///< the newest last; their parents hold them still, for nobody adds there
    std::size_t elements = 0;
    std::string refused; ///< why, when it was we who stopped

    void refuse(const char* why) {
        if (refused.empty())
            refused = why;
        XML_StopParser(parser, XML_FALSE);
    }

    static void start(void* user, const XML_Char* name, const XML_Char** attributes) {
        auto& self = *static_cast<Builder*>(user);
        if (self.open.size() >= deepest)
            return self.refuse("lies too deep in other elements.");
        if (++self.elements > mostElements)
            return self.refuse("has too many elements before it.");
        XmlNode* node = &self.root;
        if (!self.open.empty())
            node = &self.open.back()->children.emplace_back();
        node->name = name;
        node->line = XML_GetCurrentLineNumber(self.parser);
        for (; attributes[0] != nullptr; attributes += 2)
            node->attributes.emplace_back(attributes[0], attributes[1]);
        self.open.push_back(node);
    }
    static void end(void* user, const XML_Char*) {
        auto& self = *static_cast<Builder*>(user);
        XmlNode& node = *self.open.back();
        node.text = std::string(trimmed(node.text));
        self.open.pop_back();
    }
    static void characters(void* user, const XML_Char* text, int length) {
        auto& self = *static_cast<Builder*>(user);
        if (!self.open.empty())
            self.open.back()->text.append(text, static_cast<std::size_t>(length));
    }
    static void entity(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                       const XML_Char*, const XML_Char*, const XML_Char*) {
        static_cast<Builder*>(user)->refuse("declares entities, which are not read.");
    }
};

} // namespace

Error xmlError(std::size_t line, const std::string& what) {
    return {ErrorCategory::InvalidInput, "Line " + std::to_string(line) + " of the file " + what,
            "line " + std::to_string(line)};
}

Result<XmlNode> parseXml(std::string_view text) {
    if (text.size() > INT_MAX)
        return Error{ErrorCategory::InvalidInput, "The file is too large to be a sequence.", {}};
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr),
                                                                              XML_ParserFree);
    if (!parser)
        return Error{ErrorCategory::Internal, "There is no memory to read the file.", {}};
    Builder builder;
    builder.parser = parser.get();
    XML_SetUserData(parser.get(), &builder);
    XML_SetElementHandler(parser.get(), Builder::start, Builder::end);
    XML_SetCharacterDataHandler(parser.get(), Builder::characters);
    XML_SetEntityDeclHandler(parser.get(), Builder::entity);
    if (XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) != XML_STATUS_OK)
        return xmlError(XML_GetCurrentLineNumber(parser.get()),
                        !builder.refused.empty()
                            ? builder.refused
                            : "is no XML: " + std::string(XML_ErrorString(XML_GetErrorCode(parser.get()))) +
                                  ".");
    return std::move(builder.root);
}

const XmlNode* XmlNode::find(std::string_view child) const {
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const XmlNode& node) { return node.name == child; });
    return found == children.end() ? nullptr : &*found;
}

const XmlNode* XmlNode::findPath(std::string_view path) const {
    const XmlNode* node = this;
    while (node && !path.empty()) {
        const std::size_t slash = path.find('/');
        node = node->find(path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return node;
}

std::vector<const XmlNode*> XmlNode::all(std::string_view child) const {
    std::vector<const XmlNode*> found;
    for (const XmlNode& node : children)
        if (node.name == child)
            found.push_back(&node);
    return found;
}

std::string XmlNode::textOf(std::string_view child, std::string_view fallback) const {
    const XmlNode* node = find(child);
    return node && !node->text.empty() ? node->text : std::string(fallback);
}

std::optional<std::int64_t> XmlNode::wholeOf(std::string_view child) const {
    const XmlNode* node = find(child);
    return node && !node->text.empty() ? std::optional(node->whole()) : std::nullopt;
}

bool XmlNode::flagOf(std::string_view child, bool fallback) const {
    const XmlNode* node = find(child);
    if (!node || node->text.empty())
        return fallback;
    std::string word = node->text;
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (word != "TRUE" && word != "FALSE")
        node->fail("ought to be TRUE or FALSE.");
    return word == "TRUE";
}

std::string XmlNode::attribute(std::string_view key, std::string_view fallback) const {
    for (const auto& [own, value] : attributes)
        if (own == key)
            return value;
    return std::string(fallback);
}

std::int64_t XmlNode::whole() const {
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [read, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc() || read != end || value > largestXmlNumber || value < -largestXmlNumber)
        fail("ought to be a whole number.");
    return value;
}

double XmlNode::number() const {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [read, problem] = std::from_chars(text.data(), end, value);
    if (problem != std::errc() || read != end || !std::isfinite(value))
        fail("ought to be a number.");
    return value;
}

void XmlNode::fail(const std::string& what) const {
    throw ReadFailure{xmlError(line, "is wrong: " + name + " " + what)};
}

} // namespace cutaway::interchange
