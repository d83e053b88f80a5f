#include "ui/connect/token_keeper.h"

#include <QHash>
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
    connect(job, &QKeychain::Job::finished, this, [done = std::move(done)](QKeychain::Job* finished) {
        done(finished->error() == QKeychain::NoError
                 ? QString()
                 : tr("There is no keychain to keep the token in (%1). It is remembered until Cutaway ends.")
                       .arg(finished->errorString()));
    });
    job->start();
}

void TokenKeeper::find(const QString& url, std::function<void(const QString&)> done) {
    auto* job = new QKeychain::ReadPasswordJob(service(), this);
    job->setKey(url);
    connect(job, &QKeychain::Job::finished, this, [job, done = std::move(done)](QKeychain::Job* finished) {
        done(finished->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void TokenKeeper::forget(const QString& url) {
    auto* job = new QKeychain::DeletePasswordJob(service(), this);
    job->setKey(url);
    job->start();
}

} // namespace cutaway::ui
