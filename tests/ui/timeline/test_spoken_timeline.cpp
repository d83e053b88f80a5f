#include "../../core/timeline/timeline_fixture.h"

#include "ui/theme/theme.h"
#include "ui/timeline/spoken_timeline.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/timeline_words.h"

#include <QAccessible>
#include <QMap>
#include <QSignalSpy>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

namespace {

enum { V1, A1, A2 };

/// "Focus CAM A, V1, ...": what was said, and of whom.
QStringList said;

void listen(QAccessibleInterface& about, QAccessible::Event what) {
    static const QMap<int, QString> names{{QAccessible::Focus, QStringLiteral("focus")},
                                          {QAccessible::NameChanged, QStringLiteral("name")},
                                          {QAccessible::SelectionAdd, QStringLiteral("selected")},
                                          {QAccessible::SelectionRemove, QStringLiteral("deselected")},
                                          {QAccessible::ObjectCreated, QStringLiteral("new")},
                                          {QAccessible::ObjectDestroyed, QStringLiteral("gone")}};
    said << names.value(what, QString::number(what)) + QLatin1Char(' ') +
                about.text(QAccessible::Name).section(QLatin1Char(','), 0, 2);
}

} // namespace

class TestSpokenTimeline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }
    void init() {
        m_link = std::make_unique<SessionLink>();
        m_view = std::make_unique<TimelineView>(*m_link);
        m_view->resize(1280, 230);
        m_view->show();
        open("Cut");
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
        for (const auto& range :
             {part(angle(1), 0, 100), part(angle(2), 200, 300), part(angle(3), 900, 1000)})
            QVERIFY(session().place(range, session().sequence()->durationFrames(), false).ok());
        session().setPlayhead(0);
        QCoreApplication::processEvents();
        said.clear();
        m_view->spoken().setListener(listen);
    }
    void cleanup() {
        m_view.reset();
        m_link.reset();
    }

    void tellsOfTracksAndClips() {
        QCOMPARE(tree().role(), QAccessible::Grouping);
        QCOMPARE(names(tree()).mid(0, 3),
                 (QStringList{QStringLiteral("V1, picture track, 3 clips, targeted"),
                              QStringLiteral("A1, sound track, 3 clips, targeted"),
                              QStringLiteral("A2, sound track, 3 clips, targeted")}));
        QAccessibleInterface* v1 = tree().child(0);
        QCOMPARE(v1->role(), QAccessible::List);
        QCOMPARE(names(*v1), (QStringList{QStringLiteral("A, V1, from 01:00:00:00, for 00:00:02:00"),
                                          QStringLiteral("B, V1, from 01:00:02:00, for 00:00:02:00"),
                                          QStringLiteral("C, V1, from 01:00:04:00, for 00:00:02:00")}));
        QCOMPARE(names(*tree().child(2)).at(1), QStringLiteral("B, A2, from 01:00:02:00, for 00:00:02:00"));
        for (int i = 0; i < tree().childCount(); ++i)
            QCOMPARE(tree().indexOfChild(tree().child(i)), i);
        for (int i = 0; i < v1->childCount(); ++i) {
            QCOMPARE(v1->child(i)->role(), QAccessible::ListItem);
            QCOMPARE(v1->indexOfChild(v1->child(i)), i);
            QCOMPARE(v1->child(i)->parent(), v1);
        }
        QCOMPARE(v1->parent(), &tree());
    }
    void clipsAreWhereTheyAreDrawn() {
        const QAccessibleInterface* b = clip(V1, 1);
        const QRect where = b->rect();
        QVERIFY(where.contains(m_view->mapToGlobal(m_view->pointAt(V1, 100))));
        QVERIFY(where.contains(m_view->mapToGlobal(m_view->pointAt(V1, 199))));
        QVERIFY(!where.contains(m_view->mapToGlobal(m_view->pointAt(V1, 99))));
        QVERIFY(!where.contains(m_view->mapToGlobal(m_view->pointAt(A1, 150))));
        const QPoint middle = where.center();
        QAccessibleInterface* track = tree().childAt(middle.x(), middle.y());
        QCOMPARE(track->text(QAccessible::Name).section(QLatin1Char(','), 0, 0), QStringLiteral("V1"));
        QCOMPARE(track->childAt(middle.x(), middle.y()), b);
        QVERIFY(!b->state().offscreen);
        for (int i = 0; i < 12; ++i)
            m_view->zoomIn();
        QVERIFY(clip(V1, 2)->state().offscreen);
        session().setPlayhead(250);
        QVERIFY(!clip(V1, 2)->state().offscreen);
    }
    void gapsAreItemsOfTheirOwn() {
        session().setLinkedSelection(false);
        session().select({clipOn(*session().sequence(), V1, 150)});
        QVERIFY(session().lift().ok());
        QAccessibleInterface* v1 = tree().child(0);
        QCOMPARE(names(*v1), (QStringList{QStringLiteral("A, V1, from 01:00:00:00, for 00:00:02:00"),
                                          QStringLiteral("gap, V1, from 01:00:02:00, for 00:00:02:00"),
                                          QStringLiteral("C, V1, from 01:00:04:00, for 00:00:02:00, after a "
                                                         "gap of 00:00:02:00")}));
        for (int i = 0; i < v1->childCount(); ++i)
            QCOMPARE(v1->indexOfChild(v1->child(i)), i);
        QAccessibleInterface* gap = v1->child(1);
        QVERIFY(gap->rect().contains(m_view->mapToGlobal(m_view->pointAt(V1, 150))));
        QCOMPARE(v1->childAt(gap->rect().center().x(), gap->rect().center().y()), gap);
        QCOMPARE(gap->parent(), v1);
        QVERIFY(!gap->state().selectable && !gap->state().focused);
        QCOMPARE(gap->actionInterface()->actionNames(), QStringList{QStringLiteral("go to")});
        // Where there is nothing else the focus is on it; the sounds of B lie here still.
        for (const int sound : {A1, A2}) {
            session().select({clipOn(*session().sequence(), static_cast<std::size_t>(sound), 150)});
            QVERIFY(session().lift().ok());
        }
        session().setPlayhead(10);
        said.clear();
        session().setPlayhead(150);
        QCOMPARE(said, QStringList{QStringLiteral("focus gap, V1, from 01:00:02:00")});
        QCOMPARE(tree().focusChild(), gap);
        QVERIFY(gap->state().focused);
        said.clear();
        QVERIFY(session().closeGap().ok());
        QVERIFY2(said.contains(QStringLiteral("gone ")), qPrintable(said.join(QLatin1Char('\n'))));
        QVERIFY(said.contains(QStringLiteral("focus C, V1, from 01:00:02:00")));
        QCOMPARE(v1->childCount(), 2);
        said.clear();
        QVERIFY(session().undo().ok());
        QVERIFY(said.contains(QStringLiteral("new gap, V1, from 01:00:02:00")));
    }
    void transitionsAndFadesAreSaidOfTheirClips() {
        session().setTransitionFrames(20);
        session().setPlayhead(100);
        said.clear();
        QVERIFY(session().addTransition(TrackKind::Video, TransitionKind::Wipe).ok());
        QVERIFY(
            said.contains(QStringLiteral("name A, V1, from 01:00:00:00")) ||
            clip(V1, 0)->text(QAccessible::Name).endsWith(QStringLiteral(", wiped out over 00:00:00:20")));
        QVERIFY(clip(V1, 1)->text(QAccessible::Name).contains(QStringLiteral(", wipes in over 00:00:00:20")));
        QVERIFY(session().undo().ok());
        QVERIFY(session().addTransition(TrackKind::Audio, TransitionKind::Dissolve).ok());
        QVERIFY(clip(A1, 0)
                    ->text(QAccessible::Name)
                    .endsWith(QStringLiteral(", crossfades out over 00:00:00:20")));
        QVERIFY(clip(A1, 1)
                    ->text(QAccessible::Name)
                    .contains(QStringLiteral(", crossfades in over 00:00:00:20")));
        session().setLinkedSelection(false);
        session().select({clipOn(*session().sequence(), V1, 10)});
        QVERIFY(session().addTransitionsToSelection(TransitionKind::Dissolve).ok());
        QVERIFY2(clip(V1, 0)
                     ->text(QAccessible::Name)
                     .contains(QStringLiteral(", fades in over 00:00:00:20, dissolves out over 00:00:00:20")),
                 qPrintable(clip(V1, 0)->text(QAccessible::Name)));
        said.clear();
        QVERIFY(session().undo().ok());
        QVERIFY(said.contains(QStringLiteral("name A, V1, from 01:00:00:00")));
    }
    void missingMediaIsSaid() {
        const std::int64_t end = session().sequence()->durationFrames();
        QVERIFY(session().place(part(angle(2), 0, 50), end, false).ok()); // nothing of it lies ahead of this
        const Transition dissolve{TransitionKind::Dissolve, 10, 10};
        QVERIFY(session()
                    .take(setTransition(*session().sequence(), clipOn(*session().sequence(), V1, end),
                                        Edge::Head, dissolve, {}))
                    .ok());
        const QString name = clip(V1, 3)->text(QAccessible::Name);
        QVERIFY2(name.contains(
                     QStringLiteral(", dissolves in over 00:00:00:20, for which 00:00:00:10 is missing")),
                 qPrintable(name));
    }
    void markersAreAListAndHaveTheFocus() {
        QCOMPARE(names(tree()).filter(QStringLiteral("Markers")).size(), 0);
        session().setPlayhead(150);
        QVERIFY(session().addMarker("RED").ok()); // the first change that anybody hears of
        said.clear();
        Marker finish = session().sequence()->markers[0];
        finish.name = "Finish";
        finish.duration = 50;
        QVERIFY(session().take(setMarker(*session().sequence(), finish)).ok());
        QCOMPARE(said, QStringList{QStringLiteral("name Finish, marker, Red")});
        QAccessibleInterface* markers = tree().child(3);
        QCOMPARE(markers->text(QAccessible::Name), QStringLiteral("Markers, 1 marker"));
        QCOMPARE(markers->role(), QAccessible::List);
        QCOMPARE(tree().indexOfChild(markers), 3);
        QCOMPARE(markers->parent(), &tree());
        QVERIFY(!markers->actionInterface());
        QAccessibleInterface* marker = markers->child(0);
        QCOMPARE(marker->text(QAccessible::Name),
                 QStringLiteral("Finish, marker, Red, at 01:00:03:00, for 00:00:01:00, over B"));
        QCOMPARE(marker->parent(), markers);
        const QPoint where = marker->rect().center();
        QCOMPARE(tree().childAt(where.x(), where.y()), markers);
        QCOMPARE(markers->childAt(where.x(), where.y()), marker);
        QCOMPARE(tree().focusChild(), marker);
        session().setPlayhead(20);
        said.clear();
        session().setPlayhead(150);
        QCOMPARE(said, QStringList{QStringLiteral("focus Finish, marker, Red")});
        QVERIFY(marker->state().focused);
        said.clear();
        session().setPlayhead(151);
        QCOMPARE(said, QStringList{QStringLiteral("focus B, V1, from 01:00:02:00")});
        QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
        marker->actionInterface()->doAction(QStringLiteral("go to"));
        QCOMPARE(seeks.first().first().toLongLong(), 150);
        said.clear();
        QVERIFY(session().take(removeMarker(*session().sequence(), finish.id)).ok());
        QCOMPARE(said.count(QStringLiteral("gone ")), 2); // the list, too
        QVERIFY(session().undo().ok());
        QVERIFY(said.contains(QStringLiteral("new Markers, 1 marker")));
    }
    void theFocusFollowsThePlayheadAndTheSelection() {
        session().setPlayhead(150);
        QCOMPARE(said, QStringList{QStringLiteral("focus B, V1, from 01:00:02:00")});
        QCOMPARE(tree().focusChild(), clip(V1, 1));
        QVERIFY(clip(V1, 1)->state().focused && !clip(V1, 0)->state().focused);
        said.clear();
        session().setPlayhead(160); // of the same clip nothing new is said
        QVERIFY(said.isEmpty());
        QVERIFY(session().selectBeside(1).ok()); // the one at the playhead
        QVERIFY(said.contains(QStringLiteral("selected B, V1, from 01:00:02:00")));
        QVERIFY(clip(V1, 1)->text(QAccessible::Name).endsWith(QStringLiteral(", selected")));
        QVERIFY(clip(V1, 1)->state().selected);
        said.clear();
        QVERIFY(session().selectAcross(1).ok());
        QCOMPARE(said, QStringList{QStringLiteral("focus B, A1, from 01:00:02:00")});
        said.clear();
        QVERIFY(session().selectBeside(1).ok());
        QCOMPARE(said.last(), QStringLiteral("focus C, A1, from 01:00:04:00"));
        QVERIFY(said.contains(QStringLiteral("deselected B, V1, from 01:00:02:00")));
    }
    void nothingIsReadOutWhileItPlays() {
        m_view->setPlaying(true);
        session().setPlayhead(150);
        QVERIFY(said.isEmpty());
        m_view->setPlaying(false); // and then where it stopped
        QCOMPARE(said, QStringList{QStringLiteral("focus B, V1, from 01:00:02:00")});
    }
    void whatBecomesOfAClipIsSaid() {
        session().setLinkedSelection(false);
        QVERIFY(session().selectAtPlayhead().ok());
        said.clear();
        QVERIFY(session().toggleEnabled().ok());
        QVERIFY(said.contains(QStringLiteral("name A, V1, from 01:00:00:00")));
        QVERIFY(clip(V1, 0)->text(QAccessible::Name).contains(QStringLiteral(", disabled")));
        said.clear();
        QVERIFY(session().deleteSelection().ok());
        QVERIFY2(said.contains(QStringLiteral("gone ")), qPrintable(said.join(QLatin1Char('\n'))));
        QCOMPARE(tree().child(0)->childCount(), 3); // with the gap where it was
        QVERIFY(
            clip(V1, 1)->text(QAccessible::Name).endsWith(QStringLiteral(", after a gap of 00:00:02:00")));
        said.clear();
        QVERIFY(session().undo().ok());
        QVERIFY2(said.contains(QStringLiteral("new A, V1, from 01:00:00:00")),
                 qPrintable(said.join(QLatin1Char('\n'))));
        said.clear();
        QVERIFY(session().take(addTrack(*session().sequence(), TrackKind::Video)).ok());
        QVERIFY(said.contains(QStringLiteral("new V2, picture track, 0 clips")));
        QVERIFY(session().undo().ok());
        QVERIFY(said.contains(QStringLiteral("gone ")));
    }
    void actionsDoWhatKeysDo() {
        QAccessibleActionInterface* b = clip(V1, 1)->actionInterface();
        QCOMPARE(b->actionNames(), (QStringList{QStringLiteral("select"), QStringLiteral("go to")}));
        b->doAction(QStringLiteral("select"));
        QCOMPARE(session().selection().size(), std::size_t(3));
        QCOMPARE(session().clipAtHand(), clipOn(*session().sequence(), V1, 150));
        QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
        b->doAction(QStringLiteral("go to"));
        QCOMPARE(seeks.size(), 1);
        QCOMPARE(seeks.first().first().toLongLong(), 100);
        QAccessibleActionInterface* a1 = tree().child(1)->actionInterface();
        a1->doAction(QStringLiteral("mute"));
        QVERIFY(session().sequence()->tracks[A1]->muted);
        QCOMPARE(names(tree()).at(1), QStringLiteral("A1, sound track, 3 clips, targeted, muted"));
        QVERIFY(clip(A1, 0)->text(QAccessible::Name).endsWith(QStringLiteral(", not heard")));
        for (const QString& name : a1->actionNames())
            QVERIFY(!a1->localizedActionName(name).isEmpty() && a1->localizedActionName(name) != name);
    }
    void anotherSequenceIsAnotherTree() {
        QVERIFY(names(tree()).size() > 3); // the scroll bars, too
        open("Other");
        QCOMPARE(tree().child(0)->childCount(), 0);
        QCOMPARE(said.count(QStringLiteral("gone ")), 3);
        m_link->close();
        QCOMPARE(names(tree()).filter(QStringLiteral(" track, ")).size(), 0);
    }
    void saysWhatIsUnusual() {
        Clip made;
        made.name = "CAM 2";
        made.mediaRate = {30000, 1001};
        made.enabled = false;
        made.speed = {1, 2};
        OutlineClip listed;
        listed.clip = std::make_shared<const Clip>(made);
        listed.frames = {1800, 1830};
        listed.gapBefore = 30;
        Track picture;
        picture.rate = made.mediaRate;
        Sequence sequence = emptySequence("Cut", {30000, 1001}, true);
        ClipSpeech speech{&listed, QStringLiteral("V2"), true, true, true};
        // One minute on is ;02 in drop-frame; a length has no dropped numbers.
        QCOMPARE(clipWords(speech, picture, {}, sequence),
                 QStringLiteral("CAM 2, V2, from 01:01:00;02, for 00:00:01:00, selected, disabled, not seen, "
                                "offline, speed 50 %, after a gap of 00:00:01:00"));
        Track track;
        track.kind = TrackKind::Audio;
        track.name = "Commentary";
        track.language = "de";
        track.targeted = false;
        track.locked = track.soloed = track.muted = true;
        track.syncLocked = false;
        QCOMPARE(trackWords(track, {0, 4, {listed}, {}}),
                 QStringLiteral("A4, sound track, Commentary, de, 1 clip, locked, muted, solo, not sync "
                                "locked"));
    }

private:
    EditorSession& session() { return m_link->session(); }
    QAccessibleInterface& tree() { return *QAccessible::queryAccessibleInterface(m_view.get()); }
    QAccessibleInterface* clip(int track, int index) { return tree().child(track)->child(index); }
    static QStringList names(QAccessibleInterface& of) {
        QStringList found;
        for (int i = 0; i < of.childCount(); ++i)
            found << of.child(i)->text(QAccessible::Name);
        return found;
    }
    void open(const char* name) {
        auto made = std::make_unique<EditorSession>(
            History(std::make_shared<const Sequence>(emptySequence(name, {50, 1}, false))));
        for (int number : {1, 2, 3})
            made->know(angle(number));
        m_link->open(std::move(made));
    }

    std::unique_ptr<SessionLink> m_link;
    std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(TestSpokenTimeline)
#include "test_spoken_timeline.moc"
