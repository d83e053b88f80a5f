#include "ui/timeline/track_rows.h"

#include <algorithm>

namespace cutaway::ui {

using namespace timeline_measures;

std::vector<TrackRow> trackRows(const timeline::Sequence& sequence, const RowLayout& layout) {
    std::vector<TrackRow> rows;
    int pictures = 0;
    for (const auto& track : sequence.tracks)
        pictures += track->kind == timeline::TrackKind::Video;
    int number = pictures;
    for (std::size_t t = sequence.tracks.size(); t-- > 0;)
        if (sequence.tracks[t]->kind == timeline::TrackKind::Video) {
            rows.push_back({t, 0, number == 1 ? videoRow : upperVideoRow, number});
            --number;
        }
    number = 0;
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t)
        if (sequence.tracks[t]->kind == timeline::TrackKind::Audio)
            rows.push_back({t, 0, soundRow, ++number});

    int least = 0;
    for (TrackRow& row : rows) {
        row.height = std::max(lowestRow, row.height * layout.percent / 100);
        least += row.height;
    }
    const int room = layout.height - ruler - (static_cast<int>(rows.size()) + 1) * rowGap;
    const int grown = layout.percent == 100 ? std::clamp(room, least, 2 * least) : least;
    int top = ruler + rowGap;
    for (TrackRow& row : rows) {
        row.height = row.height * grown / std::max(least, 1);
        row.top = top;
        top += row.height + rowGap;
    }
    return rows;
}

int rowsHeight(const std::vector<TrackRow>& rows) {
    return rows.empty() ? 0 : rows.back().bottom() - rows.front().top + 2 * rowGap;
}

std::optional<TrackRow> rowAt(const std::vector<TrackRow>& rows, int y) {
    for (const TrackRow& row : rows)
        if (y >= row.top && y < row.bottom())
            return row;
    return std::nullopt;
}

QRect headerButtonRect(const TrackRow& row, bool sound, HeaderButton button, int headerWidth) {
    constexpr int width = 26;
    constexpr int height = 20;
    constexpr int icon = 20;
    const bool narrow = headerWidth < headerWide;
    const int left = narrow ? 2 : 4;
    const int gap = narrow ? 2 : 4;
    const int y = row.top + (row.height - height) / 2;
    const int icons = headerWidth - 2 - (narrow ? icon : icon + 2);
    const int step = narrow ? icon : icon + 2;
    switch (button) {
    case HeaderButton::Patch:
        return {left, y, width, height};
    case HeaderButton::Target:
        return {left + width + gap, y, width, height};
    case HeaderButton::Lock:
        return {icons - (sound ? 2 : 1) * step, y, icon, height};
    case HeaderButton::Show:
        return sound ? QRect() : QRect(icons, y, icon, height);
    case HeaderButton::Mute:
        return sound ? QRect(icons - step, y, icon, height) : QRect();
    case HeaderButton::Solo:
        return sound ? QRect(icons, y, icon, height) : QRect();
    }
    return {};
}

} // namespace cutaway::ui
