#pragma once

/// Every edit is a pure function of a sequence and its arguments: it returns the Change that does it, or an
/// error and then nothing has happened. Frames are frames of the sequence; on sound tracks they become
/// samples by Sequence::unitsAtFrame, cumulatively, never clip by clip. Locked tracks are never touched.
/// Edits that ripple open or close the same stretch on every sync locked track, so that what was in step
/// stays in step.

#include "core/timeline/edits/adjust.h"
#include "core/timeline/edits/arrange.h"
#include "core/timeline/edits/clip_markers.h"
#include "core/timeline/edits/clipboard.h"
#include "core/timeline/edits/duck.h"
#include "core/timeline/edits/format.h"
#include "core/timeline/edits/graphics.h"
#include "core/timeline/edits/picture.h"
#include "core/timeline/edits/place.h"
#include "core/timeline/edits/remove.h"
#include "core/timeline/edits/settings.h"
#include "core/timeline/edits/sound.h"
#include "core/timeline/edits/speed.h"
#include "core/timeline/edits/tracks.h"
#include "core/timeline/edits/transitions.h"
#include "core/timeline/edits/trim.h"
