#include "core/timeline/clip_map.h"
#include "core/timeline/index.h"
#include "ui/actions/action_set.h"
#include "ui/cut/cut_page.h"
#include "ui/cut/history_list.h"
#include "ui/cut/marker_dialog.h"
#include "ui/cut/speed_dialog.h"
#include "ui/cut/timeline_menus.h"
#include "ui/cut/tracks_dialog.h"
#include "ui/cut/trim_play.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/timecode_field.h"

#include <QInputDialog>

// The commands on clips, edits, tracks and markers.
namespace cutaway::ui {

namespace {
constexpr int manyFrames = 5;
constexpr char newMarkerColour[] = "GREEN";
constexpr char newClipMarkerColour[] = "YELLOW";
} // namespace

void CutPage::bindClipboard() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    const auto copy = [this] {
        timeline::Clipboard copied = editing().copied();
        if (copied.isEmpty()) {
            showRefusal(tr("Select a clip first."));
            return false;
        }
        m_clipboard = std::move(copied);
        return true;
    };
    bind("edit.copy", [this, copy] {
        if (copy())
            Q_EMIT status(tr("Copied"));
    });
    bind("edit.cut", [this, copy] {
        if (copy())
            report(editing().deleteSelection());
    });
    bind("edit.paste", [this] { report(editing().paste(m_clipboard, false)); });
    bind("edit.pasteInsert", [this] { report(editing().paste(m_clipboard, true)); });
}

void CutPage::bindClipCommands() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    bind("edit.history", [this] {
        if (!m_history)
            m_history = new HistoryDialog(m_document.link(), this);
        m_history->show();
        m_history->raise();
        m_history->activateWindow();
    });
    bind("edit.append", [this] {
        if (sourceReady())
            report(editing().append(sourceSide()));
    });
    bind("edit.replace", [this] {
        if (sourceReady())
            report(editing().replace(sourceSide()));
    });
    // Whoever walks over clips by key is on the timeline from there on.
    const auto walk = [this](const Result<void>& result) {
        setActiveSide(Side::Programme);
        m_timeline->setFocus(Qt::ShortcutFocusReason);
        if (m_document.link().report(result))
            m_timeline->showHand();
    };
    bind("clip.selectAtPlayhead", [this, walk] { walk(editing().selectAtPlayhead()); });
    bind("clip.selectPrevious", [this, walk] { walk(editing().selectBeside(-1)); });
    bind("clip.selectNext", [this, walk] { walk(editing().selectBeside(1)); });
    bind("clip.selectAbove", [this, walk] { walk(editing().selectAcross(-1)); });
    bind("clip.selectBelow", [this, walk] { walk(editing().selectAcross(1)); });
    bind("clip.enable", [this] { report(editing().toggleEnabled()); });
    bind("clip.group", [this] { report(editing().group()); });
    bind("clip.ungroup", [this] { report(editing().ungroup()); });
    bind("clip.addMarker", [this] { report(editing().addClipMarker(newClipMarkerColour)); });
    bind("clip.link", [this] { report(editing().toggleLink()); });
    bind("clip.join", [this] { report(editing().join()); });
    bind("clip.rename", [this] { renameSelection(); });
    bind("clip.speed", [this] { askForSpeed(); });
    bind("clip.freeze", [this] { report(editing().freeze()); });
    bind("clip.insertFreeze", [this] { insertFreeze(); });
    bind("edit.fitToFill", [this] {
        if (sourceReady())
            report(editing().fitToFill(sourceSide()));
    });
    bind("clip.nudgeLeft", [this] { report(editing().nudge(-1)); });
    bind("clip.nudgeRight", [this] { report(editing().nudge(1)); });
    bind("clip.nudgeLeftMany", [this] { report(editing().nudge(-manyFrames)); });
    bind("clip.nudgeRightMany", [this] { report(editing().nudge(manyFrames)); });
    bind("clip.matchFrame", [this] { matchFrame(); });
    bind("clip.reverseMatch", [this] { reverseMatch(); });
    using timeline::TrackKind;
    using timeline::TransitionKind;
    bind("clip.dissolve",
         [this] { report(editing().addTransition(TrackKind::Video, TransitionKind::Dissolve)); });
    bind("clip.crossfade",
         [this] { report(editing().addTransition(TrackKind::Audio, TransitionKind::Dissolve)); });
    bind("clip.dip", [this] { report(editing().addTransition(TrackKind::Video, TransitionKind::Dip)); });
    bind("clip.wipe", [this] { report(editing().addTransition(TrackKind::Video, TransitionKind::Wipe)); });
    bind("clip.dissolveSelection",
         [this] { report(editing().addTransitionsToSelection(TransitionKind::Dissolve)); });
    bind("clip.removeTransitions",
         [this] { report(editing().take(removeTransitions(*editing().sequence(), editing().selection()))); });
    bind("clip.transitionLength", [this] {
        bool taken = false;
        const int frames =
            QInputDialog::getInt(this, tr("Length of transitions"), tr("Frames of a new transition"),
                                 static_cast<int>(editing().transitionFrames()), 1, 1000, 1, &taken);
        if (taken)
            editing().setTransitionFrames(frames);
    });
}

void CutPage::bindTrimCommands() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    bind("trim.take", [this] { report(editing().takeNearestEdit()); });
    bind("trim.mode", [this] { report(editing().nextTrimMode()); });
    bind("trim.earlier", [this] { trim(-1); });
    bind("trim.later", [this] { trim(1); });
    bind("trim.earlierMany", [this] { trim(-manyFrames); });
    bind("trim.laterMany", [this] { trim(manyFrames); });
    bind("trim.extend", [this] { report(editing().extendEdit()); });
    // "+12" over the programme moves the edit in hand, if there is one.
    m_programmePanel->timecode()->setOffsetTaker([this](qint64 frames) {
        if (!editing().editPoint())
            return false;
        trim(frames);
        return true;
    });
}

/// With an edit in hand J and L play the trim, and K and Space end it where it is.
void CutPage::shuttle(int direction) {
    if (m_side == Side::Programme && m_trimPlay->isReady())
        m_trimPlay->shuttle(direction);
    else
        activePlayer().shuttle(direction);
}

/// Whatever else is asked for comes after the trim that is being played.
void CutPage::endTrimBefore(const QString& command) {
    if (m_trimPlay->isRunning() && command != QLatin1String("play.forward") &&
        command != QLatin1String("play.reverse") && command != QLatin1String("play.stop") &&
        command != QLatin1String("play.toggle") && command != QLatin1String("edit.deselect"))
        m_trimPlay->finish();
}

void CutPage::trim(std::int64_t frames) {
    m_programme.stop();
    const auto moved = editing().trimBy(frames);
    if (!moved)
        showRefusal(QString::fromStdString(moved.error().message));
    else if (*moved != frames)
        Q_EMIT status(tr("The edit goes no further than %1 frames.").arg(*moved));
}

void CutPage::bindSequenceCommands() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    bind("sequence.closeGap", [this] { report(editing().closeGap()); });
    bind("sequence.addMarker", [this] { report(editing().addMarker(newMarkerColour)); });
    bind("sequence.editMarker", [this] { editMarker(); });
    const auto goTo = [this](int direction) {
        if (const auto frame = editing().neighbouringMarker(direction))
            seekRecord(*frame);
    };
    bind("sequence.previousMarker", [goTo] { goTo(-1); });
    bind("sequence.nextMarker", [goTo] { goTo(1); });
    using timeline::TrackKind;
    bind("sequence.addPictureTrack",
         [this] { report(editing().take(addTrack(*editing().sequence(), TrackKind::Video))); });
    bind("sequence.addSoundTrack",
         [this] { report(editing().take(addTrack(*editing().sequence(), TrackKind::Audio))); });
    bind("sequence.removeEmptyTracks",
         [this] { report(editing().take(removeEmptyTracks(*editing().sequence()))); });
    bind("sequence.tracks", [this] { TracksDialog(m_document.link(), this).exec(); });
    bind("view.tallerTracks", [this] { m_timeline->tallerRows(); });
    bind("view.lowerTracks", [this] { m_timeline->lowerRows(); });
    connect(m_timeline, &TimelineView::menuRequested, this,
            [this](const TimelineHit& at, QPoint global, bool header) {
                if (!header)
                    showClipMenu(m_document.link(), m_actions, m_timeline, global);
                else if (at.row)
                    showTrackMenu(m_document.link(), m_actions,
                                  editing().sequence()->tracks[at.row->track]->id, m_timeline, global);
            });
}

void CutPage::renameSelection() {
    const auto& clips = editing().selection();
    const auto first =
        clips.empty() ? std::nullopt : timeline::findClip(*editing().sequence(), *clips.begin());
    if (!first) {
        showRefusal(tr("Select a clip first."));
        return;
    }
    bool taken = false;
    const QString name = QInputDialog::getText(this, tr("Rename clip"), tr("Name"), QLineEdit::Normal,
                                               QString::fromStdString(first->clip->name), &taken);
    if (taken)
        report(editing().take(renameClips(*editing().sequence(), editing().selection(), name.toStdString())));
}

void CutPage::askForSpeed() {
    const std::set<Uuid> chosen = editing().chosen();
    if (chosen.empty()) {
        showRefusal(tr("Select a clip first."));
        return;
    }
    SpeedDialog dialog(*editing().sequence(), chosen, this);
    if (dialog.exec() == QDialog::Accepted)
        report(editing().setSpeed(dialog.speed(), dialog.length()));
}

void CutPage::insertFreeze() {
    const FrameRate rate = editing().sequence()->rate;
    constexpr int usualSeconds = 2;
    bool taken = false;
    const int frames = QInputDialog::getInt(this, tr("Insert freeze frame"), tr("Frames to hold the picture"),
                                            static_cast<int>(mulDivRound(usualSeconds, rate.num, rate.den)),
                                            1, 1'000'000, 1, &taken);
    if (taken)
        report(editing().insertFreeze(frames));
}

/// The source viewer on what the programme shows, parked on the same frame.
void CutPage::matchFrame() {
    const auto place = editing().clipUnderPlayhead();
    if (!place) {
        showRefusal(tr("There is no picture under the playhead."));
        return;
    }
    const timeline::Clip& clip = *place->clip;
    openClip(clip.media.sourceId, timeline::sourceUnitAt(clip, editing().playhead() - place->units.first,
                                                         editing().sequence()->rate));
}

void CutPage::reverseMatch() {
    if (!sourceReady())
        return;
    const timeline::SourceSide side = sourceSide();
    if (const auto frame = editing().whereShown(side.source.multiSource, side.position))
        seekRecord(*frame);
    else
        showRefusal(tr("The sequence does not show this frame."));
}

void CutPage::editMarker() {
    const auto marker = editing().markerAtPlayhead();
    const auto onClip = marker ? std::nullopt : editing().clipMarkerAtPlayhead();
    if (!marker && !onClip) {
        showRefusal(tr("There is no marker at the playhead."));
        return;
    }
    const timeline::Sequence& sequence = *editing().sequence();
    const std::int64_t frame = sequence.startFrame + (marker ? marker->frame : onClip->frame);
    MarkerDialog dialog(marker ? *marker : onClip->marker,
                        QString::fromStdString(timecodeText(frame, sequence.timecode())), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (onClip) {
        report(editing().take(dialog.removed()
                                  ? removeClipMarker(*editing().sequence(), onClip->clip, onClip->marker.id)
                                  : setClipMarker(*editing().sequence(), onClip->clip, dialog.marker())));
        return;
    }
    report(editing().take(dialog.removed() ? removeMarker(*editing().sequence(), marker->id)
                                           : setMarker(*editing().sequence(), dialog.marker())));
}

} // namespace cutaway::ui
