#include "core/catalogue/client.h"
#include "core/tams/http.h"
#include "tests/support/cloud_process.h"

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/mount.h>

using namespace cutaway;

namespace {

constexpr std::int64_t mebibyte = 1 << 20;

/// A disk of this size, in memory, until the end of the value.
class SmallDisk {
public:
    SmallDisk(std::filesystem::path folder, std::int64_t bytes)
        : m_folder(std::move(folder)) {
        std::filesystem::create_directories(m_folder);
        const std::string size = "size=" + std::to_string(bytes);
        m_mounted = ::mount("tmpfs", m_folder.c_str(), "tmpfs", 0, size.c_str()) == 0;
    }
    ~SmallDisk() {
        if (m_mounted)
            ::umount2(m_folder.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool isMounted() const { return m_mounted; }

private:
    std::filesystem::path m_folder;
    bool m_mounted = false;
};

std::string noise(std::int64_t size, unsigned seed) {
    std::mt19937 random(seed);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

} // namespace

/// Sending files to the real program: in parts, over a restart, and until its disk is full.
class TestUploads : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    tams::HttpResponse send(const std::string& method, const Uuid& id, std::string body = {},
                            const std::string& range = {}) const {
        tams::HttpRequest request;
        request.method = method;
        request.url = "/cutaway/v1/uploads/" + id.toString() + (method == "PUT" ? "?name=clip.mp4" : "");
        request.body = std::move(body);
        if (!range.empty())
            request.headers = {{"Content-Range", range}};
        const auto answer = m_cloud->client().http()->fetch(std::move(request));
        if (!answer)
            qFatal("%s", answer.error().message.c_str());
        return *answer;
    }
    /// Bytes [first, end) of `whole` as a part.
    tams::HttpResponse sendPart(const Uuid& id, const std::string& whole, std::size_t first,
                                std::size_t end) const {
        return send("PUT", id, whole.substr(first, end - first),
                    "bytes " + std::to_string(first) + "-" + std::to_string(end - 1) + "/" +
                        std::to_string(whole.size()));
    }
    std::string arrived(const Uuid& id) const { return send("HEAD", id).header("content-length"); }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<test::CloudProcess>(folder());
    }
    void cleanup() { m_cloud.reset(); }

    void partsFollowEachOtherOrAreRefused() {
        m_cloud->start();
        const Uuid id = Uuid::random();
        const std::string whole = noise(1000, 1);
        QCOMPARE(sendPart(id, whole, 0, 400).status, 201);
        QCOMPARE(arrived(id), std::string("400"));
        QCOMPARE(send("HEAD", id).header("upload-length"), std::string("1000"));
        const auto gap = sendPart(id, whole, 500, 1000);
        QCOMPARE(gap.status, 409);
        QVERIFY(gap.body.find("continue at byte 400") != std::string::npos);
        QCOMPARE(sendPart(id, whole, 300, 700).status, 201); // the first quarter of it is here already
        QCOMPARE(sendPart(id, whole, 100, 500).status, 201); // all of it is
        QCOMPARE(sendPart(id, whole, 0, 400).status, 201);   // the very first one, sent again
        QCOMPARE(arrived(id), std::string("700"));
        QCOMPARE(sendPart(id, whole, 700, 1000).status, 201);
        QCOMPARE(send("GET", id).body, whole);
        QCOMPARE(send("PUT", id, "short", "bytes 0-9/10").status, 400);
        QCOMPARE(send("PUT", id, "short", "bytes 9-0/10").status, 400);
        QCOMPARE(send("GET", id).body, whole);
    }

    void anotherFileUnderTheSameIdReplacesTheFirst() {
        m_cloud->start();
        const Uuid id = Uuid::random();
        QCOMPARE(send("PUT", id, noise(1000, 6)).status, 201);
        const std::string shorter = noise(600, 7);
        const std::filesystem::path file = folder() / "clip.mp4";
        std::ofstream(file, std::ios::binary) << shorter;
        QVERIFY(m_cloud->client().upload(id, file).ok());
        QCOMPARE(send("GET", id).body, shorter);
    }

    void whatNobodyKnowsOfIsRemovedAtTheStart() {
        const std::filesystem::path uploads = folder() / "data" / "uploads";
        std::filesystem::create_directories(uploads);
        const std::filesystem::path left = uploads / Uuid::random().toString();
        std::ofstream(left) << "a file whose row a crash has cost";
        m_cloud->start();
        QVERIFY(!std::filesystem::exists(left));
    }

    void anEmptyFileIsAFile() {
        m_cloud->start();
        const Uuid id = Uuid::random();
        QCOMPARE(send("PUT", id).status, 201);
        QCOMPARE(arrived(id), std::string("0"));
        QVERIFY(m_cloud->client().health().ok());
    }

    void aLostConnectionOrServerCostsOnePart() {
        m_cloud->start();
        const Uuid id = Uuid::random();
        const std::string whole = noise(3 * mebibyte, 2);
        const std::filesystem::path file = folder() / "clip.mp4";
        std::ofstream(file, std::ios::binary) << whole;
        QCOMPARE(sendPart(id, whole, 0, 2 * mebibyte).status, 201);
        m_cloud->kill();
        // What a server that died in the middle of a part leaves behind it.
        const auto kept = folder() / "data" / "uploads" / id.toString();
        QCOMPARE(std::filesystem::file_size(kept), std::uintmax_t(2 * mebibyte));
        std::ofstream(kept, std::ios::binary | std::ios::app) << "half a part";
        m_cloud->start();
        QCOMPARE(arrived(id), std::to_string(2 * mebibyte));
        std::int64_t begunAt = -1;
        const auto progress = [&](std::int64_t done, std::int64_t) {
            if (begunAt < 0)
                begunAt = done;
        };
        const auto sent = m_cloud->client().upload(id, file, progress);
        QVERIFY2(sent.ok(), sent.ok() ? "" : sent.error().message.c_str());
        QVERIFY(begunAt >= 2 * mebibyte);
        QCOMPARE(send("GET", id).body, whole);
    }

    void aFullDiskIsSaidAndNothingIsLost() {
        const SmallDisk disk(folder() / "data", 40 * mebibyte);
        if (!disk.isMounted())
            QSKIP("A small disk can only be made by the superuser.");
        m_cloud->start();
        const Uuid small = Uuid::random();
        const std::string kept = noise(mebibyte, 3);
        QCOMPARE(send("PUT", small, kept).status, 201);

        const Uuid large = Uuid::random();
        const std::string whole = noise(34 * mebibyte, 4);
        QCOMPARE(sendPart(large, whole, 0, 14 * mebibyte).status, 201);
        const auto refused = sendPart(large, whole, 14 * mebibyte, whole.size());
        QCOMPARE(refused.status, 507);
        QVERIFY(refused.body.find("disk is full") != std::string::npos);
        QCOMPARE(arrived(large), std::to_string(14 * mebibyte));

        const std::filesystem::path file = folder() / "large.mp4";
        std::ofstream(file, std::ios::binary) << whole;
        const auto sent = m_cloud->client().upload(Uuid::random(), file);
        QVERIFY(!sent.ok());
        QCOMPARE(sent.error().category, ErrorCategory::OutOfSpace);
        QVERIFY(QString::fromStdString(sent.error().message).contains(QStringLiteral("full")));

        QVERIFY(m_cloud->client().health().ok());
        QVERIFY(std::filesystem::is_empty(folder() / "data" / "incoming"));
        QCOMPARE(send("GET", small).body, kept);
        QCOMPARE(send("PUT", Uuid::random(), noise(mebibyte, 5)).status, 201); // what fits is taken
        QCOMPARE(send("GET", large).body, whole.substr(0, 14 * mebibyte));
    }
};

QTEST_GUILESS_MAIN(TestUploads)
#include "test_uploads.moc"
