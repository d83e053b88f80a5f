#include "ui/connect/token_keeper.h"

#include "ui/connect/token_file.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

namespace cutaway::ui {

namespace {

QString service() {
    return QStringLiteral("io.github.cutaway.Cutaway");
}

} // namespace

TokenKeeper::TokenKeeper(QObject* parent, std::chrono::milliseconds limit)
    : QObject(parent)
    , m_limit(limit) {}

/// Starts the job; `answered` comes once, when it has ended or the limit has passed.
void TokenKeeper::ask(QKeychain::Job* job, std::function<void(bool)> answered) {
    auto* timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [job, timer, answered] {
        job->disconnect(timer); // it goes on by itself, and may still be answered: too late for us
        timer->deleteLater();
        answered(false);
    });
    connect(job, &QKeychain::Job::finished, timer, [timer, answered = std::move(answered)] {
        timer->stop();
        timer->deleteLater();
        answered(true);
    });
    timer->start(m_limit);
    job->start();
}

void TokenKeeper::keep(const QString& url, const QString& token, std::function<void(const QString&)> done) {
    auto* job = new QKeychain::WritePasswordJob(service(), this);
    job->setKey(url);
    job->setTextData(token);
    ask(job, [this, job, url, token, done = std::move(done)](bool inTime) {
        const TokenFile file;
        if (inTime && job->error() == QKeychain::NoError) {
            (void)file.set(url, {}); // one place knows it
            done({});
            return;
        }
        const auto kept = file.set(url, token);
        if (!kept)
            done(tr("The token is remembered until Cutaway ends: there is no keychain (%1), and %2 cannot be "
                    "written (%3).")
                     .arg(inTime ? job->errorString() : tr("it does not answer"), file.path(),
                          QString::fromStdString(kept.error().message)));
        else if (inTime)
            done(tr("There is no keychain here: the token is kept in %1, which only you can read.")
                     .arg(file.path()));
        else
            done(tr("The keychain did not answer within %1 s: the token is kept in %2, which only you can "
                    "read.")
                     .arg(std::chrono::ceil<std::chrono::seconds>(m_limit).count())
                     .arg(file.path()));
    });
}

void TokenKeeper::find(const QString& url, std::function<void(const QString&)> done) {
    auto* job = new QKeychain::ReadPasswordJob(service(), this);
    job->setKey(url);
    ask(job, [job, url, done = std::move(done)](bool inTime) {
        done(inTime && job->error() == QKeychain::NoError ? job->textData() : TokenFile().find(url));
    });
}

} // namespace cutaway::ui
