#pragma once

#include "core/scopes/scope_worker.h"

#include <QFrame>
#include <QImage>
#include <QPointer>

#include <memory>
#include <mutex>

class QLabel;

namespace cutaway::ui {

class ActionSet;
class ScopeView;
class ViewerPanel;

/// A scope of the viewer that keys go to: waveform, RGB parade, vectorscope or histogram, with a header that
/// says of what. Shown and hidden by commands; remembers both. Analysed and drawn on a thread of its own.
class ScopePanel : public QFrame {
    Q_OBJECT

public:
    explicit ScopePanel(ActionSet& actions, QWidget* parent = nullptr);
    ~ScopePanel() override;

    /// Binds the commands that choose a scope and show or hide the panel.
    void bindCommands();
    /// Shows the pictures of this viewer from now on.
    void follow(ViewerPanel* viewer);

    scopes::Kind kind() const { return m_kind; }
    ScopeView* view() const { return m_view; }
    /// "Programme viewer, 540p HLG".
    QString heading() const;

Q_SIGNALS:
    void traceShown();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void choose(scopes::Kind kind);
    void setOpen(bool open);
    void showChoice();
    void submit();
    void measurePlot();
    void receive(const QImage& image, const std::shared_ptr<const scopes::Trace>& trace);

    ActionSet& m_actions;
    QObject* m_binding; ///< of the commands: they answer while the panel is hidden
    QPointer<ViewerPanel> m_viewer;
    scopes::Kind m_kind = scopes::Kind::Waveform;
    bool m_open = false;
    QLabel* m_heading = nullptr;
    ScopeView* m_view = nullptr;

    std::mutex m_mutex;
    QSize m_plot;                                  ///< guarded: device pixels
    std::unique_ptr<scopes::ScopeWorker> m_worker; ///< last: ends before what its callback uses
};

} // namespace cutaway::ui
