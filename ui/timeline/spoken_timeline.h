#pragma once

#include "ui/timeline/session_link.h"

#include "core/timeline/outline.h"

#include <QAccessible>
#include <QObject>
#include <QRect>

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace cutaway::ui {

class TimelineView;

/// The timeline as a screen reader has it: a tree of tracks and clips with an interface for each that was
/// asked for, and events when the clip at hand, the selection or the clips themselves change. It costs
/// nothing while nobody listens. GUI thread.
class SpokenTimeline : public QObject {
    Q_OBJECT

public:
    SpokenTimeline(SessionLink& link, TimelineView& view);
    ~SpokenTimeline() override;

    bool isOpen() const { return m_link.isOpen(); }
    timeline::EditorSession& session() const { return m_link.session(); }
    SessionLink& link() const { return m_link; }
    TimelineView& view() const { return m_view; }
    /// Of the sequence as it is now; valid until that changes. Only while one is open.
    const timeline::Outline& outline() const;

    std::optional<std::size_t> rowOfTrack(const Uuid& track) const;
    QString trackName(std::size_t row) const;
    QString clipName(timeline::OutlinePlace place) const;

    /// Null where no such track or clip is.
    QAccessibleInterface* trackInterface(std::size_t row);
    QAccessibleInterface* clipInterface(timeline::OutlinePlace place);
    /// The clip that has the focus within the view; null when the view itself has it.
    QAccessibleInterface* handInterface();

    /// Who hears the events instead of the platform's screen reader: for tests.
    using Listener = std::function<void(QAccessibleInterface& about, QAccessible::Event what)>;
    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// The focus came to the view: says which clip is at hand there.
    void focusCame();

private:
    /// What is known of by whoever listens.
    struct Said {
        QAccessible::Id id = 0;
        Uuid track; ///< that a clip lay on
        QString name;
    };

    void opened();
    void sequenceChanged();
    void selectionChanged();
    void handChanged();
    void sayName(Said& said, const QString& name);
    void sayTracks();
    void sayClips();
    void sayFocus(bool again);
    void forgetAll();
    bool isHeard() const;
    void say(QAccessibleInterface* about, QAccessible::Event what);

    SessionLink& m_link;
    TimelineView& m_view;
    Listener m_listener;
    mutable timeline::SequencePtr m_outlineOf;
    mutable std::optional<timeline::Outline> m_outline;
    std::map<Uuid, Said> m_tracks; ///< of those asked for
    std::map<Uuid, Said> m_clips;
    std::set<Uuid> m_listed;   ///< clips that were there when it was last said what is
    std::set<Uuid> m_selected; ///< as it was said last
    std::optional<Uuid> m_hand;
};

} // namespace cutaway::ui
