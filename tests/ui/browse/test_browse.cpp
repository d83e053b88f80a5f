#include "ui/actions/action_set.h"
#include "ui/browse/browse_model.h"
#include "ui/browse/browse_page.h"
#include "ui/browse/card_view.h"
#include "ui/browse/day_strip.h"
#include "ui/browse/scope_tree.h"
#include "ui/browse/unit_words.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/state_panel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace cutaway;
using namespace cutaway::ui;

namespace {

catalogue::Unit unit(const char* sport, const char* code, const char* event, const char* name,
                     const char* day, const char* start, const char* status, int angles, int medal = 0) {
    catalogue::Unit made;
    made.id = Uuid::random();
    made.discipline = code;
    made.disciplineName = sport;
    made.eventName = event;
    made.name = name;
    made.venue = "Meridian Stadium";
    made.day = day;
    made.start = std::string(day) + "T" + start + ":00+02:00";
    made.end = std::string(day) + "T23:00:00+02:00";
    made.status = status;
    made.medal = medal;
    for (int number = 1; number <= angles; ++number)
        made.angles.push_back(
            {number, "CAM " + std::to_string(number), Uuid::random(), catalogue::AngleState::Ready});
    return made;
}

std::vector<catalogue::Unit> units() {
    auto final = unit("Athletics", "ATH", "Women's 100 m", "Women's 100 m final", "2026-07-11", "21:10",
                      "FINISHED", 3, 1);
    final.competitors.push_back({4, "Ada Lindqvist", "NOR", "104"});
    return {unit("Swimming", "SWM", "Men's 200 m butterfly", "Men's 200 m butterfly final", "2026-07-12",
                 "19:00", "SCHEDULED", 2, 1),
            final, unit("Football", "FBL", "Women", "Group A, match 3", "2026-07-11", "15:00", "RUNNING", 2),
            unit("Athletics", "ATH", "Women's 100 m", "Women's 100 m heat 1", "2026-07-11", "10:00",
                 "FINISHED", 0)};
}

} // namespace

class TestBrowse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsMatchByPrefixAndAllOfThem() {
        const auto all = units();
        const auto& final = all[1];
        QVERIFY(BrowseModel::matches(final, QStringLiteral("100")));
        QVERIFY(BrowseModel::matches(final, QStringLiteral("fin wom")));
        QVERIFY(BrowseModel::matches(final, QStringLiteral("LINDQ")));
        QVERIFY(!BrowseModel::matches(final, QStringLiteral("fin men's 200")));
        QVERIFY(!BrowseModel::matches(final, QStringLiteral("inal")));
        QVERIFY(BrowseModel::matches(final, QStringLiteral("  ")));
    }

    void withPicturesIsOnAndCountsWhatItHides() {
        BrowseModel model;
        model.setUnits(units());
        QCOMPARE(model.hits().size(), 3U);
        BrowseFilter filter;
        filter.text = QStringLiteral("heat");
        model.setFilter(filter);
        QCOMPARE(model.hits().size(), 0U);
        QCOMPARE(model.hitsWithoutPictures(), 1U);
        filter.withPictures = false;
        model.setFilter(filter);
        QCOMPARE(model.hits().size(), 1U);
    }

    void mySelectsAreTheUnitsThatPartsWereKeptOf() {
        BrowseModel model;
        model.setUnits(units());
        BrowseFilter filter;
        filter.scope.selectedOnly = true;
        model.setFilter(filter);
        QCOMPARE(model.hits().size(), 0U);
        const auto& football = *std::find_if(model.units().begin(), model.units().end(),
                                             [](const auto& u) { return u.discipline == "FBL"; });
        model.setSelected({football.angles[1].sourceId});
        QCOMPARE(model.hits().size(), 1U);
        QCOMPARE(model.hits().front().unit.discipline, std::string("FBL"));
    }

    void aNarrowWindowHasARail() {
        BrowseModel model;
        ScopeTree tree(model);
        model.setUnits(units());
        tree.resize(280, 600);
        tree.show();
        const auto visibleRows = [&] {
            int rows = 0;
            for (auto index = tree.model()->index(0, 0); index.isValid(); index = tree.indexBelow(index))
                ++rows;
            return rows;
        };
        const int whole = visibleRows();
        tree.setRail(true);
        QCOMPARE(tree.maximumWidth(), 44);
        QVERIFY(visibleRows() < whole); // no events below their sports
        QVERIFY(tree.visualRect(tree.model()->index(0, 0)).height() >= 24);
        model.updateUnit(unit("Judo", "JUD", "Men", "Men's final", "2026-07-12", "10:00", "SCHEDULED", 1));
        QVERIFY(tree.isRail() && tree.isColumnHidden(1));
        tree.setRail(false);
        QVERIFY(visibleRows() > whole);
    }

    void unitsStandByDayAndTime() {
        BrowseModel model;
        model.setUnits(units());
        QCOMPARE(model.units().front().name, std::string("Women's 100 m heat 1"));
        QCOMPARE(model.units().back().discipline, std::string("SWM"));
    }

    void theCloudsMarksJoinOnlyForTheTextInTheField() {
        BrowseModel model;
        model.setUnits(units());
        BrowseFilter filter;
        filter.text = QStringLiteral("gun");
        model.setFilter(filter);
        QCOMPARE(model.hits().size(), 0U);
        catalogue::SearchResult found;
        catalogue::Mark mark;
        mark.id = Uuid::random();
        mark.label = "Gun";
        mark.kind = "gun";
        found.hits.push_back({model.units()[2], mark});
        model.setFound(QStringLiteral("gu"), true, found);
        QCOMPARE(model.hits().size(), 0U);
        model.setFound(QStringLiteral("gun"), true, found);
        QCOMPARE(model.hits().size(), 1U);
        QVERIFY(model.hits().front().mark.has_value());
    }

    void opensOnTheFinalParkedBeforeTheGun() {
        BrowseModel model;
        QVERIFY(!model.opening());
        model.setUnits(units());
        QCOMPARE(model.opening()->name, std::string("Women's 100 m final"));
        catalogue::Mark early;
        early.kind = "user";
        early.time = {10, 0};
        catalogue::Mark gun;
        gun.kind = "gun";
        gun.time = {30, 0};
        catalogue::Mark split = gun;
        split.kind = "split";
        split.time = {20, 0};
        QCOMPARE(*BrowseModel::actionStart({split, gun, early}), gun.time);
        QCOMPARE(*BrowseModel::actionStart({split, early}), early.time);
        QVERIFY(!BrowseModel::actionStart({}));
    }

    void theCardModelIsSound() {
        BrowseModel model;
        CardModel cards(model);
        const QAbstractItemModelTester tester(&cards, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setUnits(units());
        QCOMPARE(cards.rowCount(), 3);
        auto changed = model.units()[1];
        changed.status = "FINISHED";
        QSignalSpy reset(&cards, &QAbstractItemModel::modelReset);
        model.updateUnit(changed);
        QCOMPARE(reset.size(), 0); // same cards, newer facts
        QVERIFY(cards.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("angles")));
    }

    void statusesHaveWords() {
        for (const char* status :
             {"UNSCHEDULED", "SCHEDULED", "GETTING_READY", "RUNNING", "SCHEDULED_BREAK", "INTERRUPTED",
              "DELAYED", "RESCHEDULED", "POSTPONED", "CANCELLED", "FINISHED"}) {
            catalogue::Unit one;
            one.status = status;
            QVERIFY2(!statusBadge(one).word.isEmpty() && !statusBadge(one).icon.isEmpty(), status);
        }
        QCOMPARE(startText(units()[1]), QStringLiteral("21:10"));
        QCOMPARE(dayText("2026-07-11"), QStringLiteral("Sat 11 July"));
    }

    void aCardSaysWhatIsOnThisComputer() {
        BrowseModel model;
        const auto all = units();
        model.setUnits(all);
        CardModel rows(model);
        CardView cards(rows, [](const Uuid&, int) { return QImage(); });
        cards.resize(800, 400);
        const auto card = [&](std::size_t unit) {
            return cards.grab(cards.visualRect(rows.indexOf(all[unit].id))).toImage();
        };
        const QImage swimming = card(0);
        const QImage final = card(1);
        cards.setOffline([&](const Uuid& source) { return source == all[1].angles[2].sourceId; });
        QVERIFY(card(1) != final);
        QVERIFY(card(0) == swimming);
        cards.setOffline([](const Uuid&) { return false; });
        QVERIFY(card(1) == final);
    }

    void thePageFindsFiltersAndChooses() {
        QMainWindow window;
        ActionSet actions(&window);
        CloudSession session;
        ThumbnailStore thumbnails(session);
        auto* page = new BrowsePage({session, thumbnails, actions, nullptr, QString()}, &window);
        window.setCentralWidget(page);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        page->model().setUnits(units());
        auto* cards = page->findChild<CardView*>();
        QTRY_COMPARE(cards->model()->rowCount(), 3);
        QCOMPARE(page->viewer().unit().name, std::string("Women's 100 m final"));

        auto* search = page->findChild<QLineEdit*>();
        page->focusSearch();
        QTest::keyClicks(search, QStringLiteral("heat"));
        QCOMPARE(cards->model()->rowCount(), 0);
        auto* empty = page->findChild<StatePanel*>(QStringLiteral("empty"));
        QVERIFY(empty->isVisible());
        QVERIFY(empty->title().contains(QStringLiteral("'heat' with pictures")));
        auto* all = empty->findChild<QPushButton*>();
        QCOMPARE(all->text(), QStringLiteral("Show all 1"));
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(cards->model()->rowCount(), 1);

        search->clear();
        QTest::mouseClick(cards->viewport(), Qt::LeftButton, {},
                          cards->visualRect(cards->model()->index(0, 0)).center());
        QCOMPARE(page->viewer().unit().name, std::string("Women's 100 m heat 1"));
    }

    void returnInTheSearchGoesToWhatWasFound() {
        QMainWindow window;
        ActionSet actions(&window);
        actions.setContext(Context::Browse);
        CloudSession session;
        ThumbnailStore thumbnails(session);
        auto* page = new BrowsePage({session, thumbnails, actions, nullptr, QString()}, &window);
        window.setCentralWidget(page);
        window.resize(1280, 720);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        page->model().setUnits(units());
        QStringList ran;
        connect(&actions, &ActionSet::triggered, this, [&](const QString& id) { ran << id; });
        page->focusSearch();
        for (const QChar letter : QStringLiteral("group"))
            QTest::keyClick(window.windowHandle(), letter.toLatin1());
        QTest::keyClick(window.windowHandle(), Qt::Key_Return);
        QVERIFY2(ran.isEmpty(), qPrintable(ran.join(QLatin1Char(' '))));
        QCOMPARE(page->viewer().unit().name, std::string("Group A, match 3"));
        QVERIFY(page->findChild<CardView*>()->hasFocus());
    }

    /// A mark that was found stays chosen, so that the arrows walk on from it.
    void aMarkThatWasFoundStaysChosen() {
        BrowseModel model;
        CardModel rows(model);
        CardView cards(rows, [](const Uuid&, int) { return QImage(); });
        model.setUnits(units());
        BrowseFilter filter;
        filter.text = QStringLiteral("gun");
        model.setFilter(filter);
        catalogue::SearchResult found;
        const auto& final = *model.opening();
        for (int i = 0; i < 2; ++i) {
            catalogue::Mark mark;
            mark.id = Uuid::random();
            mark.label = "Gun";
            found.hits.push_back({final, mark});
        }
        model.setFound(filter.text, true, found);
        QCOMPARE(rows.rowCount(), 2);
        cards.setCurrentIndex(rows.index(1));
        cards.choose(final.id);
        QCOMPARE(cards.currentIndex().row(), 1);
    }

    void theTreeNarrowsToASport() {
        BrowseModel model;
        ScopeTree tree(model);
        model.setUnits(units());
        QSignalSpy chosen(&tree, &ScopeTree::scopeChosen);
        const auto found =
            tree.model()->match(tree.model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Football"), 1,
                                Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        tree.setCurrentIndex(found.first());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(tree.scope().discipline, std::string("FBL"));
        BrowseFilter filter;
        filter.scope = tree.scope();
        model.setFilter(filter);
        QCOMPARE(model.hits().size(), 1U);
        // New facts leave the choice alone.
        auto live = model.hits().front().unit;
        live.status = "FINISHED";
        model.updateUnit(live);
        QCOMPARE(tree.scope().discipline, std::string("FBL"));
    }
};

QTEST_MAIN(TestBrowse)
#include "test_browse.moc"
