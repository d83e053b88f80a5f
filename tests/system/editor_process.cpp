#include "tests/system/editor_process.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace cutaway::test {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr auto patience = 120s;

[[noreturn]] void giveUp(const std::string& what) {
    std::fprintf(stderr, "test set-up: %s\n", what.c_str());
    std::abort();
}

ChildProcess started(const ProcessOptions& options) {
    auto child = ChildProcess::start(options);
    if (!child)
        giveUp(child.error().message);
    return std::move(*child);
}

ChildProcess startEditor(const fs::path& home, const fs::path& data,
                         const EditorProcess::Environment& environment) {
    fs::create_directories(home);
    ProcessOptions options;
    options.program = fs::path(CUTAWAY_BIN_DIR) / "cutaway";
    options.arguments = {"--data", data.string()};
    options.environment = {{"HOME", home.string()},
                           {"XDG_CONFIG_HOME", (home / "config").string()},
                           {"DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"},
                           {"QT_QPA_PLATFORM", "xcb"}};
    for (const auto& [name, value] : environment) {
        std::erase_if(options.environment, [&name](const auto& one) { return one.first == name; });
        options.environment.emplace_back(name, value);
    }
    return started(options);
}

/// xdotool's output, without the newline.
std::string xdotool(std::vector<std::string> arguments) {
    ProcessOptions options;
    options.program = "xdotool";
    options.arguments = std::move(arguments);
    for (int tries = 1;; ++tries) {
        ChildProcess tool = started(options);
        const auto exit = tool.wait({}, patience);
        std::string said = tool.log();
        if (exit && exit->ok()) {
            while (!said.empty() && said.back() == '\n')
                said.pop_back();
            return said;
        }
        // It looks at every window there is, and ends when one goes away meanwhile.
        if (tries == 5 || said.find("BadWindow") == std::string::npos)
            giveUp("xdotool " + options.arguments.front() + ": " + said);
    }
}

/// Without a window manager the focus is ours to give.
void press(const std::string& window, const std::vector<std::string>& names) {
    std::vector<std::string> arguments{"windowfocus", "--sync", window, "key", "--delay", "60"};
    arguments.insert(arguments.end(), names.begin(), names.end());
    (void)xdotool(std::move(arguments));
}

} // namespace

EditorProcess::EditorProcess(const fs::path& home, const fs::path& data, const Environment& environment)
    : m_process(startEditor(home, data, environment))
    , m_window(xdotool({"search", "--sync", "--onlyvisible", "--limit", "1", "--all", "--pid",
                        std::to_string(m_process.id()), "--name", "Cutaway"})) {}

void EditorProcess::keys(const std::vector<std::string>& names) {
    press(m_window, names);
}

void EditorProcess::keysTo(const std::string& title, const std::vector<std::string>& names) {
    press(xdotool({"search", "--sync", "--onlyvisible", "--limit", "1", "--all", "--pid",
                   std::to_string(m_process.id()), "--name", title}),
          names);
}

bool EditorProcess::shows(const std::string& title) {
    ProcessOptions options;
    options.program = "xdotool";
    options.arguments = {
        "search", "--onlyvisible", "--all", "--pid", std::to_string(m_process.id()), "--name", title};
    ChildProcess tool = started(options);
    const auto exit = tool.wait({}, patience);
    return exit && exit->ok() && !tool.log().empty();
}

void EditorProcess::picture(const fs::path& file) {
    ProcessOptions options;
    options.program = "ffmpeg";
    const char* display = std::getenv("DISPLAY");
    options.arguments = {"-loglevel", "error", "-f", "x11grab",    "-i", display ? display : ":0",
                         "-frames:v", "1",     "-y", file.string()};
    ChildProcess tool = started(options);
    const auto exit = tool.wait({}, patience);
    if (!exit || !exit->ok())
        giveUp("ffmpeg: " + tool.log());
}

void EditorProcess::kill() {
    m_process.kill();
    (void)m_process.wait({}, patience);
}

bool EditorProcess::isAlive() {
    return !m_process.wait({}, 1ms).ok();
}

bool EditorProcess::quit() {
    keys({"ctrl+q"});
    const auto exit = m_process.wait({}, patience);
    return exit && exit->ok();
}

} // namespace cutaway::test
