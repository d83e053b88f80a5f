#pragma once

#include "ui/session/cloud_session.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace cutaway::ui {

/// Setting: what others see as the name of who edits here.
inline constexpr char userNameKey[] = "user/name";
/// The setting, else the name that this computer has for its user.
QString userName();

/// That this window has a project open, said to the cloud every few seconds, and who else has. GUI thread.
class ProjectPresence : public QObject {
    Q_OBJECT

public:
    explicit ProjectPresence(CloudSession& session, QObject* parent = nullptr);
    ~ProjectPresence() override;

    using Entered = std::function<void(const Result<catalogue::ProjectPeople>&)>;
    /// Opens a project, to edit it where nobody else does. `client`: this window on this project, the same
    /// after a restart, so that a crash does not lock its own user out. `entered`: the first answer; not
    /// called when another project is entered first.
    void enter(const Uuid& project, const Uuid& client, Entered entered = {});
    /// Closed, or not in a cloud.
    void leave();

    bool isIn() const { return !m_project.isNil(); }
    /// It is about to have a project open, and does not know yet whether to edit it.
    bool isEntering() const { return static_cast<bool>(m_entered); }
    const Uuid& project() const { return m_project; }
    const Uuid& client() const { return m_client; }
    /// By the last answer.
    bool edits() const { return m_edits; }
    bool asks() const { return m_ask; }
    const catalogue::ProjectPeople& people() const { return m_people; }

    void watch();      ///< does not want to edit (any more)
    void ask(bool on); ///< for the project, from whoever edits it
    void edit();       ///< where nobody does
    void takeOver();   ///< from who edits and has gone
    void handOver(const Uuid& to);

Q_SIGNALS:
    void changed();
    void gained();                    ///< this window edits it now, and did not before
    void lost(const QString& toWhom); ///< somebody else does, and this window did
    void refused(const QString& sentence);

private:
    void say();
    void apply(const catalogue::ProjectPeople& people);
    catalogue::PresenceRequest request() const;
    void answered(const Result<catalogue::ProjectPeople>& answer);

    CloudSession& m_session;
    Uuid m_project;
    Uuid m_client;
    Entered m_entered;
    bool m_wants = false; ///< to edit
    bool m_ask = false;
    Uuid m_takeOverFrom;
    bool m_edits = false;
    catalogue::ProjectPeople m_people;
    QTimer m_beat;
    std::stop_source m_saying;
};

} // namespace cutaway::ui
