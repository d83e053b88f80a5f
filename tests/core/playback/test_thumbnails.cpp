#include "core/media/jpeg.h"
#include "core/playback/player.h"
#include "core/playback/thumbnails.h"
#include "tests/core/playback/made_media.h"
#include "tests/core/playback/passing_media.h"

#include <QTest>

#include <condition_variable>
#include <set>

using namespace cutaway;
using namespace cutaway::playback;

namespace {

constexpr int patience = 60'000;

/// Thumbnail n is grey of level n % 200 + 20.
media::ByteBuffer grey(std::int64_t n) {
    media::RgbImage image{48, 27, {}};
    image.rgba.assign(48 * 27 * 4, static_cast<std::uint8_t>(n % 200 + 20));
    return *media::encodeJpeg(image, 95);
}

int lumaOf(const media::VideoFrame& picture) {
    return picture.planes[0][picture.strides[0] * (picture.height / 2) + picture.width / 2];
}

/// Video range luma of a grey level.
int expectedLuma(std::int64_t n) {
    return 16 + static_cast<int>((n % 200 + 20) * 219 / 255);
}

/// A thumbnail at every `step` frames from `first` on; Objects may be held back.
class SmallPictures final : public PassingMedia {
public:
    using PassingMedia::PassingMedia;

    std::int64_t first = 0;
    std::int64_t step = 25;
    std::size_t count = 0;
    std::size_t bytesEach = 0; ///< 0: real JPEGs
    std::atomic<bool> withheld{false};
    std::atomic<int> missing{-1};

    std::vector<std::int64_t> asked() const {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    Result<std::vector<ThumbnailRef>> thumbnails(const Uuid&, std::stop_token) override {
        std::vector<ThumbnailRef> refs;
        for (std::size_t n = 0; n < count; ++n)
            refs.push_back({first + static_cast<std::int64_t>(n) * step, std::to_string(n)});
        return refs;
    }
    Result<media::ByteBuffer> thumbnail(const ThumbnailRef& ref, std::stop_token) override {
        const std::int64_t n = (ref.frame - first) / step;
        {
            const std::lock_guard lock(m_mutex);
            m_asked.push_back(n);
        }
        if (n == missing)
            return Error{ErrorCategory::NotFound, "gone", {}};
        return bytesEach ? media::ByteBuffer(bytesEach) : grey(n);
    }

    Result<std::shared_ptr<const media::ByteBuffer>> object(const ObjectSpan& span,
                                                            std::stop_token stop) override {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return !withheld; }))
                return Error{ErrorCategory::Cancelled, "Stopped.", {}};
        }
        return PassingMedia::object(span, stop);
    }
    void release() {
        const std::lock_guard lock(m_mutex);
        withheld = false;
        m_changed.notify_all();
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<std::int64_t> m_asked;
};

} // namespace

class TestThumbnails : public QObject {
    Q_OBJECT

    MadeMedia m_made;

private Q_SLOTS:
    void theyComeFromFarBetweenToClose() {
        SmallPictures access(m_made);
        access.count = 200;
        Thumbnails thumbnails(access);
        const Uuid source = Uuid::random();
        QVERIFY(!thumbnails.nearest(source, 0));
        thumbnails.want(source);
        QTRY_VERIFY_WITH_TIMEOUT(thumbnails.complete(source), patience);
        const auto asked = access.asked();
        QCOMPARE(asked.size(), std::size_t{200}); // each once
        QCOMPARE(std::set<std::int64_t>(asked.begin(), asked.end()).size(), std::size_t{200});
        QCOMPARE(std::vector<std::int64_t>(asked.begin(), asked.begin() + 6),
                 (std::vector<std::int64_t>{0, 64, 128, 192, 32, 96}));
        for (const std::int64_t frame : {-100, 0, 12, 13, 1000, 4975, 9000}) {
            const auto found = thumbnails.nearest(source, frame);
            QVERIFY(found);
            const std::int64_t n = std::clamp<std::int64_t>((frame + 12) / 25, 0, 199);
            QCOMPARE(found->frame, n * 25);
            const auto picture = found->decode();
            QVERIFY(picture && picture->width == 48 && picture->height == 26);
            QVERIFY(std::abs(lumaOf(*picture) - expectedLuma(n)) <= 2);
            QVERIFY(std::abs(picture->planes[1][0] - 128) <= 1 && std::abs(picture->planes[2][0] - 128) <= 1);
        }
        QVERIFY(!thumbnails.nearest(Uuid::random(), 0));
    }

    void aLongSourceIsThinnedOutAndAMissingOneLeftOut() {
        SmallPictures access(m_made);
        access.count = 7200;
        access.missing = 12;
        access.bytesEach = 10;
        Thumbnails thumbnails(access);
        const Uuid source = Uuid::random();
        thumbnails.want(source);
        QTRY_VERIFY_WITH_TIMEOUT(thumbnails.complete(source), patience);
        QCOMPARE(access.asked().size(), Thumbnails::perSource);
        QVERIFY(thumbnails.nearest(source, 12 * 25)->frame != 12 * 25);
        QVERIFY(!thumbnails.nearest(source, 0)->decode()); // no JPEG
    }

    void memoryIsBounded() {
        SmallPictures access(m_made);
        access.count = 20;
        access.bytesEach = 1 << 20;
        Thumbnails thumbnails(access);
        const Uuid first = Uuid::random();
        const Uuid second = Uuid::random();
        thumbnails.want(first);
        QTRY_VERIFY_WITH_TIMEOUT(thumbnails.complete(first), patience);
        thumbnails.want(second);
        QTRY_VERIFY_WITH_TIMEOUT(thumbnails.complete(second), patience);
        QVERIFY(thumbnails.nearest(second, 0) && !thumbnails.nearest(first, 0));
    }

    void aSeekShowsTheThumbnailOfTheMomentMarkedAsSuch() {
        constexpr int seconds = 12;
        const Uuid id = m_made.add(3, {50, 1}, {36000, 0}, seconds);
        const PlayableSource& source = m_made.made(id);
        SmallPictures access(m_made);
        access.first = source.firstFrame;
        access.count = seconds * 2;

        std::mutex mutex;
        std::vector<PresentedPicture> shown;
        const auto last = [&]() -> PresentedPicture {
            const std::lock_guard lock(mutex);
            return shown.empty() ? PresentedPicture{} : shown.back();
        };
        const std::shared_ptr<MediaAccess> shared(&access, [](MediaAccess*) {});
        Player player(shared, nullptr,
                      {[&](const PresentedPicture& picture) {
                           const std::lock_guard lock(mutex);
                           shown.push_back(picture);
                       },
                       nullptr},
                      {});
        timeline::Sequence sequence = timeline::emptySequence("s", {50, 1}, false);
        timeline::Clip clip;
        clip.id = Uuid::random();
        clip.media.sourceId = id;
        clip.mediaRate = {50, 1};
        clip.in = source.firstFrame;
        clip.duration = seconds * 50;
        timeline::Track track = *sequence.tracks[0];
        track.items = {timeline::Item::of(clip)};
        sequence.tracks[0] = std::make_shared<const timeline::Track>(track);
        player.setSequence(std::make_shared<const timeline::Sequence>(sequence));
        player.seek(0);
        QTRY_VERIFY_WITH_TIMEOUT(last().exact, patience);
        QTRY_COMPARE_WITH_TIMEOUT(access.asked().size(), access.count, patience); // they come at rest
        access.withheld = true;
        player.seek(510);
        QTRY_VERIFY_WITH_TIMEOUT(last().frame == 510 && last().picture, patience);
        const PresentedPicture standIn = last();
        QVERIFY(!standIn.exact && !standIn.best);
        QCOMPARE(standIn.rungHeight, 26);
        QVERIFY(std::abs(lumaOf(*standIn.picture) - expectedLuma(20)) <= 2); // of frame 500
        access.release();
        QTRY_VERIFY_WITH_TIMEOUT(last().frame == 510 && last().exact, patience);
        QCOMPARE(last().picture->height, 270);
    }
};

QTEST_GUILESS_MAIN(TestThumbnails)
#include "test_thumbnails.moc"
