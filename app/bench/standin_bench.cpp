#include "app/bench/standin_bench.h"

#include "app/bench/home_link.h"
#include "app/bench/playback_screen.h"
#include "core/media/colour_convert.h"
#include "core/playback/thumbnails.h"
#include "core/tams/client.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <condition_variable>

namespace cutaway::bench {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr double p95Allowed = 16;
constexpr int screenWidth = 960;
constexpr int screenHeight = 540;

/// The store, with a count of the thumbnails that have come.
class CountedThumbnails final : public playback::MediaAccess {
public:
    explicit CountedThumbnails(std::shared_ptr<playback::MediaAccess> access)
        : m_access(std::move(access)) {}

    /// False when they are not all in after a while.
    bool wait(std::size_t count) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 180s, [&] { return m_came >= count; });
    }

    Result<playback::PlayableSource> source(const Uuid& id, std::stop_token stop) override {
        return m_access->source(id, std::move(stop));
    }
    Result<playback::PlayableSource> sourceNear(const Uuid& id, std::int64_t frame,
                                                std::stop_token stop) override {
        return m_access->sourceNear(id, frame, std::move(stop));
    }
    Result<playback::ObjectSpan> pictureSpan(const playback::PlayableSource& source, const Uuid& flow,
                                             std::int64_t unit, std::stop_token stop) override {
        return m_access->pictureSpan(source, flow, unit, std::move(stop));
    }
    Result<playback::ObjectSpan> soundSpan(const playback::PlayableSource& source, const Uuid& flow,
                                           std::int64_t unit, std::stop_token stop) override {
        return m_access->soundSpan(source, flow, unit, std::move(stop));
    }
    void refresh() override { m_access->refresh(); }
    Result<std::shared_ptr<const media::ByteBuffer>> object(const playback::ObjectSpan& span,
                                                            std::stop_token stop) override {
        return m_access->object(span, std::move(stop));
    }
    Result<std::vector<playback::ThumbnailRef>> thumbnails(const Uuid& id, std::stop_token stop) override {
        return m_access->thumbnails(id, std::move(stop));
    }
    Result<media::ByteBuffer> thumbnail(const playback::ThumbnailRef& ref, std::stop_token stop) override {
        auto jpeg = m_access->thumbnail(ref, std::move(stop));
        if (jpeg) {
            const std::lock_guard lock(m_mutex);
            ++m_came;
            m_changed.notify_all();
        }
        return jpeg;
    }
    void startPart(const playback::ObjectSpan& span, const playback::Stretch& part, bool urgent,
                   std::stop_token stop, playback::PartCallbacks callbacks) override {
        m_access->startPart(span, part, urgent, std::move(stop), std::move(callbacks));
    }

private:
    std::shared_ptr<playback::MediaAccess> m_access;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_came = 0;
};

/// As the viewer paints on the processor.
class Paper {
public:
    void paint(const media::VideoFrame& picture) {
        if (m_picture.size() != QSize(picture.width, picture.height))
            m_picture = QImage(picture.width, picture.height, QImage::Format_RGBX8888);
        media::toDisplayRgb(picture, m_picture.bits(), m_picture.bytesPerLine());
        QPainter painter(&m_screen);
        painter.fillRect(m_screen.rect(), Qt::black);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(m_screen.rect()), m_picture);
    }

private:
    QImage m_screen{screenWidth, screenHeight, QImage::Format_RGB32};
    QImage m_picture;
};

} // namespace

Row seekStandIn(const PlaybackStore& store, const std::vector<std::int64_t>& frames) {
    Row row;
    row.work = "seek-standin";
    row.unit = "ms";
    row.required = p95Allowed;
    auto link = HomeLink::start(store.port(), LinkShape{20ms, 10'000'000});
    if (!link) {
        row.note = link.error().message;
        return row;
    }
    const auto access = std::make_shared<CountedThumbnails>(
        std::make_shared<playback::TamsMediaAccess>(std::make_shared<tams::TamsClient>(
            std::make_shared<tams::HttpClient>(store.connection((*link)->port())))));
    PlaybackScreen screen(access);
    const auto all = access->thumbnails(store.source(), {});
    if (!all || all->empty() || !screen.open(store.source(), 0).right ||
        !access->wait(std::min(all->size(), playback::Thumbnails::perSource))) {
        row.note = "the thumbnails did not come";
        return row;
    }
    Paper paper;
    std::vector<double> times;
    std::size_t standIns = 0;
    for (const std::int64_t frame : frames) {
        const auto begin = Clock::now();
        const auto first = screen.seekFirst(frame);
        if (!first.picture) {
            row.note = "no picture came";
            return row;
        }
        paper.paint(*first.picture);
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
        standIns += first.exact ? 0 : 1;
        if (!screen.seek(frame).right) { // the next one begins on a quiet link
            row.note = "the exact picture was missing or wrong";
            return row;
        }
    }
    row.value = row.p95 = percentile95(times);
    row.operations = times.size();
    row.note = "p95; median " + std::to_string(static_cast<int>(median(times))) + " ms, maximum " +
               std::to_string(static_cast<int>(*std::max_element(times.begin(), times.end()))) + " ms; " +
               std::to_string(standIns) + " stand-ins; 40 ms, 10 Mb/s";
    return row;
}

} // namespace cutaway::bench
