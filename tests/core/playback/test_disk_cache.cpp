#include "core/playback/disk_cache.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <random>

using namespace cutaway;
using namespace cutaway::playback;

namespace fs = std::filesystem;

namespace {

media::ByteBuffer randomBytes(std::size_t size, unsigned seed) {
    std::mt19937 random(seed);
    media::ByteBuffer bytes(size);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(random());
    return bytes;
}

DiskCache::Options options(const QTemporaryDir& folder, bool withKey, std::int64_t maxBytes = 1 << 20) {
    DiskCache::Options options;
    options.folder = folder.path().toStdString();
    options.maxBytes = maxBytes;
    options.store = "store";
    options.user = "anna";
    if (withKey) {
        options.key.emplace();
        options.key->fill(std::byte{42});
    }
    return options;
}

std::vector<fs::path> sealedFiles(const QTemporaryDir& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder.path().toStdString()))
        if (entry.path().extension() == ".sealed")
            files.push_back(entry.path());
    return files;
}

std::string contentOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

class TestDiskCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasKeptComesBackInTheNextRun() {
        const QTemporaryDir folder;
        const auto bytes = randomBytes(10'000, 1);
        {
            auto cache = DiskCache::open(options(folder, true));
            QVERIFY(cache.ok());
            QVERIFY(!(*cache)->get("a"));
            (*cache)->put("a", bytes);
            QVERIFY((*cache)->get("a") == bytes);
        }
        auto cache = DiskCache::open(options(folder, true));
        QVERIFY(cache.ok());
        QVERIFY((*cache)->holds("a") && (*cache)->get("a") == bytes);
        (*cache)->drop("a");
        QVERIFY(!(*cache)->holds("a") && sealedFiles(folder).empty());
        QCOMPARE((*cache)->bytes(), std::int64_t{0});
    }

    void nothingIsReadableOnDiskNorByOthers() {
        const QTemporaryDir folder;
        const std::string secret = "the text of a picture that nobody else may see, not even a part of it";
        const auto bytes = std::as_bytes(std::span(secret));
        {
            auto cache = DiskCache::open(options(folder, true));
            (*cache)->put("object-7", bytes);
        }
        const auto files = sealedFiles(folder);
        QCOMPARE(files.size(), std::size_t{1});
        QVERIFY(contentOf(files[0]).find("picture") == std::string::npos);
        QVERIFY(files[0].string().find("object-7") == std::string::npos);
        auto other = options(folder, true);
        other.user = "ben";
        QVERIFY(!(*DiskCache::open(other))->get("object-7"));
        auto wrongKey = options(folder, true);
        wrongKey.key->fill(std::byte{43});
        QVERIFY(!(*DiskCache::open(wrongKey))->get("object-7")); // and the file is of no use: it goes
        QVERIFY(sealedFiles(folder).empty());
    }

    void oneChangedBitIsFoundOut() {
        for (const std::streamoff at : {0, 5, 12, 500, 1020}) {
            const QTemporaryDir folder;
            auto cache = DiskCache::open(options(folder, true));
            (*cache)->put("a", randomBytes(1000, 2));
            const fs::path path = sealedFiles(folder).at(0);
            std::string content = contentOf(path);
            content[static_cast<std::size_t>(at)] =
                static_cast<char>(content[static_cast<std::size_t>(at)] ^ 1);
            std::ofstream(path, std::ios::binary) << content;
            QVERIFY(!(*cache)->get("a"));
            QVERIFY(!(*cache)->holds("a") && sealedFiles(folder).empty());
            (*cache)->put("a", randomBytes(1000, 2));
            fs::resize_file(sealedFiles(folder).at(0), 20);
            QVERIFY(!(*cache)->get("a"));
        }
    }

    void aSealedFileUnderAnotherNameDoesNotOpen() {
        const QTemporaryDir folder;
        auto cache = DiskCache::open(options(folder, true));
        (*cache)->put("a", randomBytes(1000, 3));
        const fs::path a = sealedFiles(folder).at(0);
        const std::string content = contentOf(a);
        (*cache)->put("b", randomBytes(1000, 4));
        for (const fs::path& path : sealedFiles(folder))
            if (path != a)
                std::ofstream(path, std::ios::binary) << content;
        QVERIFY(!(*cache)->get("b"));
        QVERIFY((*cache)->get("a"));
    }

    void theLeastRecentlyUsedGoesFirstAndTheBoundHolds() {
        const QTemporaryDir folder;
        auto cache = DiskCache::open(options(folder, true, 10 * 1028));
        for (int n = 0; n < 10; ++n)
            (*cache)->put(std::to_string(n), randomBytes(1000, static_cast<unsigned>(n)));
        QCOMPARE((*cache)->bytes(), std::int64_t{10 * 1028});
        QVERIFY((*cache)->get("0")); // used again
        (*cache)->put("10", randomBytes(1000, 10));
        QVERIFY((*cache)->holds("0") && !(*cache)->holds("1") && (*cache)->holds("10"));
        for (int n = 11; n < 200; ++n) {
            (*cache)->put(std::to_string(n), randomBytes(1000, static_cast<unsigned>(n)));
            QVERIFY((*cache)->bytes() <= 10 * 1028);
        }
        QCOMPARE(sealedFiles(folder).size(), std::size_t{10});
        (*cache)->put("huge", randomBytes(20'000, 1));
        QVERIFY(!(*cache)->holds("huge") && sealedFiles(folder).size() == 10);
    }

    void theOrderOfUseAndTheBoundOutliveTheRun() {
        const QTemporaryDir folder;
        {
            auto cache = DiskCache::open(options(folder, true, 10 * 1028));
            for (int n = 0; n < 10; ++n)
                (*cache)->put(std::to_string(n), randomBytes(1000, static_cast<unsigned>(n)));
            for (const char* used : {"4", "0", "7"})
                QVERIFY((*cache)->get(used));
        }
        auto cache = DiskCache::open(options(folder, true, 3 * 1028)); // a smaller one
        QVERIFY(cache.ok());
        std::uintmax_t onDisk = 0;
        for (const fs::path& path : sealedFiles(folder))
            onDisk += fs::file_size(path);
        QCOMPARE(onDisk, std::uintmax_t{3 * 1028});
        QCOMPARE((*cache)->bytes(), std::int64_t{3 * 1028});
        for (const char* used : {"4", "0", "7"})
            QVERIFY((*cache)->get(used));
        (*cache)->put("new", randomBytes(1000, 99));
        QVERIFY(!(*cache)->holds("4") && (*cache)->holds("0") && (*cache)->holds("new"));
    }

    void oneProcessOwnsTheFolder() {
        const QTemporaryDir folder;
        auto first = DiskCache::open(options(folder, true));
        QVERIFY(first.ok());
        QVERIFY(DiskCache::open(options(folder, true)).error().category == ErrorCategory::Conflict);
        first->reset();
        QVERIFY(DiskCache::open(options(folder, true)).ok());
    }

    void withoutAKeyNothingOutlivesTheRun() {
        const QTemporaryDir folder;
        {
            auto cache = DiskCache::open(options(folder, false));
            QVERIFY(cache.ok());
            (*cache)->put("a", randomBytes(1000, 5));
            QVERIFY((*cache)->get("a"));
            QCOMPARE(sealedFiles(folder).size(), std::size_t{1});
        }
        QVERIFY(sealedFiles(folder).empty());
        std::ofstream(fs::path(folder.path().toStdString()) / "left.sealed") << "from a run that was killed";
        auto cache = DiskCache::open(options(folder, false));
        QVERIFY(sealedFiles(folder).empty());
    }
};

QTEST_APPLESS_MAIN(TestDiskCache)
#include "test_disk_cache.moc"
