#include "tests/core/scopes/charts.h"

#include "core/scopes/scope_worker.h"

#include <QTest>

#include <semaphore>

using namespace cutaway;
using namespace cutaway::scopes;

namespace {

/// A picture that is told apart by its width.
media::VideoFramePtr numbered(int number) {
    return chart(16 + 2 * number, 16, media::PixelFormat::Yuv420p8, media::Colour::sdr(), [](int, int) {
        return Codes{100, 128, 128};
    });
}

} // namespace

class TestScopeWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestPictureWinsAndNobodyWaits() {
        std::counting_semaphore<> begun(0), goOn(0);
        std::vector<int> seen;
        {
            ScopeWorker worker([&](const std::shared_ptr<const Trace>& trace) {
                seen.push_back((trace->width - 16) / 2);
                begun.release();
                goOn.acquire();
            });
            worker.submit(numbered(0), Kind::Waveform, true);
            begun.acquire();
            // The worker is held up; a hundred pictures are taken nevertheless, and the last one is kept.
            for (int i = 1; i <= 100; ++i)
                worker.submit(numbered(i), Kind::Histogram, true);
            goOn.release();
            begun.acquire();
            // And what was taken back is not looked at.
            worker.submit(numbered(7), Kind::Waveform, false);
            worker.submit(nullptr, Kind::Waveform, false);
            worker.submit(numbered(8), Kind::Waveform, false);
            goOn.release();
            begun.acquire();
            goOn.release();
        }
        QCOMPARE(seen, (std::vector<int>{0, 100, 8}));
    }
    void picturesAreGivenBack() {
        std::counting_semaphore<> done(0);
        ScopeWorker worker([&](const std::shared_ptr<const Trace>&) { done.release(); });
        auto picture = numbered(1);
        const std::weak_ptr<const media::VideoFrame> watched = picture;
        worker.submit(std::move(picture), Kind::Parade, false);
        done.acquire();
        QTRY_VERIFY(watched.expired());
    }
    void itEndsWithPicturesWaiting() {
        for (int i = 0; i < 50; ++i) {
            ScopeWorker worker([](const std::shared_ptr<const Trace>&) {});
            worker.submit(numbered(i), Kind::Vectorscope, true);
            worker.submit(numbered(i), Kind::Vectorscope, true);
        }
    }
};

QTEST_APPLESS_MAIN(TestScopeWorker)
#include "test_scope_worker.moc"
