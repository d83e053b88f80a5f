#include "core/render/graphic_text.h"

#include <QFont>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QStringList>
#include <QTextBoundaryFinder>
#include <QTransform>

#include <algorithm>

namespace cutaway::render {

namespace {

constexpr int drawnAt = 200; // pixels of the em of outlines before they are scaled
constexpr double smallest = 0.6;
constexpr double lineHeight = 1.2; // of the em

QFont fontOf(const QString& family, int weight) {
    QFont font(family);
    font.setPixelSize(drawnAt);
    font.setWeight(QFont::Weight(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Broken where the language allows it so that no line is wider than `width` where that can be helped.
QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double width) {
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, paragraph);
        qsizetype start = 0;
        qsizetype end = 0;
        for (auto next = breaks.toNextBoundary(); next != -1; next = breaks.toNextBoundary()) {
            if (end > start &&
                metrics.horizontalAdvance(paragraph.mid(start, next - start).trimmed()) > width) {
                lines << paragraph.mid(start, end - start).trimmed();
                start = end;
            }
            end = next;
        }
        lines << paragraph.mid(start).trimmed();
    }
    return lines;
}

struct Layout {
    QStringList lines;
    double scale = 1; ///< of the element's size
};

/// `width` in pixels of `metrics`.
Layout fitted(const Element& element, const QString& text, const QFontMetricsF& metrics, double width) {
    const auto fits = [&](const QStringList& lines, double room) {
        return lines.size() <= element.lines &&
               std::all_of(lines.begin(), lines.end(),
                           [&](const QString& line) { return metrics.horizontalAdvance(line) <= room; });
    };
    const double least = element.fit == Element::Fit::Shrink ? smallest : 1.0;
    Layout layout;
    if (element.lines == 1) {
        layout.lines = {text.simplified()};
        const double natural = metrics.horizontalAdvance(layout.lines.front());
        layout.scale = natural > width ? std::max(least, width / natural) : 1.0;
    } else {
        for (int percent = 100; percent >= static_cast<int>(least * 100); percent -= 4) {
            layout.scale = percent / 100.0;
            layout.lines = wrapped(text, metrics, width / layout.scale);
            if (fits(layout.lines, width / layout.scale))
                return layout;
        }
    }
    const double room = width / layout.scale + 0.5;
    if (layout.lines.size() > element.lines) {
        QStringList rest = layout.lines.mid(element.lines - 1);
        layout.lines = layout.lines.mid(0, element.lines - 1);
        layout.lines << rest.join(QLatin1Char(' ')) + QChar(0x2026);
    }
    for (QString& line : layout.lines)
        line = metrics.elidedText(line, Qt::ElideRight, room);
    return layout;
}

} // namespace

Result<void> checkFonts() {
    if (!qGuiApp)
        return Error{ErrorCategory::Internal, "Graphics cannot be drawn in this program.",
                     "no QGuiApplication"};
    for (const char* family : {"Inter", "JetBrains Mono"})
        if (QFontInfo(fontOf(QLatin1String(family), 400)).family() != QLatin1String(family))
            return Error{ErrorCategory::NotFound,
                         std::string("The typeface ") + family +
                             ", which graphics are drawn with, is not installed. Install the packages "
                             "fonts-inter and fonts-jetbrains-mono.",
                         {}};
    return {};
}

QPainterPath textOutline(const Element& element, const std::string& text, double unit) {
    const QFont font = fontOf(QString::fromStdString(element.font), element.weight);
    const QFontMetricsF metrics(font);
    const double size = element.size * unit;
    const double width = element.width * unit * drawnAt / size;
    const Layout layout = fitted(element, QString::fromStdString(text), metrics, width);
    const double scale = size * layout.scale / drawnAt;
    const double step = size * layout.scale * lineHeight;
    double baseline = (element.y + element.height / 2) * unit -
                      step * static_cast<double>(layout.lines.size() - 1) / 2 +
                      metrics.capHeight() * scale / 2;
    QPainterPath outline;
    outline.setFillRule(Qt::WindingFill); // strokes of one letter may overlap
    for (const QString& line : layout.lines) {
        QPainterPath letters;
        letters.setFillRule(Qt::WindingFill);
        letters.addText(0, 0, font, line);
        const double spare = element.width * unit - metrics.horizontalAdvance(line) * scale;
        const double left = element.x * unit + (element.align == Element::Align::Left     ? 0
                                                : element.align == Element::Align::Centre ? spare / 2
                                                                                          : spare);
        outline.addPath(QTransform(scale, 0, 0, scale, left, baseline).map(letters));
        baseline += step;
    }
    return outline;
}

} // namespace cutaway::render
