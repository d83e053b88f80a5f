#include "app/ctl/connect.h"

#include "core/base/install_paths.h"
#include "core/catalogue/embedded.h"

#include <fstream>

namespace cutaway::ctl {

namespace {

Result<std::string> firstLine(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!file || !std::getline(file, line))
        return Error{ErrorCategory::NotFound, "The token file “" + path + "” cannot be read.", {}};
    const std::size_t first = line.find_first_not_of(" \t\r");
    const std::size_t last = line.find_last_not_of(" \t\r");
    return first == std::string::npos ? std::string() : line.substr(first, last - first + 1);
}

} // namespace

Result<catalogue::CloudClient> connect(const Arguments& arguments) {
    catalogue::Connection connection;
    if (arguments.has("--cloud")) {
        connection.url = arguments.value("--cloud");
        while (connection.url.ends_with('/'))
            connection.url.pop_back();
        // Whoever types the address and the token of a plain cloud beyond this machine has decided so.
        connection.allowPlainHttp = true;
        if (arguments.has("--token-file")) {
            CUTAWAY_TRY(connection.token, firstLine(arguments.value("--token-file")));
        }
        return catalogue::CloudClient(connection);
    }
    catalogue::EmbeddedOptions options;
    options.dataFolder = arguments.has("--data") ? arguments.value("--data") : userDataFolder().string();
    CUTAWAY_TRY(const catalogue::EmbeddedCloud cloud, catalogue::attachOrStart(options));
    return catalogue::CloudClient(cloud.connection);
}

} // namespace cutaway::ctl
