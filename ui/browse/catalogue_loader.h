#pragma once

#include "ui/browse/browse_model.h"
#include "ui/session/cloud_session.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <set>

namespace cutaway::ui {

/// Fills a BrowseModel from the cloud and keeps it fresh: events and units on connecting, single units as the
/// stream names them, searches as the user types. What was last seen is kept on this computer, and shown
/// while the cloud is away.
class CatalogueLoader : public QObject {
    Q_OBJECT

public:
    /// `folder`: where the saved catalogue lives; empty: nothing is kept.
    CatalogueLoader(CloudSession& session, BrowseModel& model, const QString& folder,
                    QObject* parent = nullptr);

    void reload();
    void search(const QString& text, bool withPictures); ///< once the fingers rest

    enum class State { Empty, Loading, Fresh, Saved, Failed };
    State state() const { return m_state; }
    const QString& sentence() const { return m_sentence; } ///< why it is not fresh
    const std::vector<catalogue::Event>& events() const { return m_events; }

Q_SIGNALS:
    void stateChanged();

private:
    struct Loaded {
        std::vector<catalogue::Event> events;
        std::vector<catalogue::Unit> units;
    };
    static Result<Loaded> load(const catalogue::CloudClient& cloud, std::stop_token stop);
    void setState(State state, const QString& sentence = {});
    void unitChanged(const Uuid& id);
    void loadUnit(const Uuid& id);
    void runSearch();
    QString savedPath() const;
    void save(const Loaded& loaded) const;
    bool showSaved();

    CloudSession& m_session;
    BrowseModel& m_model;
    QString m_folder;
    State m_state = State::Empty;
    QString m_sentence;
    std::vector<catalogue::Event> m_events;
    std::stop_source m_loading;
    std::stop_source m_searching;
    std::map<Uuid, bool> m_unitsComing; ///< true: changed again since it was asked for
    std::set<Uuid> m_changed;           ///< units that changed while all were being loaded
    QTimer m_typing;
    QString m_text;
    bool m_withPictures = true;
};

} // namespace cutaway::ui
