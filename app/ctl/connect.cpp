#include "app/ctl/connect.h"

#include "core/base/install_paths.h"
#include "core/catalogue/embedded.h"
#include "core/cloud/auth/auth.h"

namespace cutaway::ctl {

Result<catalogue::CloudClient> connect(const Arguments& arguments) {
    catalogue::Connection connection;
    if (arguments.has("--cloud")) {
        connection.url = arguments.value("--cloud");
        while (connection.url.ends_with('/'))
            connection.url.pop_back();
        // Whoever types the address and the token of a plain cloud beyond this machine has decided so.
        connection.allowPlainHttp = true;
        if (arguments.has("--token-file")) {
            CUTAWAY_TRY(connection.token, cloud::readTokenFile(arguments.value("--token-file")));
        }
        return catalogue::CloudClient(connection);
    }
    catalogue::EmbeddedOptions options;
    options.dataFolder = arguments.has("--data") ? arguments.value("--data") : userDataFolder().string();
    CUTAWAY_TRY(const catalogue::EmbeddedCloud cloud, catalogue::attachOrStart(options));
    return catalogue::CloudClient(cloud.connection);
}

} // namespace cutaway::ctl
