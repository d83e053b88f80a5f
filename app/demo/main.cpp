// cutaway-demo: makes the media of the Meridian Games, and fills a cloud with them.
#include "app/demo/populate_command.h"
#include "app/demo/stop_on_signals.h"
#include "core/demo/generator.h"

#include <QCommandLineParser>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>

namespace {

using namespace cutaway;

demo::RenderSettings renderSettings(const QCommandLineParser& arguments) {
    demo::RenderSettings settings;
    // Multiples of 32: the height is even then, as 4:2:0 needs it.
    settings.width = std::clamp(arguments.value(QStringLiteral("width")).toInt(), 320, 7680) & ~31;
    settings.height = settings.width * 9 / 16;
    settings.preset = arguments.value(QStringLiteral("preset")).toStdString();
    settings.crf = arguments.value(QStringLiteral("crf")).toDouble();
    settings.frames = arguments.value(QStringLiteral("frames")).toLongLong();
    settings.threads = std::clamp(arguments.value(QStringLiteral("threads")).toInt(), 1, 64);
    return settings;
}

int render(const QCommandLineParser& arguments, const std::stop_token& stop) {
    const demo::RenderSettings settings = renderSettings(arguments);
    const std::string wanted = arguments.value(QStringLiteral("angle")).toStdString();
    const std::string directory = arguments.value(QStringLiteral("out")).toStdString();
    bool found = false;
    for (const demo::AngleSpec& spec : demo::angles()) {
        if (!wanted.empty() && spec.file != wanted)
            continue;
        found = true;
        int shown = -1;
        const auto progress = [&](double share) {
            const int percent = static_cast<int>(share * 100);
            if (percent != shown)
                std::fprintf(stderr, "%s %d %%\n", spec.file.c_str(), percent);
            shown = percent;
        };
        if (const auto made = demo::renderAngle(spec, directory, settings, progress, stop); !made) {
            std::fprintf(stderr, "%s\n", made.error().message.c_str());
            return made.error().category == ErrorCategory::Cancelled ? demoCancelled : 1;
        }
    }
    if (!found)
        std::fprintf(stderr, "There is no angle \"%s\".\n", wanted.c_str());
    return found ? 0 : 2;
}

} // namespace

int main(int argc, char** argv) {
    const StopOnSignals signals;
    // Nothing is shown: pictures are painted into memory.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCommandLineParser arguments;
    arguments.setApplicationDescription(
        QStringLiteral("Makes the Meridian Games, the fictional event of the demo.\n"
                       "  render    makes media files\n"
                       "  populate  fills the cloud at $CUTAWAY_URL, with the token in $CUTAWAY_TOKEN"));
    arguments.addHelpOption();
    arguments.addPositionalArgument(QStringLiteral("command"), QStringLiteral("render or populate"));
    const auto option = [&](const char* name, const char* help, const char* fallback) {
        arguments.addOption({QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(name),
                             QString::fromLatin1(fallback)});
    };
    option("out", "Folder for the media.", "demo-media");
    option("angle", "One angle, such as 100m/main; all of them without this.", "");
    option("width", "Width of the pictures; the height is 9/16 of it.", "3840");
    option("frames", "Only so many frames of each angle; 0: all.", "0");
    option("preset", "Speed of the encoder, an x265 preset.", "ultrafast");
    option("crf", "Quality of the encoder, lower is better and larger.", "24");
    option("threads", "Threads for painting what does not move.", "2");
    arguments.process(application);
    const QStringList words = arguments.positionalArguments();
    if (words == QStringList{QStringLiteral("render")})
        return render(arguments, signals.token());
    if (words == QStringList{QStringLiteral("populate")})
        return populateCloud(arguments.value(QStringLiteral("out")).toStdString(), renderSettings(arguments),
                             signals.token());
    arguments.showHelp(2);
}
