#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "core/interchange/formats.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace cutaway::ctl {

namespace {

using namespace interchange;

constexpr std::uintmax_t largestFile = std::uintmax_t(256) << 20;

Result<std::string> contentOf(const std::string& path) {
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(path, problem);
    if (problem)
        return Error{ErrorCategory::Io, path + " cannot be read: " + problem.message() + ".", {}};
    if (size > largestFile)
        return Error{ErrorCategory::InvalidInput, path + " is too large to be a sequence.", {}};
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file.good() && !file.eof())
        return Error{ErrorCategory::Io, path + " cannot be read.", {}};
    return text;
}

/// The whole file or none of it.
Result<void> write(const std::string& path, const std::string& text) {
    const std::string part = path + ".part";
    std::error_code problem;
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (file)
        std::filesystem::rename(part, path, problem);
    if (!file || problem) {
        std::filesystem::remove(part, problem);
        return Error{ErrorCategory::Io, path + " cannot be written.", {}};
    }
    return {};
}

Result<const Format*> formatFor(const std::string& path, bool reads) {
    const Format* format = formatOf(path);
    if (format && (reads ? format->read != nullptr : format->write != nullptr))
        return format;
    std::string known;
    for (const Format& each : formats())
        if (reads ? each.read != nullptr : each.write != nullptr)
            known += (known.empty() ? "." : ", .") + std::string(each.extension);
    return Error{ErrorCategory::Unsupported,
                 path + " is of no format that can be " + (reads ? "read" : "written") + ". Choose one of " +
                     known + ".",
                 {}};
}

const char* nameOf(Fate fate) {
    return fate == Fate::Kept ? "kept" : fate == Fate::Approximated ? "approximated" : "lost";
}

nlohmann::json toJson(const ConversionReport& report) {
    auto list = nlohmann::json::array();
    for (const ConversionEvent& event : report.events)
        list.push_back({{"fate", nameOf(event.fate)},
                        {"track", event.track},
                        {"frame", event.frame},
                        {"timecode", event.timecode},
                        {"what", event.what},
                        {"how", event.how}});
    return list;
}

Result<int> convert(const Arguments& arguments) {
    const std::string& from = arguments.words[0];
    const std::string& to = arguments.words[1];
    CUTAWAY_TRY(const Format* reads, formatFor(from, true));
    CUTAWAY_TRY(const Format* writes, formatFor(to, false));
    CUTAWAY_TRY(const std::string text, contentOf(from));
    CUTAWAY_TRY(const ReadFile read, reads->read(text, {}));
    CUTAWAY_TRY(const WrittenFile written, writes->write(read.read.sequence, read.read.sources, {}));
    const bool lossless = read.report.isLossless() && written.report.isLossless();
    const bool refused = arguments.has("--strict") && !lossless;
    if (!refused)
        CUTAWAY_CHECK(write(to, written.text));
    if (arguments.json())
        printJson({{"written", !refused},
                   {"lossless", lossless},
                   {"read", toJson(read.report)},
                   {"write", toJson(written.report)}});
    else
        std::printf("Read %s: %sWritten %s: %s%s", from.c_str(), read.report.text().c_str(), to.c_str(),
                    written.report.text().c_str(), refused ? "Nothing was written: --strict.\n" : "");
    return refused ? exit_code::lossy : exit_code::ok;
}

int run(const Arguments& arguments) {
    const auto code = convert(arguments);
    return code ? *code : fail(arguments, code.error());
}

} // namespace

Command convertCommand() {
    return {"convert",
            "IN OUT [--strict]",
            "Converts a sequence between .otio, .edl and what else there is; prints what was kept or lost. "
            "Exits 3, and writes nothing, with --strict when anything was approximated or lost.",
            {2, 2, {"--strict"}, {}},
            run};
}

} // namespace cutaway::ctl
