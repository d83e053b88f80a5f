#include "ui/session/project_presence.h"

#include <QSettings>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <pwd.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace cutaway::ui {

namespace {

constexpr std::chrono::milliseconds lastWordTakes{700};
constexpr int beatMilliseconds = 5000; // a third of what a word holds

} // namespace

QString userName() {
    const QString chosen = QSettings().value(QLatin1String(userNameKey)).toString().trimmed();
    if (!chosen.isEmpty())
        return chosen;
    const passwd* user = ::getpwuid(::getuid());
    const QString whole =
        user ? QString::fromLocal8Bit(user->pw_gecos).section(QLatin1Char(','), 0, 0).trimmed() : QString();
    if (!whole.isEmpty())
        return whole;
    return user ? QString::fromLocal8Bit(user->pw_name) : ProjectPresence::tr("Somebody");
}

ProjectPresence::ProjectPresence(CloudSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    m_beat.setInterval(beatMilliseconds);
    connect(&m_beat, &QTimer::timeout, this, &ProjectPresence::say);
    connect(&m_session, &CloudSession::stateChanged, this, [this] {
        if (m_session.isConnected())
            say();
    });
    connect(&m_session, &CloudSession::peopleChanged, this, [this](const catalogue::ProjectPeople& people) {
        if (people.projectId == m_project && !m_entered)
            apply(people);
    });
}

/// Whoever quits says so, as long as that takes no time: otherwise the word runs out by itself.
ProjectPresence::~ProjectPresence() {
    m_saying.request_stop();
    if (!isIn() || !m_session.isConnected())
        return;
    std::stop_source enough;
    std::mutex mutex;
    std::condition_variable_any told;
    const std::jthread clock([&](const std::stop_token& said) {
        std::unique_lock lock(mutex);
        told.wait_for(lock, said, lastWordTakes, [] { return false; });
        enough.request_stop();
    });
    (void)m_session.cloud()->sayGone(m_project, m_client, enough.get_token());
}

void ProjectPresence::enter(const Uuid& project, const Uuid& client, Entered entered) {
    if (m_project != project || m_client != client)
        leave();
    m_project = project;
    m_client = client;
    m_entered = std::move(entered);
    m_wants = true;
    m_ask = false;
    m_takeOverFrom = {};
    m_beat.start();
    say();
}

void ProjectPresence::leave() {
    m_saying.request_stop();
    m_beat.stop();
    m_entered = {};
    const Uuid project = std::exchange(m_project, {});
    const Uuid client = std::exchange(m_client, {});
    m_edits = m_wants = m_ask = false;
    m_people = {};
    if (!project.isNil() && m_session.isConnected())
        m_session.tasks().run(
            &m_session,
            [cloud = m_session.cloud(), project, client](std::stop_token stop) {
                return cloud->sayGone(project, client, stop);
            },
            [](const Result<void>&) {}); // a word that is lost runs out by itself
    Q_EMIT changed();
}

catalogue::PresenceRequest ProjectPresence::request() const {
    catalogue::PresenceRequest request;
    request.projectId = m_project;
    request.clientId = m_client;
    request.name = userName().toStdString();
    request.edit = m_wants;
    request.ask = m_ask;
    request.takeOverFrom = m_takeOverFrom;
    return request;
}

void ProjectPresence::say() {
    if (!isIn() || !m_session.isConnected())
        return;
    m_saying.request_stop(); // the newest word is the one that counts
    m_saying = m_session.tasks().run(
        this,
        [cloud = m_session.cloud(), request = request()](std::stop_token stop) {
            return cloud->sayHere(request, stop);
        },
        [this, project = m_project](const Result<catalogue::ProjectPeople>& answer) {
            if (project == m_project)
                answered(answer);
        });
}

void ProjectPresence::answered(const Result<catalogue::ProjectPeople>& answer) {
    const bool tookOver = !std::exchange(m_takeOverFrom, {}).isNil();
    if (!answer && tookOver && answer.error().category == ErrorCategory::Conflict) {
        Q_EMIT refused(QString::fromStdString(answer.error().message));
        say();
        return;
    }
    if (const auto entered = std::exchange(m_entered, {})) {
        if (answer) {
            m_people = *answer;
            m_edits = m_people.isEditor(m_client);
            m_wants = m_edits;
            Q_EMIT changed();
        }
        entered(answer);
        return;
    }
    if (answer)
        apply(*answer);
}

void ProjectPresence::apply(const catalogue::ProjectPeople& people) {
    m_people = people;
    const bool edits = people.isEditor(m_client);
    const bool before = std::exchange(m_edits, edits);
    if (edits)
        m_ask = false;
    m_wants = edits;
    if (m_ask && !people.editor)
        say(); // who asked gets it
    if (edits && !before)
        Q_EMIT gained();
    else if (before && !edits)
        Q_EMIT lost(people.editor ? QString::fromStdString(people.editor->name) : QString());
    Q_EMIT changed();
}

void ProjectPresence::watch() {
    m_wants = m_ask = false;
    m_edits = false;
    say();
}

void ProjectPresence::ask(bool on) {
    m_ask = on;
    say();
    Q_EMIT changed();
}

void ProjectPresence::edit() {
    m_wants = true;
    say();
}

void ProjectPresence::takeOver() {
    if (!m_people.editor)
        return edit();
    m_takeOverFrom = m_people.editor->clientId;
    m_wants = true;
    say();
}

void ProjectPresence::handOver(const Uuid& to) {
    if (!isIn() || !m_session.isConnected())
        return;
    m_session.tasks().run(
        this,
        [cloud = m_session.cloud(), project = m_project, client = m_client, to](std::stop_token stop) {
            return cloud->handOver(project, client, to, stop);
        },
        [this](const Result<catalogue::ProjectPeople>& answer) {
            if (answer)
                apply(*answer);
            else
                Q_EMIT refused(QString::fromStdString(answer.error().message));
        });
}

} // namespace cutaway::ui
