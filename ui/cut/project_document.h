#pragma once

#include "core/interchange/formats.h"
#include "core/timeline/recovery.h"
#include "ui/session/cloud_session.h"
#include "ui/session/outbox_courier.h"
#include "ui/session/project_presence.h"
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
    /// `folder`: where journals live. `outbox`: for saves while the cloud is away; null: there are none.
    ProjectDocument(CloudSession& cloud, const QString& folder, OutboxCourier* outbox = nullptr,
                    QObject* parent = nullptr);

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
    /// By hand, or because something else is opened: while the cloud is away the version is kept in the
    /// outbox, and sent as one of its own.
    void save();

    // Together with others
    const ProjectPresence& presence() const { return m_presence; }
    /// Somebody else edits this project: what is shown follows their saves, and nothing can be edited.
    bool isWatching() const { return m_watching; }
    /// The project went to somebody else while edits here were not saved: they are kept, and nothing is
    /// edited until they have been copied or left.
    bool isLost() const { return m_lost; }
    /// What is shown becomes a project of its own, which is opened to edit.
    void saveAsProject();
    void watchTheirs(); ///< who has lost it; the edits stay on this computer
    void askForProject(bool on);
    /// Edits it where nobody does, or who does has gone.
    void takeProject();
    /// Saves, then gives the project to one of those who watch.
    void handOver(const Uuid& to);

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
    void peopleChanged(); ///< who is here, or what that means for this window
    void status(const QString& sentence);

private:
    struct Read;
    void adopt(std::unique_ptr<timeline::EditorSession> session, bool edited);
    void write(const QString& path, std::string text, std::function<void()> done);
    enum class WhichJournal { Any, WithEdits, AtRevision };
    void openToEdit(const Uuid& id, const QString& name);
    void readHead(const Uuid& id, std::function<void(Read)> done);
    void watch(const Uuid& id, const QString& name);
    void showWatched(const Read& read);
    void followPeople();
    void join();
    void lostTo(const QString& name);
    Uuid clientFor(const Uuid& project) const;
    std::string whyReadOnly() const;
    bool openJournal(const Uuid& id, WhichJournal which = WhichJournal::Any, const std::string& wanted = {},
                     timeline::SequencePtr* saved = nullptr);
    /// The newest project that was closed with edits that were not sent, and that no window has open.
    bool openUnsent();
    void putAside(const timeline::LeftBehind& left);
    bool isLeftBehind(const Uuid& project) const;
    bool isSaved() const;
    void rested();
    void send();
    bool isWorthSaving() const;
    Uuid revisionFor(std::uint64_t version);
    void keepSave();
    void followOutbox();
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
    OutboxCourier* m_outbox;
    std::vector<timeline::LeftBehind> m_left;
    bool m_standsStill = false;            ///< nothing is open: an empty sequence that is kept nowhere
    std::function<void()> m_whenConnected; ///< until something else is opened or edited
    QTimer m_settled;                      ///< what was opened has gone well for this long
    QString m_folder;
    SessionLink m_link;
    ProjectPresence m_presence;
    Uuid
        m_installation; ///< of the folder: part of what this computer is called among the people of a project
    bool m_watching = false;
    bool m_lost = false;
    std::optional<Uuid> m_handTo; ///< as soon as everything is saved
    QTimer m_idle;
    Uuid m_id;
    Uuid m_head;          ///< the newest revision that this document stands on; nil: none yet
    bool m_known = false; ///< the cloud has the project
    bool m_sending = false;
    bool m_overtaken = false; ///< somebody else's revision was first: nothing is sent any more
    std::optional<std::uint64_t> m_copiedVersion; ///< of the session: kept as a file
    std::optional<std::uint64_t> m_savedVersion;  ///< of the session; none: never sent as it is
    std::set<Uuid> m_ours;                        ///< revisions that this document sent, before a crash too
    std::set<Uuid> m_unanswered; ///< those of them that were sent after m_head and had no answer
    Uuid m_revision;             ///< under way; sent again under its id when the answer got lost
    std::uint64_t m_revisionVersion = 0;
    QString m_saved;
};

} // namespace cutaway::ui
