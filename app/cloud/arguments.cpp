#include "app/cloud/arguments.h"

#include <charconv>
#include <string_view>

namespace cutaway {

namespace {

Error wrong(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

/// "127.0.0.1:8010", "[::1]:8010".
Result<void> readAddress(std::string_view text, CloudArguments& arguments) {
    const std::size_t colon = text.rfind(':');
    std::string_view host = text.substr(0, colon);
    const std::string_view port = colon == std::string_view::npos ? "" : text.substr(colon + 1);
    const auto [end, problem] = std::from_chars(port.data(), port.data() + port.size(), arguments.port);
    if (port.empty() || problem != std::errc() || end != port.data() + port.size())
        return wrong("“--listen " + std::string(text) + "”: expected HOST:PORT, as in 0.0.0.0:8010.");
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    arguments.address = host == "localhost" ? "127.0.0.1" : std::string(host);
    return {};
}

bool isLoopback(std::string_view address) {
    return address.starts_with("127.") || address == "::1";
}

Result<void> check(const CloudArguments& arguments) {
    if (arguments.dataFolder.empty())
        return wrong("Say where the data is: --data DIR.");
    if (arguments.embedded && !isLoopback(arguments.address))
        return wrong("An embedded server listens on this machine only. Leave out --embedded, and give a "
                     "--token-file, to serve others.");
    if (!arguments.embedded && arguments.tokenFile.empty())
        return wrong("A server for others needs a token: --token-file FILE, whose first line is the token.");
    return {};
}

} // namespace

Result<CloudArguments> readCloudArguments(int count, const char* const* values) {
    CloudArguments arguments;
    for (int i = 1; i < count; ++i) {
        const std::string_view name = values[i];
        if (name == "--help" || name == "-h") {
            arguments.help = true;
            return arguments;
        }
        if (name == "--embedded") {
            arguments.embedded = true;
            continue;
        }
        if (name == "--demo") {
            arguments.demo = true;
            continue;
        }
        if (i + 1 == count)
            return wrong("“" + std::string(name) + "” is unknown, or its value is missing.");
        const char* value = values[++i];
        if (name == "--data")
            arguments.dataFolder = value;
        else if (name == "--listen")
            CUTAWAY_CHECK(readAddress(value, arguments));
        else if (name == "--token-file")
            arguments.tokenFile = value;
        else if (name == "--name")
            arguments.name = value;
        else
            return wrong("“" + std::string(name) + "” is unknown.");
    }
    CUTAWAY_CHECK(check(arguments));
    return arguments;
}

} // namespace cutaway
