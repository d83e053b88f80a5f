#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// Reads the sources and checks the rules of docs/architecture.md that the link graph alone cannot enforce.
class TestArchitecture : public QObject {
    Q_OBJECT

    static QStringList sources(const QString& folder) {
        QStringList files;
        QDirIterator it(QStringLiteral(CUTAWAY_SOURCE_DIR "/") + folder,
                        {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            files << it.next();
        files.sort();
        return files;
    }

    static QStringList includes(const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                                QRegularExpression::MultilineOption);
        QStringList found;
        auto matches = pattern.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            found << matches.next().captured(1);
        return found;
    }

    static QString relative(const QString& path) {
        return QDir(QStringLiteral(CUTAWAY_SOURCE_DIR)).relativeFilePath(path);
    }

    /// module -> everything it may include, itself included
    static QMap<QString, QSet<QString>> allowed() {
        const QMap<QString, QStringList> direct{
            {QStringLiteral("base"), {}},
            {QStringLiteral("loudness"), {QStringLiteral("base")}},
            {QStringLiteral("time"), {QStringLiteral("base")}},
            {QStringLiteral("timeline"), {QStringLiteral("time")}},
            {QStringLiteral("interchange"), {QStringLiteral("timeline")}},
            {QStringLiteral("media"), {QStringLiteral("time")}},
            {QStringLiteral("scopes"), {QStringLiteral("media")}},
            {QStringLiteral("tams"), {QStringLiteral("time")}},
            {QStringLiteral("catalogue"), {QStringLiteral("tams")}},
            {QStringLiteral("render"), {QStringLiteral("timeline"), QStringLiteral("media")}},
            {QStringLiteral("playback"),
             {QStringLiteral("render"), QStringLiteral("tams"), QStringLiteral("loudness")}},
            {QStringLiteral("conform"),
             {QStringLiteral("interchange"), QStringLiteral("render"), QStringLiteral("tams")}},
            {QStringLiteral("cloud"), {QStringLiteral("conform"), QStringLiteral("catalogue")}},
            {QStringLiteral("demo"), {QStringLiteral("media"), QStringLiteral("catalogue")}},
        };
        QMap<QString, QSet<QString>> closure;
        std::function<const QSet<QString>&(const QString&)> close =
            [&](const QString& module) -> const QSet<QString>& {
            if (!closure.contains(module)) {
                QSet<QString> all{module};
                for (const QString& next : direct.value(module))
                    all |= QSet<QString>(close(next));
                closure[module] = all;
            }
            return closure[module];
        };
        for (const QString& module : direct.keys())
            close(module);
        return closure;
    }

private Q_SLOTS:
    void modulesIncludeOnlyWhatTheyMay() {
        const auto rules = allowed();
        QStringList broken;
        for (const QString& path : sources(QStringLiteral("core"))) {
            const QString module = relative(path).section(QLatin1Char('/'), 1, 1);
            QVERIFY2(rules.contains(module), qPrintable(QStringLiteral("unknown module ") + module));
            for (const QString& include : includes(path)) {
                if (include.startsWith(QLatin1String("ui/")) || include.startsWith(QLatin1String("app/")))
                    broken << relative(path) + QStringLiteral(" includes ") + include;
                if (!include.startsWith(QLatin1String("core/")))
                    continue;
                if (!rules[module].contains(include.section(QLatin1Char('/'), 1, 1)))
                    broken << relative(path) + QStringLiteral(" includes ") + include;
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
    }

    void noWidgetsBelowUi() {
        static const QRegularExpression widget(QStringLiteral(
            "^(QtWidgets/"
            "|Q(Widget|MainWindow|Dialog|Label|PushButton|TableView|TreeView|Application|Style|Layout)$)"));
        QStringList broken;
        for (const QString& path : sources(QStringLiteral("core")))
            for (const QString& include : includes(path))
                if (widget.match(include).hasMatch())
                    broken << relative(path) + QStringLiteral(" includes ") + include;
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
    }

    void foreignTypesStayInside() {
        static const QRegularExpression foreign(
            QStringLiteral("^(libav(codec|format|util|filter)|libsw(scale|resample)|curl|boost/"
                           "(asio|beast)|sqlite3|ebur128)[/.]"));
        QStringList broken;
        for (const QString& folder : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")})
            for (const QString& path : sources(folder)) {
                const bool hidden =
                    path.contains(QLatin1String("/internal/")) || path.endsWith(QLatin1String(".cpp"));
                for (const QString& include : includes(path))
                    if (foreign.match(include).hasMatch() && (!hidden || folder != QLatin1String("core")))
                        broken << relative(path) + QStringLiteral(" includes ") + include;
            }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
    }

    void windowsNeverTalkHttp() {
        QStringList broken;
        for (const QString& path : sources(QStringLiteral("ui")))
            for (const QString& include : includes(path))
                if (include.startsWith(QLatin1String("core/tams/http")) ||
                    include.startsWith(QLatin1String("QNetwork")) ||
                    include.startsWith(QLatin1String("core/cloud/")))
                    broken << relative(path) + QStringLiteral(" includes ") + include;
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
    }

    void theServerNeverLinksThePlayer() {
        for (const QString& folder : {QStringLiteral("core/cloud"), QStringLiteral("app/cloud")})
            for (const QString& path : sources(folder))
                for (const QString& include : includes(path))
                    QVERIFY2(!include.startsWith(QLatin1String("core/playback/")) &&
                                 !include.startsWith(QLatin1String("ui/")),
                             qPrintable(relative(path) + QStringLiteral(" includes ") + include));
    }

    void filesStaySmall() {
        QStringList large;
        for (const QString& folder : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")})
            for (const QString& path : sources(folder)) {
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const auto lines = file.readAll().count('\n');
                if (lines > 600)
                    large << relative(path) + QStringLiteral(": %1 lines").arg(lines);
            }
        QVERIFY2(large.isEmpty(), qPrintable(large.join(QLatin1Char('\n'))));
    }

    void topLevelIsAsAgreed() {
        const QSet<QString> agreed{QStringLiteral("CMakeLists.txt"),
                                   QStringLiteral("app"),
                                   QStringLiteral("ui"),
                                   QStringLiteral("core"),
                                   QStringLiteral("resources"),
                                   QStringLiteral("translations"),
                                   QStringLiteral("tests"),
                                   QStringLiteral("packaging"),
                                   QStringLiteral("docs"),
                                   QStringLiteral("README.md"),
                                   QStringLiteral("LICENSE"),
                                   QStringLiteral("CHANGELOG.md"),
                                   QStringLiteral("build"),
                                   QStringLiteral("CMakePresets.json")};
        for (const QString& name :
             QDir(QStringLiteral(CUTAWAY_SOURCE_DIR)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
            QVERIFY2(agreed.contains(name), qPrintable(name));
    }
};

QTEST_APPLESS_MAIN(TestArchitecture)
#include "test_architecture.moc"
