#pragma once

#include "core/timeline/sequence.h"

#include <QRect>

#include <optional>
#include <vector>

namespace cutaway::ui {

/// Measures of the timeline in logical pixels.
namespace timeline_measures {
inline constexpr int ruler = 24;
inline constexpr int videoRow = 64;
inline constexpr int upperVideoRow = 40;
inline constexpr int soundRow = 52;
inline constexpr int rowGap = 2;
inline constexpr int headerWide = 148;
inline constexpr int headerNarrow = 120;
inline constexpr int nameStrip = 16;
inline constexpr int trimZone = 6;
inline constexpr int lowestRow = 24;
} // namespace timeline_measures

/// A row of the timeline: one track. Pictures are stacked upwards, sound downwards.
struct TrackRow {
    std::size_t track = 0; ///< index in Sequence::tracks
    int top = 0;
    int height = 0;
    int number = 1; ///< among the tracks of its kind: V1, A2

    int bottom() const { return top + height; }
};

/// How the rows stand in the view.
struct RowLayout {
    int height = 0;    ///< of the view: the rows grow into the room there is, up to double their height
    int percent = 100; ///< of their usual height; at any other they do not grow
};
inline constexpr int leastRowPercent = 50;
inline constexpr int mostRowPercent = 400;

std::vector<TrackRow> trackRows(const timeline::Sequence& sequence, const RowLayout& layout = {});
/// Pixels from the ruler to below the last row.
int rowsHeight(const std::vector<TrackRow>& rows);
/// The row at a height; none between and beyond them.
std::optional<TrackRow> rowAt(const std::vector<TrackRow>& rows, int y);

/// What a track header offers.
enum class HeaderButton { Patch, Target, Show, Lock, Mute, Solo };
/// Where it stands in the header of `row`; empty when that kind of track does not have it.
QRect headerButtonRect(const TrackRow& row, bool sound, HeaderButton button, int headerWidth);

} // namespace cutaway::ui
