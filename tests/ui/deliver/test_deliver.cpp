#include "tests/core/tams/scripted_server.h"

#include "ui/deliver/deliver_model.h"
#include "ui/deliver/deliver_page.h"
#include "ui/deliver/formats_panel.h"
#include "ui/deliver/waiting_card.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

catalogue::Submission earlier() {
    catalogue::Submission made;
    made.id = Uuid::random();
    made.title = "Earlier";
    made.created = "2026-07-11T20:00:00Z";
    made.job.id = Uuid::random();
    made.job.type = "conform";
    made.job.state = catalogue::JobState::Delivered;
    made.profiles = {"hevc-hlg-mp4"};
    return made;
}

/// A cloud with one format and one finished delivery, that answers what is submitted with `status`.
class SwallowingCloud {
public:
    SwallowingCloud(int status, std::string body)
        : m_status(status)
        , m_body(std::move(body))
        , m_server([this](const test::SeenRequest& request) { return answer(request); }) {}

    tams::Connection connection() const { return {m_server.url(), "token", false}; }
    /// Ids of what was submitted, in order.
    std::vector<std::string> submitted() const {
        std::vector<std::string> ids;
        for (const auto& request : m_server.seen())
            if (submits(request))
                ids.push_back(request.target.substr(request.target.rfind('/') + 1));
        return ids;
    }

private:
    static bool submits(const test::SeenRequest& request) {
        return request.method != "GET" && request.target.find("/submissions") != std::string::npos;
    }
    test::ScriptedReply answer(const test::SeenRequest& request) const {
        test::ScriptedReply reply;
        reply.headers = {{"Content-Type", "application/json"}};
        if (submits(request)) {
            reply.status = m_status;
            reply.body = m_body;
        } else if (request.target.find("/stream") != std::string::npos) {
            reply.stallAfterHeaders = true;
        } else if (request.target.find("/profiles") != std::string::npos) {
            catalogue::Profile profile;
            profile.id = "hevc-hlg-mp4";
            profile.name = "HEVC HLG, UHD";
            reply.body = tams::Json::array({catalogue::toJson(profile)}).dump();
        } else if (request.target.find("/submissions") != std::string::npos) {
            reply.body = tams::Json::array({catalogue::toJson(m_earlier)}).dump();
        } else {
            reply.status = 404;
            reply.body = "{}";
        }
        return reply;
    }

    const catalogue::Submission m_earlier = earlier();
    const int m_status;
    const std::string m_body;
    test::ScriptedServer m_server;
};

timeline::SequencePtr oneSecond() {
    timeline::Clip clip;
    clip.id = Uuid::random();
    clip.media.sourceId = Uuid::random();
    clip.mediaRate = FrameRate{50, 1};
    clip.duration = 50;
    auto sequence = timeline::emptySequence("The final", FrameRate{50, 1}, false);
    auto track = *sequence.tracks.front();
    track.items = {timeline::Item::of(clip)};
    sequence.tracks.front() = std::make_shared<const timeline::Track>(track);
    return std::make_shared<const timeline::Sequence>(sequence);
}

QPushButton* buttonNamed(QWidget& root, const QString& text) {
    for (auto* button : root.findChildren<QPushButton*>())
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

/// A Deliver page on its cloud, with a format chosen.
struct Bench {
    CloudSession session;
    ThumbnailStore thumbnails{session};
    OutboxCourier outbox;
    DeliverPage page;

    Bench(const QTemporaryDir& folder, const SwallowingCloud& cloud)
        : outbox(session, folder.filePath(QString::fromStdString(Uuid::random().toString())))
        , page(session.tasks(), thumbnails, outbox) {
        page.resize(1600, 900);
        static_cast<QWidget&>(page).show();
        page.setCut(oneSecond(), [] { return std::string("{}"); });
        session.connectTo(cloud.connection());
        page.model().setCloud(session.cloud());
        QTRY_COMPARE(page.model().submissions().size(), std::size_t(1));
        QTRY_COMPARE(page.model().profiles().size(), std::size_t(1));
        QTRY_VERIFY(session.isConnected());
        page.formats().choose({"hevc-hlg-mp4"});
    }
};

} // namespace

class TestDeliver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    /// What got no answer waits, is sent again under its id, and makes no second job; the hands are free for
    /// another one meanwhile.
    void whatGotNoAnswerIsSentAgainUnderItsId() {
        const SwallowingCloud cloud(503, R"({"type": "unavailable", "summary": "Too busy."})");
        Bench bench(m_settings, cloud);
        bench.page.deliver();
        QTRY_VERIFY(buttonNamed(bench.page, QStringLiteral("Send now")));
        QTRY_VERIFY(!bench.page.model().submitting());
        QCOMPARE(bench.outbox.waiting(), 1);
        const auto first = cloud.submitted().size();
        QVERIFY(first > 0);
        QTest::mouseClick(buttonNamed(bench.page, QStringLiteral("Send now")), Qt::LeftButton);
        QTRY_VERIFY(cloud.submitted().size() > first);
        const auto ids = cloud.submitted();
        for (const std::string& id : ids)
            QCOMPARE(id, ids.front());
        // Pressing Deliver means another one, which waits behind it.
        bench.page.deliver();
        QTRY_COMPARE(bench.outbox.waiting(), 2);
        QCOMPARE(bench.outbox.items().front().id().toString(), ids.front());
        QVERIFY(bench.outbox.items().back().id() != bench.outbox.items().front().id());
        // The cards say so, and take one back.
        QTRY_COMPARE(bench.page.findChildren<WaitingCard*>().size(), 2);
        QVERIFY(bench.page.findChildren<WaitingCard*>().last()->accessibleName().contains(
            QStringLiteral("Not sent yet")));
        QTest::keyClick(bench.page.findChildren<WaitingCard*>().last(), Qt::Key_Delete);
        QTRY_COMPARE(bench.outbox.waiting(), 1);
    }

    /// Who is looking when the cloud says no is told at once, and nothing stays in the list.
    void whatIsRefusedAtOnceIsSaidAtOnce() {
        const SwallowingCloud cloud(
            400, R"({"type": "invalid_input", "summary": "x", "problems": [{"clip_name": "shot",
                 "record_frame": 3, "summary": "Its pictures are gone."}]})");
        Bench bench(m_settings, cloud);
        QSignalSpy refused(&bench.page.model(), &DeliverModel::refused);
        bench.page.deliver();
        QTRY_COMPARE(refused.size(), 1);
        QTRY_VERIFY(bench.outbox.items().empty());
        QVERIFY(!bench.page.model().submitting());
    }

    /// With the cloud away from the start the formats of last time can be chosen, and the delivery waits.
    void whileTheCloudIsAwayItIsKept() {
        const SwallowingCloud cloud(503, "{}");
        Bench bench(m_settings, cloud);
        bench.session.connectTo({"http://127.0.0.1:1", "token", false});
        bench.outbox.keepProfiles(bench.page.model().profiles());
        bench.page.model().setCloud(bench.session.cloud());
        QCOMPARE(bench.page.model().profiles().size(), std::size_t(1));
        bench.page.formats().choose({"hevc-hlg-mp4"});
        bench.page.deliver();
        QCOMPARE(bench.outbox.waiting(), 1);
        QVERIFY(!bench.page.model().submitting());
        QTRY_VERIFY(buttonNamed(bench.page, QStringLiteral("Send now")));
        QVERIFY(cloud.submitted().empty());
        QTest::mouseClick(buttonNamed(bench.page, QStringLiteral("Cancel")), Qt::LeftButton);
        QTRY_COMPARE(bench.outbox.waiting(), 0);
    }

    void anotherCutBringsItsOwnTitle() {
        CloudSession session;
        OutboxCourier outbox(session, m_settings.filePath(QStringLiteral("titles")));
        DeliverModel model(session.tasks(), outbox);
        FormatsPanel formats(model);
        formats.setCut(QStringLiteral("One"), QStringLiteral("00:00:01:00"), true);
        auto* title = formats.findChild<QLineEdit*>();
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("Highlights"));
        formats.setCut(QStringLiteral("One"), QStringLiteral("00:00:02:00"), true);
        QCOMPARE(formats.title(), QStringLiteral("Highlights"));
        formats.setCut(QStringLiteral("Two"), QStringLiteral("00:00:02:00"), true);
        QCOMPARE(formats.title(), QStringLiteral("Two"));
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(TestDeliver)
#include "test_deliver.moc"
