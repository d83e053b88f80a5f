#pragma once

#include <QObject>
#include <QPointer>

class QScreen;
class QWidget;

namespace cutaway::ui {

class ActionSet;
class VideoView;

/// View > Programme on second screen: what a viewer shows, alone and full screen, on another screen than the
/// window's when there is one. It shares the picture that is presented, so nothing is decoded twice; guides
/// and mouse stay away. Its keys are the window's, and Escape leaves. It goes when its screen is unplugged.
class ProgrammeScreen : public QObject {
    Q_OBJECT

public:
    /// `shown` stands in `page`; binds the command for it.
    ProgrammeScreen(VideoView* shown, ActionSet& actions, QWidget* page);
    ~ProgrammeScreen() override;

    /// The window that fills the screen; null while there is none.
    QWidget* window() const;

private:
    class Window;
    void open();
    void close();

    VideoView* m_shown;
    ActionSet& m_actions;
    QWidget* m_page;
    QPointer<Window> m_window;
    QPointer<QScreen> m_screen;
};

} // namespace cutaway::ui
