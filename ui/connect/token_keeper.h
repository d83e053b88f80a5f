#pragma once

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

namespace cutaway::ui {

/// Keeps the token of each cloud in the system's keychain or, where there is none, in a file beside the
/// program's settings that only its owner can read. A keychain that does not answer in time, because a
/// question of its own is open perhaps, counts as none. UI thread; answers come later on it.
class TokenKeeper : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds patience = std::chrono::seconds(30);
    explicit TokenKeeper(QObject* parent = nullptr, std::chrono::milliseconds limit = patience);

    /// `sentence` is empty when the keychain has the token, else says where it is kept instead, or that it is
    /// known until the program ends only, and why.
    void keep(const QString& url, const QString& token, std::function<void(const QString& sentence)> done);
    /// Empty when there is none.
    void find(const QString& url, std::function<void(const QString& token)> done);

private:
    void ask(QKeychain::Job* job, std::function<void(bool inTime)> answered);

    const std::chrono::milliseconds m_limit;
};

} // namespace cutaway::ui
