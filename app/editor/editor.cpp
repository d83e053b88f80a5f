#include "app/editor/editor.h"

#include "app/editor/offline_commands.h"
#include "core/base/install_paths.h"
#include "ui/browse/browse_page.h"
#include "ui/browse/card_view.h"
#include "ui/connect/connect_dialog.h"
#include "ui/cut/cut_page.h"
#include "ui/cut/people_bar.h"
#include "ui/deliver/deliver_page.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/viewer/audio_input.h"
#include "ui/viewer/audio_output.h"

#include <QDir>
#include <QSettings>

#include <utility>

namespace cutaway {

using ui::Context;

namespace {
const QString urlKey = QStringLiteral("cloud/url");
const QString plainKey = QStringLiteral("cloud/allowPlainHttp");
} // namespace

Editor::Editor(const EditorOptions& options)
    : m_options(options)
    , m_playing(m_session)
    , m_offline(m_session)
    , m_outbox(m_session, QDir(options.dataFolder).filePath(QStringLiteral("editor/outbox")))
    , m_tokens(this)
    , m_audio(std::make_unique<ui::QtAudioOutput>())
    , m_input(std::make_unique<ui::QtAudioInput>())
    , m_thumbnails(m_session)
    , m_window(std::make_unique<ui::MainWindow>(m_session)) {
    auto& actions = m_window->actions();
    const QString cache = QDir(options.dataFolder).filePath(QStringLiteral("editor"));
    m_browse = new ui::BrowsePage(
        ui::BrowsePage::Parts{m_session, m_thumbnails, actions, m_audio.get(), cache}, m_window.get());
    m_cut = new ui::CutPage(ui::CutPage::Parts{m_session, m_thumbnails, actions, m_audio.get(), cache,
                                               &m_audio->meter(), m_input.get(), &m_outbox},
                            m_window.get());
    m_deliver = new ui::DeliverPage(m_session.tasks(), m_thumbnails, m_outbox, m_window.get());
    m_window->addPage(QStringLiteral("view.browse"), Context::Browse, m_browse);
    m_window->addPage(QStringLiteral("view.cut"), Context::Cut, m_cut);
    m_window->addPage(QStringLiteral("view.deliver"), Context::Deliver, m_deliver);
    wireBrowse();
    wireCut();
    wireDeliver();
    wireSession();
    wireOffline();
    m_window->complete();
    connect(m_window.get(), &ui::MainWindow::pageShown, this, [this](QWidget* page) {
        // One picture plays at a time: the page left behind stops.
        if (page != m_browse)
            m_browse->viewer().player().stop();
        if (page != m_cut) {
            m_cut->sourceViewer().player().stop();
            m_cut->programme().stop();
        }
        if (page == m_browse)
            m_browse->takeKeys();
        else if (page == m_cut)
            m_cut->takeKeys();
    });
}

Editor::~Editor() {
    // Pages use the session until their very end.
    m_window.reset();
}

void Editor::start() {
    m_window->show();
    connectSomewhere();
    if (m_options.tourFolder.isEmpty())
        m_cut->offerRecovery();
    else
        m_cut->document().recoverLater(); // a tour has nobody to ask
}

void Editor::wireBrowse() {
    connect(m_browse, &ui::BrowsePage::openInCut, this,
            [this](const catalogue::Unit& unit, int angle, qint64 frame) {
                m_window->showPage(m_cut);
                m_cut->open(unit, angle, frame);
            });
    connect(m_browse, &ui::BrowsePage::selectWanted, this,
            [this](const catalogue::Unit& unit, const timeline::MarkedRange& range) {
                m_cut->keepSelect(unit, range);
            });
    connect(m_browse, &ui::BrowsePage::status, &m_window->statusLine(), &ui::StatusLine::say);
    connect(m_browse, &ui::BrowsePage::firstPicture, this, [this] {
        if (!std::exchange(m_picture, true))
            QMetaObject::invokeMethod(this, &Editor::pictureSeen, Qt::QueuedConnection);
        checkReady();
    });
    connect(&m_browse->loader(), &ui::CatalogueLoader::stateChanged, this, &Editor::checkReady);
    m_window->actions().bind(QStringLiteral("view.search"), this, [this] {
        m_window->showPage(m_browse);
        m_browse->focusSearch();
    });
}

void Editor::wireCut() {
    connect(m_cut, &ui::CutPage::status, &m_window->statusLine(), &ui::StatusLine::say);
    connect(m_cut, &ui::CutPage::savedChanged, this, [this](const QString& words) {
        m_saved = words;
        showProject();
    });
    connect(m_cut, &ui::CutPage::sequenceChanged, this, &Editor::showSelects);
    connect(&m_cut->document(), &ui::ProjectDocument::peopleChanged, this,
            [this] { m_window->topBar().setPeople(ui::peopleText(m_cut->document())); });
    for (const ui::PlayerLink* player : {&m_cut->programme(), &m_cut->sourceViewer().player()})
        connect(player, &ui::PlayerLink::stateChanged, this, [this](const playback::PlayerState& state) {
            if (!state.speed.paused())
                m_window->statusLine().setDropped(state.dropped);
        });
    showProject();
    showSelects();
}

void Editor::showSelects() {
    std::set<Uuid> sources;
    for (const timeline::Select& select : timeline::selectsOf(*m_cut->sequence()))
        sources.insert(select.range.source.multiSource);
    m_browse->model().setSelected(std::move(sources));
}

void Editor::wireDeliver() {
    connect(m_deliver, &ui::DeliverPage::status, &m_window->statusLine(), &ui::StatusLine::say);
    connect(m_deliver, &ui::DeliverPage::playRequested, this,
            [this](const QString& source, const QString& title) {
                if (const auto id = Uuid::parse(source.toStdString()))
                    playDelivered(*id, title);
            });
    connect(m_deliver, &ui::DeliverPage::goToClip, this, [this](const QString&, qint64 frame) {
        m_window->showPage(m_cut);
        m_cut->goTo(frame);
    });
    const auto showWaiting = [this] {
        m_window->topBar().setWaiting(m_outbox.waiting(), m_outbox.refused());
    };
    connect(&m_outbox, &ui::OutboxCourier::changed, this, showWaiting);
    showWaiting();
    const auto refreshCut = [this] {
        m_deliver->setCut(m_cut->sequence(), [this] { return m_cut->otio(); });
    };
    connect(m_window.get(), &ui::MainWindow::pageShown, this, [this, refreshCut](QWidget* page) {
        if (page == m_deliver)
            refreshCut();
    });
    m_window->actions().bind(QStringLiteral("deliver.submit"), this, [this, refreshCut] {
        if (m_window->currentPage() == m_deliver) {
            refreshCut();
            m_deliver->deliver();
        } else {
            m_window->showPage(m_deliver);
        }
    });
}

void Editor::wireSession() {
    connect(&m_session, &ui::CloudSession::opened, this,
            [this] { m_deliver->model().setCloud(m_session.cloud()); });
    connect(&m_session, &ui::CloudSession::reloadNeeded, this, [this] { m_deliver->model().reload(); });
    connect(&m_session, &ui::CloudSession::mediaKept, this, [this](const QString& sentence) {
        if (!sentence.isEmpty())
            m_window->statusLine().say(sentence);
    });
    connect(&m_session, &ui::CloudSession::jobChanged, this,
            [this](const catalogue::Job& job) { m_deliver->model().applyJob(job); });
    connect(&m_session, &ui::CloudSession::demoProgress, this, [this](const QString&, int percent) {
        if (percent >= 100) // how far it is until then stands in the top bar
            m_window->statusLine().say(tr("The demo event is complete."));
    });
    const QList<ui::PlayerLink*> players{&m_browse->viewer().player(), &m_cut->sourceViewer().player(),
                                         &m_cut->programme()};
    for (ui::PlayerLink* player : players)
        connect(player, &ui::PlayerLink::stateChanged, &m_playing,
                [this, player](const playback::PlayerState& state) {
                    m_playing.setPlaying(player, player->isPlaying());
                    if (player->isPlaying())
                        m_window->statusLine().setDropped(state.dropped);
                });
    m_window->actions().bindToggle(QStringLiteral("play.scrubSound"), this, true, [players](bool on) {
        for (ui::PlayerLink* player : players)
            player->setScrubSound(on);
    });
    m_window->actions().bind(QStringLiteral("file.connect"), this, [this] { askForConnection(); });
}

void Editor::wireOffline() {
    new OfflineCommands(*m_window, m_offline, [this]() -> ui::SourceViewer& {
        return m_window->currentPage() == m_cut ? m_cut->sourceViewer() : m_browse->viewer();
    });
    auto& cards = m_browse->cards();
    const auto show = [this, &cards] {
        cards.setOffline([this](const Uuid& source) { return m_offline.isHere(source); });
    };
    show();
    connect(&m_offline, &ui::OfflineMedia::changed, &cards, show);
    cards.setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const char* command : {"view.openInCut", "file.makeOffline", "file.removeOffline"})
        cards.addAction(m_window->actions().action(QLatin1String(command)));
}

void Editor::startEmbedded() {
    catalogue::EmbeddedOptions embedded;
    embedded.dataFolder = m_options.dataFolder.toStdString();
    if (m_options.demo)
        embedded.extraArguments = {"--demo"};
    m_session.startEmbedded(embedded);
}

void Editor::connectSomewhere() {
    if (m_options.cloud) {
        m_session.connectTo(*m_options.cloud);
        return;
    }
    const QString url = QSettings().value(urlKey).toString();
    if (m_options.embedded || url.isEmpty()) {
        startEmbedded();
        return;
    }
    m_tokens.find(url, [this, url](const QString& token) {
        tams::Connection connection;
        connection.url = url.toStdString();
        connection.token = token.toStdString();
        connection.allowPlainHttp = QSettings().value(plainKey).toBool();
        m_session.connectTo(connection);
    });
}

void Editor::askForConnection() {
    const tams::Connection now = m_session.cloud() && !m_session.state().embedded
                                     ? m_session.cloud()->connection()
                                     : tams::Connection{};
    auto* dialog = new ui::ConnectDialog(now, m_tokens, m_session.tasks(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::ConnectDialog::ownServerChosen, this, [this] {
        QSettings().remove(urlKey);
        startEmbedded();
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        QSettings().setValue(urlKey, QString::fromStdString(dialog->connection().url));
        QSettings().setValue(plainKey, dialog->connection().allowPlainHttp);
        if (!dialog->keptSentence().isEmpty())
            m_window->statusLine().say(dialog->keptSentence());
        m_session.connectTo(dialog->connection());
    });
    dialog->open();
}

void Editor::showProject() {
    m_window->topBar().setProject(QString::fromStdString(m_cut->sequence()->name), m_saved);
}

void Editor::playDelivered(const Uuid& sourceId, const QString& title) {
    m_window->showPage(m_cut);
    ui::OpenAt at;
    at.play = true;
    m_cut->sourceViewer().openSource(sourceId, title, at);
}

void Editor::checkReady() {
    using State = ui::CatalogueLoader::State;
    const auto& model = m_browse->model();
    const bool catalogue = m_browse->loader().state() == State::Fresh;
    const bool nothingToSee = catalogue && model.opening() == nullptr;
    if (m_ready || !catalogue || !(m_picture || nothingToSee))
        return;
    m_ready = true;
    // Once what has just arrived is painted.
    QMetaObject::invokeMethod(this, &Editor::ready, Qt::QueuedConnection);
}

} // namespace cutaway
