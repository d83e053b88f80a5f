#pragma once

#include "core/playback/media_access.h"
#include "core/tams/source_view.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cutaway::playback {

/// One Segment as a listing names it.
struct ListedSegment {
    tams::Segment segment; ///< with the one address that needs our token
    std::shared_ptr<const media::PictureLayout> layout;
};

/// What is listed of one Flow: all that there is within `range`.
struct ListedFlow {
    TimeRange range;
    std::vector<ListedSegment> segments; ///< by time
};

/// Bytes of an Object that came unasked, with a listing.
struct EarlyBytes {
    std::string objectId;
    std::vector<ObjectPart> parts;
};

/// What our own cloud tells a player in one answer (docs/api.md, "Playback"); other stores have no such
/// thing.
struct MediaListing {
    std::optional<tams::SourceView> source; ///< absent when only a time range was asked for
    std::map<Uuid, ListedFlow> flows;
    std::optional<EarlyBytes> firstPicture;
    std::string text; ///< as it came, without `firstPicture`
};

/// Reads such an answer. Corrupt, or InvalidInput, when it is none.
Result<MediaListing> readListing(std::string text);

/// The angle that `id` belongs to, and its Segments around an absolute frame (or from its start).
Result<MediaListing> listSource(tams::HttpClient& http, const Uuid& id, std::optional<std::int64_t> frame,
                                const std::stop_token& stop);
/// Its Segments within `range`. Not urgent: for what will be wanted later.
Result<MediaListing> listRange(tams::HttpClient& http, const Uuid& id, const TimeRange& range, bool urgent,
                               const std::stop_token& stop);

} // namespace cutaway::playback
