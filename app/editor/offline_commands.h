#pragma once

#include "ui/session/offline_media.h"
#include "ui/shell/main_window.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QProgressDialog;

namespace cutaway {

namespace ui {
class SourceViewer;
} // namespace ui

/// "Make available offline" and "Remove from this computer" for the angle in the viewer in front, with the
/// progress of a fetch, which can be stopped.
class OfflineCommands : public QObject {
    Q_OBJECT

public:
    using Viewer = std::function<ui::SourceViewer&()>;
    OfflineCommands(ui::MainWindow& window, ui::OfflineMedia& media, Viewer inFront);

private:
    void make();
    void remove();
    void showProgress(qint64 done, qint64 total);
    void say(const QString& sentence);

    ui::MainWindow& m_window;
    ui::OfflineMedia& m_media;
    const Viewer m_inFront;
    QString m_name; ///< of what is being fetched
    QPointer<QProgressDialog> m_progress;
};

} // namespace cutaway
