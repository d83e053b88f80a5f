#pragma once

#include "ui/session/thumbnail_store.h"
#include "ui/timeline/media_providers.h"
#include "ui/timeline/session_link.h"

#include <functional>

namespace cutaway::ui {

/// The timeline's small pictures, from the store that the cards use.
class TimelineThumbnails final : public QObject, public ThumbnailProvider {
public:
    TimelineThumbnails(SessionLink& link, ThumbnailStore& store, QObject* parent = nullptr);

    QImage thumbnail(const Uuid& source, std::int64_t absoluteFrame) override;
    void onArrived(std::function<void()> callback) override { m_arrived = std::move(callback); }

private:
    SessionLink& m_link;
    ThumbnailStore& m_store;
    std::function<void()> m_arrived;
};

} // namespace cutaway::ui
