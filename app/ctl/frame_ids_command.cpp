#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "core/media/decoder.h"
#include "core/media/frame_id.h"

namespace cutaway::ctl {

namespace {

void print(const Arguments& arguments, std::int64_t index, const std::optional<media::FrameId>& id) {
    if (arguments.json()) {
        // An array, one line a frame: a long file is printed as it is read.
        nlohmann::json line = {{"index", index}, {"source", nullptr}, {"frame", nullptr}};
        if (id) {
            line["source"] = id->source;
            line["frame"] = id->frame;
        }
        printLine((index == 0 ? "[" : ",") + line.dump());
        return;
    }
    const std::string what =
        id ? std::to_string(id->source) + " " + std::to_string(id->frame) : std::string("unknown");
    printLine(std::to_string(index) + " " + what);
}

int run(const Arguments& arguments) {
    const auto file = media::fileSource(arguments.words[0]);
    if (!file)
        return fail(arguments, file.error());
    auto decoder = media::VideoDecoder::open(*file, {0});
    if (!decoder)
        return fail(arguments, decoder.error());
    std::int64_t printed = 0;
    const auto read = decoder->decodeRange(0, -1, [&](std::int64_t index, const media::VideoFramePtr& frame) {
        print(arguments, index, media::readFrameId(*frame));
        printed = index + 1;
        return true;
    });
    if (arguments.json())
        printLine(printed == 0 ? "[]" : "]");
    if (read)
        return exit_code::ok;
    std::fprintf(stderr, "cutaway-ctl: %s\n", read.error().message.c_str());
    return exitCodeOf(read.error().category);
}

} // namespace

Command frameIdsCommand() {
    return {"frame-ids",
            "FILE",
            "Prints the id that each frame of a media file carries, from its pixels alone.",
            {1, 1, {}, {}},
            run};
}

} // namespace cutaway::ctl
