#include "../../core/timeline/timeline_fixture.h"

#include "ui/cut/import_dialog.h"
#include "ui/cut/relink_model.h"
#include "ui/cut/report_table.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::ui;

namespace {

const char* const foreignEdl = R"(TITLE: Other
001  TAPE1    V     C        10:00:01:00 10:00:02:00 01:00:00:00 01:00:01:00
* FROM CLIP NAME: A.mxf
002  TAPE2    V     C        10:00:05:00 10:00:06:00 01:00:01:00 01:00:02:00
* FROM CLIP NAME: Handheld
)";

interchange::ImportPlan plan() {
    auto made = interchange::ImportPlan::make(*interchange::formatOf("x.edl"), foreignEdl, {});
    std::vector<SourceTiming> known;
    for (int number = 1; number <= 3; ++number) {
        known.push_back(angle(number, {25, 1}));
        known.back().startTimecode = 10 * 3600 * 25;
    }
    made->offer(known);
    return *made;
}

QPushButton* button(const ImportDialog& dialog, const char* words) {
    for (QPushButton* each : dialog.findChildren<QPushButton*>())
        if (each->text() == QLatin1String(words))
            return each;
    return nullptr;
}

} // namespace

class TestImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theModelHoldsWhatModelsMust() {
        interchange::ImportPlan given = plan();
        RelinkModel model(given);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 2);
        const auto at = [&](int row, int column) { return model.index(row, column); };
        QCOMPARE(at(0, RelinkModel::Named).data().toString(), QStringLiteral("A.mxf"));
        QCOMPARE(at(0, RelinkModel::Angle).data().toString(), QStringLiteral("A"));
        QCOMPARE(at(0, RelinkModel::FoundBy).data().toString(), QStringLiteral("name and timecode"));
        QCOMPARE(at(1, RelinkModel::Angle).data().toString(), QStringLiteral("choose…"));
        QCOMPARE(model.missing(), 1);
        QCOMPARE(model.candidates(1).size(), 3);
        const QSignalSpy chosen(&model, &RelinkModel::chosen);
        QVERIFY(!model.setData(at(1, RelinkModel::Angle), 3)); // there is none
        QVERIFY(!model.setData(at(1, RelinkModel::Reel), 0));
        QVERIFY(model.setData(at(1, RelinkModel::Angle), 2));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(at(1, RelinkModel::Angle).data().toString(), QStringLiteral("C"));
        QVERIFY(model.setData(at(1, RelinkModel::Angle), -1));
        QCOMPARE(model.missing(), 1);
    }
    void theReportFollowsTheChoiceAndNothingChangesBeforeOneAgrees() {
        CloudSession session;
        ImportDialog dialog(session, QStringLiteral("/nowhere/cut.edl"));
        dialog.open();
        dialog.setPlan(plan());
        QCoreApplication::processEvents();
        const auto* report = dialog.findChild<ReportTable*>();
        const int before = report->rowCount();
        auto* table = dialog.findChild<QTableView*>(QString(), Qt::FindChildrenRecursively);
        for (QTableView* each : dialog.findChildren<QTableView*>())
            if (each->model() == dialog.model())
                table = each;
        QVERIFY(table->isVisible());
        QSignalSpy imported(&dialog, &ImportDialog::imported);
        // By keyboard: edit the cell, take the last one.
        table->setCurrentIndex(dialog.model()->index(1, RelinkModel::Angle));
        table->edit(table->currentIndex());
        auto* box = table->findChild<QComboBox*>();
        QVERIFY(box);
        QCOMPARE(box->count(), 4);
        QTest::keyClick(box, Qt::Key_End);
        QTest::keyClick(box, Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(dialog.model()->missing(), 0);
        QCOMPARE(report->rowCount(), before - 1);
        QCOMPARE(imported.size(), 0);
        const QString folder = qEnvironmentVariable("CUTAWAY_GRABS");
        if (!folder.isEmpty())
            QVERIFY(dialog.grab().save(folder + QStringLiteral("/import.png")));
        QTest::mouseClick(button(dialog, "Import"), Qt::LeftButton);
        QCOMPARE(imported.size(), 1);
        const auto file = imported[0][0].value<interchange::ReadFile>();
        QVERIFY(file.read.problems.empty());
        QCOMPARE(file.read.sequence.name, std::string("Other"));
    }
    void aFileThatIsNoneIsRefusedInWords() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("cut.xml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<xmeml><sequence>");
        file.close();
        CloudSession session;
        ImportDialog dialog(session, file.fileName());
        dialog.open();
        QTRY_VERIFY(!dialog.findChildren<QLabel*>().first()->text().startsWith(QStringLiteral("Looking")));
        const QString said = dialog.findChildren<QLabel*>().first()->text();
        QVERIFY2(said.contains(QStringLiteral("Line 1")), qPrintable(said));
        QVERIFY(!button(dialog, "Import")->isEnabled());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    qRegisterMetaType<cutaway::interchange::ReadFile>();
    TestImport test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_import.moc"
