#include "../../core/timeline/timeline_fixture.h"

#include "ui/graphics/field_editor.h"
#include "ui/graphics/graphics_window.h"
#include "ui/graphics/template_model.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

namespace {

catalogue::Unit finalUnit() {
    catalogue::Unit unit;
    unit.id = Uuid::random();
    unit.eventName = "100 m";
    unit.phaseName = "Final";
    unit.disciplineName = "Athletics";
    unit.venue = "Harbour Stadium";
    unit.competitors = {{5, "Bea Quill", "Saltmere", "12"}, {4, "Ada Morrow", "Northhaven", "7"}};
    return unit;
}

/// The window over a sequence of two clips, with a catalogue that knows the first angle.
struct Stage {
    SessionLink link;
    std::unique_ptr<GraphicsWindow> window;
    int asked = 0;

    Stage() {
        Sequence sequence = emptySequence("Test", {50, 1}, false);
        for (const int number : {1, 2})
            sequence = **apply(sequence, *append(sequence, part(angle(number), 0, 100),
                                                 targetPatches(sequence, angle(number), true, false)));
        link.open(std::make_unique<EditorSession>(History(std::make_shared<const Sequence>(sequence))));
        window = std::make_unique<GraphicsWindow>(
            link, [this](const Uuid& source, std::function<void(Result<catalogue::Unit>)> done) {
                ++asked;
                if (source == angle(1).multiSource)
                    done(finalUnit());
                else
                    done(Error{ErrorCategory::NotFound, "no unit", {}});
            });
    }
    EditorSession& session() { return link.session(); }
    void choose(const char* id) {
        auto* list = window->findChild<QListView*>();
        for (int row = 0; row < window->templates().rowCount(); ++row)
            if (window->templates().at(row)->design.id == id)
                list->setCurrentIndex(window->templates().index(row));
    }
    void add(const char* id) {
        window->browse();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        choose(id);
        QTest::keyClick(window->findChild<QListView*>(), Qt::Key_Return);
    }
    Graphic graphic() { return *session().graphicAtHand()->clip->graphic; }
    QLineEdit* line(const char* label) {
        for (auto* each : window->fields().findChildren<QLineEdit*>())
            if (each->accessibleName() == QLatin1String(label))
                return each;
        return nullptr;
    }
};

} // namespace

class TestGraphicsWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        qputenv("CUTAWAY_RESOURCES", CUTAWAY_SOURCE_DIR "/resources");
        qputenv("XDG_DATA_HOME", m_data.path().toLocal8Bit());
        theme::apply(*qApp);
    }

    void theModelShowsEachTemplate() {
        TemplateModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load(render::templateFolders());
        QCOMPARE(model.rowCount(), 4);
        for (int row = 0; row < 4; ++row) {
            QVERIFY(!model.index(row).data().toString().isEmpty());
            const auto image = model.index(row).data(Qt::DecorationRole).value<QImage>();
            QCOMPARE(image.size(), QSize(240, 136));
            // Something is drawn over the grey ground.
            const QRgb ground = image.pixel(120, 34);
            int other = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    other += std::abs(qRed(image.pixel(x, y)) - qRed(ground)) > 60;
            QVERIFY2(other > 50, qPrintable(model.index(row).data().toString()));
        }
        model.setPictureSize({480, 270}, 2);
        QCOMPARE(model.index(0).data(Qt::DecorationRole).value<QImage>().width(), 480);
        model.load(render::templateFolders());
    }

    void ownTemplatesAreReadAndWrongOnesSaid() {
        const std::filesystem::path folder =
            (m_data.path() + QStringLiteral("/cutaway/graphics")).toStdString();
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "broken.json") << "{";
        Stage stage;
        QVERIFY(stage.window->templates().problems().size() == 1);
        bool said = false;
        for (const QLabel* label : stage.window->findChildren<QLabel*>())
            said = said || label->text().startsWith(QStringLiteral("broken.json: "));
        QVERIFY(said);
        std::filesystem::remove(folder / "broken.json");
    }

    void enterAddsAndTypingIsSeenAtOnce() {
        Stage stage;
        stage.session().setPlayhead(20);
        stage.add("lower-third");
        COMPARE_TRACK(*stage.session().sequence(), 1, "gap20 [Lower third]+250");
        auto* name = stage.line("Name");
        QVERIFY(name);
        QVERIFY(name->hasFocus());
        QCOMPARE(name->selectedText(), QStringLiteral("Name"));
        const auto steps = stage.session().history().undoCount();
        QTest::keyClicks(name, QStringLiteral("Eva"));
        QCOMPARE(stage.graphic().field("name")->text, std::string("Eva"));
        QVERIFY(stage.session().isDragging()); // shown, not yet a step
        QTRY_VERIFY(!stage.session().isDragging());
        QCOMPARE(stage.session().history().undoCount(), steps + 1);
        QTest::keyClicks(name, QStringLiteral(" Moss"));
        stage.window->finishTyping();
        QCOMPARE(stage.session().history().undoCount(), steps + 2);
        QVERIFY(stage.session().undo().ok());
        QCOMPARE(name->text(), QStringLiteral("Eva"));
        QVERIFY(stage.session().undo().ok());
        QCOMPARE(name->text(), QStringLiteral("Name"));
        QVERIFY(stage.session().undo().ok()); // and the clip, with its track
        QCOMPARE(stage.session().sequence()->tracks.size(), std::size_t{3});
        QVERIFY(!stage.window->fields().isVisible());
    }

    void closingEndsTyping() {
        Stage stage;
        stage.add("lower-third");
        QTest::keyClicks(stage.line("Name"), QStringLiteral("X"));
        QVERIFY(stage.session().isDragging());
        stage.window->hide();
        QVERIFY(!stage.session().isDragging());
        QCOMPARE(stage.graphic().field("name")->text, std::string("X"));
    }

    void theCatalogueIsOneKeyAway() {
        Stage stage;
        stage.add("lower-third");
        auto* name = stage.line("Name");
        QTest::keyClick(name, Qt::Key_Down);
        auto* popup = name->completer()->popup();
        QVERIFY(popup->isVisible());
        QCOMPARE(popup->model()->index(0, 0).data().toString(), QStringLiteral("4  Ada Morrow  Northhaven"));
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(name->text(), QStringLiteral("Ada Morrow"));
        QCOMPARE(stage.graphic().field("name")->text, std::string("Ada Morrow"));
        QCOMPARE(stage.graphic().field("detail")->text, std::string("Northhaven"));
        QCOMPARE(stage.line("Second line")->text(), QStringLiteral("Northhaven"));
        QVERIFY(!stage.session().isDragging());
        // A few letters find one, too.
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("quill"));
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(name->text(), QStringLiteral("Bea Quill"));
        QCOMPARE(stage.graphic().field("detail")->text, std::string("Saltmere"));
        QCOMPARE(stage.asked, 1); // once for an angle, not with every letter
        // Where the catalogue knows nothing there is no list.
        stage.session().select({});
        stage.session().setPlayhead(150);
        stage.add("full-title");
        QVERIFY(!stage.window->fields().openList());
    }

    void choicesOfAUnit() {
        const auto choices = fillChoices(finalUnit());
        QStringList words;
        for (const FillChoice& choice : choices)
            words << choice.words;
        QCOMPARE(words, (QStringList{QStringLiteral("4  Ada Morrow  Northhaven"),
                                     QStringLiteral("5  Bea Quill  Saltmere"), QStringLiteral("Northhaven"),
                                     QStringLiteral("Saltmere"), QStringLiteral("100 m"),
                                     QStringLiteral("Athletics"), QStringLiteral("Final"),
                                     QStringLiteral("Harbour Stadium")}));
        QVERIFY(fillChoices({}).empty());
    }

    void textsInAnotherLanguage() {
        Stage stage;
        stage.add("lower-third");
        auto* detail = stage.line("Second line");
        detail->selectAll();
        QTest::keyClicks(detail, QStringLiteral("Heats"));
        auto* languages = stage.window->findChild<QComboBox*>();
        languages->setCurrentIndex(languages->findData(QStringLiteral("de")));
        QCOMPARE(detail->text(), QString());
        QCOMPARE(detail->placeholderText(), QStringLiteral("Heats"));
        QTest::keyClicks(detail, QStringLiteral("Vorrunde"));
        stage.window->finishTyping();
        QCOMPARE(stage.graphic().field("detail")->in("de"), std::string("Vorrunde"));
        QCOMPARE(stage.graphic().field("detail")->in("fr"), std::string("Heats"));
        languages->setCurrentIndex(0);
        QCOMPARE(detail->text(), QStringLiteral("Heats"));
    }

    void whatIsNoValueIsSaidAndNotTaken() {
        Stage stage;
        stage.add("clock-and-score");
        auto* clock = stage.line("Clock at the start");
        clock->selectAll();
        QTest::keyClicks(clock, QStringLiteral("1:7"));
        QVERIFY(clock->property("problem").toBool());
        QVERIFY(!clock->toolTip().isEmpty());
        stage.window->finishTyping();
        QVERIFY(!stage.graphic().field("clock") || stage.graphic().field("clock")->text != "1:7");
        clock->selectAll();
        QTest::keyClicks(clock, QStringLiteral("1:17"));
        QVERIFY(!clock->property("problem").toBool());
        stage.window->finishTyping();
        QCOMPARE(stage.graphic().field("clock")->text, std::string("1:17"));
        auto* runs = stage.window->fields().findChild<QCheckBox*>();
        QVERIFY(runs->isChecked());
        runs->click();
        QCOMPARE(stage.graphic().field("running")->text, std::string("off"));
        QVERIFY(!stage.session().isDragging());
    }

    void movedByNumber() {
        Stage stage;
        stage.add("logo-bug");
        const auto boxes = stage.window->findChildren<QDoubleSpinBox*>();
        QCOMPARE(boxes.size(), 2);
        boxes[0]->setValue(-12.5);
        boxes[1]->setValue(3);
        stage.window->finishTyping();
        QCOMPARE(stage.graphic().moveX, -1250);
        QCOMPARE(stage.graphic().moveY, 300);
    }

    void everyControlHasAName() {
        Stage stage;
        for (const char* id : {"lower-third", "full-title", "clock-and-score", "logo-bug"}) {
            stage.add(id);
            for (const auto* line : stage.window->fields().findChildren<QLineEdit*>())
                QVERIFY2(!line->accessibleName().isEmpty(), id);
        }
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        if (!folder.isEmpty())
            QVERIFY(stage.window->grab().save(folder + QStringLiteral("/graphics.png")));
    }

    void fillAsksForAGraphic() {
        Stage stage;
        QVERIFY(!stage.window->edit());
        QVERIFY(!stage.window->fill());
        stage.add("lower-third");
        QVERIFY(stage.window->fill());
        QVERIFY(stage.line("Name")->completer()->popup()->isVisible());
    }

private:
    QTemporaryDir m_data;
};

QTEST_MAIN(TestGraphicsWindow)
#include "test_graphics_window.moc"
