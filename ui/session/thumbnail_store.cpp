#include "ui/session/thumbnail_store.h"

#include "core/media/jpeg.h"

#include <algorithm>

namespace cutaway::ui {

namespace {

constexpr int cacheKilobytes = 48 * 1024;
constexpr qint64 listingRest = 5000; // ms: what grows every second is not listed as often

QImage toImage(const media::RgbImage& pixels) {
    return QImage(pixels.rgba.data(), pixels.width, pixels.height, pixels.width * 4, QImage::Format_RGBX8888)
        .copy();
}

} // namespace

ThumbnailStore::ThumbnailStore(CloudSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_images(cacheKilobytes) {
    connect(&session, &CloudSession::opened, this, [this] {
        m_listings.clear();
        m_failed.clear();
        m_coming.clear();
    });
    connect(&session, &CloudSession::reloadNeeded, this, [this] { m_failed.clear(); }); // it was away
    connect(&session, &CloudSession::sourceGrew, this, &ThumbnailStore::forget);
}

void ThumbnailStore::forget(const Uuid& sourceId) {
    const auto found = m_listings.find(sourceId);
    if (found == m_listings.end())
        return;
    found->second.loaded = false;
    found->second.grew = true;
}

ThumbnailStore::Listing& ThumbnailStore::listing(const Uuid& sourceId) {
    Listing& known = m_listings[sourceId];
    const bool rests = known.grew && known.age.isValid() && !known.age.hasExpired(listingRest);
    if (known.loaded || known.loading || rests || sourceId.isNil() || !m_session.tams())
        return known;
    known.loading = true;
    known.grew = false;
    known.age.start();
    m_session.tasks().run(
        this,
        [sources = m_session.sources(), client = m_session.tams(),
         sourceId](std::stop_token stop) -> Result<std::vector<tams::Segment>> {
            CUTAWAY_TRY(const auto view, sources->get(sourceId, stop));
            const tams::FlowView* flow = view.thumbnails();
            if (!flow)
                return std::vector<tams::Segment>{};
            return client->segments(flow->flowId, {}, stop);
        },
        [this, sourceId, client = m_session.tams()](Result<std::vector<tams::Segment>> segments) {
            if (client != m_session.tams())
                return; // another cloud by now
            Listing& into = m_listings[sourceId];
            into.loading = false;
            if (!segments)
                return;
            into.loaded = !into.grew;
            into.entries.clear();
            for (auto& segment : *segments)
                if (segment.timerange.start())
                    into.entries.push_back({segment.timerange.start()->at,
                                            QString::fromStdString(segment.objectId),
                                            std::move(segment.getUrls)});
            std::sort(into.entries.begin(), into.entries.end(),
                      [](const Entry& a, const Entry& b) { return a.time < b.time; });
            Q_EMIT arrived(sourceId);
        });
    return known;
}

QImage ThumbnailStore::at(const Uuid& sourceId, const Timestamp& time) {
    const Listing& list = listing(sourceId);
    if (list.entries.empty())
        return {};
    const auto after =
        std::upper_bound(list.entries.begin(), list.entries.end(), time,
                         [](const Timestamp& t, const Entry& entry) { return t < entry.time; });
    const auto index = after == list.entries.begin() ? 0 : after - list.entries.begin() - 1;
    return image(sourceId, list, static_cast<std::size_t>(index));
}

QImage ThumbnailStore::atPart(const Uuid& sourceId, int permille) {
    const Listing& list = listing(sourceId);
    if (list.entries.empty())
        return {};
    const auto index = static_cast<std::size_t>(std::clamp(permille, 0, 999)) * list.entries.size() / 1000;
    return image(sourceId, list, index);
}

QImage ThumbnailStore::image(const Uuid& sourceId, const Listing& list, std::size_t index) {
    if (const QImage* here = m_images.object(list.entries[index].objectId))
        return *here;
    fetch(sourceId, list.entries[index]);
    // Something always follows the mouse: the nearest one that is here.
    for (std::size_t reach = 1; reach < list.entries.size(); ++reach) {
        if (index >= reach)
            if (const QImage* near = m_images.object(list.entries[index - reach].objectId))
                return *near;
        if (index + reach < list.entries.size())
            if (const QImage* near = m_images.object(list.entries[index + reach].objectId))
                return *near;
    }
    return {};
}

void ThumbnailStore::fetch(const Uuid& sourceId, const Entry& entry) {
    const QString id = entry.objectId;
    if (m_coming.contains(id) || m_failed.contains(id))
        return;
    m_coming << id;
    m_session.tasks().run(
        this,
        [client = m_session.tams(), urls = entry.urls](std::stop_token stop) -> Result<QImage> {
            CUTAWAY_TRY(const auto bytes, client->readObject(urls, stop));
            CUTAWAY_TRY(const auto pixels, media::decodeJpeg(bytes));
            return toImage(pixels);
        },
        [this, sourceId, id](const Result<QImage>& image) {
            m_coming.remove(id);
            if (!image) {
                m_failed << id;
                return;
            }
            m_images.insert(id, new QImage(*image),
                            std::max<int>(1, static_cast<int>(image->sizeInBytes() / 1024)));
            Q_EMIT arrived(sourceId);
        });
}

} // namespace cutaway::ui
