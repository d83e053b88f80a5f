#include "app/editor/editor.h"
#include "app/editor/options.h"
#include "app/editor/tour.h"

#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTimer>

#include <cstdio>

using namespace cutaway;

int main(int argc, char** argv) {
    QElapsedTimer clock;
    clock.start();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Cutaway"));
    QCoreApplication::setApplicationName(QStringLiteral("cutaway"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CUTAWAY_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Cutaway"));

    const auto options = readOptions(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "%s\n", options.error().message.c_str());
        return 2;
    }
    ui::theme::setTextScale(QSettings().value(QStringLiteral("text/scale"), 100).toInt());
    ui::theme::apply(application);

    Editor editor(*options);
    editor.start();
    if (options->exitWhenReady || options->exitAtPicture)
        QObject::connect(&editor, options->exitAtPicture ? &Editor::pictureSeen : &Editor::ready,
                         &application, [&clock] {
                             std::printf("{\"ready\": true, \"milliseconds\": %lld}\n",
                                         static_cast<long long>(clock.elapsed()));
                             std::fflush(stdout);
                             QCoreApplication::quit();
                         });
    if (!options->tourFolder.isEmpty())
        QTimer::singleShot(0, &editor, [&editor, folder = options->tourFolder] {
            Tour tour(editor, folder);
            QCoreApplication::exit(tour.run());
        });
    return QApplication::exec();
}
