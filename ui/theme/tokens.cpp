#include "ui/theme/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cutaway::ui::theme {

namespace {

struct Row {
    Token token;
    const char* name;
    QRgb value;
};

constexpr std::array rows{
    Row{Token::Bg0, "bg0", 0xff101010},
    Row{Token::Bg1, "bg1", 0xff181818},
    Row{Token::Bg2, "bg2", 0xff202020},
    Row{Token::Bg3, "bg3", 0xff2a2a2a},
    Row{Token::Bg4, "bg4", 0xff363636},
    Row{Token::Surround, "surround", 0xff000000},
    Row{Token::Text1, "text1", 0xffe4e4e4},
    Row{Token::Text2, "text2", 0xffb4b4b4},
    Row{Token::Text3, "text3", 0xff969696},
    Row{Token::TextDisabled, "textDisabled", 0xff6e6e6e},
    Row{Token::TextOnFill, "textOnFill", 0xffffffff},
    Row{Token::Line, "line", 0xff3c3c3c},
    Row{Token::ControlBorder, "controlBorder", 0xff7c7c7c},
    Row{Token::Input, "input", 0xff3ec6e0},
    Row{Token::InputFill, "inputFill", 0xff155e6e},
    Row{Token::Output, "output", 0xfff59a3c},
    Row{Token::OutputFill, "outputFill", 0xff7a4410},
    Row{Token::Primary, "primary", 0xffe4e4e4},
    Row{Token::PrimaryText, "primaryText", 0xff101010},
    Row{Token::Ok, "ok", 0xff5cc98a},
    Row{Token::Warning, "warning", 0xffe8c547},
    Row{Token::Error, "error", 0xffff7b72},
    Row{Token::Information, "information", 0xff8ab4f8},
    Row{Token::Live, "live", 0xffc8372d},
    Row{Token::Focus, "focus", 0xff8ab4f8},
    Row{Token::Selection, "selection", 0xffffffff},
    Row{Token::VideoClip, "videoClip", 0xff2e4a57},
    Row{Token::VideoClipBorder, "videoClipBorder", 0xff6b93a6},
    Row{Token::SoundClip, "soundClip", 0xff2f5140},
    Row{Token::SoundClipBorder, "soundClipBorder", 0xff69a382},
    Row{Token::GraphicsClip, "graphicsClip", 0xff5a3f6b},
    Row{Token::GraphicsClipBorder, "graphicsClipBorder", 0xffa07fb5},
    Row{Token::OwnClip, "ownClip", 0xff4f442b},
    Row{Token::OwnClipBorder, "ownClipBorder", 0xffa89468},
    Row{Token::ClipGap, "clipGap", 0xff101010},
    Row{Token::Waveform, "waveform", 0xffb8dcc8},
    Row{Token::Over, "over", 0xffff7b72},
    Row{Token::Unavailable, "unavailable", 0xff4a2320},
    Row{Token::PlanUntouched, "planUntouched", 0xff2f7d53},
    Row{Token::PlanEdge, "planEdge", 0xff2f5f9e},
    Row{Token::PlanRendered, "planRendered", 0xff7a4f96},
    Row{Token::PlanPattern, "planPattern", 0x60ffffff},
    Row{Token::Shade, "shade", 0xb0000000},
    Row{Token::ScopeLuma, "scopeLuma", 0xffd8e8dc},
    Row{Token::ScopeRed, "scopeRed", 0xffff6b60},
    Row{Token::ScopeGreen, "scopeGreen", 0xff5ce08a},
    Row{Token::ScopeBlue, "scopeBlue", 0xff6ca4ff},
    Row{Token::ScopeLine, "scopeLine", 0xff4a4a4a},
    Row{Token::ScopeReference, "scopeReference", 0xffe8c547},
};

constexpr auto tokens = [] {
    std::array<Token, rows.size()> all{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        all[i] = rows[i].token;
    return all;
}();

static_assert([] {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].token) != i)
            return false;
    return true;
}());

// 4.5 for words, 3 for shapes that carry meaning. Text3 and the state colours stay off Bg4.
constexpr std::array pairs{
    TokenPair{Token::Text1, Token::Bg0, 4.5},
    TokenPair{Token::Text1, Token::Bg4, 4.5},
    TokenPair{Token::Text2, Token::Bg0, 4.5},
    TokenPair{Token::Text2, Token::Bg4, 4.5},
    TokenPair{Token::Text3, Token::Bg0, 4.5},
    TokenPair{Token::Text3, Token::Bg3, 4.5},
    TokenPair{Token::PrimaryText, Token::Primary, 4.5},
    TokenPair{Token::TextOnFill, Token::InputFill, 4.5},
    TokenPair{Token::TextOnFill, Token::OutputFill, 4.5},
    TokenPair{Token::TextOnFill, Token::Live, 4.5},
    TokenPair{Token::TextOnFill, Token::VideoClip, 4.5},
    TokenPair{Token::TextOnFill, Token::SoundClip, 4.5},
    TokenPair{Token::TextOnFill, Token::GraphicsClip, 4.5},
    TokenPair{Token::TextOnFill, Token::OwnClip, 4.5},
    TokenPair{Token::TextOnFill, Token::Unavailable, 4.5},
    TokenPair{Token::TextOnFill, Token::PlanUntouched, 4.5},
    TokenPair{Token::TextOnFill, Token::PlanEdge, 4.5},
    TokenPair{Token::TextOnFill, Token::PlanRendered, 4.5},
    TokenPair{Token::Input, Token::Bg3, 4.5},
    TokenPair{Token::Output, Token::Bg3, 4.5},
    TokenPair{Token::Ok, Token::Bg3, 4.5},
    TokenPair{Token::Warning, Token::Bg3, 4.5},
    TokenPair{Token::Error, Token::Bg3, 4.5},
    TokenPair{Token::Information, Token::Bg3, 4.5},
    TokenPair{Token::Focus, Token::Bg4, 3.0},
    TokenPair{Token::Focus, Token::Bg0, 3.0},
    TokenPair{Token::ControlBorder, Token::Bg0, 3.0},
    TokenPair{Token::ControlBorder, Token::Bg3, 3.0},
    TokenPair{Token::Waveform, Token::SoundClip, 3.0},
    TokenPair{Token::ScopeLuma, Token::Surround, 3.0},
    TokenPair{Token::ScopeRed, Token::Surround, 3.0},
    TokenPair{Token::ScopeGreen, Token::Surround, 3.0},
    TokenPair{Token::ScopeBlue, Token::Surround, 3.0},
    TokenPair{Token::ScopeReference, Token::Surround, 4.5},
    TokenPair{Token::Selection, Token::VideoClip, 3.0},
    TokenPair{Token::Selection, Token::SoundClip, 3.0},
};

double luminance(const QColor& c) {
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

const Row& row(Token token) {
    return rows[static_cast<std::size_t>(token)];
}

} // namespace

QColor colour(Token token) {
    return QColor::fromRgba(row(token).value);
}

QColor labelColour(const QString& name) {
    struct Label {
        const char* name;
        QRgb value;
    };
    static constexpr std::array labels{Label{"RED", 0xffe5534b},    Label{"ORANGE", 0xffd98a3a},
                                       Label{"YELLOW", 0xffd9c23a}, Label{"GREEN", 0xff5fb760},
                                       Label{"CYAN", 0xff4db6c4},   Label{"BLUE", 0xff5b8def},
                                       Label{"PURPLE", 0xff9673d3}, Label{"MAGENTA", 0xffcc5bb0},
                                       Label{"PINK", 0xffe08aa4},   Label{"WHITE", 0xffd8d8d8}};
    for (const Label& label : labels)
        if (name == QLatin1String(label.name))
            return QColor::fromRgba(label.value);
    return colour(Token::ControlBorder);
}

QString tokenName(Token token) {
    return QString::fromLatin1(row(token).name);
}
std::span<const Token> allTokens() {
    return tokens;
}
std::span<const TokenPair> readablePairs() {
    return pairs;
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace cutaway::ui::theme
