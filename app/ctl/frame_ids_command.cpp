#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "core/media/frame_id.h"
#include "core/media/picture_reader.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace cutaway::ctl {

namespace {

volatile std::sig_atomic_t interrupted = 0;

/// The first Ctrl-C ends the list as it should end; the second, the program.
void endOnInterrupt() {
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
}

/// A file that knows how much of it has been read.
class WatchedSource final : public media::ByteSource {
public:
    explicit WatchedSource(media::ByteSourcePtr file)
        : m_file(std::move(file)) {}

    std::int64_t size() const override { return m_file->size(); }
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override {
        auto read = m_file->readAt(offset, into);
        if (read)
            m_last = offset + static_cast<std::int64_t>(*read);
        return read;
    }
    int percent() const { return size() > 0 ? static_cast<int>(std::min(m_last, size()) * 100 / size()) : 0; }

private:
    media::ByteSourcePtr m_file;
    std::int64_t m_last = 0;
};

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
    const auto source = std::make_shared<WatchedSource>(*file);
    // Where the list itself runs over the terminal, it is its own progress.
    const bool progress = isatty(STDOUT_FILENO) == 0;
    endOnInterrupt();
    std::int64_t printed = 0, damaged = 0;
    const auto onPicture = [&](std::int64_t index, const media::VideoFramePtr& frame) {
        print(arguments, index, frame ? media::readFrameId(*frame) : std::nullopt);
        printed = index + 1;
        damaged += frame ? 0 : 1;
        if (progress && printed % 10 == 0)
            printProgress(std::to_string(printed) + " pictures, " + std::to_string(source->percent()) + " %");
        return interrupted == 0;
    };
    auto read = media::readPictures(source, onPicture, {0});
    printProgress("");
    if (interrupted != 0)
        read = Error{ErrorCategory::Cancelled, "Stopped before the end of the file.", {}};
    else if (read && damaged > 0)
        read = Error{ErrorCategory::Corrupt,
                     std::to_string(damaged) + " of the pictures are damaged; they are listed as unknown.",
                     {}};
    if (!read && printed == 0)
        return fail(arguments, read.error());
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
