#include "ui/theme/type.h"

#include <QStringList>

#include <algorithm>

namespace cutaway::ui::theme {

namespace {

int scalePercent = 100;

QFont make(const QStringList& families, QFont::StyleHint hint, int pixels, QFont::Weight weight) {
    QFont font;
    font.setFamilies(families);
    font.setStyleHint(hint);
    font.setPixelSize(std::max(1, (pixels * scalePercent + 50) / 100));
    font.setWeight(weight);
    return font;
}

} // namespace

QFont words(int pixels, QFont::Weight weight) {
    return make({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")}, QFont::SansSerif, pixels, weight);
}

QFont title() {
    return words(13, QFont::DemiBold);
}

QFont numbers(int pixels, QFont::Weight weight) {
    return make({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")}, QFont::Monospace,
                pixels, weight);
}

void setTextScale(int percent) {
    scalePercent = std::clamp(percent, 90, 150);
}
int textScale() {
    return scalePercent;
}

} // namespace cutaway::ui::theme
