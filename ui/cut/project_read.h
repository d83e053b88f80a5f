#pragma once

#include "ui/cut/project_document.h"

namespace cutaway::ui {

/// An OTIO document read, or why not.
struct ProjectDocument::Read {
    Result<interchange::ReadResult> result;
    std::string revision;
};

} // namespace cutaway::ui
