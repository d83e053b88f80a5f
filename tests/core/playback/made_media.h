#pragma once

#include "core/playback/media_access.h"

#include <atomic>
#include <functional>
#include <map>
#include <mutex>

/// Media made for the test, in Objects of one second as a store holds them: 480x270 pictures that carry frame
/// ids (source number, absolute frame) and a ramp of samples. Faults can be switched on while it is used.
class MadeMedia final : public cutaway::playback::MediaAccess {
public:
    struct Made {
        cutaway::playback::PlayableSource source;
        std::uint32_t number = 0;
        std::map<std::string, std::shared_ptr<const cutaway::media::ByteBuffer>> objects;
    };

    /// A Source of whole seconds at `rate`, its first frame at `origin`. Aborts the test when encoding fails.
    cutaway::Uuid add(std::uint32_t number, cutaway::FrameRate rate, cutaway::Timestamp origin, int seconds);
    const cutaway::playback::PlayableSource& made(const cutaway::Uuid& id) const {
        return m_sources.at(id).source;
    }
    /// The sample that every channel has at absolute sample `s`.
    static std::int32_t ramp(std::int64_t s) { return static_cast<std::int32_t>((s % 100000) * 256); }

    /// What is recorded by add(): the value of both channels at an absolute sample.
    std::function<std::int32_t(std::int64_t)> recorded = ramp;
    /// The sounds that add() makes, by their channels.
    std::vector<int> sounds{2};
    /// What channel `channel` of sound `member` has at sample `s`: that of the first sound, elsewhere in
    /// time.
    static std::int64_t shifted(int member, int channel, std::int64_t s) {
        return member == 1 ? s : s + 1000 * member + 100 * channel;
    }

    std::atomic<bool> away{false}; ///< the cloud does not answer
    std::atomic<int> fetched{0};   ///< Objects fetched
    std::atomic<int> refreshed{0};

    cutaway::Result<cutaway::playback::PlayableSource> source(const cutaway::Uuid& id,
                                                              std::stop_token) override;
    cutaway::Result<cutaway::playback::ObjectSpan>
    pictureSpan(const cutaway::playback::PlayableSource& source, const cutaway::Uuid&, std::int64_t unit,
                std::stop_token) override;
    cutaway::Result<cutaway::playback::ObjectSpan> soundSpan(const cutaway::playback::PlayableSource& source,
                                                             const cutaway::Uuid&, std::int64_t unit,
                                                             std::stop_token) override;
    void refresh() override { ++refreshed; }
    cutaway::Result<std::shared_ptr<const cutaway::media::ByteBuffer>>
    object(const cutaway::playback::ObjectSpan& span, std::stop_token) override;

private:
    static cutaway::Result<cutaway::playback::ObjectSpan>
    spanAt(const cutaway::playback::PlayableSource& source, std::int64_t unit, int sound);
    std::map<cutaway::Uuid, Made> m_sources;
};
