#include "core/timeline/open_mark.h"

#include "core/timeline/journal_file.h"

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
    if (!(file >> said.attempts))
        said.attempts = 0; // cut off by the end of the machine: as if it were the first time
    said.attempts = std::clamp(said.attempts, 0, mostAttempts);
    file.ignore(1);
    std::getline(file, said.name);
    return said;
}

void OpenMark::write(const Said& said) const {
    std::string name = said.name;
    std::replace(name.begin(), name.end(), '\n', ' ');
    const std::string text = std::to_string(said.attempts) + "\n" + name + "\n";
    std::error_code unknown;
    const bool isNew = !std::filesystem::exists(m_path, unknown);
    const Descriptor file(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return;
    // In its place, for which a full disk has room. Half of it written is understood.
    if (::pwrite(file.get(), text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()) &&
        ::ftruncate(file.get(), static_cast<off_t>(text.size())) == 0)
        ::fdatasync(file.get());
    if (isNew)
        syncFolderOf(m_path);
}

void OpenMark::remove() const {
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
}

} // namespace cutaway::timeline
