#include "tests/core/playback/small_cloud.h"
#include "tests/ui/session/keychain_session.h"
#include "ui/session/cloud_session.h"
#include "ui/session/offline_media.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

const QString password = QStringLiteral("a password for tests only");

/// An editor's session in a process of its own, with a cloud that is not loopback to it. "fetch" makes the
/// whole angle available offline, "play" plays what is there. 0: all was as it should be.
int beProcess(const QString& work, const QString& url, const QString& sourceText) {
    const Uuid source = Uuid::parse(sourceText.toStdString()).value();
    CloudSession session;
    OfflineMedia offline(session);
    QSignalSpy kept(&session, &CloudSession::mediaKept);
    session.connectTo({url.toStdString(), test::token, true});
    if (!QTest::qWaitFor([&] { return kept.count() == 1; }, test::patience) ||
        !kept[0][0].toString().isEmpty() || !offline.obstacle().isEmpty())
        return 3;
    if (work == QLatin1String("fetch")) {
        QSignalSpy finished(&offline, &OfflineMedia::finished);
        offline.fetch(source, {test::start * 50, (test::start + test::seconds) * 50},
                      QStringLiteral("CAM 1"));
        if (!offline.isFetching() ||
            !QTest::qWaitFor([&] { return finished.count() == 1; }, test::patience) || offline.isFetching())
            return 4;
        std::fprintf(stderr, "%s\n", qPrintable(finished[0][0].toString()));
        return offline.isHere(source) ? 0 : 5;
    }
    // The angle opens as the viewer opens it, and every second of it plays.
    if (!offline.isHere(source) || !session.sources()->get(source))
        return 6;
    test::Viewer viewer(session.media(), source);
    for (const std::int64_t frame : {0, 60, 120, 199})
        if (!viewer.shows(frame))
            return 7;
    return 0;
}

} // namespace

/// "Make available offline" from end to end: a real keychain, a real cloud that then goes away, and another
/// process of the editor.
class TestOfflineSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasMadeOfflinePlaysInTheNextRunWithTheCloudGone() {
        MadeMedia made;
        const Uuid id = made.add(1, {50, 1}, {test::start, 0}, test::seconds);
        test::SmallCloud cloud(made, id);
        // Our own machine by an address that is none of loopback's.
        const QString url = QString::fromStdString(cloud.url())
                                .replace(QStringLiteral("127.0.0.1"), QStringLiteral("0.0.0.0"));
        const QString source = QString::fromStdString(cloud.source().toString());
        test::KeychainSession keychain;
        QCOMPARE(keychain.run(password, {{QStringLiteral("play"), url, source}}), 6); // nothing is here yet
        QCOMPARE(keychain.run(password, {{QStringLiteral("fetch"), url, source}}), 0);
        cloud.goAway();
        QCOMPARE(keychain.run(password, {{QStringLiteral("play"), url, source}}), 0);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == QLatin1String("--process"))
        return beProcess(arguments[2], arguments[3], arguments[4]);
    TestOfflineSession test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_offline_session.moc"
