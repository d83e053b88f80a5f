#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace cutaway::ui {

/// Keeps the token of each cloud in the system's keychain or, where there is none, in a file beside the
/// program's settings that only its owner can read. UI thread; answers come later on it.
class TokenKeeper : public QObject {
    Q_OBJECT

public:
    explicit TokenKeeper(QObject* parent = nullptr);

    /// `sentence` is empty when the keychain has the token, else says where it is kept instead, or that it is
    /// known until the program ends only, and why.
    void keep(const QString& url, const QString& token, std::function<void(const QString& sentence)> done);
    /// Empty when there is none.
    void find(const QString& url, std::function<void(const QString& token)> done);
};

} // namespace cutaway::ui
