#include "ui/session/outbox_courier.h"

#include "core/catalogue/kept_profiles.h"

#include <QDir>
#include <QFileSystemWatcher>

#include <algorithm>

namespace cutaway::ui {

namespace {

constexpr int firstPause = 2'000;
constexpr int longestPause = 60'000;

} // namespace

OutboxCourier::OutboxCourier(CloudSession& session, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_outbox(folder.toStdString())
    , m_watcher(new QFileSystemWatcher(this)) {
    QDir().mkpath(folder);
    m_watcher->addPath(folder);
    // Other windows put things in and take them out.
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &OutboxCourier::reload);
    connect(&m_session, &CloudSession::stateChanged, this, [this] {
        m_pause = 0;
        if (!m_session.isConnected())
            m_sentence.clear();
        Q_EMIT changed();
        run();
    });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &OutboxCourier::run);
    reload();
}

void OutboxCourier::reload() {
    m_items = m_outbox.items();
    run(); // first, so that what is on its way at once is never said to wait
    Q_EMIT changed();
}

const catalogue::OutboxItem* OutboxCourier::item(const Uuid& id) const {
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&](const auto& each) { return each.id() == id; });
    return found == m_items.end() ? nullptr : &*found;
}

bool OutboxCourier::isForThisCloud(const catalogue::OutboxItem& item) const {
    return item.cloud == m_session.nameForKeeping();
}

int OutboxCourier::waiting() const {
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(), [this](const auto& each) {
        return isForThisCloud(each) && !each.refusal && !each.cancelled;
    }));
}

int OutboxCourier::refused() const {
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(),
                                          [this](const auto& e) { return isForThisCloud(e) && e.refusal; }));
}

bool OutboxCourier::hasSaveOf(const Uuid& project) const {
    return std::any_of(m_items.begin(), m_items.end(), [&](const auto& each) {
        return each.revision() && each.revision()->projectId == project && isForThisCloud(each) &&
               !each.refusal;
    });
}

Result<void> OutboxCourier::add(std::variant<catalogue::SubmissionRequest, catalogue::RevisionRequest> what) {
    const auto kept = m_outbox.add(m_session.nameForKeeping(), std::move(what));
    if (!kept)
        return kept.error();
    m_pause = 0;
    reload();
    return {};
}

void OutboxCourier::cancel(const Uuid& id) {
    const catalogue::OutboxItem* known = item(id);
    const auto done = known && known->refusal ? m_outbox.remove(id) : m_outbox.cancel(id);
    if (!done)
        Q_EMIT status(QString::fromStdString(done.error().message));
    m_pause = 0;
    reload();
}

void OutboxCourier::sendNow(const Uuid& id) {
    if (const catalogue::OutboxItem* known = item(id); known && known->refusal)
        if (const auto taken = m_outbox.takeUp(id); !taken)
            Q_EMIT status(QString::fromStdString(taken.error().message));
    m_pause = 0;
    m_again.stop();
    if (!m_session.isConnected())
        m_session.retry();
    reload();
}

void OutboxCourier::saveAsCopy(const Uuid& id) {
    const catalogue::OutboxItem* known = item(id);
    if (!known || !known->revision())
        return;
    catalogue::RevisionRequest copy;
    copy.id = Uuid::random();
    copy.projectId = Uuid::random();
    copy.projectName = tr("%1 (copy)").arg(QString::fromStdString(known->title())).toStdString();
    copy.note = known->revision()->note;
    auto otio = m_outbox.document(*known);
    const auto kept = otio ? (copy.otio = std::move(*otio), add(copy)) : Result<void>(otio.error());
    if (kept)
        cancel(id);
    else
        Q_EMIT status(QString::fromStdString(kept.error().message));
}

void OutboxCourier::run() {
    const bool something = std::any_of(m_items.begin(), m_items.end(), [this](const auto& each) {
        return isForThisCloud(each) && !each.refusal;
    });
    if (m_running || !something || !m_session.isConnected() || (m_again.isActive() && m_pause > 0))
        return;
    const auto next = std::find_if(m_items.begin(), m_items.end(), [this](const auto& each) {
        return isForThisCloud(each) && !each.refusal;
    });
    m_running = true;
    m_sending = next->id();
    m_again.stop();
    m_session.tasks().run(
        this,
        [outbox = m_outbox, name = m_session.nameForKeeping(), cloud = m_session.cloud()](
            std::stop_token stop) mutable { return catalogue::sendNext(outbox, name, *cloud, stop); },
        [this](const catalogue::SendOutcome& outcome) { ended(outcome); });
    Q_EMIT changed();
}

void OutboxCourier::ended(const catalogue::SendOutcome& outcome) {
    using Kind = catalogue::SendOutcome::Kind;
    m_running = false;
    m_sending.reset();
    m_sentence = QString::fromStdString(outcome.sentence);
    if (outcome.kind == Kind::Later || outcome.kind == Kind::Nothing) {
        m_pause = std::clamp(m_pause * 2, firstPause, longestPause);
        m_again.start(m_pause);
    } else {
        m_pause = 0;
    }
    m_items = m_outbox.items();
    if (outcome.kind == Kind::Sent && outcome.submission)
        Q_EMIT submissionSent(*outcome.submission);
    else if (outcome.kind == Kind::Sent && outcome.item.revision())
        Q_EMIT revisionSent(outcome.item.revision()->projectId, outcome.item.id());
    else if (outcome.kind == Kind::Refused)
        Q_EMIT refusedForGood(outcome.item);
    Q_EMIT changed();
    run();
}

std::vector<catalogue::Profile> OutboxCourier::keptProfiles() const {
    return catalogue::keptProfiles(m_outbox.folder(), m_session.nameForKeeping());
}

void OutboxCourier::keepProfiles(const std::vector<catalogue::Profile>& profiles) {
    // Not worth a word when it fails: they come again with the cloud.
    (void)catalogue::keepProfiles(m_outbox.folder(), m_session.nameForKeeping(), profiles);
}

} // namespace cutaway::ui
