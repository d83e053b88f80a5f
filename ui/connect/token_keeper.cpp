#include "ui/connect/token_keeper.h"

#include "ui/connect/token_file.h"

#include <qt6keychain/keychain.h>

namespace cutaway::ui {

namespace {

QString service() {
    return QStringLiteral("io.github.cutaway.Cutaway");
}

} // namespace

TokenKeeper::TokenKeeper(QObject* parent)
    : QObject(parent) {}

void TokenKeeper::keep(const QString& url, const QString& token, std::function<void(const QString&)> done) {
    auto* job = new QKeychain::WritePasswordJob(service(), this);
    job->setKey(url);
    job->setTextData(token);
    connect(
        job, &QKeychain::Job::finished, this, [url, token, done = std::move(done)](QKeychain::Job* finished) {
            const TokenFile file;
            if (finished->error() == QKeychain::NoError) {
                (void)file.set(url, {}); // one place knows it
                done({});
                return;
            }
            const auto kept = file.set(url, token);
            done(kept ? tr("There is no keychain here: the token is kept in %1, which only you can read.")
                            .arg(file.path())
                      : tr("The token is remembered until Cutaway ends: there is no keychain (%1), and %2 "
                           "cannot be written (%3).")
                            .arg(finished->errorString(), file.path(),
                                 QString::fromStdString(kept.error().message)));
        });
    job->start();
}

void TokenKeeper::find(const QString& url, std::function<void(const QString&)> done) {
    auto* job = new QKeychain::ReadPasswordJob(service(), this);
    job->setKey(url);
    connect(job, &QKeychain::Job::finished, this,
            [url, job, done = std::move(done)](QKeychain::Job* finished) {
                done(finished->error() == QKeychain::NoError ? job->textData() : TokenFile().find(url));
            });
    job->start();
}

} // namespace cutaway::ui
