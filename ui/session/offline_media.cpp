#include "ui/session/offline_media.h"

namespace cutaway::ui {

OfflineMedia::OfflineMedia(CloudSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(m_link.get(), &FetchLink::came, this, &OfflineMedia::progressed, Qt::QueuedConnection);
    connect(&session, &CloudSession::opened, this, [this] {
        cancel();
        look();
    });
    connect(&session, &CloudSession::mediaKept, this, &OfflineMedia::look);
}

OfflineMedia::~OfflineMedia() {
    m_stop.request_stop();
}

QString OfflineMedia::obstacle() const {
    if (m_session.offline())
        return {};
    if (!m_session.cloud())
        return tr("There is no cloud to fetch from yet.");
    return tams::isLoopback(m_session.cloud()->connection().url)
               ? tr("The cloud runs on this computer: its media is here already.")
               : tr("Nothing can stay on this computer: there is no keychain to keep its key in.");
}

void OfflineMedia::fetch(const Uuid& sourceId, const playback::FrameStretch& stretch, const QString& name) {
    if (!m_session.offline() || m_fetching)
        return;
    m_fetching = true;
    Q_EMIT progressed(0, 0);
    m_stop = {};
    m_session.tasks().run(
        this,
        [link = m_link, offline = m_session.offline(), sourceId, stretch,
         asked = m_stop.get_token()](std::stop_token ending) {
            std::stop_source either;
            const std::stop_callback one(asked, [&] { either.request_stop(); });
            const std::stop_callback other(ending, [&] { either.request_stop(); });
            const auto progress = [link](std::int64_t done, std::int64_t total) {
                Q_EMIT link->came(done, total);
            };
            return offline->fetch(sourceId, stretch, progress, either.get_token());
        },
        [this, name](const Result<void>& done) {
            m_fetching = false;
            if (done)
                Q_EMIT finished(tr("%1 can be played offline.").arg(name));
            else if (done.error().category == ErrorCategory::Cancelled)
                Q_EMIT finished(tr("Fetching %1 was stopped. What came is not fetched again.").arg(name));
            else
                Q_EMIT finished(QString::fromStdString(done.error().message));
            look();
        });
}

void OfflineMedia::cancel() {
    m_stop.request_stop();
}

void OfflineMedia::remove(const Uuid& sourceId, const QString& name) {
    if (!m_session.offline())
        return;
    m_session.tasks().run(
        this,
        [offline = m_session.offline(), sourceId](std::stop_token) {
            offline->remove(sourceId);
            return true;
        },
        [this, name](bool) {
            Q_EMIT finished(tr("%1 is no longer kept on this computer.").arg(name));
            look();
        });
}

void OfflineMedia::look() {
    m_here = m_session.offline() ? m_session.offline()->sources() : std::set<Uuid>{};
    Q_EMIT changed();
}

} // namespace cutaway::ui
