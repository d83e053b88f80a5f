#include "cut_window.h"

#include "ui/cut/selects_panel.h"

#include "core/timeline/selects.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

/// The list of selects by keys and by the mouse, over a real session: every change is a step.
class TestSelectsPanel : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CutWindow> m_window;
    std::unique_ptr<QAbstractItemModelTester> m_modelTester, m_filterTester;
    std::vector<Uuid> m_ids;

    EditorSession& editing() { return m_window->editing(); }
    SequencePtr now() { return m_window->now(); }
    SelectsPanel& list() { return *m_window->page->findChild<SelectsPanel*>(); }
    QModelIndex row(const Uuid& id) { return list().filter().mapFromSource(list().selects().indexOf(id)); }
    void choose(const std::vector<Uuid>& ids) {
        list().clearSelection();
        for (const Uuid& id : ids)
            list().selectionModel()->setCurrentIndex(row(id), QItemSelectionModel::Select);
        list().setFocus();
    }
    QString shown() {
        QStringList names;
        for (const MarkedRange& range : [&] {
                 list().clearSelection();
                 return list().chosenRanges();
             }())
            names << QString::number(range.in - angle(1).first);
        return names.join(QLatin1Char(' '));
    }
    Uuid addBin(const char* name) {
        const Bin bin{Uuid::random(), name, {}};
        [&] { QVERIFY(editing().take(timeline::addBin(*now(), bin)).ok()); }();
        return bin.id;
    }
    void undoes(const Sequence& before) {
        m_window->page->timelineView().setFocus();
        QVERIFY(m_window->actions.trigger(QStringLiteral("edit.undo")));
        QCOMPARE(*now(), before);
        QVERIFY(m_window->actions.trigger(QStringLiteral("edit.redo")));
    }

private Q_SLOTS:
    void init() {
        QCoreApplication::setOrganizationName(QStringLiteral("CutawayTest"));
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
        m_window = std::make_unique<CutWindow>(m_folder->path());
        QVERIFY(QTest::qWaitForWindowActive(&m_window->frame));
        m_modelTester = std::make_unique<QAbstractItemModelTester>(&list().selects());
        m_filterTester = std::make_unique<QAbstractItemModelTester>(&list().filter());
        m_ids.clear();
        for (const int start : {0, 100, 200, 300}) {
            const Select select{Uuid::random(),
                                "Shot " + std::to_string(start),
                                part(angle(1), start, start + 50),
                                {},
                                0,
                                {}};
            QVERIFY(editing().take(addSelect(*now(), select)).ok());
            m_ids.push_back(select.id);
        }
    }
    void cleanup() {
        m_modelTester.reset();
        m_filterTester.reset();
        m_window.reset();
    }

    void digitsRateWhatIsChosenAndCutNothing() {
        choose({m_ids[1], m_ids[3]});
        const Sequence before = *now();
        m_window->key(Qt::Key_4);
        QCOMPARE(keptIn(*now()).range(m_ids[1])->rating, 4);
        QCOMPARE(keptIn(*now()).range(m_ids[3])->rating, 4);
        QCOMPARE(keptIn(*now()).range(m_ids[0])->rating, 0);
        QVERIFY(row(m_ids[1]).data(Qt::AccessibleTextRole).toString().contains(QLatin1Char('4')));
        undoes(before);
        choose({m_ids[1]});
        QVERIFY(m_window->actions.trigger(QStringLiteral("mark.rateUp")));
        QCOMPARE(keptIn(*now()).range(m_ids[1])->rating, 5);
        QVERIFY(m_window->actions.trigger(QStringLiteral("mark.rateDown")));
        QCOMPARE(keptIn(*now()).range(m_ids[1])->rating, 4);
    }

    void theChoiceOutlivesARebuild() {
        choose({m_ids[1], m_ids[2]});
        addBin("News");
        QCOMPARE(list().selectionModel()->selectedRows().size(), 2);
    }

    void f2RenamesInPlace() {
        choose({m_ids[0]});
        const Sequence before = *now();
        m_window->key(Qt::Key_F2);
        auto* editor = list().findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("The start"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(keptIn(*now()).range(m_ids[0])->name, std::string("The start"));
        undoes(before);
    }

    void aNewBinIsNamedAtOnceAndTakesWhatIsDropped() {
        choose({m_ids[0]});
        QVERIFY(m_window->actions.trigger(QStringLiteral("mark.newBin")));
        QCOMPARE(keptIn(*now()).bins.size(), std::size_t(1));
        auto* editor = list().findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("Gold"));
        QTest::keyClick(editor, Qt::Key_Return);
        const Uuid bin = keptIn(*now()).bins.front().id;
        QTRY_COMPARE(keptIn(*now()).bin(bin)->name, std::string("Gold"));
        // Many at once, into the bin, as one step.
        const Sequence before = *now();
        const std::size_t steps = editing().history().undoCount();
        SelectsFilter& model = list().filter();
        const std::unique_ptr<QMimeData> dragged(model.mimeData({row(m_ids[2]), row(m_ids[3])}));
        model.dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, row(bin));
        QCOMPARE(editing().history().undoCount(), steps + 1);
        QCOMPARE(model.rowCount(row(bin)), 2);
        QCOMPARE(shown(), QStringLiteral("200 300 0 100"));
        undoes(before);
        // A bin in a bin, and what is in it along with it.
        const Uuid outer = addBin("Final");
        const std::unique_ptr<QMimeData> whole(model.mimeData({row(bin)}));
        model.dropMimeData(whole.get(), Qt::MoveAction, -1, -1, row(outer));
        QCOMPARE(row(bin).parent(), row(outer));
        QCOMPARE(shown(), QStringLiteral("200 300 0 100"));
        // Never into itself: refused, and nothing has moved.
        const std::unique_ptr<QMimeData> round(model.mimeData({row(outer)}));
        const Sequence still = *now();
        model.dropMimeData(round.get(), Qt::MoveAction, -1, -1, row(bin));
        QCOMPARE(*now(), still);
    }

    void whatIsSearchedIsWhatIsStrungOut() {
        QVERIFY(editing().take(rateSelects(*now(), {m_ids[1], m_ids[2]}, 3)).ok());
        QVERIFY(editing().take(noteSelects(*now(), {m_ids[2]}, "Smiles at the crowd")).ok());
        auto* search = list().parentWidget()->findChild<QLineEdit*>();
        auto* stars = list().parentWidget()->findChild<QComboBox*>();
        QVERIFY(search && stars);
        QVERIFY(m_window->actions.trigger(QStringLiteral("mark.searchSelects")));
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("CROWD smi"));
        QCOMPARE(shown(), QStringLiteral("200"));
        search->clear();
        stars->setCurrentIndex(3);
        QCOMPARE(shown(), QStringLiteral("100 200"));
        QVERIFY(m_window->actions.trigger(QStringLiteral("mark.stringOut")));
        COMPARE_TRACK(*now(), 0, "A100+50 A200+50");
        stars->setCurrentIndex(4);
        QCOMPARE(shown(), QString());
        stars->setCurrentIndex(0);
        QCOMPARE(shown(), QStringLiteral("0 100 200 300"));
    }

    void aChosenBinIsStrungOutWhole() {
        const Uuid bin = addBin("Gold");
        QVERIFY(editing().take(moveSelects(*now(), {m_ids[3], m_ids[1]}, bin, {})).ok());
        choose({bin});
        QVERIFY(m_window->actions.trigger(QStringLiteral("mark.stringOut")));
        COMPARE_TRACK(*now(), 0, "A100+50 A300+50");
    }

    void aNoteIsAskedFor() {
        choose({m_ids[0]});
        whenItComes<QInputDialog>([](QInputDialog& dialog) {
            dialog.setTextValue(QStringLiteral("Looks up"));
            dialog.accept();
        });
        QVERIFY(m_window->actions.trigger(QStringLiteral("mark.noteSelect")));
        QCOMPARE(keptIn(*now()).range(m_ids[0])->note, std::string("Looks up"));
        m_window->grab("selects-rated");
    }

    void clipsOfTheTimelineBecomeSubclips() {
        m_window->threeClips();
        editing().selectAll();
        QVERIFY(m_window->actions.trigger(QStringLiteral("mark.makeSubclip")));
        QCOMPARE(keptIn(*now()).ranges.size(), m_ids.size() + 3);
    }
};

QTEST_MAIN(TestSelectsPanel)
#include "test_selects_panel.moc"
