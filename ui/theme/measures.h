#pragma once

/// Sizes in logical pixels, on a grid of 4.
namespace cutaway::ui::theme {

inline constexpr int panelGap = 4;
inline constexpr int padding = 8;
inline constexpr int paddingWide = 12;
inline constexpr int section = 16;
inline constexpr int sectionWide = 24;

inline constexpr int controlSmall = 24; ///< also the smallest target
inline constexpr int control = 28;
inline constexpr int controlLarge = 32;

inline constexpr int radiusClip = 2;
inline constexpr int radiusControl = 4;
inline constexpr int badgeHeight = 18;

inline constexpr int topBarHeight = 40;
inline constexpr int statusBarHeight = 24;
inline constexpr int panelHeaderHeight = 28;
inline constexpr int scrubStripHeight = 20;
inline constexpr int transportHeight = 40;
inline constexpr int meterWidth = 72;
inline constexpr int railWidth = 44;

inline constexpr int cardWidth = 232;
inline constexpr int cardHeight = 176;

/// Below this window width panels fold into rails.
inline constexpr int narrowWindow = 1600;

} // namespace cutaway::ui::theme
