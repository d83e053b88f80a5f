#include "ui/cut/timeline_media.h"

namespace cutaway::ui {

TimelineThumbnails::TimelineThumbnails(SessionLink& link, ThumbnailStore& store, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_store(store) {
    connect(&m_store, &ThumbnailStore::arrived, this, [this] {
        if (m_arrived)
            m_arrived();
    });
}

QImage TimelineThumbnails::thumbnail(const Uuid& source, std::int64_t absoluteFrame) {
    if (!m_link.isOpen())
        return {};
    const auto known = m_link.session().sources().find(source);
    if (known == m_link.session().sources().end())
        return {};
    return m_store.at(source, known->second.clock.timeOf(absoluteFrame));
}

} // namespace cutaway::ui
