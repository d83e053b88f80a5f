#pragma once

#include "core/catalogue/outbox.h"
#include "ui/widgets/badge.h"

#include <QString>

namespace cutaway::ui {

class OutboxCourier;

/// "1.4 GB", "640 MB", "12 KB".
QString sizeText(std::int64_t bytes);
/// "about 3 min", "40 s".
QString durationText(std::int64_t seconds);
/// What a job's stage means to its owner: "Making the pictures".
QString stageText(const std::string& stage);
/// Sign, word and colour of a job's state.
BadgeLook badgeOf(const catalogue::Job& job);
/// "62 % · 40 s left", or what it waits for.
QString progressText(const catalogue::Job& job);

/// The same of what has not reached the cloud.
BadgeLook badgeOf(const OutboxCourier& outbox, const catalogue::OutboxItem& item);
/// What it waits for, or why the cloud does not take it.
QString waitingText(const OutboxCourier& outbox, const catalogue::OutboxItem& item);

} // namespace cutaway::ui
