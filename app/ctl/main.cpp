#include "app/ctl/command.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <string_view>
#include <vector>

using namespace cutaway;
using namespace cutaway::ctl;

namespace {

std::vector<Command> commands() {
    return {eventsCommand(), searchCommand(),   ingestCommand(), submitCommand(),
            jobsCommand(),   frameIdsCommand(), workCommand(),   convertCommand()};
}

void printUsage(std::FILE* to) {
    std::fputs("usage: cutaway-ctl COMMAND ...\n\n", to);
    for (const Command& command : commands())
        std::fprintf(to, "  %s %s\n      %s\n", std::string(command.name).c_str(),
                     std::string(command.arguments).c_str(), std::string(command.summary).c_str());
    std::fputs("\nEvery command takes --json, and those that need a cloud\n"
               "  --cloud URL --token-file FILE   a cloud elsewhere; else the one of this machine,\n"
               "                                  which is started when it does not run\n"
               "  --data DIR                      the folder of the latter\n"
               "\nExit codes: 0 done, 1 error, 2 wrong command line, 3 not found, 4 cloud out of reach,\n"
               "            5 refused, 6 the job failed, 7 cancelled\n",
               to);
}

} // namespace

int main(int count, char** values) {
    std::signal(SIGPIPE,
                SIG_IGN); // a cloud that hangs up is an error of the call, not the end of the program
    const std::string_view name = count > 1 ? values[1] : "";
    if (name == "--help" || name == "-h" || name == "help") {
        printUsage(stdout);
        return exit_code::ok;
    }
    const std::vector<Command> known = commands();
    const auto command =
        std::find_if(known.begin(), known.end(), [&](const Command& each) { return each.name == name; });
    if (command == known.end()) {
        printUsage(stderr);
        return exit_code::usage;
    }
    const std::span<const char* const> rest(values + 2, static_cast<std::size_t>(count - 2));
    const auto arguments = readArguments(rest, command->rules);
    if (!arguments) {
        std::fprintf(stderr, "cutaway-ctl: %s\nusage: cutaway-ctl %s %s\n", arguments.error().message.c_str(),
                     std::string(command->name).c_str(), std::string(command->arguments).c_str());
        return exit_code::usage;
    }
    return command->run(*arguments);
}
