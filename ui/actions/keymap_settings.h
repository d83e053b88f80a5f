#pragma once

#include "ui/actions/user_keymap.h"

namespace cutaway::ui {

// Where the user's keys are kept: with the program's other settings.

struct KeptKeymap {
    UserKeymap map;
    bool chosen = false; ///< the user has said which keymap
    QString trouble;     ///< the changes could not be read: why, and where they were put aside; else empty
};
KeptKeymap keptKeymap();
void keepKeymap(const UserKeymap& map);

} // namespace cutaway::ui
