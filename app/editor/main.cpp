#include "app/editor/editor.h"
#include "app/editor/options.h"
#include "app/editor/tour.h"

#include "ui/language/language.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

using namespace cutaway;

namespace {

/// Asked only about itself, the program needs no display: `cutaway --version` over SSH, or in a script.
bool asksAboutProgram(int argc, const char* const* argv) {
    constexpr std::array<std::string_view, 4> questions{"--version", "-v", "--help", "-h"};
    return std::find_first_of(argv + 1, argv + argc, questions.begin(), questions.end()) != argv + argc;
}

void setNames() {
    QCoreApplication::setOrganizationName(QStringLiteral("Cutaway"));
    QCoreApplication::setApplicationName(QStringLiteral("cutaway"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CUTAWAY_VERSION));
}

} // namespace

int main(int argc, char** argv) {
    QElapsedTimer clock;
    clock.start();
    setNames();
    if (asksAboutProgram(argc, argv)) {
        const QCoreApplication application(argc, argv);
        return readOptions(QCoreApplication::arguments()) ? 0 : 2; // answers and ends the program
    }
    QApplication application(argc, argv);
    // How a desktop finds the name and icon that belong to the window.
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.cutaway.Cutaway"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Cutaway"));

    ui::speak(application, ui::chosenLanguage(QSettings().value(QLatin1String(ui::languageKey)).toString()));

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
