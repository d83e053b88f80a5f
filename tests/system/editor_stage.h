#pragma once

#include "tests/system/editor_process.h"

#include "core/catalogue/client.h"
#include "core/catalogue/embedded.h"

#include <QStringList>
#include <QTemporaryDir>

#include <filesystem>

namespace cutaway::test {

/// A folder with a cloud of its own, and in it a final of one small angle: what editors as processes work
/// on. Steps that fail fail the running test function; ask QTest::currentTestFailed().
class EditorStage {
public:
    static constexpr int wait = 120'000;

    EditorStage(); ///< starts the cloud, without the demo event
    /// Ends whatever of the folder's is left, the server first of all: it is a session of its own.
    ~EditorStage();

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    std::filesystem::path home() const { return folder() / "home"; }
    std::filesystem::path data() const { return folder() / "data"; }
    const catalogue::EmbeddedCloud& cloud() const { return m_cloud; }
    catalogue::CloudClient client() const { return catalogue::CloudClient(m_cloud.connection); }

    /// The final: 100 frames from 10:00:00:00 at 50 fps, with a sound, called "CAM 1".
    void makeFinal() const;
    /// The journals, by name.
    QStringList journals() const;
    /// Edits in a journal since its first line, or since the revision that was saved last.
    int editsIn(const QString& journal) const;
    struct Sent {
        std::size_t revisions = 0;
        qsizetype clips = 0; ///< of picture and sound, in the newest revision
    };
    /// What the cloud has of the project whose journal this is.
    Sent sentOf(const QString& journal) const;
    /// The picture in front is opened in Cut, six frames of it marked and put into the cut, and sent.
    void makeFirstEdit(EditorProcess& editor, const QString& journal) const;

private:
    QTemporaryDir m_folder;
    catalogue::EmbeddedCloud m_cloud;
};

} // namespace cutaway::test
