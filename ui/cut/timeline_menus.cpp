#include "ui/cut/timeline_menus.h"

#include "ui/actions/action_set.h"
#include "ui/timeline/label_colours.h"
#include "ui/timeline/session_link.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>

namespace cutaway::ui {

namespace {

QString text(const char* sentence) {
    return QCoreApplication::translate("TimelineMenu", sentence);
}

/// Commands of the table, "" for a line between them.
void addCommands(QMenu& menu, const ActionSet& actions, std::initializer_list<const char*> ids) {
    for (const char* id : ids) {
        if (*id == '\0')
            menu.addSeparator();
        else if (QAction* action = actions.action(QLatin1String(id)); action && action->isVisible())
            menu.addAction(action);
    }
}

void addLabels(QMenu& menu, SessionLink& link) {
    QMenu* labels = menu.addMenu(text(QT_TRANSLATE_NOOP("TimelineMenu", "Label")));
    const auto choose = [&link](std::string colour) {
        return [&link, colour = std::move(colour)] {
            timeline::EditorSession& session = link.session();
            link.report(session.take(setColour(*session.sequence(), session.selection(), colour)));
        };
    };
    labels->addAction(text(QT_TRANSLATE_NOOP("TimelineMenu", "None")), &link, choose({}));
    for (const LabelColour& colour : labelColours)
        labels->addAction(labelIcon(colour.name), colour.text(), &link, choose(colour.name));
}

} // namespace

void showClipMenu(SessionLink& link, ActionSet& actions, QWidget* parent, QPoint global) {
    auto* menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (link.session().selection().empty()) {
        addCommands(*menu, actions,
                    {"edit.paste", "edit.pasteInsert", "", "sequence.closeGap", "", "sequence.addMarker", "",
                     "sequence.addPictureTrack", "sequence.addSoundTrack", "sequence.tracks"});
        menu->popup(global);
        return;
    }
    addCommands(*menu, actions,
                {"edit.cut", "edit.copy", "edit.paste", "edit.delete", "edit.rippleDelete", "",
                 "clip.matchFrame", "edit.replace", "", "clip.enable", "clip.link", "clip.join",
                 "clip.rename"});
    addLabels(*menu, link);
    addCommands(*menu, actions,
                {"clip.gain", "clip.speed", "clip.freeze", "clip.insertFreeze", "", "clip.copyAttributes",
                 "clip.pasteAttributes", "clip.resetPicture", "", "clip.dissolveSelection",
                 "clip.removeTransitions"});
    menu->popup(global);
}

void showTrackMenu(SessionLink& link, ActionSet& actions, const Uuid& id, QWidget* parent, QPoint global) {
    const timeline::Sequence& sequence = *link.session().sequence();
    const auto index = timeline::findTrack(sequence, id);
    if (!index)
        return;
    const timeline::Track& track = *sequence.tracks[*index];
    auto* menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto step = [&link](auto edit) {
        return [&link, edit] { link.report(link.session().take(edit(*link.session().sequence()))); };
    };
    const auto ask = [&link, parent](const QString& title, const QString& label, const std::string& now,
                                     auto edit) {
        return [&link, parent, title, label, now, edit] {
            bool taken = false;
            const QString given = QInputDialog::getText(parent, title, label, QLineEdit::Normal,
                                                        QString::fromStdString(now), &taken);
            if (taken)
                link.report(link.session().take(edit(*link.session().sequence(), given.toStdString())));
        };
    };
    const QString name = QString::fromStdString(track.name);
    menu->addAction(
        text(QT_TRANSLATE_NOOP("TimelineMenu", "Rename %1...")).arg(name), &link,
        ask(text(QT_TRANSLATE_NOOP("TimelineMenu", "Rename a track")),
            text(QT_TRANSLATE_NOOP("TimelineMenu", "Name")), track.name,
            [id](const auto& s, std::string given) { return renameTrack(s, id, std::move(given)); }));
    menu->addAction(
        text(QT_TRANSLATE_NOOP("TimelineMenu", "Language...")), &link,
        ask(text(QT_TRANSLATE_NOOP("TimelineMenu", "Language of %1")).arg(name),
            text(QT_TRANSLATE_NOOP("TimelineMenu", "A tag such as de, en or pt-BR; empty for none")),
            track.language,
            [id](const auto& s, std::string given) { return setTrackLanguage(s, id, std::move(given)); }));
    QAction* sync = menu->addAction(text(QT_TRANSLATE_NOOP("TimelineMenu", "Sync lock")));
    sync->setCheckable(true);
    sync->setChecked(track.syncLocked);
    sync->setToolTip(text(QT_TRANSLATE_NOOP("TimelineMenu", "Moves along when another track ripples.")));
    QObject::connect(sync, &QAction::toggled, &link, [&link, id](bool on) {
        link.report(link.session().toggle(id, timeline::TrackToggle::SyncLock, on));
    });
    menu->addSeparator();
    const bool picture = track.kind == timeline::TrackKind::Video;
    menu->addAction(text(QT_TRANSLATE_NOOP("TimelineMenu", "Move up")), &link,
                    step([id, by = picture ? 1 : -1](const auto& s) { return moveTrack(s, id, by); }));
    menu->addAction(text(QT_TRANSLATE_NOOP("TimelineMenu", "Move down")), &link,
                    step([id, by = picture ? -1 : 1](const auto& s) { return moveTrack(s, id, by); }));
    menu->addAction(text(QT_TRANSLATE_NOOP("TimelineMenu", "Remove %1")).arg(name), &link,
                    step([id](const auto& s) { return removeTrack(s, id); }));
    menu->addSeparator();
    addCommands(*menu, actions,
                {"sequence.addPictureTrack", "sequence.addSoundTrack", "sequence.removeEmptyTracks",
                 "sequence.tracks"});
    menu->popup(global);
}

} // namespace cutaway::ui
