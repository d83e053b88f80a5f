#include "ui/session/cloud_session.h"
#include "ui/session/playing_notice.h"

#include "tests/support/cloud_process.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <nlohmann/json.hpp>

using namespace cutaway;

/// What a window tells a real cloud about its viewers.
class TestPlayingNotice : public QObject {
    Q_OBJECT

    static bool cloudThinksSomebodyPlays(const test::CloudProcess& cloud) {
        tams::HttpRequest request;
        request.method = "POST";
        request.url = "/cutaway/v1/demo";
        request.headers = {{"Content-Type", "application/json"}};
        request.body = "{}";
        const auto answer = cloud.client().http()->expect(std::move(request));
        return answer.ok() && nlohmann::json::parse(answer->body)["playing"] == true;
    }

private Q_SLOTS:
    void theCloudHearsOfTheFirstPlayAndTheLastStop() {
        const QTemporaryDir folder;
        test::CloudProcess cloud(folder.path().toStdString());
        cloud.start();
        ui::CloudSession session;
        ui::PlayingNotice notice(session);
        const QObject source, programme;
        notice.setPlaying(&source, true); // before there is a cloud: told once there is
        session.connectTo(cloud.client().connection());
        QTRY_VERIFY(cloudThinksSomebodyPlays(cloud));
        notice.setPlaying(&programme, true);
        notice.setPlaying(&source, false);
        QTest::qWait(200);
        QVERIFY(cloudThinksSomebodyPlays(cloud));
        notice.setPlaying(&programme, false);
        QTRY_VERIFY(!cloudThinksSomebodyPlays(cloud));
    }

    void playAndStopInOneBreathEndAsStopped() {
        const QTemporaryDir folder;
        test::CloudProcess cloud(folder.path().toStdString());
        cloud.start();
        ui::CloudSession session;
        ui::PlayingNotice notice(session);
        session.connectTo(cloud.client().connection());
        const QObject viewer;
        for (int i = 0; i < 20; ++i) {
            notice.setPlaying(&viewer, true);
            notice.setPlaying(&viewer, false);
        }
        QTest::qWait(300);
        QTRY_VERIFY(!cloudThinksSomebodyPlays(cloud));
    }
};

QTEST_GUILESS_MAIN(TestPlayingNotice)
#include "test_playing_notice.moc"
