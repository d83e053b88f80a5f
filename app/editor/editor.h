#pragma once

#include "app/editor/options.h"

#include "ui/connect/token_keeper.h"
#include "ui/session/cloud_session.h"
#include "ui/session/offline_media.h"
#include "ui/session/outbox_courier.h"
#include "ui/session/playing_notice.h"
#include "ui/session/thumbnail_store.h"
#include "ui/shell/main_window.h"

#include <QObject>

#include <memory>

namespace cutaway {

namespace ui {
class BrowsePage;
class CutPage;
class DeliverPage;
class QtAudioInput;
class QtAudioOutput;
} // namespace ui

/// The editor put together: one cloud, one window, its pages, and what passes between them.
class Editor : public QObject {
    Q_OBJECT

public:
    explicit Editor(const EditorOptions& options);
    ~Editor() override;

    /// Shows the window and goes for the cloud.
    void start();

    ui::CloudSession& session() { return m_session; }
    ui::MainWindow& window() { return *m_window; }
    ui::BrowsePage& browse() { return *m_browse; }
    ui::CutPage& cut() { return *m_cut; }
    ui::DeliverPage& deliver() { return *m_deliver; }
    void playDelivered(const Uuid& sourceId, const QString& title);

Q_SIGNALS:
    /// The catalogue can be browsed and, where there is a picture, one is seen.
    void ready();
    /// The first picture of an angle is on the screen.
    void pictureSeen();

private:
    void wireBrowse();
    void wireCut();
    void wireDeliver();
    void wireSession();
    void wireOffline();
    void connectSomewhere();
    void startEmbedded();
    void askForConnection();
    void showProject();
    void showSelects();
    void checkReady();

    EditorOptions m_options;
    ui::CloudSession m_session;
    ui::PlayingNotice m_playing;
    ui::OfflineMedia m_offline;
    ui::OutboxCourier m_outbox;
    ui::TokenKeeper m_tokens;
    std::unique_ptr<ui::QtAudioOutput> m_audio;
    std::unique_ptr<ui::QtAudioInput> m_input;
    ui::ThumbnailStore m_thumbnails;
    std::unique_ptr<ui::MainWindow> m_window; ///< owns the pages
    ui::BrowsePage* m_browse = nullptr;
    ui::CutPage* m_cut = nullptr;
    ui::DeliverPage* m_deliver = nullptr;
    QString m_saved;
    bool m_picture = false;
    bool m_ready = false;
};

} // namespace cutaway
