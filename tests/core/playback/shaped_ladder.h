#pragma once

#include "core/media/frame_id.h"
#include "core/media/media_writer.h"
#include "core/playback/link_meter.h"
#include "hand_player.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <random>

// One angle with both rungs behind a link whose bytes come as a test's own clock goes on.
namespace cutaway::playback {

/// Objects of one second at 25p, 540p and 270p, of pictures that are hard to compress and carry their
/// numbers.
class ShapedLadder final : public MediaAccess {
public:
    static constexpr std::int64_t perObject = 25;
    using Objects = std::vector<std::shared_ptr<const media::ByteBuffer>>;

    ShapedLadder(const HandClock& clock, int seconds)
        : m_clock(clock) {
        m_source.sourceId = Uuid::random();
        m_source.name = "CAM 1";
        m_source.clock = {{36000, 0}, {25, 1}};
        m_source.firstFrame = m_source.clock.originUnit();
        m_source.frameCount = seconds * perObject;
        const std::array settings{media::editProxy({25, 1}, media::Colour::hlg()),
                                  media::slowLinkRung({25, 1}, media::Colour::hlg())};
        for (std::size_t rung = 0; rung < settings.size(); ++rung) {
            m_source.rungs.push_back({Uuid::random(), settings[rung].width, settings[rung].height});
            for (int n = 0; n < seconds; ++n) {
                m_objects[rung].push_back(make(settings[rung], m_source.firstFrame + n * perObject));
                m_layouts[rung].push_back(std::make_shared<const media::PictureLayout>(
                    media::readPictureLayout(media::memorySource(m_objects[rung].back())).value()));
            }
        }
    }

    const PlayableSource& made() const { return m_source; }
    /// Bits per second of a rung, 0 the large one.
    std::int64_t bitsOf(std::size_t rung) const {
        std::int64_t bytes = 0;
        for (const auto& object : m_objects[rung])
            bytes += static_cast<std::int64_t>(object->size());
        return bytes * 8 / static_cast<std::int64_t>(m_objects[rung].size());
    }
    void setLink(std::int64_t bitsPerSecond) { m_bits = bitsPerSecond; }
    /// Bytes that have come of a rung.
    std::int64_t carried(std::size_t rung) const { return m_carried[rung]; }
    void setMeasured(bool measured) { m_measured = measured; }

    /// What comes over the link in the `time` that has just gone by. The test's thread.
    void deliver(std::chrono::nanoseconds time) {
        m_credit += mulDivFloor(m_bits, time.count(), 8'000'000'000);
        while (m_credit > 0) {
            const auto part = next();
            if (!part) {
                m_credit = 0; // what is not used is gone
                return;
            }
            if (part->stop.stop_requested()) {
                finish(*part, Error{ErrorCategory::Cancelled, "Stopped.", {}});
                continue;
            }
            const std::int64_t count = std::min(m_credit, part->stretch.end - part->at);
            m_credit -= count;
            m_carried[part->rung] += count;
            if (!std::exchange(part->begun, true))
                m_meter.began(m_clock.now());
            else
                m_meter.arrived(count, m_clock.now());
            const auto bytes =
                std::span(*m_objects[part->rung][part->object])
                    .subspan(static_cast<std::size_t>(part->at), static_cast<std::size_t>(count));
            part->at += count;
            part->callbacks.arrived(bytes);
            if (part->at >= part->stretch.end)
                finish(*part, std::nullopt);
        }
    }

    Result<PlayableSource> source(const Uuid&, std::stop_token) override { return m_source; }
    Result<ObjectSpan> pictureSpan(const PlayableSource&, const Uuid& flow, std::int64_t unit,
                                   std::stop_token) override {
        const std::int64_t n = (unit - m_source.firstFrame) / perObject;
        const std::size_t rung = flow == m_source.rungs[0].flowId ? 0 : 1;
        if (unit < m_source.firstFrame || n >= static_cast<std::int64_t>(m_objects[rung].size()))
            return Error{ErrorCategory::NotFound, "Nothing here.", {}};
        return ObjectSpan{std::to_string(rung) + "/" + std::to_string(n), m_source.firstFrame + n * perObject,
                          perObject, 0, m_layouts[rung][static_cast<std::size_t>(n)]};
    }
    Result<ObjectSpan> soundSpan(const PlayableSource&, const Uuid&, std::int64_t, std::stop_token) override {
        return Error{ErrorCategory::NotFound, "No sound.", {}};
    }
    void refresh() override {}
    Result<std::shared_ptr<const media::ByteBuffer>> object(const ObjectSpan& span,
                                                            std::stop_token) override {
        return Error{ErrorCategory::NotFound, "Only in parts.", span.objectId};
    }
    void startPart(const ObjectSpan& span, const Stretch& part, bool urgent, std::stop_token stop,
                   PartCallbacks callbacks) override {
        auto coming = std::make_shared<Part>();
        coming->rung = span.objectId[0] == '0' ? 0 : 1;
        coming->object = static_cast<std::size_t>(std::stoi(span.objectId.substr(2)));
        coming->stretch = part;
        coming->at = part.first;
        coming->due = m_clock.now() + std::chrono::milliseconds(40);
        coming->stop = std::move(stop);
        coming->callbacks = std::move(callbacks);
        const std::lock_guard lock(m_mutex);
        urgent ? m_parts.push_front(std::move(coming)) : m_parts.push_back(std::move(coming));
    }
    std::optional<std::int64_t> linkBits() const override {
        return m_measured ? m_meter.bitsPerSecond(m_clock.now()) : std::nullopt;
    }

private:
    struct Part {
        std::size_t rung = 0;
        std::size_t object = 0;
        Stretch stretch;
        std::int64_t at = 0;
        Clock::TimePoint due; ///< its first byte, after the round trip
        std::stop_token stop;
        PartCallbacks callbacks;
        bool begun = false;
    };

    static std::shared_ptr<const media::ByteBuffer> make(const media::VideoEncodeSettings& video,
                                                         std::int64_t first) {
        media::WriterSettings settings;
        settings.video = video;
        settings.video->preset = "ultrafast";
        auto writer = std::move(media::MediaWriter::toMemory(settings)).value();
        std::mt19937 random(static_cast<unsigned>(first));
        for (std::int64_t i = 0; i < perObject; ++i) {
            auto frame = media::allocateFrame(video.width, video.height, video.format, media::Colour::hlg());
            for (std::size_t plane = 0; plane < 3; ++plane) {
                const int rows = plane == 0 ? video.height : (video.height + 1) / 2;
                const std::ptrdiff_t samples = frame.frame.strides[plane] / 2 * rows;
                for (std::ptrdiff_t j = 0; j < samples; ++j) {
                    const auto code = static_cast<std::uint16_t>(
                        plane == 0 ? 300 + (j * 3 + i * 40) % 300 + static_cast<std::ptrdiff_t>(random() % 60)
                                   : 512);
                    std::memcpy(frame.planes[plane] + j * 2, &code, 2);
                }
            }
            media::drawFrameId(frame, {1, static_cast<std::uint32_t>(first + i)});
            if (!writer.write(*frame.share()))
                qFatal("The picture could not be written.");
        }
        if (!writer.finish())
            qFatal("The Object could not be written.");
        return std::make_shared<const media::ByteBuffer>(writer.takeBytes());
    }

    std::shared_ptr<Part> next() {
        const std::lock_guard lock(m_mutex);
        for (const auto& part : m_parts)
            if (part->due <= m_clock.now() || part->stop.stop_requested())
                return part;
        return nullptr;
    }
    void finish(Part& part, std::optional<Error> error) {
        {
            const std::lock_guard lock(m_mutex);
            std::erase_if(m_parts, [&](const auto& each) { return each.get() == &part; });
        }
        if (part.begun)
            m_meter.ended(m_clock.now());
        part.callbacks.ended(std::move(error));
    }

    const HandClock& m_clock;
    PlayableSource m_source;
    std::array<Objects, 2> m_objects;
    std::array<std::vector<std::shared_ptr<const media::PictureLayout>>, 2> m_layouts;
    std::mutex m_mutex;
    std::deque<std::shared_ptr<Part>> m_parts; ///< under m_mutex
    std::atomic<bool> m_measured{true};
    LinkMeter m_meter;

    // The test's thread only.
    std::int64_t m_bits = 0;
    std::int64_t m_credit = 0; ///< bytes
    std::array<std::int64_t, 2> m_carried{};
};

} // namespace cutaway::playback
