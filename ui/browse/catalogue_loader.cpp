#include "ui/browse/catalogue_loader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <utility>

namespace cutaway::ui {

namespace {

constexpr int typingRest = 90;          // ms without a key before the cloud is asked
constexpr qint64 savedLimit = 32 << 20; // bytes of a saved catalogue that are believed

} // namespace

CatalogueLoader::CatalogueLoader(CloudSession& session, BrowseModel& model, const QString& folder,
                                 QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
    , m_folder(folder) {
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingRest);
    connect(&m_typing, &QTimer::timeout, this, &CatalogueLoader::runSearch);
    connect(&session, &CloudSession::opened, this, [this] {
        // What is still under way belongs to the cloud before.
        m_loading.request_stop();
        m_searching.request_stop();
        m_unitsComing.clear();
        m_changed.clear();
        m_model.setUnits({});
        // Everybody who shows the old cloud lets go of it first.
        QMetaObject::invokeMethod(
            this,
            [this] {
                showSaved();
                reload();
            },
            Qt::QueuedConnection);
    });
    connect(&session, &CloudSession::reloadNeeded, this, &CatalogueLoader::reload);
    connect(&session, &CloudSession::unitChanged, this, &CatalogueLoader::unitChanged);
    connect(&session, &CloudSession::stateChanged, this, [this] {
        const auto kind = m_session.state().kind;
        if (kind == CloudState::Kind::Away && m_state == State::Fresh)
            setState(State::Saved, m_session.state().sentence);
        else if (kind == CloudState::Kind::Failed || kind == CloudState::Kind::Unauthorised)
            setState(m_model.units().empty() ? State::Failed : State::Saved, m_session.state().sentence);
        else if (kind == CloudState::Kind::Connected && m_state != State::Fresh && m_state != State::Loading)
            reload();
    });
}

void CatalogueLoader::setState(State state, const QString& sentence) {
    m_state = state;
    m_sentence = sentence;
    Q_EMIT stateChanged();
}

Result<CatalogueLoader::Loaded> CatalogueLoader::load(const catalogue::CloudClient& cloud,
                                                      std::stop_token stop) {
    Loaded loaded;
    CUTAWAY_TRY(loaded.events, cloud.events(stop));
    for (const auto& event : loaded.events) {
        CUTAWAY_TRY(auto units, cloud.units(event.id, stop));
        std::move(units.begin(), units.end(), std::back_inserter(loaded.units));
    }
    return loaded;
}

void CatalogueLoader::reload() {
    if (!m_session.cloud())
        return;
    m_loading.request_stop();
    setState(State::Loading);
    m_loading = m_session.tasks().run(
        this, [cloud = m_session.cloud()](std::stop_token stop) { return load(*cloud, stop); },
        [this](const Result<Loaded>& loaded) {
            if (!loaded) {
                setState(m_model.units().empty() ? State::Failed : State::Saved,
                         QString::fromStdString(loaded.error().message));
                return;
            }
            m_events = loaded->events;
            m_model.setUnits(loaded->units);
            setState(State::Fresh);
            save(*loaded);
            for (const Uuid& id : std::exchange(m_changed, {}))
                unitChanged(id);
        });
}

/// One question about a unit at a time: an older answer never comes after a newer one.
void CatalogueLoader::unitChanged(const Uuid& id) {
    if (!m_session.cloud() || id.isNil())
        return;
    if (m_state == State::Loading)
        m_changed.insert(id);
    if (const auto coming = m_unitsComing.find(id); coming != m_unitsComing.end()) {
        coming->second = true;
        return;
    }
    m_unitsComing[id] = false;
    loadUnit(id);
}

void CatalogueLoader::loadUnit(const Uuid& id) {
    m_session.tasks().run(
        this, [cloud = m_session.cloud(), id](std::stop_token stop) { return cloud->unit(id, stop); },
        [this, id, cloud = m_session.cloud()](const Result<catalogue::Unit>& unit) {
            if (cloud != m_session.cloud())
                return;
            if (unit)
                m_model.updateUnit(*unit);
            if (std::exchange(m_unitsComing[id], false))
                loadUnit(id);
            else
                m_unitsComing.erase(id);
        });
}

void CatalogueLoader::search(const QString& text, bool withPictures) {
    m_searching.request_stop();
    m_text = text;
    m_withPictures = withPictures;
    if (text.trimmed().isEmpty())
        m_typing.stop();
    else
        m_typing.start();
}

void CatalogueLoader::runSearch() {
    if (!m_session.cloud())
        return;
    m_searching = m_session.tasks().run(
        this,
        [cloud = m_session.cloud(), text = m_text.toStdString(),
         with = m_withPictures](std::stop_token stop) { return cloud->search(text, with, {}, 100, stop); },
        [this, text = m_text, with = m_withPictures](const Result<catalogue::SearchResult>& found) {
            if (found)
                m_model.setFound(text, with, *found);
        });
}

QString CatalogueLoader::savedPath() const {
    // The address names the cloud; the embedded one changes its port at every start.
    const std::string cloud =
        m_session.state().embedded || !m_session.cloud() ? "embedded" : m_session.cloud()->connection().url;
    const QByteArray name =
        QCryptographicHash::hash(QByteArray::fromStdString(cloud), QCryptographicHash::Sha1).toHex().left(16);
    return QDir(m_folder).filePath(QStringLiteral("catalogue-%1.json").arg(QLatin1String(name)));
}

void CatalogueLoader::save(const Loaded& loaded) const {
    if (m_folder.isEmpty())
        return;
    m_session.tasks().run(
        &m_session,
        [all = loaded.units, folder = m_folder, path = savedPath()](const std::stop_token&) {
            if (!QDir().mkpath(folder))
                return false;
            auto units = tams::Json::array();
            for (const auto& unit : all)
                units.push_back(catalogue::toJson(unit));
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly))
                return false;
            file.write(QByteArray::fromStdString(units.dump()));
            return file.commit();
        },
        [](bool) {}); // without it the catalogue is read from the cloud next time
}

bool CatalogueLoader::showSaved() {
    QFile file(savedPath());
    if (m_folder.isEmpty() || file.size() > savedLimit || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = file.readAll();
    const auto json = tams::Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_array())
        return false;
    std::vector<catalogue::Unit> units;
    for (const auto& item : json)
        if (auto unit = catalogue::unitFromJson(item))
            units.push_back(std::move(*unit));
    m_model.setUnits(std::move(units));
    return !m_model.units().empty();
}

} // namespace cutaway::ui
