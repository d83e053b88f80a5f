#include "ui/viewer/picture_quality.h"

#include "ui/actions/action_set.h"

#include <QAction>
#include <QCoreApplication>
#include <QLocale>
#include <QSettings>

#include <array>

namespace cutaway::ui {

using playback::PictureQuality;

namespace {

constexpr auto key = "play/pictureQuality";

struct QualityCommand {
    const char* command;
    PictureQuality quality;
    const char* setting;
};
constexpr std::array qualityCommands{
    QualityCommand{"play.pictureAutomatic", PictureQuality::Automatic, "automatic"},
    QualityCommand{"play.pictureFull", PictureQuality::Full, "full"},
    QualityCommand{"play.pictureSmall", PictureQuality::Small, "small"}};

QAction* actionOf(const ActionSet& actions, const QualityCommand& each) {
    return actions.action(QLatin1String(each.command));
}

QString words(const char* text) {
    return QCoreApplication::translate("PictureQuality", text);
}

} // namespace

void bindPictureQuality(ActionSet& actions, QObject* context) {
    const QString kept = QSettings().value(QLatin1String(key)).toString();
    const bool pinned = kept == QLatin1String("full") || kept == QLatin1String("small");
    for (const QualityCommand& each : qualityCommands)
        actions.bindToggle(QLatin1String(each.command), context,
                           pinned ? kept == QLatin1String(each.setting)
                                  : each.quality == PictureQuality::Automatic,
                           [&actions, each](bool) {
                               QSettings().setValue(QLatin1String(key), QLatin1String(each.setting));
                               for (const QualityCommand& other : qualityCommands)
                                   actionOf(actions, other)->setChecked(other.quality == each.quality);
                           });
}

PictureQuality pictureQualityOf(const ActionSet& actions) {
    for (const QualityCommand& each : qualityCommands)
        if (each.quality != PictureQuality::Automatic && actionOf(actions, each)->isChecked())
            return each.quality;
    return PictureQuality::Automatic;
}

void followPictureQuality(const ActionSet& actions, QObject* context, const std::function<void()>& changed) {
    for (const QualityCommand& each : qualityCommands)
        QObject::connect(actionOf(actions, each), &QAction::toggled, context, changed);
}

QString whySmall(const playback::PlayerState& state, const playback::PresentedPicture& shown) {
    if (!state.small || shown.best || !shown.picture)
        return {};
    if (state.smallByChoice)
        return words(QT_TRANSLATE_NOOP("PictureQuality",
                                       "The small picture plays, as chosen in the Play menu. "
                                       "At rest the full one is shown."));
    if (state.linkBits <= 0)
        return words(QT_TRANSLATE_NOOP(
            "PictureQuality", "The link does not carry the full picture: the small one plays. At rest "
                              "the full one is shown."));
    return words(QT_TRANSLATE_NOOP("PictureQuality",
                                   "The link carries %1 Mb/s: the small picture plays. At rest "
                                   "the full one is shown."))
        .arg(QLocale().toString(static_cast<double>(state.linkBits) / 1e6, 'f', 1));
}

} // namespace cutaway::ui
