#include "core/timeline/open_mark.h"

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace cutaway::timeline {

OpenMark::OpenMark(const std::filesystem::path& journal)
    : m_path(journal) {
    m_path += ".open";
}

std::optional<OpenMark::Said> OpenMark::read() const {
    std::ifstream file(m_path);
    if (!file)
        return std::nullopt;
    Said said;
    if (!(file >> said.attempts) || said.attempts < 0)
        said.attempts = 0; // cut off by the end of the machine: as if it were the first time
    file.ignore(1);
    std::getline(file, said.name);
    return said;
}

void OpenMark::write(const Said& said) const {
    std::string name = said.name;
    std::replace(name.begin(), name.end(), '\n', ' ');
    const std::string text = std::to_string(said.attempts) + "\n" + name + "\n";
    std::filesystem::path fresh = m_path;
    fresh += ".new";
    const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    const bool whole = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                       ::fdatasync(file) == 0;
    ::close(file);
    if (!whole || ::rename(fresh.c_str(), m_path.c_str()) != 0)
        return;
    const int folder = ::open(m_path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

void OpenMark::remove() const {
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
}

} // namespace cutaway::timeline
