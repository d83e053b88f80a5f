#pragma once

#include "app/bench/playback_media.h"
#include "core/base/process.h"
#include "core/base/uuid.h"
#include "core/tams/http.h"

#include <optional>

namespace cutaway::bench {

/// A cutaway-cloud of its own that holds the benchmark's media: one angle of `minutes` distinct minutes (the
/// same pictures under other Objects), and the other player's file.
class PlaybackStore {
public:
    /// `folder` must exist and be empty; `binaries` is where our programs are.
    static Result<PlaybackStore> start(const std::filesystem::path& folder, const std::string& binaries,
                                       const PlaybackMedia& media, int minutes);

    const Uuid& source() const { return m_source; }
    /// One more angle of distinct Objects, the media `repeats` times over; its Source. Its sound is a tone.
    Result<Uuid> addAngle(const PlaybackMedia& media, int repeats, bool withSound = false) const;
    /// An angle that grows and has nothing yet.
    struct LiveAngle {
        Uuid source;
        Uuid proxy; ///< Flows
        Uuid low;
    };
    Result<LiveAngle> addLiveAngle(const PlaybackMedia& media) const;
    /// Registers its Object number `n`, from 0, of both rungs: they can be played when it returns.
    Result<void> addPiece(const LiveAngle& angle, const PlaybackMedia& media, int n) const;
    std::uint16_t port() const { return m_port; }
    /// The store as seen through a relay that listens on `port`.
    tams::Connection connection(std::uint16_t port) const;
    /// Where the other player's file of one minute, and of all minutes, is served without a token.
    std::string peerMinuteUrl(std::uint16_t port) const;
    std::string peerWholeUrl(std::uint16_t port) const;

private:
    explicit PlaybackStore(ChildProcess server)
        : m_server(std::move(server)) {}
    Result<void> fill(const PlaybackMedia& media, int minutes, const std::filesystem::path& folder);

    ChildProcess m_server;
    std::uint16_t m_port = 0;
    Uuid m_source;
    std::string m_minute; ///< signed paths
    std::string m_whole;
};

} // namespace cutaway::bench
