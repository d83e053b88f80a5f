#pragma once

#include "core/base/process.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace cutaway::test {

/// The editor as a process of its own, driven by keys that the X server makes: for what only the end of a
/// whole process shows. Failures of the set-up stop the test program.
class EditorProcess {
public:
    using Environment = std::vector<std::pair<std::string, std::string>>;
    /// `home` holds its settings, `data` the data folder; returns when its window is there.
    EditorProcess(const std::filesystem::path& home, const std::filesystem::path& data,
                  const Environment& environment = {});

    int id() const { return m_process.id(); }

    /// Keys as xdotool names them, one after the other, to this window.
    void keys(const std::vector<std::string>& names);
    /// Keys to another window of it, once that is there.
    void keysTo(const std::string& title, const std::vector<std::string>& names);
    /// Whether such a window is in view now.
    bool shows(const std::string& title);
    /// A picture of the screen, as PNG, for looking at.
    void picture(const std::filesystem::path& file);
    /// SIGKILL.
    void kill();
    bool isAlive();
    /// Ctrl+Q, then waits for the end. False when it went on, or ended badly.
    bool quit();

private:
    ChildProcess m_process;
    std::string m_window; ///< X id
};

} // namespace cutaway::test
