#pragma once

#include "core/playback/disk_cache.h"

#include <QObject>

#include <functional>
#include <optional>

namespace cutaway::ui {

/// The key under which media of a cloud is kept on this computer. It lives in the system's keychain and
/// nowhere else; the first to ask makes it. UI thread; answers come later on it.
class MediaKey : public QObject {
    Q_OBJECT

public:
    explicit MediaKey(QObject* parent = nullptr);

    /// `sentence` is empty with a key; without one it says what that means and why.
    using Found =
        std::function<void(const std::optional<playback::DiskCache::Key>& key, const QString& sentence)>;
    /// `store` is the identity of the cloud.
    void find(const QString& store, Found found);

private:
    void make(const QString& name, Found found);
};

} // namespace cutaway::ui
