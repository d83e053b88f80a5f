#pragma once

#include "core/playback/player.h"

#include <QString>

#include <functional>

class QObject;

namespace cutaway::ui {

class ActionSet;

/// Binds the commands that say which picture plays: one of them is checked, and kept in the settings.
void bindPictureQuality(ActionSet& actions, QObject* context);
/// What is checked; Automatic when nothing is.
playback::PictureQuality pictureQualityOf(const ActionSet& actions);
/// Calls `changed` whenever another one is checked, as long as `context` lives.
void followPictureQuality(const ActionSet& actions, QObject* context, const std::function<void()>& changed);
/// Why the picture in view is the small one; empty when it is not.
QString whySmall(const playback::PlayerState& state, const playback::PresentedPicture& shown);

} // namespace cutaway::ui
