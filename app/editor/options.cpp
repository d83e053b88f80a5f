#include "app/editor/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace cutaway {

namespace {
/// Context of the translations.
struct Options {
    Q_DECLARE_TR_FUNCTIONS(Options)
};
} // namespace

Result<EditorOptions> readOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(Options::tr("Cutaway: cut a live event from wherever you are."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption cloud(
        QStringLiteral("cloud"), Options::tr("Work with the cloud at this address."), QStringLiteral("URL"));
    const QCommandLineOption tokenFile(QStringLiteral("token-file"),
                                       Options::tr("File that holds the token for --cloud."),
                                       QStringLiteral("FILE"));
    const QCommandLineOption plain(
        QStringLiteral("allow-plain-http"),
        Options::tr("Send the token unencrypted to a --cloud beyond this computer."));
    const QCommandLineOption data(
        QStringLiteral("data"),
        Options::tr("Folder of this computer's own cloud and of everything kept here."),
        QStringLiteral("DIR"));
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        Options::tr("Walk through the main job by itself, leave pictures and the delivered "
                    "file in DIR, and end."),
        QStringLiteral("DIR"));
    const QCommandLineOption ready(QStringLiteral("exit-when-ready"),
                                   Options::tr("Print a line of JSON when the window is usable, and end."));
    const QCommandLineOption picture(
        QStringLiteral("exit-at-first-picture"),
        Options::tr("Print the same line when the first picture of an angle is seen, and end."));
    parser.addOptions({cloud, tokenFile, plain, data, tour, ready, picture});
    parser.process(arguments);

    EditorOptions options;
    options.embedded = parser.isSet(data);
    options.dataFolder = parser.isSet(data)
                             ? QDir(parser.value(data)).absolutePath()
                             : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                                   QStringLiteral("/cutaway");
    options.tourFolder = parser.isSet(tour) ? QDir(parser.value(tour)).absolutePath() : QString();
    options.exitWhenReady = parser.isSet(ready);
    options.exitAtPicture = parser.isSet(picture);
    if (parser.isSet(cloud)) {
        tams::Connection connection;
        connection.url = parser.value(cloud).toStdString();
        connection.allowPlainHttp = parser.isSet(plain);
        if (tams::originOf(connection.url).empty())
            return Error{ErrorCategory::InvalidInput,
                         "\"" + connection.url +
                             "\" is no address of a cloud; it looks like https://host:port.",
                         {}};
        if (parser.isSet(tokenFile)) {
            QFile file(parser.value(tokenFile));
            if (!file.open(QIODevice::ReadOnly))
                return Error{ErrorCategory::Io,
                             "The token file " + parser.value(tokenFile).toStdString() +
                                 " could not be read.",
                             file.errorString().toStdString()};
            connection.token = file.readLine(4096).trimmed().toStdString();
        }
        options.cloud = connection;
    }
    return options;
}

} // namespace cutaway
