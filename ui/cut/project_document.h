#pragma once

#include "core/interchange/formats.h"
#include "core/timeline/recovery.h"
#include "ui/session/cloud_session.h"
#include "ui/timeline/session_link.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace cutaway::ui {

/// Setting: the project that was open last.
inline constexpr char lastProjectKey[] = "project/last";

/// The project that is being cut: a document in the cloud whose every edit is in a journal on this computer
/// first. Revisions naming their parent are sent when the hands rest and on save; a stale parent is refused
/// and said, never merged. GUI thread.
class ProjectDocument : public QObject {
    Q_OBJECT

public:
    /// `folder`: where journals live.
    ProjectDocument(CloudSession& cloud, const QString& folder, QObject* parent = nullptr);

    SessionLink& link() { return m_link; }
    timeline::EditorSession& session() { return m_link.session(); }
    const Uuid& id() const { return m_id; }
    /// "Saved 20:14:07", "Kept here, not sent: …".
    QString savedText() const;

    /// The project that was open last; otherwise a new one. After a crash what leftBehind() has is asked
    /// about first: until then nothing is open that could be edited.
    void openLast();
    /// Projects that editors did not close, with edits since their last save; newest first.
    const std::vector<timeline::LeftBehind>& leftBehind() const { return m_left; }
    /// Looks for them anew.
    void findLeftBehind();
    /// Opens one of them with every edit. `asSaved`: and goes back to its saved version, as a step that can
    /// be undone. One that was given up is put aside instead, and opened from the cloud once that is there.
    void recover(const timeline::LeftBehind& left, bool asSaved);
    /// They wait for another time; something else is opened when nothing is.
    void recoverLater();
    void startNew();
    /// A project of the cloud.
    void openFromCloud(const Uuid& id, const QString& name);
    void save();

    /// The sequence as OTIO text.
    std::string otio() const;
    /// Replaces the sequence by that of an OTIO file; says what was left out.
    void importFile(const QString& path);
    /// A new project of what was read of a file; the one before is saved.
    void openImported(const QString& path, const interchange::ReadFile& file);
    void exportFile(const QString& path);
    /// Writes a file for other programs, whole or not at all.
    void writeFile(const QString& path, std::string text);

    /// The saved versions of this project, and what one of them holds. Answered while `context` lives.
    void askForVersions(QObject* context, std::function<void(const Result<catalogue::Project>&)> answer);
    void readVersion(const Uuid& revision, QObject* context,
                     std::function<void(const Result<interchange::ReadResult>&)> answer);

Q_SIGNALS:
    void savedChanged(const QString& words);
    void status(const QString& sentence);

private:
    struct Read;
    void adopt(std::unique_ptr<timeline::EditorSession> session, bool edited);
    void write(const QString& path, std::string text, std::function<void()> done);
    enum class WhichJournal { Any, WithEdits, AtRevision };
    bool openJournal(const Uuid& id, WhichJournal which = WhichJournal::Any, const std::string& wanted = {},
                     timeline::SequencePtr* saved = nullptr);
    /// The newest project that was closed with edits that were not sent, and that no window has open.
    bool openUnsent();
    void putAside(const timeline::LeftBehind& left);
    bool isLeftBehind(const Uuid& project) const;
    bool isSaved() const;
    void sent(const Result<catalogue::RevisionOutcome>& outcome, std::uint64_t version, const Uuid& revision);
    void startJournal(const timeline::Sequence& sequence, const std::string& revision);
    void standStill();
    void openAsNew(const timeline::Sequence& sequence, const timeline::SourceTimings& sources);
    void replaceSequence(const timeline::Sequence& sequence, const timeline::SourceTimings& sources,
                         const std::string& revision);
    static timeline::Sequence emptyProject();
    std::filesystem::path journalPath(const Uuid& id) const;
    void setSaved(const QString& words);
    void knowSources();
    void cloudIsBack();
    void sequenceChanged();

    CloudSession& m_cloud;
    std::vector<timeline::LeftBehind> m_left;
    bool m_standsStill = false;            ///< nothing is open: an empty sequence that is kept nowhere
    std::function<void()> m_whenConnected; ///< until something else is opened or edited
    QTimer m_settled;                      ///< what was opened has gone well for this long
    QString m_folder;
    SessionLink m_link;
    QTimer m_idle;
    Uuid m_id;
    Uuid m_head;          ///< the newest revision that this document stands on; nil: none yet
    bool m_known = false; ///< the cloud has the project
    bool m_sending = false;
    bool m_overtaken = false; ///< somebody else's revision was first: nothing is sent any more
    std::optional<std::uint64_t> m_copiedVersion; ///< of the session: kept as a file
    std::optional<std::uint64_t> m_savedVersion;  ///< of the session; none: never sent as it is
    std::set<Uuid> m_ours;                        ///< revisions that this document sent, before a crash too
    Uuid m_revision; ///< under way; sent again under its id when the answer got lost
    std::uint64_t m_revisionVersion = 0;
    QString m_saved;
};

} // namespace cutaway::ui
