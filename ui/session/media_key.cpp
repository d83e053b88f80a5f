#include "ui/session/media_key.h"

#include <qt6keychain/keychain.h>

#include <algorithm>

namespace cutaway::ui {

namespace {

using Key = playback::DiskCache::Key;

QString service() {
    return QStringLiteral("io.github.cutaway.Cutaway");
}

std::optional<Key> keyIn(const QByteArray& bytes) {
    Key key{};
    if (static_cast<std::size_t>(bytes.size()) != key.size())
        return std::nullopt;
    std::transform(bytes.begin(), bytes.end(), key.begin(),
                   [](char byte) { return static_cast<std::byte>(byte); });
    return key;
}

} // namespace

MediaKey::MediaKey(QObject* parent)
    : QObject(parent) {}

void MediaKey::find(const QString& store, Found found) {
    const QString name = QStringLiteral("media of ") + store;
    auto* job = new QKeychain::ReadPasswordJob(service(), this);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this,
            [this, job, name, found = std::move(found)](QKeychain::Job* finished) {
                const auto key = keyIn(job->binaryData());
                if (finished->error() == QKeychain::NoError && key)
                    found(key, {});
                else if (finished->error() == QKeychain::NoError ||
                         finished->error() == QKeychain::EntryNotFound)
                    make(name, found);
                else
                    found(std::nullopt, tr("There is no keychain here (%1): media that is fetched is kept, "
                                           "encrypted, until Cutaway ends.")
                                            .arg(finished->errorString()));
            });
    job->start();
}

void MediaKey::make(const QString& name, Found found) {
    const auto key = playback::DiskCache::makeKey();
    if (!key) {
        found(std::nullopt, QString::fromStdString(key.error().message));
        return;
    }
    auto* job = new QKeychain::WritePasswordJob(service(), this);
    job->setKey(name);
    job->setBinaryData(
        QByteArray(reinterpret_cast<const char*>(key->data()), static_cast<qsizetype>(key->size())));
    connect(job, &QKeychain::Job::finished, this,
            [key = *key, found = std::move(found)](QKeychain::Job* finished) {
                if (finished->error() == QKeychain::NoError)
                    found(key, {});
                else
                    found(std::nullopt, tr("The keychain does not take a key (%1): media that is fetched is "
                                           "kept, encrypted, until Cutaway ends.")
                                            .arg(finished->errorString()));
            });
    job->start();
}

} // namespace cutaway::ui
