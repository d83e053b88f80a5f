#include "ui/actions/command_search.h"

#include <QTest>

using namespace cutaway::ui;

namespace {

QStringList found(const char* typed, const QStringList& recent = {}) {
    QList<const Command*> all;
    for (const Command& command : commands())
        all << &command;
    QStringList ids;
    for (const FoundCommand& each : findCommands(QString::fromUtf8(typed), all, recent))
        ids << QLatin1String(each.command->id);
    return ids;
}

} // namespace

class TestCommandSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordStartsComeFirst() {
        QCOMPARE(found("overw").value(0), QStringLiteral("edit.overwrite"));
        QCOMPARE(found("rip del").value(0), QStringLiteral("edit.rippleDelete"));
        QCOMPARE(found("rd").value(0), QStringLiteral("edit.rippleDelete"));
        QCOMPARE(found("DELETE RIPPLE").value(0), QStringLiteral("edit.rippleDelete"));
        QCOMPARE(found("swap 3").value(0), QStringLiteral("swap.3"));
        QCOMPARE(found("edit und").value(0), QStringLiteral("edit.undo"));
        // A start of the name before a start of a later word, that before the middle of one.
        const QStringList in = found("in");
        QVERIFY(in.indexOf(QStringLiteral("edit.insert")) < in.indexOf(QStringLiteral("mark.in")));
        QVERIFY(in.indexOf(QStringLiteral("mark.in")) < in.indexOf(QStringLiteral("mark.addToSelects")) ||
                !in.contains(QStringLiteral("mark.addToSelects")));
        QVERIFY(found("xyzzy").isEmpty());
    }

    void whatItDoesIsFoundToo() {
        // "Takes the marked part out and leaves a gap."
        const QStringList gap = found("leaves gap");
        QVERIFY(gap.contains(QStringLiteral("edit.lift")));
    }

    void recentOnesComeFirstAmongEquals() {
        QCOMPARE(found("").size(), static_cast<qsizetype>(commands().size()));
        const QStringList recent{QStringLiteral("edit.lift"), QStringLiteral("file.save")};
        QCOMPARE(found("", recent).mid(0, 2), recent);
        const QStringList angles = found("angle", {QStringLiteral("angle.7")});
        QCOMPARE(angles.value(0), QStringLiteral("angle.7"));
        QCOMPARE(angles.value(1), QStringLiteral("angle.1"));
        // But never before what fits better.
        QCOMPARE(found("undo", {QStringLiteral("edit.redo")}).value(0), QStringLiteral("edit.undo"));
    }

    void accentsAndCaseDoNotCount() {
        QVERIFY(matchRank(QStringLiteral("meme"), QStringLiteral("Même angle")));
        QVERIFY(matchRank(QStringLiteral("MÊME"), QStringLiteral("même angle")));
        QVERIFY(!matchRank(QStringLiteral("meme x"), QStringLiteral("Même angle")));
        QCOMPARE(matchRank(QString(), QStringLiteral("anything")), std::optional(0));
        QVERIFY(matchRank(QStringLiteral("9:16"), QStringLiteral("Guide 9:16")));
    }
};

QTEST_APPLESS_MAIN(TestCommandSearch)
#include "test_command_search.moc"
