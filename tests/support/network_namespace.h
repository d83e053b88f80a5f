#pragma once

#include <string>
#include <vector>

namespace cutaway::test {

/// Another host on this machine: a Linux network namespace, joined to ours by a virtual cable. Needs root
/// and iproute2; goes with the object, and what a killed test left behind goes with the next one.
class NetworkNamespace {
public:
    NetworkNamespace();
    ~NetworkNamespace();
    NetworkNamespace(const NetworkNamespace&) = delete;
    NetworkNamespace& operator=(const NetworkNamespace&) = delete;

    /// Empty when it works, else why there can be none here.
    const std::string& problem() const { return m_problem; }
    /// Of the other host, seen from here.
    const std::string& address() const { return m_address; }
    /// What goes before a command that is to run on the other host.
    std::vector<std::string> launcher() const { return {"ip", "netns", "exec", m_name}; }

private:
    std::string m_name;
    std::string m_cable; ///< our end
    std::string m_address;
    std::string m_problem;
};

} // namespace cutaway::test
