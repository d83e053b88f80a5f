#include "ui/scopes/trace_image.h"

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace cutaway::ui {

using scopes::Kind;
using scopes::Plane;
using scopes::Trace;
using theme::Token;

namespace {

constexpr std::array channelTokens{Token::ScopeRed, Token::ScopeGreen, Token::ScopeBlue};
constexpr int paradeGap = 4;

/// The token's colour at 256 brightnesses, from nothing.
QList<QRgb> glow(Token token) {
    const QColor full = theme::colour(token);
    QList<QRgb> table;
    for (int i = 0; i < 256; ++i)
        table << qRgba(full.red(), full.green(), full.blue(), i);
    return table;
}

QImage planeImage(const Trace& trace, const Plane& plane, Token token, const QSize& size) {
    const auto seen = scopes::brightness(plane, trace.kind, trace.samples);
    QImage image(plane.columns, plane.rows, QImage::Format_Indexed8);
    image.setColorTable(glow(token));
    for (int row = 0; row < plane.rows; ++row)
        std::copy_n(seen.begin() + std::ptrdiff_t{row} * plane.columns, plane.columns,
                    image.scanLine(plane.rows - 1 - row));
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied)
        .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Peaks of flat grounds and of clipped levels would flatten the rest: the scale ends at eight times the
/// mean.
QPainterPath curve(const Plane& plane, std::uint64_t samples, const QSizeF& size) {
    const double full = std::max(1.0, 8.0 * static_cast<double>(samples) / plane.rows);
    QPainterPath path({0, size.height()});
    for (int row = 0; row < plane.rows; ++row) {
        const double share = std::min(1.0, plane.at(0, row) / full);
        path.lineTo((row + 0.5) * size.width() / plane.rows, size.height() * (1 - share));
    }
    path.lineTo(size.width(), size.height());
    return path;
}

void paintHistogram(QPainter& painter, const Trace& trace, const QSizeF& size) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_Plus);
    for (std::size_t c = 0; c < channelTokens.size(); ++c) {
        QColor fill = theme::colour(channelTokens[c]);
        fill.setAlphaF(0.55F);
        painter.fillPath(curve(trace.planes[c], trace.samples, size), fill);
    }
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.strokePath(curve(trace.planes[3], trace.samples, size), QPen(theme::colour(Token::ScopeLuma), 1));
}

} // namespace

QImage traceImage(const Trace& trace, const QSize& size) {
    if (size.width() < 16 || size.height() < 16 || trace.planes.empty())
        return {};
    if (trace.kind == Kind::Waveform || trace.kind == Kind::Vectorscope)
        return planeImage(trace, trace.planes[0], Token::ScopeLuma, size);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    if (trace.kind == Kind::Histogram) {
        paintHistogram(painter, trace, size);
        return image;
    }
    const QSize third((size.width() - 2 * paradeGap) / 3, size.height());
    for (int c = 0; c < 3; ++c)
        painter.drawImage(c * (third.width() + paradeGap), 0,
                          planeImage(trace, trace.planes[static_cast<std::size_t>(c)],
                                     channelTokens[static_cast<std::size_t>(c)], third));
    return image;
}

} // namespace cutaway::ui
