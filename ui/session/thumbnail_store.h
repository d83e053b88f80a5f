#pragma once

#include "ui/session/cloud_session.h"

#include "core/time/timestamp.h"

#include <QCache>
#include <QElapsedTimer>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>

#include <map>
#include <vector>

namespace cutaway::ui {

/// Small pictures of every angle, for cards and for the timeline. Answers at once with what it has and
/// fetches what it lacks; arrived() says that asking again is worth it. GUI thread.
class ThumbnailStore : public QObject {
    Q_OBJECT

public:
    explicit ThumbnailStore(CloudSession& session, QObject* parent = nullptr);

    /// The picture nearest to this moment of Source time; null when there is none yet.
    QImage at(const Uuid& sourceId, const Timestamp& time);
    /// The picture at this part of the whole, 0 to 1000.
    QImage atPart(const Uuid& sourceId, int permille);
    /// Forgets the list of a Source that has grown; the pictures stay.
    void forget(const Uuid& sourceId);

Q_SIGNALS:
    void arrived(const cutaway::Uuid& sourceId);

private:
    struct Entry {
        Timestamp time;
        QString objectId;
        std::vector<tams::GetUrl> urls;
    };
    struct Listing {
        bool loading = false;
        bool loaded = false;
        bool grew = false;          ///< since it was asked for
        QElapsedTimer age;          ///< since it was asked for
        std::vector<Entry> entries; ///< by time
    };
    Listing& listing(const Uuid& sourceId);
    QImage image(const Uuid& sourceId, const Listing& listing, std::size_t index);
    void fetch(const Uuid& sourceId, const Entry& entry);

    CloudSession& m_session;
    std::map<Uuid, Listing> m_listings;
    QCache<QString, QImage> m_images; ///< cost in KB
    QSet<QString> m_coming;
    QSet<QString> m_failed;
};

} // namespace cutaway::ui
