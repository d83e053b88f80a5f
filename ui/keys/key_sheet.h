#pragma once

#include "ui/actions/user_keymap.h"

class QPagedPaintDevice;

namespace cutaway::ui {

/// A4 across, as the sheet wants it; a page size that the user has chosen stays.
void preparePages(QPagedPaintDevice& device);
/// The keys for the wall: every command with its keys by menu, then what each key does alone, with Shift and
/// with Ctrl. Returns the number of pages, 0 when the device takes none.
int printKeySheet(QPagedPaintDevice& device, const UserKeymap& map);

} // namespace cutaway::ui
