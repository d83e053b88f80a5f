#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace cutaway::ui {

/// Keeps the token of each cloud in the system's keychain. UI thread; answers come later on it.
class TokenKeeper : public QObject {
    Q_OBJECT

public:
    explicit TokenKeeper(QObject* parent = nullptr);

    /// `sentence` is empty when the token is kept, else says that it is known until the program ends, and
    /// why.
    void keep(const QString& url, const QString& token, std::function<void(const QString& sentence)> done);
    /// Empty when there is none, or no keychain.
    void find(const QString& url, std::function<void(const QString& token)> done);
    void forget(const QString& url);
};

} // namespace cutaway::ui
