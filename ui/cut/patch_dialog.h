#pragma once

#include "core/timeline/source_timing.h"

#include <QDialog>

#include <optional>

namespace cutaway::ui {

class SessionLink;

/// Which part of the source goes to which track, for those who would rather choose than drag. What is chosen
/// is so at once, and is no step.
class PatchDialog : public QDialog {
    Q_OBJECT

public:
    /// `source`: what is open on the left, if anything.
    PatchDialog(SessionLink& link, const std::optional<timeline::SourceTiming>& source, QWidget* parent);
};

} // namespace cutaway::ui
