#include "tests/core/tams/scripted_server.h"

#include "ui/deliver/deliver_model.h"
#include "ui/deliver/deliver_page.h"
#include "ui/deliver/formats_panel.h"

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

/// A cloud with one format and one finished delivery, that swallows what is submitted.
class SwallowingCloud {
public:
    SwallowingCloud()
        : m_server([this](const test::SeenRequest& request) { return answer(request); }) {}

    std::shared_ptr<catalogue::CloudClient> client() const {
        tams::Connection connection;
        connection.url = m_server.url();
        connection.token = "token";
        return std::make_shared<catalogue::CloudClient>(connection);
    }
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
            reply.status = 409;
            reply.body = R"({"type": "conflict", "summary": "Lost"})";
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

} // namespace

class TestDeliver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    /// Whoever sends again what got no answer must not make a second job, also while an earlier delivery is
    /// on the page.
    void whatGotNoAnswerIsSentAgainUnderItsId() {
        const SwallowingCloud cloud;
        CloudSession session;
        ThumbnailStore thumbnails(session);
        DeliverPage page(session.tasks(), thumbnails);
        page.resize(1600, 900);
        static_cast<QWidget&>(page).show();
        page.setCut(oneSecond(), [] { return std::string("{}"); });
        page.model().setCloud(cloud.client());
        QTRY_COMPARE(page.model().submissions().size(), std::size_t(1));
        QTRY_COMPARE(page.model().profiles().size(), std::size_t(1));
        page.formats().choose({"hevc-hlg-mp4"});
        page.deliver();
        QTRY_VERIFY(buttonNamed(page, QStringLiteral("Try again")));
        QVERIFY(!cloud.submitted().empty());
        const auto first = cloud.submitted().size();
        QTest::mouseClick(buttonNamed(page, QStringLiteral("Try again")), Qt::LeftButton);
        QTRY_VERIFY(!page.model().submitting());
        const auto ids = cloud.submitted();
        QVERIFY(ids.size() > first);
        for (const std::string& id : ids)
            QCOMPARE(id, ids.front());
        // Pressing Deliver means another one.
        page.deliver();
        QTRY_VERIFY(!page.model().submitting());
        QVERIFY(cloud.submitted().back() != ids.front());
    }

    void anotherCutBringsItsOwnTitle() {
        CloudSession session;
        DeliverModel model(session.tasks());
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
