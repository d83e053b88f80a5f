#include "app/editor/tour.h"

#include "ui/browse/browse_page.h"
#include "ui/cut/cut_page.h"
#include "ui/deliver/deliver_page.h"
#include "ui/deliver/delivery_saver.h"
#include "ui/deliver/formats_panel.h"
#include "ui/viewer/video_view.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <set>

namespace cutaway {

namespace {

constexpr int width = 1920;
constexpr int height = 1080;
constexpr int jump = 5;                  // frames of one Shift+Right
constexpr std::int64_t longestClip = 10; // jumps
constexpr int waitForMedia = 900;
constexpr int waitForDelivery = 1800;
constexpr int waitForScreen = 60;
constexpr int restBetween = 400; // ms that a person would take to see what happened

void rest(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

bool showsExactPicture(ui::SourceViewer& viewer) {
    return viewer.isLoaded() && viewer.panel()->view()->picture() && viewer.panel()->view()->isExact();
}

} // namespace

Tour::Tour(Editor& editor, const QString& folder)
    : m_editor(editor)
    , m_folder(folder) {}

int Tour::run() {
    if (!QDir().mkpath(m_folder))
        return fail("The folder for the pictures could not be made."), 1;
    m_editor.window().setGeometry(0, 0, width, height);
    m_editor.window().hideKeysQuestion();
    return openFinal() && cutThreeClips() && deliver() && playDelivered() ? 0 : 1;
}

bool Tour::fail(const std::string& what) {
    std::fprintf(stderr, "tour: %s\n", what.c_str());
    picture("failed");
    return false;
}

bool Tour::waitFor(const std::function<bool()>& condition, const char* what, int seconds) {
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        if (clock.elapsed() > seconds * 1000LL)
            return fail(std::string(what) + " took longer than " + std::to_string(seconds) + " s.");
        rest(50);
    }
    std::printf("tour: %s after %.1f s\n", what, static_cast<double>(clock.elapsed()) / 1000);
    std::fflush(stdout);
    return true;
}

bool Tour::command(const char* id, int times) {
    for (int i = 0; i < times; ++i)
        if (!m_editor.window().actions().trigger(QLatin1String(id)))
            return fail(std::string("the command ") + id + " does not answer.");
    return true;
}

bool Tour::picture(const char* name) {
    const QString path = QDir(m_folder).filePath(QLatin1String(name) + QStringLiteral(".png"));
    if (m_editor.window().grab().save(path))
        return true;
    std::fprintf(stderr, "tour: %s could not be written\n", qPrintable(path));
    return false;
}

bool Tour::openFinal() {
    auto& browse = m_editor.browse();
    const auto three = [&browse]() -> const catalogue::Unit* {
        for (const auto& unit : browse.model().units()) {
            const auto ready = std::count_if(unit.angles.begin(), unit.angles.end(), [](const auto& angle) {
                return angle.state == catalogue::AngleState::Ready;
            });
            if (unit.medal != 0 && ready >= 3)
                return &unit;
        }
        return nullptr;
    };
    if (!waitFor([&] { return three() != nullptr; }, "a final with three angles", waitForMedia))
        return false;
    browse.choose({*three(), std::nullopt});
    if (!waitFor([&] { return showsExactPicture(browse.viewer()) && !browse.viewer().marks().empty(); },
                 "the picture of the final", waitForScreen))
        return false;
    rest(2000); // the cards' pictures come in
    return picture("1-browse");
}

bool Tour::cutThreeClips() {
    // The cut of an earlier tour may be the one that was open last.
    if (!command("file.newProject") || !command("view.openInCut"))
        return false;
    auto& viewer = m_editor.cut().sourceViewer();
    if (!waitFor([&] { return showsExactPicture(viewer); }, "the picture in Cut", waitForScreen))
        return false;
    // Three clips and the steps between them must fit into what is left of the action.
    const auto left = (viewer.timing().end - viewer.frame()) / jump;
    m_jumps = static_cast<int>(std::clamp<std::int64_t>(left / 3 - 2, 1, longestClip));
    for (int angle = 1; angle <= 3; ++angle) {
        const std::string key = "angle." + std::to_string(angle);
        if (!command("view.focusSource") || !command(key.c_str()) ||
            !waitFor(
                [&] {
                    return viewer.isLoaded() && viewer.timing().angle == angle && showsExactPicture(viewer);
                },
                "an angle", waitForScreen) ||
            !command("mark.in") || !command("play.jumpForward", m_jumps) || !command("mark.out") ||
            !command("edit.insert") || !command("play.jumpForward"))
            return false;
        rest(restBetween);
    }
    if (!threeAnglesInOrder())
        return fail("the timeline does not hold three clips from angles 1, 2 and 3.");
    rest(3000); // thumbnails and waveforms come in
    return picture("2-cut");
}

bool Tour::threeAnglesInOrder() {
    const auto sequence = m_editor.cut().sequence();
    const auto& items = sequence->tracks.front()->items;
    if (items.size() != 3)
        return false;
    std::set<Uuid> sources;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& clip = items[i].clip;
        if (!clip || clip->angle != static_cast<int>(i) + 1 || clip->duration != jump * m_jumps + 1)
            return false;
        sources.insert(clip->media.sourceId);
    }
    return sources.size() == 3;
}

bool Tour::deliver() {
    auto& page = m_editor.deliver();
    if (!command("deliver.submit") ||
        !waitFor([&] { return !page.model().profiles().empty(); }, "the formats", waitForScreen))
        return false;
    page.formats().choose({"hevc-hlg-mp4"});
    rest(restBetween);
    const auto before = page.model().submissions().size();
    if (!command("deliver.submit") ||
        !waitFor([&] { return page.model().submissions().size() > before; }, "the order", waitForScreen))
        return false;
    const Uuid id = page.model().submissions().front().id;
    const auto job = [&] { return page.model().submission(id)->job; };
    if (!waitFor([&] { return job().isOver() || job().percent >= 40; }, "half of the delivery",
                 waitForDelivery))
        return false;
    rest(restBetween);
    if (!picture("3-deliver") || !waitFor([&] { return job().isOver(); }, "the delivery", waitForDelivery))
        return false;
    if (job().state != catalogue::JobState::Delivered)
        return fail("the delivery failed: " +
                    (job().error ? job().error->summary : std::string("cancelled")));
    if (!waitFor([&] { return !page.model().submission(id)->deliveries.empty(); }, "the file", waitForScreen))
        return false;

    const auto delivery = page.model().submission(id)->deliveries.front();
    const QString path = QDir(m_folder).filePath(QString::fromStdString(delivery.fileName));
    bool saved = false;
    QString problem;
    QObject::connect(&page.saver(), &ui::DeliverySaver::saved, &page,
                     [&](const QString&, const QString&) { saved = true; });
    QObject::connect(&page.saver(), &ui::DeliverySaver::failed, &page,
                     [&](const QString&, const QString& sentence) { problem = sentence; });
    page.saver().save(m_editor.session().cloud(), QString::fromStdString(id.toString()), delivery, path);
    const bool done =
        waitFor([&] { return saved || !problem.isEmpty(); }, "saving the file", waitForDelivery);
    page.saver().disconnect(&page);
    if (!done || !problem.isEmpty())
        return done ? fail(problem.toStdString()) : false;
    return true;
}

bool Tour::playDelivered() {
    const auto& model = m_editor.deliver().model();
    const Uuid id = model.submissions().front().id;
    const auto source = [&]() -> Uuid {
        const auto* submission = model.submission(id);
        for (const auto& delivery : submission->deliveries)
            if (!delivery.sourceId.isNil())
                return delivery.sourceId;
        return {};
    };
    if (!waitFor([&] { return !source().isNil(); }, "the delivered clip as an angle", waitForMedia))
        return false;
    m_editor.playDelivered(source(), QString::fromStdString(model.submission(id)->title));
    auto& viewer = m_editor.cut().sourceViewer();
    if (!waitFor([&] { return showsExactPicture(viewer) && viewer.player().position() > 25; },
                 "the delivered clip playing", waitForScreen))
        return false;
    return picture("4-delivered");
}

} // namespace cutaway
