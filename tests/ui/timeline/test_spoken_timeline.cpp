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
        m_view->setPlaying(false);
        session().setPlayhead(151);
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
        QCOMPARE(tree().child(0)->childCount(), 2);
        QVERIFY(
            clip(V1, 0)->text(QAccessible::Name).endsWith(QStringLiteral(", after a gap of 00:00:02:00")));
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
        OutlineClip listed{std::make_shared<const Clip>(made), {1800, 1830}, 30};
        Sequence sequence = emptySequence("Cut", {30000, 1001}, true);
        ClipSpeech speech{&listed, QStringLiteral("V2"), true, true, true};
        // One minute on is ;02 in drop-frame; a length has no dropped numbers.
        QCOMPARE(clipWords(speech, sequence),
                 QStringLiteral("CAM 2, V2, from 01:01:00;02, for 00:00:01:00, selected, disabled, not seen, "
                                "offline, speed 50 %, after a gap of 00:00:01:00"));
        Track track;
        track.kind = TrackKind::Audio;
        track.name = "Commentary";
        track.language = "de";
        track.targeted = false;
        track.locked = track.soloed = track.muted = true;
        track.syncLocked = false;
        QCOMPARE(trackWords(track, {0, 4, {listed}}),
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
