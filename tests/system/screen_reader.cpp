#include "tests/system/screen_reader.h"

#include <atspi/atspi.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <thread>

namespace cutaway::test {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

[[noreturn]] void giveUp(const std::string& what) {
    std::fprintf(stderr, "test set-up: %s\n", what.c_str());
    std::abort();
}

/// What is given away by the library, as ours.
std::string taken(gchar* text) {
    const std::string copy = text ? text : "";
    g_free(text);
    return copy;
}

/// A question that the other program did not answer counts as not answered, not as an error of the test.
struct Unanswered {
    GError* error = nullptr;
    ~Unanswered() { g_clear_error(&error); }
};

const std::set<std::string> namedRoles{
    "push button",   "toggle button", "check box", "radio button", "combo box", "text",
    "spin button",   "slider",        "list",      "list item",    "tree",      "table",
    "page tab list", "page tab",      "menu item", "progress bar", "dialog"};

void walk(const Spoken& at, const std::string& where, std::vector<std::string>& nameless, std::size_t& seen) {
    if (!at.is(ATSPI_STATE_SHOWING) && !at.is(ATSPI_STATE_VISIBLE))
        return;
    ++seen;
    const std::string role = at.role();
    const std::string name = at.name();
    const bool takesKeys = at.is(ATSPI_STATE_FOCUSABLE);
    if (name.find_first_not_of(' ') == std::string::npos && (namedRoles.contains(role) || takesKeys))
        nameless.push_back(role + " in " + where);
    // What tables and boxes hold is named by their models.
    if (role == "table" || role == "tree" || role == "combo box")
        return;
    for (const Spoken& child : at.children())
        walk(child, name.empty() ? where + "/" + role : name, nameless, seen);
}

} // namespace

SpeechBus::SpeechBus(const fs::path& folder)
    : m_address("unix:path=" + (folder / "bus").string())
    , m_runtime((folder / "run").string()) {
    fs::create_directories(m_runtime);
    fs::permissions(m_runtime, fs::perms::owner_all);
    ProcessOptions options;
    options.program = "dbus-daemon";
    options.arguments = {"--session", "--nofork", "--nopidfile", "--address=" + m_address};
    options.environment = environment();
    auto daemon = ChildProcess::start(options);
    if (!daemon)
        giveUp(daemon.error().message);
    m_daemon = std::move(*daemon);
    for (int tries = 0; !fs::exists(folder / "bus"); ++tries) {
        if (tries == 500)
            giveUp("dbus-daemon did not start: " + m_daemon->log());
        std::this_thread::sleep_for(10ms);
    }
}

std::vector<std::pair<std::string, std::string>> SpeechBus::environment() const {
    return {{"DBUS_SESSION_BUS_ADDRESS", m_address},
            {"XDG_RUNTIME_DIR", m_runtime},
            {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1"}};
}

Spoken::Spoken(_AtspiAccessible* taken)
    : m_at(taken, [](_AtspiAccessible* at) { g_object_unref(at); }) {}

std::string Spoken::name() const {
    Unanswered failed;
    return taken(atspi_accessible_get_name(m_at.get(), &failed.error));
}

std::string Spoken::role() const {
    Unanswered failed;
    return taken(atspi_accessible_get_role_name(m_at.get(), &failed.error));
}

bool Spoken::is(int state) const {
    AtspiStateSet* states = atspi_accessible_get_state_set(m_at.get());
    const bool yes = states && atspi_state_set_contains(states, static_cast<AtspiStateType>(state));
    if (states)
        g_object_unref(states);
    return yes;
}

bool Spoken::isSelected() const {
    return is(ATSPI_STATE_SELECTED);
}

bool Spoken::isFocused() const {
    return is(ATSPI_STATE_FOCUSED);
}

bool Spoken::isOnScreen() const {
    Unanswered failed;
    AtspiComponent* component = atspi_accessible_get_component_iface(m_at.get());
    if (!component)
        return false;
    AtspiRect* rect = atspi_component_get_extents(component, ATSPI_COORD_TYPE_SCREEN, &failed.error);
    const bool yes = rect && rect->width > 0 && rect->height > 0 && is(ATSPI_STATE_SHOWING);
    g_free(rect);
    g_object_unref(component);
    return yes;
}

std::vector<Spoken> Spoken::children() const {
    Unanswered failed;
    std::vector<Spoken> found;
    const int count = atspi_accessible_get_child_count(m_at.get(), &failed.error);
    for (int i = 0; i < count; ++i) {
        Unanswered gone;
        if (AtspiAccessible* child = atspi_accessible_get_child_at_index(m_at.get(), i, &gone.error))
            found.emplace_back(child);
    }
    return found;
}

std::vector<std::string> Spoken::names() const {
    std::vector<std::string> names;
    for (const Spoken& child : children())
        names.push_back(child.name());
    return names;
}

std::optional<Spoken> Spoken::find(const std::string& role, const std::string& name) const {
    if (this->role() == role && this->name().starts_with(name))
        return *this;
    for (const Spoken& child : children())
        if (auto found = child.find(role, name))
            return found;
    return std::nullopt;
}

std::vector<std::string> Spoken::actions() const {
    std::vector<std::string> names;
    Unanswered failed;
    AtspiAction* action = atspi_accessible_get_action_iface(m_at.get());
    if (!action)
        return names;
    for (int i = 0; i < atspi_action_get_n_actions(action, &failed.error); ++i) {
        Unanswered gone;
        names.push_back(taken(atspi_action_get_action_name(action, i, &gone.error)));
    }
    g_object_unref(action);
    return names;
}

bool Spoken::act(const std::string& name) const {
    const auto names = actions();
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end())
        return false;
    Unanswered failed;
    AtspiAction* action = atspi_accessible_get_action_iface(m_at.get());
    const bool done = atspi_action_do_action(action, static_cast<int>(at - names.begin()), &failed.error);
    g_object_unref(action);
    return done;
}

struct ScreenReader::Ears {
    AtspiEventListener* listener = nullptr;
    std::vector<std::string> focused;

    static void hear(AtspiEvent* event, void* self) {
        if (event->detail1 == 1) {
            Unanswered failed;
            static_cast<Ears*>(self)->focused.push_back(
                taken(atspi_accessible_get_name(event->source, &failed.error)));
        }
        g_boxed_free(ATSPI_TYPE_EVENT, event);
    }
};

ScreenReader::ScreenReader(const SpeechBus& bus)
    : m_ears(std::make_unique<Ears>()) {
    for (const auto& [name, value] : bus.environment())
        ::setenv(name.c_str(), value.c_str(), 1);
    // It would ask the display for the bus, where an earlier session may have left its own.
    const char* display = std::getenv("DISPLAY");
    const std::string kept = display ? display : "";
    ::unsetenv("DISPLAY");
    if (atspi_init() > 1)
        giveUp("no accessibility bus");
    AtspiAccessible* desktop = atspi_get_desktop(0);
    ::setenv("DISPLAY", kept.c_str(), 1);
    if (!desktop)
        giveUp("no accessibility bus");
    // What is asked is answered by the program, not remembered here.
    atspi_accessible_set_cache_mask(desktop, ATSPI_CACHE_NONE);
    g_object_unref(desktop);
    m_ears->listener = atspi_event_listener_new(&Ears::hear, m_ears.get(), nullptr);
    Unanswered failed;
    if (!atspi_event_listener_register(m_ears->listener, "object:state-changed:focused", &failed.error))
        giveUp(failed.error ? failed.error->message : "nobody to listen to");
}

ScreenReader::~ScreenReader() {
    Unanswered failed;
    atspi_event_listener_deregister(m_ears->listener, "object:state-changed:focused", &failed.error);
    g_object_unref(m_ears->listener);
}

std::optional<Spoken> ScreenReader::program(int process) const {
    AtspiAccessible* desktop = atspi_get_desktop(0);
    const Spoken all(desktop);
    Unanswered failed;
    const int count = atspi_accessible_get_child_count(desktop, &failed.error);
    for (int i = 0; i < count; ++i) {
        Unanswered gone;
        AtspiAccessible* child = atspi_accessible_get_child_at_index(desktop, i, &gone.error);
        if (!child)
            continue;
        Spoken found(child);
        Unanswered unknown;
        if (static_cast<int>(atspi_accessible_get_process_id(child, &unknown.error)) == process)
            return found;
    }
    return std::nullopt;
}

std::vector<std::string> ScreenReader::focused() {
    return std::exchange(m_ears->focused, {});
}

bool ScreenReader::listenUntil(const std::function<bool()>& done, std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!done()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        for (int i = 0; i < 100 && g_main_context_iteration(nullptr, FALSE); ++i) {
        }
        std::this_thread::sleep_for(10ms);
    }
    return true;
}

std::vector<std::string> ScreenReader::nameless(const Spoken& root) {
    std::vector<std::string> found;
    std::size_t seen = 0;
    walk(root, root.name(), found, seen);
    return found;
}

std::size_t ScreenReader::seen(const Spoken& root) {
    std::vector<std::string> found;
    std::size_t seen = 0;
    walk(root, root.name(), found, seen);
    return seen;
}

} // namespace cutaway::test
