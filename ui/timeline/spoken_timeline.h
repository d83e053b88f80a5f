#pragma once

#include "ui/timeline/session_link.h"
#include "ui/timeline/spoken_tree.h"

#include <QAccessible>
#include <QObject>
#include <QRect>

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace cutaway::ui {

class TimelineView;

/// The timeline as a screen reader has it: a tree of tracks, clips, gaps and markers with an interface for
/// each that was asked for, and events when what is at hand, the selection or the tree itself changes. It
/// costs nothing while nobody listens. GUI thread.
class SpokenTimeline : public QObject {
    Q_OBJECT

public:
    SpokenTimeline(SessionLink& link, TimelineView& view);
    ~SpokenTimeline() override;

    bool isOpen() const { return m_link.isOpen(); }
    timeline::EditorSession& session() const { return m_link.session(); }
    SessionLink& link() const { return m_link; }
    TimelineView& view() const { return m_view; }

    /// Of the sequence as it is now; valid until that changes. Only while one is open, like all below.
    const SpokenTree& tree() const;
    /// Null where no such thing is.
    QAccessibleInterface* interfaceOf(const SpokenItem& item);
    /// What is said of it; empty where it is not.
    QString nameOf(const SpokenItem& item) const;
    /// What of it is in view, in the view's own coordinates.
    QRect rectOf(const SpokenItem& item) const;
    /// What has the focus within the view; none when the view itself has it.
    std::optional<SpokenItem> hand() const;
    QAccessibleInterface* handInterface();

    /// Who hears the events instead of the platform's screen reader: for tests.
    using Listener = std::function<void(QAccessibleInterface& about, QAccessible::Event what)>;
    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// The focus came to the view: says what is at hand there.
    void focusCame();
    /// The playhead went elsewhere, or stopped there: says what is at hand, when that is something else.
    void handMoved();

private:
    /// What is known of by whoever listens.
    struct Said {
        QAccessible::Id id = 0;
        std::optional<SpokenItem> list; ///< that it lay in
        QString name;
    };

    void opened();
    void sequenceChanged();
    void selectionChanged();
    void sayChanges();
    void sayNews();
    void sayFocus(bool again);
    void forgetAll();
    bool isHeard() const;
    void say(QAccessibleInterface* about, QAccessible::Event what);

    SessionLink& m_link;
    TimelineView& m_view;
    Listener m_listener;
    mutable timeline::SequencePtr m_treeOf;
    mutable std::optional<SpokenTree> m_tree;
    std::map<SpokenItem, Said> m_said; ///< of those asked for
    std::set<SpokenItem> m_listed;     ///< what was there when it was last said what is
    std::set<Uuid> m_selected;         ///< as it was said last
    std::optional<SpokenItem> m_hand;
};

} // namespace cutaway::ui
