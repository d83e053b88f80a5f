#pragma once

#include "core/timeline/editor_session.h"

#include <QObject>

#include <memory>

namespace cutaway::ui {

/// An editing session for widgets: its changes come as signals, and what it refuses as a sentence. GUI
/// thread.
class SessionLink : public QObject {
    Q_OBJECT

public:
    explicit SessionLink(QObject* parent = nullptr);
    ~SessionLink() override;

    /// Another sequence. Everything that draws it starts anew.
    void open(std::unique_ptr<timeline::EditorSession> session);
    /// Ends the session, and with it the hold on its journal; open() follows before anybody draws.
    void close();
    bool isOpen() const { return m_session != nullptr; }
    timeline::EditorSession& session() { return *m_session; }
    const timeline::EditorSession& session() const { return *m_session; }

    /// Says what a command refused; true when it was done.
    bool report(const Result<void>& result);

Q_SIGNALS:
    void opened();
    void sequenceChanged();
    void selectionChanged();
    void playheadChanged();
    void marksChanged();
    void modesChanged();
    void refused(const QString& sentence);

private:
    std::unique_ptr<timeline::EditorSession> m_session;
};

} // namespace cutaway::ui
