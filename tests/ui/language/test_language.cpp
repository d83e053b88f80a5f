#include "ui/language/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace cutaway::ui;

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< several when it counts something
    bool finished = true;
};

QList<Message> messagesIn(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        const auto name = xml.name();
        if (name == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (name == QLatin1String("message")) {
            messages.append({context, {}, {}, true});
        } else if (name == QLatin1String("source")) {
            messages.last().source = xml.readElementText();
        } else if (name == QLatin1String("translation")) {
            messages.last().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (!text.trimmed().isEmpty() && messages.last().translations.isEmpty())
                messages.last().translations << text;
        }
    }
    return messages;
}

QStringList placeholders(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("%(?:\\d|n)|</?[bp]r?>"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

QString sourceFolder() {
    return QStringLiteral(CUTAWAY_SOURCE_DIR);
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLanguageIsBuiltIn_data() {
        QTest::addColumn<QString>("code");
        for (const QString& code : languages())
            if (code != QLatin1String("en"))
                QTest::newRow(qPrintable(code)) << code;
    }
    void everyLanguageIsBuiltIn() {
        QFETCH(QString, code);
        speak(*QCoreApplication::instance(), code);
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/cutaway_") + code));
        QVERIFY(!translator.isEmpty());
        const auto messages =
            messagesIn(sourceFolder() + QStringLiteral("/translations/cutaway_%1.ts").arg(code));
        QVERIFY(messages.size() > 400);
        for (const Message& message : messages)
            if (!message.source.contains(QLatin1String("%n")))
                QVERIFY2(!translator
                                 .translate(message.context.toUtf8().constData(),
                                            message.source.toUtf8().constData())
                                 .isEmpty() ||
                             message.source.size() < 3, // "L" and "R" have a comment beside them
                         qPrintable(message.source));
        QCOMPARE(QLocale().name().left(2), code);
        QVERIFY(!languageName(code).isEmpty());
    }

    void nothingOnScreenIsUntranslated_data() { everyLanguageIsBuiltIn_data(); }
    /// The sources are read again: a text that was added without its translations fails here.
    void nothingOnScreenIsUntranslated() {
        QFETCH(QString, code);
        QTemporaryDir folder;
        const QString name = QStringLiteral("cutaway_%1.ts").arg(code);
        const QString copy = folder.filePath(name);
        QVERIFY(QFile::copy(sourceFolder() + QStringLiteral("/translations/") + name, copy));
        QProcess lupdate;
        lupdate.start(QStringLiteral(CUTAWAY_LUPDATE),
                      {QStringLiteral("-silent"), QStringLiteral("-I"), sourceFolder(),
                       QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-no-obsolete"),
                       QStringLiteral("-disable-heuristic"), QStringLiteral("sametext"),
                       QStringLiteral("-disable-heuristic"), QStringLiteral("similartext"),
                       sourceFolder() + QStringLiteral("/ui"), sourceFolder() + QStringLiteral("/app/editor"),
                       QStringLiteral("-ts"), copy});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        QStringList missing;
        for (const Message& message : messagesIn(copy))
            if (!message.finished || message.translations.isEmpty())
                missing << message.context + QStringLiteral(": ") + message.source;
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void placeholdersAreKept_data() { everyLanguageIsBuiltIn_data(); }
    void placeholdersAreKept() {
        QFETCH(QString, code);
        for (const Message& message :
             messagesIn(sourceFolder() + QStringLiteral("/translations/cutaway_%1.ts").arg(code)))
            for (const QString& translation : message.translations)
                QVERIFY2(placeholders(message.source) == placeholders(translation),
                         qPrintable(message.source + QStringLiteral(" -> ") + translation));
    }

    void theUsersChoiceComesBeforeTheComputers() {
        QCOMPARE(chosenLanguage(QStringLiteral("fr")), QStringLiteral("fr"));
        QVERIFY(languages().contains(chosenLanguage({})));
        QVERIFY(languages().contains(chosenLanguage(QStringLiteral("tlh"))));
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "test_language.moc"
