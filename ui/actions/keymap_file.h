#pragma once

#include "ui/actions/user_keymap.h"

#include "core/base/result.h"

#include <QByteArray>

namespace cutaway::ui {

/// JSON: {"cutaway_keymap": 1, "base": "premiere", "commands": {"edit.razor": {"added": ["Ctrl+B"],
/// "removed": ["Ctrl+K"]}}}.
QByteArray writeKeymap(const UserKeymap& map);
/// The error says, in the user's language, what is wrong and in which line or at which command. Commands that
/// this version does not know are kept as they stand.
Result<UserKeymap> readKeymap(const QByteArray& json);

} // namespace cutaway::ui
