#pragma once

#include "../../core/timeline/timeline_fixture.h"

#include "ui/actions/action_set.h"
#include "ui/cut/cut_page.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QMainWindow>
#include <QTest>
#include <QTimer>

namespace cutaway::ui {

/// A window with the Cut page and no cloud: what is edited here needs none.
struct CutWindow {
    explicit CutWindow(const QString& folder)
        : thumbnails(session)
        , actions(&frame)
        , page(new CutPage(CutPage::Parts{session, thumbnails, actions, nullptr, folder}, &frame)) {
        frame.setCentralWidget(page);
        frame.resize(1920, 1016);
        actions.setContext(Context::Cut);
        frame.show();
    }
    ~CutWindow() { frame.close(); } // what is typed is taken while all of it is there
    timeline::EditorSession& editing() { return page->document().session(); }
    /// The key as the window hears it.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(frame.windowHandle(), key, modifiers);
        QCoreApplication::processEvents();
    }

    timeline::SequencePtr now() { return editing().sequence(); }
    /// A 0..100, B 200..300, C 900..1000, each with two sounds.
    void threeClips() {
        using namespace timeline;
        for (const auto& range :
             {part(angle(1), 0, 100), part(angle(2), 200, 300), part(angle(3), 900, 1000)})
            QVERIFY(editing().place(range, now()->durationFrames(), false).ok());
        page->timelineView().zoomFit();
        page->goTo(0);
        QCoreApplication::processEvents();
    }
    /// Kept for looking at when CUTAWAY_GRABS names a folder.
    void grab(const char* name) {
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        if (!folder.isEmpty())
            QVERIFY(frame.grab().save(folder + QStringLiteral("/cut-%1.png").arg(QLatin1String(name))));
    }

    CloudSession session;
    ThumbnailStore thumbnails;
    QMainWindow frame;
    ActionSet actions;
    CutPage* page;
};

/// Does `with` to the dialog or menu that comes next; a modal one waits for it.
template <class T, class F>
void whenItComes(F with) {
    auto* looking = new QTimer(qApp);
    QObject::connect(looking, &QTimer::timeout, qApp, [looking, with, tries = 0]() mutable {
        auto* widget = qobject_cast<T*>(QApplication::activeModalWidget());
        if (!widget)
            widget = qobject_cast<T*>(QApplication::activePopupWidget());
        if (!widget && ++tries < 200)
            return;
        looking->deleteLater();
        looking->stop();
        if (widget)
            with(*widget);
        else
            QTest::qFail("what was asked for did not come", __FILE__, __LINE__);
    });
    looking->start(10);
}

} // namespace cutaway::ui
