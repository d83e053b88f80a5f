#include "tests/system/editor_stage.h"

#include "tests/support/final_unit.h"
#include "tests/support/media_fixtures.h"
#include "tests/support/process_list.h"

#include "core/time/timecode.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>

namespace cutaway::test {

namespace {

QString pathOf(const std::filesystem::path& journals, const QString& journal) {
    return QString::fromStdString((journals / "editor" / "journals").string()) + QLatin1Char('/') + journal;
}

} // namespace

EditorStage::EditorStage() {
    catalogue::EmbeddedOptions options;
    options.dataFolder = data();
    options.program = CUTAWAY_BIN_DIR "/cutaway-cloud";
    const auto cloud = catalogue::attachOrStart(options);
    QVERIFY2(cloud.ok(), cloud ? "" : cloud.error().message.c_str());
    m_cloud = *cloud;
}

EditorStage::~EditorStage() {
    for (const RunningProcess& left : processesNaming(folder().string()))
        ::kill(left.id, SIGKILL);
}

void EditorStage::makeFinal() const {
    const Uuid unit = putFinal(client()).id;
    ClipSpec spec = smallClip(100, 1);
    spec.startTimecode = parseTimecode("10:00:00:00", {{50, 1}, false}).value();
    makeClipFile(spec, folder() / "master.mp4");
    ProcessOptions ctl;
    ctl.program = std::filesystem::path(CUTAWAY_BIN_DIR) / "cutaway-ctl";
    ctl.arguments = {"ingest",       (folder() / "master.mp4").string(),
                     "--label",      "CAM 1",
                     "--unit",       unit.toString(),
                     "--angle",      "1",
                     "--wait",       "--data",
                     data().string()};
    auto ingest = ChildProcess::start(ctl);
    QVERIFY(ingest.ok());
    const auto exit = ingest->wait({}, std::chrono::minutes(3));
    QVERIFY2(exit.ok() && exit->ok(), ingest->log().c_str());
}

QStringList EditorStage::journals() const {
    return QDir(pathOf(data(), {})).entryList({QStringLiteral("*.journal")}, QDir::Files);
}

int EditorStage::editsIn(const QString& journal) const {
    QFile file(pathOf(data(), journal));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    int edits = 0;
    file.readLine();
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        edits = line.startsWith("saved ") ? 0 : edits + (line.startsWith("sent ") ? 0 : 1);
    }
    return edits;
}

EditorStage::Sent EditorStage::sentOf(const QString& journal) const {
    const auto id = Uuid::parse(journal.section(QLatin1Char('.'), 0, 0).toStdString());
    const auto project = client().project(*id);
    if (!project || project->head.isNil())
        return {};
    const auto otio = client().revision(*id, project->head);
    return {project->revisions.size(), otio ? QByteArray::fromStdString(*otio).count("\"Clip.2\"") : 0};
}

void EditorStage::makeFirstEdit(EditorProcess& editor, const QString& journal) const {
    for (int tries = 0; tries < 60 && sentOf(journal).revisions == 0; ++tries) {
        if (editsIn(journal) == 0)
            editor.keys({"Return", "Home", "i", "shift+Right", "o", "comma"});
        QTest::qWait(1500);
    }
    QVERIFY(sentOf(journal).revisions > 0);
}

} // namespace cutaway::test
