#pragma once

#include <QColor>
#include <QString>

#include <span>

/// The look of Cutaway in one place: no colour literal stands anywhere else (a test greps for it).
namespace cutaway::ui::theme {

/// Every colour by its meaning.
enum class Token {
    // Grounds, darkest first: gaps and window, tracks and wells, panels and bars, cards and fields, hover.
    Bg0,
    Bg1,
    Bg2,
    Bg3,
    Bg4,
    Surround, ///< around the picture
    // Text, strongest first. Text3 never stands on Bg4.
    Text1,
    Text2,
    Text3,
    TextDisabled,
    TextOnFill, ///< on filled colours; also playhead and selection
    // Lines
    Line,          ///< decoration
    ControlBorder, ///< what a control needs to be recognised
    // The two sides of editing
    Input,
    InputFill,
    Output,
    OutputFill,
    // Primary buttons
    Primary,
    PrimaryText,
    // State; a shape and a word always go with it
    Ok,
    Warning,
    Error,
    Information,
    Live,
    Focus,
    Selection,
    // Clips
    VideoClip,
    VideoClipBorder,
    SoundClip,
    SoundClipBorder,
    GraphicsClip,
    GraphicsClipBorder,
    OwnClip,
    OwnClipBorder,
    ClipGap,
    Waveform,
    Over, ///< above -1 dBTP, and the limit of the media while trimming
    Unavailable,
    // Plan bar
    PlanUntouched,
    PlanEdge,
    PlanRendered,
    PlanPattern, ///< the hatch drawn on the plan colours
    Shade,       ///< translucent black over a picture, under text
    // Scopes
    ScopeLuma,
    ScopeRed,
    ScopeGreen,
    ScopeBlue,
    ScopeLine,      ///< of the scale
    ScopeReference, ///< HDR reference white
};

QColor colour(Token token);
/// The stripe of a clip's label: by its OTIO colour name, "GREEN"; other names give that of a control's line.
QColor labelColour(const QString& name);
/// The token's name as the style sheet writes it, for instance "bg2".
QString tokenName(Token token);
std::span<const Token> allTokens();

/// Text that may stand on a ground, with the least WCAG 2 contrast it must have there.
struct TokenPair {
    Token text;
    Token ground;
    double least;
};
std::span<const TokenPair> readablePairs();

/// WCAG 2 contrast ratio, 1..21.
double contrast(const QColor& a, const QColor& b);

} // namespace cutaway::ui::theme
