#include "../timeline/timeline_fixture.h"

#include "core/interchange/otio_writer.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

using namespace cutaway;
using namespace cutaway::timeline;

// What `cutaway-ctl convert` does with files.

namespace {

struct Ran {
    int code = -1;
    QByteArray out, err;
};

Ran convert(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(CUTAWAY_BIN_DIR "/cutaway-ctl"),
                  QStringList{QStringLiteral("convert")} + arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

nlohmann::json tracksOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    nlohmann::json result = nlohmann::json::array();
    const nlohmann::json document = nlohmann::json::parse(file.readAll().toStdString());
    for (const auto& track : document["tracks"]["children"])
        for (const auto& item : track["children"])
            if (item.contains("source_range"))
                result.push_back({item["OTIO_SCHEMA"], item["name"], item["source_range"]});
    return result;
}

} // namespace

class TestConvert : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        Sequence s = emptySequence("Convert", {50, 1}, false);
        const SourceTiming a = angle(1), b = angle(2);
        s = **apply(s, *overwrite(s, 5, part(a, 100, 150), targetPatches(s, a, true, true)));
        s = **apply(s, *overwrite(s, 55, part(b, 300, 320), targetPatches(s, b, true, true)));
        QFile file(path("in.otio"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(interchange::writeOtio(s, angles())));
    }
    void toAnEdlAndBackEveryClipIsTheSame() {
        Ran ran = convert({path("in.otio"), path("cut.edl")});
        QVERIFY2(ran.code == 0, ran.err.constData());
        QVERIFY2(ran.out.contains("its media is not known"), ran.out.constData());
        ran = convert({path("cut.edl"), path("out.otio"), QStringLiteral("--json")});
        QVERIFY2(ran.code == 0, ran.err.constData());
        QVERIFY(nlohmann::json::parse(ran.out.toStdString())["written"]);
        QCOMPARE(tracksOf(path("in.otio")).size(), 9U);
        QCOMPARE(tracksOf(path("out.otio")).dump(), tracksOf(path("in.otio")).dump());
    }
    void strictWritesNothingThatIsNotWhole() {
        const Ran ran = convert({path("in.otio"), path("strict.edl"), QStringLiteral("--strict")});
        QCOMPARE(ran.code, 3);
        QVERIFY(!QFile::exists(path("strict.edl")));
    }
    void refusesInWords() {
        QCOMPARE(convert({path("in.otio"), path("cut.doc")}).code, 5);
        QVERIFY(convert({path("in.otio"), path("cut.doc")}).err.contains(".otio, .edl"));
        QCOMPARE(convert({path("none.otio"), path("cut.edl")}).code, 1);
        QCOMPARE(convert({path("in.otio")}).code, 2);
    }

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestConvert)
#include "test_convert.moc"
