#pragma once

#include "core/base/process.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct _AtspiAccessible;

namespace cutaway::test {

/// A session bus of a test's own with the accessibility bus that it starts, for one process that listens
/// and any that speak. It ends with this object.
class SpeechBus {
public:
    explicit SpeechBus(const std::filesystem::path& folder);
    /// For programs that are to be heard.
    std::vector<std::pair<std::string, std::string>> environment() const;

private:
    std::string m_address;
    std::string m_runtime;
    std::optional<ChildProcess> m_daemon;
};

/// Something of another program as the accessibility bus tells of it. Each question goes to that program.
class Spoken {
public:
    explicit Spoken(_AtspiAccessible* taken);

    std::string name() const;
    std::string role() const; ///< "list item"
    bool is(int state) const; ///< an AtspiStateType
    bool isSelected() const;
    bool isFocused() const;
    bool isOnScreen() const; ///< has an extent and is shown
    std::vector<Spoken> children() const;
    /// Names of the children.
    std::vector<std::string> names() const;
    /// The first below it, or itself, of that role whose name starts so.
    std::optional<Spoken> find(const std::string& role, const std::string& name) const;
    std::vector<std::string> actions() const;
    bool act(const std::string& action) const;

private:
    std::shared_ptr<_AtspiAccessible> m_at;
};

/// The listening end: what a screen reader does. One in a process.
class ScreenReader {
public:
    explicit ScreenReader(const SpeechBus& bus);
    ~ScreenReader();

    /// The program with that process id, when it is on the bus.
    std::optional<Spoken> program(int process) const;
    /// Names of what got the focus since this was asked last, in order.
    std::vector<std::string> focused();
    /// Lets events in until `done`, at most that long; false when it did not come to be.
    bool listenUntil(const std::function<bool()>& done, std::chrono::milliseconds limit);
    /// Controls below `root` that are shown and should have a name and have none: "push button in ...".
    static std::vector<std::string> nameless(const Spoken& root);
    /// How many `nameless` looked at.
    static std::size_t seen(const Spoken& root);

private:
    struct Ears;
    std::unique_ptr<Ears> m_ears;
};

} // namespace cutaway::test
