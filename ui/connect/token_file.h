#pragma once

#include "core/base/result.h"

#include <QString>

namespace cutaway::ui {

/// Tokens by the address of their cloud, in one file with mode 0600: for computers without a keychain.
class TokenFile {
public:
    /// The file beside the program's settings.
    TokenFile();
    const QString& path() const { return m_path; }

    /// Empty when there is none, or the file makes no sense.
    QString find(const QString& url) const;
    /// An empty token is removed. Whole or not at all. Errors: Io.
    Result<void> set(const QString& url, const QString& token) const;

private:
    QString m_path;
};

} // namespace cutaway::ui
