#include "app/editor/editor.h"

#include "ui/browse/browse_page.h"
#include "ui/cut/cut_page.h"
#include "ui/deliver/deliver_page.h"
#include "ui/deliver/formats_panel.h"
#include "ui/inspect/inspect_view.h"
#include "ui/inspect/inspect_window.h"
#include "ui/language/language.h"
#include "ui/shell/status_line.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"
#include "ui/viewer/video_view.h"
#include "ui/widgets/chip.h"

#include "core/base/install_paths.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QProcess>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

using namespace cutaway;

namespace {

constexpr int waitForMedia = 900;
constexpr int waitForScreen = 60;
constexpr int waitForDelivery = 600;

void rest(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

bool isExact(ui::SourceViewer& viewer) {
    return viewer.isLoaded() && viewer.panel()->view()->picture() && viewer.panel()->view()->isExact();
}

/// Goes through the states by the same commands as a user and saves a picture of each.
class Photographer {
public:
    Photographer(Editor& editor, QDir folder, QStringList takeFourth)
        : m_editor(editor)
        , m_folder(std::move(folder))
        , m_takeFourth(std::move(takeFourth)) {}

    bool run() {
        if (!waitFor([this] { return unitWithThree() != nullptr; }, "a final with three angles",
                     waitForMedia))
            return false;
        save("first-start");
        if (!fourthAngle())
            return false;
        m_editor.window().hideKeysQuestion();
        browse();
        return cut() && deliver() && dialogs();
    }

private:
    const catalogue::Unit* unitWithThree() {
        for (const auto& unit : m_editor.browse().model().units()) {
            const auto ready = std::count_if(unit.angles.begin(), unit.angles.end(), [](const auto& angle) {
                return angle.state == catalogue::AngleState::Ready;
            });
            if (unit.medal != 0 && ready >= 3)
                return &unit;
        }
        return nullptr;
    }

    /// The final has three cameras; for the picture of four a file is taken in beside them.
    bool fourthAngle() {
        const auto angles = [this] { return unitWithThree() ? unitWithThree()->angles.size() : 0; };
        if (m_takeFourth.isEmpty() || angles() > 3)
            return true;
        QProcess ctl;
        ctl.setProcessChannelMode(QProcess::ForwardedChannels);
        const QString program = QString::fromStdString(siblingProgram("cutaway-ctl").string());
        ctl.start(program,
                  m_takeFourth + QStringList{QStringLiteral("--unit"),
                                             QString::fromStdString(unitWithThree()->id.toString())});
        return waitFor(
                   [&] {
                       return ctl.state() == QProcess::NotRunning && (ctl.exitCode() != 0 || angles() > 3);
                   },
                   "a fourth angle", waitForMedia) &&
               ctl.exitCode() == 0;
    }

    bool waitFor(const std::function<bool()>& condition, const char* what, int seconds) {
        QElapsedTimer clock;
        clock.start();
        while (!condition()) {
            if (clock.elapsed() > seconds * 1000LL) {
                std::fprintf(stderr, "pictures: %s took longer than %d s\n", what, seconds);
                save("failed");
                return false;
            }
            rest(50);
        }
        return true;
    }

    bool command(const char* id, int times = 1) {
        for (int i = 0; i < times; ++i)
            if (!m_editor.window().actions().trigger(QLatin1String(id))) {
                std::fprintf(stderr, "pictures: the command %s does not answer\n", id);
                return false;
            }
        return true;
    }

    void save(const char* name, QWidget* widget = nullptr) {
        const QPixmap picture = (widget ? widget : &m_editor.window())->grab();
        picture.save(m_folder.filePath(QLatin1String(name) + QStringLiteral(".png")));
    }

    void browse() {
        auto& page = m_editor.browse();
        page.choose({*unitWithThree(), std::nullopt});
        waitFor([&] { return isExact(page.viewer()) && !page.viewer().marks().empty(); }, "the final",
                waitForScreen);
        rest(2500);
        save("browse");
        auto* search = page.findChild<QLineEdit*>();
        search->setText(QStringLiteral("gold medal hockey"));
        rest(1000);
        save("browse-nothing-found");
        search->clear();
        auto* pictures = page.findChild<ui::Chip*>(QStringLiteral("withPictures"));
        pictures->setChecked(false);
        rest(800);
        save("browse-everything");
        for (auto* button : page.findChildren<QToolButton*>())
            if (button->isCheckable() && button->objectName() == QLatin1String("asList"))
                button->click();
        rest(400);
        save("browse-list");
        for (const auto& unit : page.model().units())
            if (unit.angles.empty()) {
                page.choose({unit, std::nullopt});
                break;
            }
        rest(400);
        save("browse-without-pictures");
        pictures->setChecked(true);
        page.choose({*unitWithThree(), std::nullopt});
        waitFor([&] { return isExact(page.viewer()); }, "the final again", waitForScreen);
    }

    /// Every scope of the programme, then safe areas and crops over both pictures.
    void instruments() {
        for (const char* scope : {"view.parade", "view.vectorscope", "view.histogram", "view.waveform"}) {
            command(scope);
            rest(800);
            save((std::string("cut-") + (scope + 5)).c_str());
        }
        const std::array guides{"view.safeAreas", "view.crop9x16", "view.crop1x1", "view.crop4x5"};
        for (const char* guide : guides)
            command(guide);
        rest(300);
        save("cut-guides");
        for (const char* guide : guides)
            command(guide);
        command("play.toggle");
        rest(4000);
        save("cut-playing");
        command("play.toggle");
        command("view.scopes");
        m_editor.cut().goTo(30);
        rest(500);
    }

    /// All angles at one instant, while they play; then one frame of the master by itself.
    void anglesAndInspect() {
        command("view.focusSource");
        command("mark.goIn");
        command("angle.tiles");
        command("play.toggle");
        rest(3000);
        save("cut-angles");
        command("play.toggle");
        command("angle.tiles");
        rest(500);
        command("view.inspect");
        auto* window = m_editor.cut().findChild<ui::InspectWindow*>();
        if (!window)
            return;
        window->resize(m_editor.window().size());
        waitFor([window] { return window->isExact(); }, "a frame of the master", waitForScreen);
        rest(300);
        save("inspect", window);
        window->view()->oneToOne();
        rest(300);
        save("inspect-full-size", window);
        window->close();
    }

    bool cut() {
        auto& viewer = m_editor.cut().sourceViewer();
        if (!command("view.cut"))
            return false;
        rest(500);
        save("cut-empty");
        if (!command("view.browse") || !command("view.openInCut"))
            return false;
        if (!waitFor([&] { return isExact(viewer); }, "the picture in Cut", waitForScreen))
            return false;
        for (int angle = 1; angle <= 3; ++angle) {
            const std::string key = "angle." + std::to_string(angle);
            if (!command("view.focusSource") || !command(key.c_str()) ||
                !waitFor([&] { return isExact(viewer) && viewer.timing().angle == angle; }, "an angle",
                         waitForScreen) ||
                !command("mark.in") || !command("play.jumpForward", 10) || !command("mark.out") ||
                !command("mark.addToSelects") || !command("edit.insert") || !command("play.jumpForward"))
                return false;
            rest(300);
        }
        command("view.focusSource");
        command("angle.2");
        waitFor([&] { return isExact(viewer) && viewer.timing().angle == 2; }, "angle 2", waitForScreen);
        m_editor.cut().goTo(30);
        rest(3000);
        save("cut");
        instruments();
        anglesAndInspect();
        command("edit.deselect");
        command("edit.delete");
        rest(300);
        save("cut-refused");
        command("mark.clear");
        rest(200);
        command("view.zoomIn", 4);
        rest(2000);
        save("cut-zoomed");
        command("view.zoomFit");
        command("view.zoomOut", 14);
        rest(500);
        save("cut-far");
        command("view.zoomFit");
        return true;
    }

    bool deliver() {
        auto& page = m_editor.deliver();
        if (!command("deliver.submit") ||
            !waitFor([&] { return !page.model().profiles().empty(); }, "the formats", waitForScreen))
            return false;
        page.formats().choose({"hevc-hlg-mp4"});
        rest(1500);
        save("deliver");
        if (m_editor.window().width() != 1920)
            return true; // one delivery is enough of a load; its card is in the queue afterwards
        const auto before = page.model().submissions().size();
        if (!command("deliver.submit") ||
            !waitFor([&] { return page.model().submissions().size() > before; }, "the order", waitForScreen))
            return false;
        const Uuid id = page.model().submissions().front().id;
        const auto job = [&] { return page.model().submission(id)->job; };
        if (!waitFor([&] { return job().isOver() || job().percent >= 35; }, "the delivery", waitForDelivery))
            return false;
        rest(700);
        save("deliver-running");
        if (!waitFor([&] { return job().isOver(); }, "the end of the delivery", waitForDelivery))
            return false;
        rest(2500);
        save("deliver-finished");
        return true;
    }

    bool dialogs() {
        command("view.cut");
        for (const auto& [id, name] :
             {std::pair{"file.settings", "settings"}, std::pair{"file.connect", "connect"},
              std::pair{"help.keys", "keys"}, std::pair{"help.about", "about"}}) {
            QTimer::singleShot(400, &m_editor, [this, shown = name] {
                if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
                    save(shown, dialog);
                    dialog->reject();
                } else {
                    std::fprintf(stderr, "pictures: no dialog for %s\n", shown);
                }
            });
            command(id);
        }
        return true;
    }

    Editor& m_editor;
    QDir m_folder;
    QStringList m_takeFourth; ///< arguments of cutaway-ctl
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Cutaway"));
    QCoreApplication::setApplicationName(QStringLiteral("cutaway"));
    QCommandLineParser parser;
    const QCommandLineOption data(QStringLiteral("data"), {}, QStringLiteral("DIR"));
    const QCommandLineOption size(QStringLiteral("size"), {}, QStringLiteral("WxH"),
                                  QStringLiteral("1920x1080"));
    const QCommandLineOption language(QStringLiteral("language"), {}, QStringLiteral("CODE"));
    const QCommandLineOption fourth(QStringLiteral("fourth"), {}, QStringLiteral("FILE"));
    parser.addOptions({data, size, language, fourth});
    parser.addPositionalArgument(QStringLiteral("folder"), {});
    parser.process(application);
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    if (parser.positionalArguments().size() != 1 || !parser.isSet(data) || sides.size() != 2)
        parser.showHelp(2);
    ui::speak(application, ui::chosenLanguage(parser.value(language)));
    ui::theme::apply(application);

    EditorOptions options;
    options.dataFolder = QDir(parser.value(data)).absolutePath();
    options.embedded = true;
    options.demo = !QFileInfo::exists(options.dataFolder + QStringLiteral("/cloud.sqlite"));
    Editor editor(options);
    editor.window().setGeometry(0, 0, sides[0].toInt(), sides[1].toInt());
    editor.start();
    QStringList takeFourth;
    if (parser.isSet(fourth))
        takeFourth = QStringList{QStringLiteral("ingest"), parser.value(fourth)} +
                     QStringLiteral("--label Close --wait --angle 4 --angle-name Close --data")
                         .split(QLatin1Char(' ')) +
                     QStringList{options.dataFolder};
    int code = 1;
    QTimer::singleShot(0, &editor, [&] {
        code =
            Photographer(editor, QDir(parser.positionalArguments().constFirst()), takeFourth).run() ? 0 : 1;
        QCoreApplication::exit(code);
    });
    return QApplication::exec();
}
