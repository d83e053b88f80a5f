#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace cutaway::timeline {

/// A file beside a journal that is there while an editor has it open, and stays when the editor ended
/// without closing it: `JOURNAL.open`. It says how often an editor has ended while it was opened anew, so
/// that nobody tries for ever. What cannot be written is not an error: it only helps. Whoever writes or
/// removes it holds the journal.
class OpenMark {
public:
    explicit OpenMark(const std::filesystem::path& journal);

    struct Said {
        int attempts = 0; ///< to open it that ended before they were through
        std::string name; ///< of the sequence, as it was known last

        /// It is no longer opened unless somebody asks for just that.
        bool isGivenUp() const { return attempts >= mostAttempts; }
    };
    static constexpr int mostAttempts = 2;

    /// None: the journal was closed in order, or never open.
    std::optional<Said> read() const;
    /// On disk before it returns, also where the disk is full and the mark was there before.
    void write(const Said& said) const;
    void remove() const;

private:
    std::filesystem::path m_path;
};

} // namespace cutaway::timeline
