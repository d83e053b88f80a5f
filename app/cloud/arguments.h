#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace cutaway {

/// What the command line of cutaway-cloud asks for.
struct CloudArguments {
    std::string dataFolder;
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    std::string tokenFile;
    std::string name = "Cutaway";
    bool embedded = false; ///< on loopback, with a token of its own, ends when nobody needs it
    bool demo = false;     ///< fill an empty cloud with the demo event
    bool help = false;
};

inline constexpr const char* cloudUsage =
    "usage: cutaway-cloud --data DIR --listen HOST:PORT --token-file FILE [--name NAME]\n"
    "       cutaway-cloud --data DIR --embedded [--demo]\n"
    "\n"
    "Serves the media store and the editing cloud in DIR. Prints one line of JSON with its\n"
    "address when it is ready, and ends on SIGTERM. --demo adds the fictional Meridian Games,\n"
    "and goes on with them at every start until they are complete.\n";

/// Errors: InvalidInput, with a sentence that says what to change.
Result<CloudArguments> readCloudArguments(int count, const char* const* values);

} // namespace cutaway
