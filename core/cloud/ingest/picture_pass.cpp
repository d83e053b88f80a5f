#include "core/cloud/ingest/picture_pass.h"

#include "core/cloud/ingest/flow_writer.h"
#include "core/media/decoder.h"
#include "core/media/jpeg.h"
#include "core/media/media_writer.h"
#include "core/media/scale.h"

#include <chrono>

namespace cutaway::cloud {

namespace {

constexpr int thumbnailQuality = 80;
constexpr std::int64_t proxyRate = 1'950'000; // at most 2 Mb/s with its container
constexpr std::int64_t rungRate = 600'000;
constexpr auto format = media::PixelFormat::Yuv420p10;

/// One Flow of small pictures: a writer per second, whose file becomes an Object.
class SmallPictures {
public:
    SmallPictures(FlowWriter flow, const IngestPlan& plan, PictureSize size, std::int64_t maxRate)
        : m_flow(std::move(flow))
        , m_plan(plan)
        , m_size(size) {
        m_settings.video =
            media::h264Proxy(size.width, size.height, plan.clock.rate, plan.video().colour, maxRate);
        m_settings.video->format = format;
    }

    bool has(std::int64_t first, std::int64_t count) const {
        return m_flow.has(m_plan.rangeOfFrames(first, count));
    }

    /// The picture as this Flow shows it; also what a smaller one is made of.
    Result<media::VideoFramePtr> shrink(const media::VideoFramePtr& frame) const {
        return media::scale(frame, m_size.width, m_size.height, format, media::ScaleQuality::Good);
    }
    Result<void> add(const media::VideoFrame& frame) {
        if (!m_writer) {
            CUTAWAY_TRY(m_writer, media::MediaWriter::toMemory(m_settings));
        }
        return m_writer->write(frame);
    }
    Result<void> endObject(std::int64_t first, std::int64_t count, std::stop_token stop) {
        if (!m_writer)
            return {};
        CUTAWAY_CHECK(m_writer->finish());
        const media::ByteBuffer bytes = m_writer->takeBytes();
        m_writer.reset();
        const std::int64_t gop = m_settings.video->gop;
        const auto keyFrames = static_cast<int>((count + gop - 1) / gop);
        CUTAWAY_CHECK(m_flow.write(m_plan.rangeOfFrames(first, count), bytes, keyFrames, stop));
        return m_flow.flush(stop);
    }
    Result<void> close(std::stop_token stop) { return m_flow.close(stop); }

private:
    FlowWriter m_flow;
    const IngestPlan& m_plan;
    PictureSize m_size;
    media::WriterSettings m_settings;
    std::optional<media::MediaWriter> m_writer;
};

/// The whole pass over one file.
class PicturePass {
public:
    PicturePass(const IngestPlan& plan, const LivePace* pace, SmallPictures proxy,
                std::optional<SmallPictures> rung, FlowWriter thumbnails)
        : m_plan(plan)
        , m_pace(pace)
        , m_proxy(std::move(proxy))
        , m_rung(std::move(rung))
        , m_thumbnails(std::move(thumbnails)) {}

    /// First frame of the first second that is not whole.
    std::int64_t firstMissing() const {
        std::int64_t first = 0;
        while (first < m_plan.video().frames && isWhole(first))
            first += m_plan.framesPerObject;
        return std::min(first, m_plan.video().frames);
    }

    Result<void> take(std::int64_t index, const media::VideoFramePtr& frame, std::stop_token stop) {
        const std::int64_t perObject = m_plan.framesPerObject;
        const std::int64_t first = index / perObject * perObject;
        const std::int64_t count = std::min(perObject, m_plan.video().frames - first);
        CUTAWAY_TRY(const media::VideoFramePtr small, m_proxy.shrink(frame));
        if (!m_proxy.has(first, count))
            CUTAWAY_CHECK(m_proxy.add(*small));
        if (m_rung && !m_rung->has(first, count)) {
            CUTAWAY_TRY(const media::VideoFramePtr smaller, m_rung->shrink(small));
            CUTAWAY_CHECK(m_rung->add(*smaller));
        }
        if (index % m_plan.framesPerThumbnail == 0)
            CUTAWAY_CHECK(addThumbnail(index, small, stop));
        if (index + 1 == first + count) {
            if (m_pace)
                CUTAWAY_CHECK(m_pace->waitFor(durationOfUnits(index + 1, m_plan.clock.rate), stop));
            CUTAWAY_CHECK(m_proxy.endObject(first, count, stop));
            if (m_rung)
                CUTAWAY_CHECK(m_rung->endObject(first, count, stop));
            CUTAWAY_CHECK(m_thumbnails.flush(stop));
        }
        return {};
    }

    Result<void> close(std::stop_token stop) {
        CUTAWAY_CHECK(m_proxy.close(stop));
        if (m_rung)
            CUTAWAY_CHECK(m_rung->close(stop));
        return m_thumbnails.close(stop);
    }

private:
    TimeRange thumbnailRange(std::int64_t index) const {
        return m_plan.rangeOfFrames(index,
                                    std::min(m_plan.framesPerThumbnail, m_plan.video().frames - index));
    }
    bool isWhole(std::int64_t first) const {
        const std::int64_t count = std::min(m_plan.framesPerObject, m_plan.video().frames - first);
        bool whole = m_proxy.has(first, count) && (!m_rung || m_rung->has(first, count));
        const std::int64_t step = m_plan.framesPerThumbnail;
        for (std::int64_t i = (first + step - 1) / step * step; whole && i < first + count; i += step)
            whole = m_thumbnails.has(thumbnailRange(i));
        return whole;
    }
    Result<void> addThumbnail(std::int64_t index, const media::VideoFramePtr& frame, std::stop_token stop) {
        const TimeRange range = thumbnailRange(index);
        if (m_thumbnails.has(range))
            return {};
        CUTAWAY_TRY(const media::ByteBuffer jpeg,
                    media::encodeJpeg(frame, m_plan.thumbnail.width, thumbnailQuality));
        return m_thumbnails.write(range, jpeg, {}, stop);
    }

    const IngestPlan& m_plan;
    const LivePace* const m_pace; ///< null: as fast as it goes
    SmallPictures m_proxy;
    std::optional<SmallPictures> m_rung;
    FlowWriter m_thumbnails;
};

/// Percent and time left, from how long the frames so far have taken.
class Pace {
public:
    Pace(std::int64_t first, std::int64_t end, PercentSpan percent)
        : m_first(first)
        , m_end(end)
        , m_percent(percent) {}
    WorkProgress at(std::int64_t done) const {
        using Clock = std::chrono::steady_clock;
        const auto spent =
            std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_began).count();
        WorkProgress progress{"pictures", 0, {}, false};
        progress.percent = m_percent.from + (m_percent.to - m_percent.from) * static_cast<double>(done) /
                                                static_cast<double>(m_end);
        if (done > m_first)
            progress.secondsLeft = spent * (m_end - done) / (done - m_first) / 1000;
        return progress;
    }

private:
    const std::int64_t m_first;
    const std::int64_t m_end;
    const PercentSpan m_percent;
    const std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

} // namespace

Result<void> runPicturePass(const tams::TamsClient& client, const media::ByteSourcePtr& file,
                            const IngestPlan& plan, const PlannedFlows& flows, PercentSpan percent,
                            const LivePace* live, ProgressReporter& progress, std::stop_token stop) {
    CUTAWAY_TRY(FlowWriter proxy, FlowWriter::open(client, flows.named("proxy"), stop));
    CUTAWAY_TRY(FlowWriter thumbnails, FlowWriter::open(client, flows.named("thumbnails"), stop));
    std::optional<SmallPictures> rung;
    if (plan.hasRung()) {
        CUTAWAY_TRY(FlowWriter flow, FlowWriter::open(client, flows.named("low"), stop));
        rung.emplace(std::move(flow), plan, plan.rung, rungRate);
    }
    PicturePass pass(plan, live, SmallPictures(std::move(proxy), plan, plan.proxy, proxyRate),
                     std::move(rung), std::move(thumbnails));
    const std::int64_t first = pass.firstMissing();
    const std::int64_t frames = plan.video().frames;
    if (first < frames) {
        CUTAWAY_TRY(media::VideoDecoder decoder, media::VideoDecoder::open(file, {0}));
        const Pace pace(first, frames, percent);
        Result<void> taken;
        const auto onFrame = [&](std::int64_t index, const media::VideoFramePtr& frame) {
            taken = pass.take(index, frame, stop);
            WorkProgress now = pace.at(index + 1);
            now.playable = taken && index + 1 == std::min(first + plan.framesPerObject, frames);
            progress.report(std::move(now));
            return taken.ok();
        };
        const Result<void> decoded = decoder.decodeRange(first, frames - first, onFrame, stop);
        if (!taken)
            return taken.error();
        if (!decoded)
            return decoded.error();
    }
    return pass.close(stop);
}

} // namespace cutaway::cloud
