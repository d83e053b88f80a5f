#pragma once

#include "core/timeline/edits.h"
#include "core/timeline/history.h"
#include "core/timeline/index.h"
#include "core/timeline/invariants.h"

#include <QTest>
#include <random>
#include <string>

namespace cutaway::timeline {

/// Angle `number` of the test's unit: 1000 frames from 10:00:00:00, two sounds.
SourceTiming angle(int number, FrameRate rate = {50, 1});
SourceTimings angles(FrameRate rate = {50, 1});
/// [in, out) counted from the angle's first frame.
MarkedRange part(const SourceTiming& source, std::int64_t in, std::int64_t out);

/// A track in short: "A0+10 gap5 B7+3" is ten frames of the clip named A from its frame 0, a gap of 5, and
/// three of B from frame 7. On sound tracks the same, in frames when they are whole, else in samples
/// ("480s"). "[Title]+50" is a graphic. The names are those of the angles: A is 1, B is 2. "A0+10@1/2" runs
/// at half its speed.
std::string describe(const Sequence& sequence, std::size_t track);

/// The clip under a frame; the test must know that there is one.
Uuid clipOn(const Sequence& sequence, std::size_t track, std::int64_t frame);

/// The rates that round trips are tested at, as columns "num" and "den".
void addRates();
/// CUTAWAY_SEED when it is set, else `usual`; printed, so that a failing run can be made again.
unsigned seedOr(unsigned usual);

/// Does `change`, undoes it, does it again; each time the sequence must be what it ought to be and sound.
/// Returns the sequence with the change done.
SequencePtr doUndoRedo(const Sequence& sequence, const Result<Change>& change);

} // namespace cutaway::timeline

#define COMPARE_TRACK(sequence, track, text) QCOMPARE(describe(sequence, track), std::string(text))
