#include "core/timeline/index.h"
#include "ui/actions/action_set.h"
#include "ui/cut/cut_page.h"
#include "ui/cut/patch_dialog.h"
#include "ui/cut/recovery_dialog.h"
#include "ui/cut/selects_panel.h"
#include "ui/cut/timeline_tools.h"
#include "ui/cut/trim_play.h"
#include "ui/cut/versions_dialog.h"
#include "ui/scopes/scope_panel.h"
#include "ui/timeline/timeline_view.h"
#include "ui/viewer/level_meter.h"
#include "ui/widgets/timecode_field.h"

#include <QDateTime>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>

#include <cstdlib>

namespace cutaway::ui {

namespace {

constexpr int jumpFrames = 5;
constexpr int angles = 9;

} // namespace

void CutPage::takeKeys() {
    bindPlayCommands();
    bindMarkCommands();
    bindEditCommands();
    bindExchange();
    bindClipboard();
    bindClipCommands();
    bindPictureCommands();
    bindSoundCommands();
    bindTrimCommands();
    bindSequenceCommands();
    bindGraphics();
    bindAngleCommands();
    bindFileCommands();
    bindModes();
    bindInstruments();
}

void CutPage::bindInstruments() {
    m_scopes->bindCommands();
    m_actions.bind(QStringLiteral("view.inspect"), this, [this] { inspect(); });
    m_actions.bind(QStringLiteral("play.measureAgain"), this, [this] { m_meter->restart(); });
}

void CutPage::bindPlayCommands() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    bind("play.toggle", [this] { activePlayer().toggle(); });
    bind("play.stop", [this] { activePlayer().stop(); });
    bind("play.forward", [this] { shuttle(1); });
    bind("play.reverse", [this] { shuttle(-1); });
    bind("play.stepBack", [this] { activePlayer().step(-1); });
    bind("play.stepForward", [this] { activePlayer().step(1); });
    bind("play.jumpBack", [this] { activePlayer().step(-jumpFrames); });
    bind("play.jumpForward", [this] { activePlayer().step(jumpFrames); });
    bind("play.start", [this] { activePlayer().step(-activePlayer().position()); });
    bind("play.end",
         [this] { activePlayer().step(activePlayer().duration() - 1 - activePlayer().position()); });
    const auto toEdit = [this](int direction) {
        if (m_side == Side::Source && m_source->isLoaded())
            m_source->goToNeighbourMark(direction);
        else if (const auto edit = editing().neighbouringEdit(direction))
            seekRecord(*edit);
    };
    bind("play.previousEdit", [toEdit] { toEdit(-1); });
    bind("play.nextEdit", [toEdit] { toEdit(1); });
    bind("play.timecode", [this] { activePanel()->timecode()->beginEntry(); });
    bind("play.marked", [this] { playMarked(false); });
    bind("play.loop", [this] { playMarked(true); });
    bind("play.around", [this] { playAround(); });
    bind("play.live", [this] {
        setActiveSide(Side::Source);
        m_source->goLive();
    });
    bind("view.focusSource", [this] {
        setActiveSide(Side::Source);
        m_sourcePanel->setFocus(Qt::ShortcutFocusReason);
    });
    bind("view.focusTimeline", [this] {
        setActiveSide(Side::Programme);
        m_timeline->setFocus(Qt::ShortcutFocusReason);
    });
    bind("view.zoomIn", [this] { m_timeline->zoomIn(); });
    bind("view.zoomOut", [this] { m_timeline->zoomOut(); });
    bind("view.zoomFit", [this] { m_timeline->zoomFit(); });
}

void CutPage::playMarked(bool loop) {
    if (m_side == Side::Source && m_source->isLoaded())
        m_source->playMarked(loop);
    else
        m_programme.playRange({editing().markIn().value_or(0),
                               editing().markOut().value_or(editing().sequence()->durationFrames()),
                               loop,
                               {}});
}

/// In the programme around the cut that is meant: the nearest one, when it is near.
void CutPage::playAround() {
    PlayerLink& player = activePlayer();
    std::int64_t centre = player.position();
    if (&player == &m_programme) {
        const FrameRate rate = editing().sequence()->rate;
        std::int64_t nearest = mulDivRound(1, rate.num, rate.den);
        for (const std::int64_t edit : timeline::editPoints(*editing().sequence()))
            if (std::abs(edit - player.position()) < nearest) {
                nearest = std::abs(edit - player.position());
                centre = edit;
            }
    }
    player.playAround(centre);
}

void CutPage::bindMarkCommands() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    const auto onSource = [this] { return m_side == Side::Source && m_source->isLoaded(); };
    bind("mark.in", [this, onSource] {
        if (onSource())
            m_source->markIn();
        else
            editing().setMarks(editing().playhead(), editing().markOut());
    });
    bind("mark.out", [this, onSource] {
        if (onSource())
            m_source->markOut();
        else
            editing().setMarks(editing().markIn(), editing().playhead() + 1);
    });
    bind("mark.clip", [this, onSource] {
        if (onSource())
            m_source->setRange(timeline::UnitRange{m_source->timing().first, m_source->timing().end});
        else
            report(editing().markClip());
    });
    bind("mark.goIn", [this, onSource] {
        if (!onSource())
            seekRecord(editing().markIn().value_or(editing().playhead()));
        else if (const auto range = m_source->range())
            m_source->seekFrame(range->first);
    });
    bind("mark.goOut", [this, onSource] {
        if (!onSource())
            seekRecord(editing().markOut().value_or(editing().playhead() + 1) - 1);
        else if (const auto range = m_source->range())
            m_source->seekFrame(range->end - 1);
    });
    const auto clear = [this, onSource](bool in, bool out) {
        if (!onSource()) {
            editing().setMarks(in ? std::nullopt : editing().markIn(),
                               out ? std::nullopt : editing().markOut());
            return;
        }
        const auto range = m_source->range();
        if (!range || (in && out))
            m_source->setRange(std::nullopt);
        else
            m_source->setRange(timeline::UnitRange{in ? m_source->timing().first : range->first,
                                                   out ? m_source->timing().end : range->end});
    };
    bind("mark.clearIn", [clear] { clear(true, false); });
    bind("mark.clearOut", [clear] { clear(false, true); });
    bind("mark.clear", [clear] { clear(true, true); });
    bind("mark.addToSelects", [this] { addSelect(); });
    bind("mark.makeSubclip", [this] { makeSubclips(); });
    bind("mark.stringOut", [this] { report(editing().stringOut(m_selects->chosenRanges())); });
    bind("mark.add", [this] {
        if (sourceReady())
            m_source->askForMark();
    });
}

void CutPage::makeSubclips() {
    const auto chosen = editing().chosen();
    report(editing().take(timeline::addSubclips(*editing().sequence(), {chosen.begin(), chosen.end()},
                                                m_selects->currentBin(), editing().sources())));
}

void CutPage::addSelect() {
    if (const auto range = sourceReady() ? m_source->markedRange() : std::nullopt)
        keepSelect(m_source->unit(), *range);
}

void CutPage::keepSelect(const catalogue::Unit& unit, const timeline::MarkedRange& range) {
    timeline::Select select;
    select.id = Uuid::random();
    select.name = unit.name.empty() ? range.source.name : unit.name + ", " + range.source.name;
    select.range = range;
    select.bin = m_selects->currentBin();
    report(editing().take(timeline::addSelect(*editing().sequence(), select)));
}

void CutPage::bindEditCommands() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    const auto place = [this](bool insert) {
        if (!sourceReady())
            return;
        m_programme.stop();
        report(insert ? editing().insert(sourceSide()) : editing().overwrite(sourceSide()));
    };
    bind("edit.insert", [place] { place(true); });
    bind("edit.overwrite", [place] { place(false); });
    bind("edit.lift", [this] { report(editing().lift()); });
    bind("edit.extract", [this] { report(editing().extract()); });
    bind("edit.delete", [this] { report(editing().deleteSelection()); });
    bind("edit.rippleDelete", [this] { report(editing().rippleDelete()); });
    bind("edit.razor", [this] { report(editing().razor(false)); });
    bind("edit.razorAll", [this] { report(editing().razor(true)); });
    bind("edit.rippleTrimPrevious", [this] { report(editing().rippleTrimToPlayhead(-1)); });
    bind("edit.rippleTrimNext", [this] { report(editing().rippleTrimToPlayhead(1)); });
    bind("edit.selectAll", [this] { editing().selectAll(); });
    bind("edit.deselect", [this] {
        if (m_trimPlay->isRunning()) {
            m_trimPlay->cancel();
            return;
        }
        editing().select({});
        editing().setEditPoint(std::nullopt);
    });
    bind("edit.patch", [this] {
        const bool loaded = m_source->isLoaded();
        PatchDialog(m_document.link(), loaded ? std::optional(m_source->timing()) : std::nullopt, this)
            .exec();
    });
    bind("edit.undo", [this] { report(editing().undo()); });
    bind("edit.redo", [this] { report(editing().redo()); });
}

void CutPage::bindModes() {
    for (const ToolCommand& command : toolCommands)
        m_actions.bindToggle(QLatin1String(command.id), this, editing().tool() == command.tool,
                             [this, tool = command.tool](bool) {
                                 editing().setTool(tool);
                                 // One that was in hand already stays in hand.
                                 Q_EMIT m_document.link().modesChanged();
                             });
    m_actions.bindToggle(QStringLiteral("edit.snap"), this, editing().snapping(),
                         [this](bool on) { editing().setSnapping(on); });
    m_actions.bindToggle(QStringLiteral("edit.linkedSelection"), this, editing().linkedSelection(),
                         [this](bool on) { editing().setLinkedSelection(on); });
}

void CutPage::bindAngleCommands() {
    for (int number = 1; number <= angles; ++number) {
        m_actions.bind(QStringLiteral("angle.%1").arg(number), this, [this, number] {
            if (m_multicam && m_side == Side::Programme)
                cutTo(number);
            else
                m_source->setAngle(number);
        });
        m_actions.bind(QStringLiteral("swap.%1").arg(number), this, [this, number] { swapTo(number); });
    }
    m_actions.bindToggle(QStringLiteral("angle.multicam"), this, m_multicam, [this](bool on) {
        m_multicam = on;
        Q_EMIT status(on ? tr("1 to 9 cut between angles while the timeline has the keys")
                         : tr("1 to 9 choose the angle of the source viewer"));
    });
    m_actions.bind(QStringLiteral("angle.sounds"), this, [this] { m_source->chooseSounds(); });
}

void CutPage::swapTo(int number) {
    const auto place = editing().clipUnderPlayhead();
    if (!place) {
        Q_EMIT status(tr("There is no picture under the playhead."));
        return;
    }
    const Uuid clip = place->clip->id;
    m_directory.findAngle(place->clip->media.sourceId, number,
                          [this, clip, request = ++m_swapRequest](const Result<timeline::SourceTiming>& to) {
                              if (request != m_swapRequest)
                                  return; // another angle was asked for since
                              if (!to) {
                                  showRefusal(QString::fromStdString(to.error().message));
                                  return;
                              }
                              // The answer may come late: it is for the clip that was meant.
                              const auto now = editing().clipUnderPlayhead();
                              if (now && now->clip->id == clip)
                                  report(editing().swapAngle(*to));
                          });
}

/// At the frame that was in view when the key went down: the angle may take a moment to be found.
void CutPage::cutTo(int number) {
    const std::int64_t frame = editing().playhead();
    const auto place = editing().pictureAt(frame);
    if (!place) {
        Q_EMIT status(tr("There is no picture under the playhead."));
        return;
    }
    m_directory.findAngle(place->clip->media.sourceId, number,
                          [this, frame](const Result<timeline::SourceTiming>& to) {
                              if (!to)
                                  showRefusal(QString::fromStdString(to.error().message));
                              else
                                  report(editing().cutToAngle(*to, frame));
                          });
}

void CutPage::bindFileCommands() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    bind("file.save", [this] { m_document.save(); });
    bind("file.versions", [this] {
        m_document.askForVersions(this, [this](const Result<catalogue::Project>& project) {
            if (!project)
                showRefusal(QString::fromStdString(project.error().message));
            else
                VersionsDialog(m_document, *project, this).exec();
        });
    });
    bind("file.recover", [this] {
        m_document.findLeftBehind();
        offerRecovery(true);
    });
    bind("file.yourName", [this] {
        bool given = false;
        const QString name = QInputDialog::getText(this, tr("Your name"), tr("What others see"),
                                                   QLineEdit::Normal, userName(), &given);
        if (given)
            QSettings().setValue(QLatin1String(userNameKey), name.trimmed());
    });
    bind("file.newProject", [this] { m_document.startNew(); });
    bind("file.openProject", [this] { chooseProject(); });
    bind("file.open", [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Open a sequence"), {},
                                                          tr("OpenTimelineIO (*.otio);;All files (*)"));
        if (!path.isEmpty())
            m_document.importFile(path);
    });
    bind("file.saveCopy", [this] {
        QString path = QFileDialog::getSaveFileName(this, tr("Save a copy"),
                                                    QString::fromStdString(editing().sequence()->name) +
                                                        QStringLiteral(".otio"),
                                                    tr("OpenTimelineIO (*.otio)"));
        if (path.isEmpty())
            return;
        if (!path.endsWith(QLatin1String(".otio")))
            path += QStringLiteral(".otio");
        m_document.exportFile(path);
    });
}

void CutPage::offerRecovery(bool byHand) {
    if (m_document.leftBehind().empty()) {
        if (byHand)
            Q_EMIT status(tr("Nothing was left behind. Every project was closed, or is open."));
        return;
    }
    auto* dialog = new RecoveryDialog(m_document.leftBehind(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::rejected, this, [this] { m_document.recoverLater(); });
    connect(dialog, &RecoveryDialog::chosen, &m_document, &ProjectDocument::recover);
    dialog->open();
}

void CutPage::chooseProject() {
    if (!m_session.isConnected()) {
        Q_EMIT status(tr("The cloud is away. The project that is open goes on being kept on this computer."));
        return;
    }
    struct Listed {
        std::vector<catalogue::ProjectSummary> projects;
        std::map<Uuid, std::string> editors;
    };
    m_session.tasks().run(
        this,
        [cloud = m_session.cloud()](std::stop_token stop) -> Result<Listed> {
            CUTAWAY_TRY(auto projects, cloud->projects(stop));
            CUTAWAY_TRY(auto editors, cloud->editors(stop));
            return Listed{std::move(projects), std::move(editors)};
        },
        [this](const Result<Listed>& listed) {
            if (!listed || listed->projects.empty()) {
                Q_EMIT status(listed ? tr("There is no project in this cloud yet.")
                                     : QString::fromStdString(listed.error().message));
                return;
            }
            const auto* projects = &listed->projects;
            QStringList rows;
            for (const auto& p : *projects) {
                const QDateTime saved = QDateTime::fromString(QString::fromStdString(p.updated), Qt::ISODate);
                QString row = QStringLiteral("%1 — %2").arg(
                    QString::fromStdString(p.name),
                    QLocale().toString(saved.toLocalTime(), QStringLiteral("ddd d MMM, HH:mm:ss")));
                if (const auto name = listed->editors.find(p.id); name != listed->editors.end())
                    row += QStringLiteral(" · ") + tr("%1 edits").arg(QString::fromStdString(name->second));
                if (rows.contains(row))
                    row += QStringLiteral(" · %1").arg(rows.size() + 1);
                rows << row;
            }
            bool taken = false;
            const QString row =
                QInputDialog::getItem(this, tr("Open a project"), tr("Project"), rows, 0, false, &taken);
            if (!taken)
                return;
            const auto& chosen = (*projects)[static_cast<std::size_t>(rows.indexOf(row))];
            m_document.openFromCloud(chosen.id, QString::fromStdString(chosen.name));
        });
}

} // namespace cutaway::ui
