#include "app/editor/offline_commands.h"

#include "ui/shell/status_line.h"
#include "ui/viewer/source_viewer.h"

#include <QProgressDialog>

#include <utility>

namespace cutaway {

OfflineCommands::OfflineCommands(ui::MainWindow& window, ui::OfflineMedia& media, Viewer inFront)
    : QObject(&window)
    , m_window(window)
    , m_media(media)
    , m_inFront(std::move(inFront)) {
    window.actions().bind(QStringLiteral("file.makeOffline"), this, [this] { make(); });
    window.actions().bind(QStringLiteral("file.removeOffline"), this, [this] { remove(); });
    connect(&media, &ui::OfflineMedia::progressed, this, &OfflineCommands::showProgress);
    connect(&media, &ui::OfflineMedia::finished, this, [this](const QString& sentence) {
        delete m_progress;
        say(sentence);
    });
}

void OfflineCommands::say(const QString& sentence) {
    m_window.statusLine().say(sentence);
}

void OfflineCommands::make() {
    const QString obstacle = m_media.obstacle();
    const auto range = m_inFront().markedRange();
    if (!obstacle.isEmpty()) {
        say(obstacle);
    } else if (m_media.isFetching()) {
        say(tr("%1 is being fetched. Stop that first, or wait for its end.").arg(m_name));
    } else if (!range) {
        say(tr("Open an angle first."));
    } else {
        m_name = QString::fromStdString(range->source.name);
        m_media.fetch(range->source.multiSource, {range->in, range->out}, m_name);
    }
}

void OfflineCommands::remove() {
    const auto range = m_inFront().markedRange();
    if (!range || !m_media.isHere(range->source.multiSource))
        say(tr("Nothing of this angle was made available offline."));
    else
        m_media.remove(range->source.multiSource, QString::fromStdString(range->source.name));
}

void OfflineCommands::showProgress(qint64 done, qint64 total) {
    if (total == 0) { // it begins
        delete m_progress;
        m_progress = new QProgressDialog(tr("Fetching %1").arg(m_name), tr("Stop"), 0, 0, &m_window);
        m_progress->setAttribute(Qt::WA_DeleteOnClose);
        m_progress->setAttribute(Qt::WA_ShowWithoutActivating); // the hand stays on the keys
        m_progress->setWindowTitle(tr("Make available offline"));
        m_progress->setAutoReset(false);
        connect(m_progress, &QProgressDialog::canceled, &m_media, &ui::OfflineMedia::cancel);
        m_progress->show();
    } else if (m_progress && m_media.isFetching()) {
        m_progress->setMaximum(static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
    }
}

} // namespace cutaway
