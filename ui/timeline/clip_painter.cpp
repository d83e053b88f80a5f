#include "ui/timeline/clip_painter.h"

#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/timeline/clip_handles.h"
#include "ui/timeline/gain_line.h"
#include "ui/timeline/ruler_painter.h"
#include "ui/timeline/track_rows.h"

#include "core/timeline/clip_map.h"
#include "core/timeline/graphic.h"
#include "core/timeline/marker_units.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace cutaway::ui {

namespace {

using theme::Token;
using timeline_measures::nameStrip;

constexpr int narrowest = 3;
constexpr int detailed = 32; ///< with a name, round corners and what is in it
constexpr int oneThumbnail = 60;
constexpr int twoThumbnails = 180;
constexpr int labelStripe = 4;
constexpr int rectifiedBelow = 40; ///< of the whole clip's height
constexpr int overLevel = 29204;   ///< -1 dBFS of 32767

struct ClipTokens {
    Token body;
    Token border;
};

ClipTokens tokensOf(const ClipLook& look) {
    if (look.sound)
        return {Token::SoundClip, Token::SoundClipBorder};
    if (look.clip->graphic)
        return {Token::GraphicsClip, Token::GraphicsClipBorder};
    return {Token::VideoClip, Token::VideoClipBorder};
}

void paintThumbnail(QPainter& painter, const QRect& where, const QImage& picture) {
    if (picture.isNull())
        return;
    const QSize size = picture.size().scaled(where.width(), where.height(), Qt::KeepAspectRatioByExpanding);
    const qreal ratio = static_cast<qreal>(picture.height()) / size.height();
    const QSizeF part(where.width() * ratio, where.height() * ratio);
    const QRectF from({(picture.width() - part.width()) / 2, (picture.height() - part.height()) / 2}, part);
    painter.drawImage(QRectF(where), picture, from);
}

/// Head, and where there is room tail, under the name strip.
void paintPictures(QPainter& painter, const QRect& inner, const ClipLook& look,
                   ThumbnailProvider& thumbnails) {
    const int height = inner.height();
    const int width = std::min(height * 16 / 9, inner.width());
    if (inner.width() < oneThumbnail || height < 12)
        return;
    const timeline::Clip& clip = *look.clip;
    paintThumbnail(painter, {inner.left(), inner.top(), width, height},
                   thumbnails.thumbnail(clip.media.sourceId, clip.in));
    if (inner.width() < twoThumbnails)
        return;
    const std::int64_t last = timeline::sourceUnitAt(clip, clip.duration - 1, look.sequenceRate);
    paintThumbnail(painter, {inner.right() - width + 1, inner.top(), width, height},
                   thumbnails.thumbnail(clip.media.sourceId, last));
}

void paintSound(QPainter& painter, const QRect& body, const QRect& inner, const QRect& visible,
                const ClipLook& look, const TimeScale& scale, WaveformProvider& waveforms) {
    const int left = std::max(inner.left(), visible.left());
    const int right = std::min(inner.right(), visible.right());
    if (right < left)
        return;
    const timeline::Clip& clip = *look.clip;
    const auto samplesAt = [&](int x) {
        const std::int64_t frames = mulDivFloor(x - body.left(), TimeScale::unit, scale.zoom());
        return samplesAtFrame(frames, look.sequenceRate);
    };
    const std::int64_t perPixel = std::max<std::int64_t>(
        1, mulDivFloor(samplesAtFrame(1, look.sequenceRate), TimeScale::unit, scale.zoom()));
    // At another speed a pixel has more samples of the Source, or fewer, and backwards they come from the
    // right.
    const timeline::ClipSpeed& speed = clip.speed;
    const std::int64_t perPeak =
        std::max<std::int64_t>(1, mulDivFloor(perPixel, std::abs(speed.num), speed.den));
    const auto sampleAt = [&](int x) {
        return speed.isNormal() ? clip.in + samplesAt(x)
                                : timeline::sourceUnitAt(clip, samplesAt(x), sampleRate48k);
    };
    const std::int64_t first = std::min(sampleAt(left), sampleAt(right));
    const std::int64_t span = std::max(sampleAt(left), sampleAt(right)) - first;
    std::vector<Peak> peaks(
        static_cast<std::size_t>(speed.isNormal() ? right - left + 1 : span / perPeak + 1));
    if (!waveforms.peaks(clip.media.sourceId, clip.audioMember, first, perPeak, peaks))
        return;
    const auto peakAt = [&](int x) {
        return peaks[static_cast<std::size_t>(speed.isNormal() ? x - left : (sampleAt(x) - first) / perPeak)];
    };
    const bool rectified = body.height() < rectifiedBelow;
    const int middle = inner.top() + inner.height() / 2;
    painter.setPen(theme::colour(Token::Waveform));
    std::vector<int> over;
    for (int x = left; x <= right; ++x) {
        const Peak peak = peakAt(x);
        const int loudest = std::max(std::abs(int(peak.lowest)), std::abs(int(peak.highest)));
        if (rectified) {
            painter.drawLine(x, inner.bottom() - loudest * inner.height() / 32768, x, inner.bottom());
        } else {
            const int half = inner.height() / 2;
            painter.drawLine(x, middle - peak.highest * half / 32768, x, middle - peak.lowest * half / 32768);
        }
        if (loudest > overLevel)
            over.push_back(x);
    }
    painter.setPen(theme::colour(Token::Over));
    for (const int x : over)
        painter.drawLine(x, inner.top(), x, inner.top() + 3);
}

/// What stands in a graphic, in place of pictures.
void paintWords(QPainter& painter, const QRect& inner, const QRect& visible,
                const timeline::Graphic& graphic) {
    QRect text = inner.adjusted(5, 0, -5, 0);
    text.setLeft(std::max(text.left(), visible.left() + 5));
    const QFont font = theme::words(11);
    const QFontMetrics metrics(font);
    if (text.width() < 8 || inner.height() < metrics.height())
        return;
    QStringList words;
    for (const timeline::GraphicField& field : graphic.fields)
        if (!field.text.empty() && !field.text.starts_with('#') && field.text != "on" && field.text != "off")
            words << QString::fromStdString(field.text).simplified();
    painter.setFont(font);
    painter.setPen(theme::colour(Token::Text1));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(words.join(QStringLiteral(" · ")), Qt::ElideRight, text.width()));
}

/// A clip of few pixels, of which there may be thousands: its colour, its label, and whether it is selected.
void paintNarrow(QPainter& painter, const QRect& body, const ClipLook& look) {
    const bool dim = !look.clip->enabled || look.trackHidden;
    if (dim)
        painter.setOpacity(0.4);
    const ClipTokens tokens = tokensOf(look);
    painter.fillRect(body, theme::colour(tokens.border));
    painter.fillRect(body.adjusted(1, 1, -1, -1), theme::colour(tokens.body));
    if (!look.clip->colour.empty())
        painter.fillRect(body.left() + 1, body.top() + 1, std::min(labelStripe, body.width() - 2),
                         body.height() - 2, theme::labelColour(QString::fromStdString(look.clip->colour)));
    if (dim)
        painter.setOpacity(1);
    if (look.selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme::colour(Token::Selection), 2));
        painter.drawRect(QRectF(body).adjusted(1, 1, -1, -1));
    }
}

/// Two small triangles that face each other across a cut which changes nothing.
void paintThroughEdit(QPainter& painter, const QRect& body, bool atHead) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::colour(Token::Text1));
    const qreal x = atHead ? body.left() + 1 : body.right();
    const qreal side = atHead ? 5 : -5;
    const qreal y = body.bottom() - 6;
    painter.drawConvexPolygon(QPolygonF({{x, y}, {x + side, y - 4}, {x + side, y + 4}}));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// A pill with the speed at the left of `strip`; how much room it took.
int paintSpeed(QPainter& painter, const QRect& strip, const timeline::ClipSpeed& speed) {
    if (speed.isNormal())
        return 0;
    const QString label = speedLabel(speed);
    const QFont font = theme::numbers(11, QFont::Medium);
    const int width = QFontMetrics(font).horizontalAdvance(label) + 8;
    if (width > strip.width())
        return 0;
    const QRect pill(strip.left(), strip.top() + 2, width, strip.height() - 3);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::colour(Token::Bg0));
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(font);
    painter.setPen(theme::colour(Token::TextOnFill));
    painter.drawText(pill, Qt::AlignCenter, label);
    return width + 5;
}

void paintStrip(QPainter& painter, const QRect& body, const QRect& visible, const ClipLook& look) {
    const QRect strip(body.left(), body.top(), body.width(), std::min(nameStrip, body.height()));
    painter.fillRect(strip.adjusted(1, 1, -1, 0), theme::colour(tokensOf(look).body));
    QString label = clipLabel(*look.clip, look.sound, look.source);
    if (look.outOfStep != 0)
        label = QStringLiteral("%1%2 f  ")
                    .arg(look.outOfStep > 0 ? QStringLiteral("+") : QString())
                    .arg(look.outOfStep) +
                label;
    // The name stays in view while the head of the clip is scrolled away.
    QRect text = strip.adjusted(look.clip->colour.empty() ? 5 : 5 + labelStripe, 0, -5, 0);
    text.setLeft(std::max(text.left(), visible.left() + 5));
    if (text.width() < 8)
        return;
    text.setLeft(text.left() + paintSpeed(painter, text, look.clip->speed));
    if (text.width() < 8)
        return;
    const QFont font = theme::words(11, QFont::Medium);
    painter.setFont(font);
    painter.setPen(theme::colour(look.outOfStep != 0 ? Token::Error : Token::TextOnFill));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(label, Qt::ElideRight, text.width()));
}

/// Under the name strip: a mark where each of the clip's markers begins, and a line as far as it goes.
void paintClipMarkers(QPainter& painter, const QRect& body, const ClipLook& look, const TimeScale& scale) {
    const timeline::Clip& clip = *look.clip;
    if (clip.markers.empty())
        return;
    const auto xOf = [&](std::int64_t offset) {
        return scale.xOf(look.firstFrame + (look.sound ? frameAtSample(offset, look.sequenceRate) : offset));
    };
    const FrameRate rate = look.sound ? sampleRate48k : look.sequenceRate;
    const int y = body.top() + std::min(nameStrip, body.height()) - 1;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const timeline::Marker& marker : clip.markers) {
        const auto units = timeline::markerUnits(clip, marker, rate);
        if (!units)
            continue;
        if (marker.duration > 0)
            painter.fillRect(QRect(QPoint(xOf(units->first), y - 1), QPoint(xOf(units->end) - 1, y)),
                             theme::labelColour(QString::fromStdString(marker.colour)));
        paintMarker(painter, xOf(units->first), y, marker.colour);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

QString speedLabel(const timeline::ClipSpeed& speed) {
    if (speed.isFreeze())
        return QCoreApplication::translate("Speed", "Freeze");
    return QLocale().decimalPoint() == QLatin1String(",")
               ? QString::fromStdString(speed.percent()).replace(QLatin1Char('.'), QLatin1Char(','))
               : QString::fromStdString(speed.percent());
}

QString clipLabel(const timeline::Clip& clip, bool sound, const timeline::SourceTiming* source) {
    QString label = QString::fromStdString(clip.name);
    if (clip.angle > 0 && !label.startsWith(QString::number(clip.angle)))
        label = QStringLiteral("%1 %2").arg(clip.angle).arg(label);
    if (!source || source->clock.rate == sampleRate48k) // sound alone has no timecode
        return label;
    const SourceClock& clock = source->clock;
    const std::int64_t frame = sound ? clock.frameAtAbsoluteSample(clip.in) : clip.in;
    const TimecodeFormat format{clock.rate, source->dropFrame && clock.rate.allowsDropFrame()};
    const std::string timecode = timecodeText(source->startTimecode + frame - clock.originUnit(), format);
    return label + QStringLiteral("  ") + QString::fromStdString(timecode.substr(0, 8));
}

void paintClip(QPainter& painter, const QRect& body, const QRect& visible, const ClipLook& look,
               const TimeScale& scale, ThumbnailProvider* thumbnails, WaveformProvider* waveforms) {
    if (body.width() < narrowest) {
        paintDensity(painter, body, look.sound);
        return;
    }
    if (body.width() < detailed) {
        paintNarrow(painter, body, look);
        return;
    }
    painter.save();
    painter.setClipRect(body.intersected(visible));
    if (!look.clip->enabled || look.trackHidden)
        painter.setOpacity(0.4);
    const QRectF outline = QRectF(body).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::colour(tokensOf(look).border));
    painter.setBrush(theme::colour(tokensOf(look).body));
    painter.drawRoundedRect(outline, theme::radiusClip, theme::radiusClip);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRect inner = body.adjusted(1, std::min(nameStrip, body.height()), -1, -1);
    if (look.clip->graphic)
        paintWords(painter, inner, visible, *look.clip->graphic);
    else if (!look.sound && thumbnails)
        paintPictures(painter, inner, look, *thumbnails);
    if (look.sound && waveforms)
        paintSound(painter, body, inner, visible, look, scale, *waveforms);
    if (look.sound)
        GainLine(*look.clip, body, scale, look.sequenceRate).paint(painter, visible);
    paintStrip(painter, body, visible, look);
    paintClipMarkers(painter, body, look, scale);
    if (!look.sound)
        paintKeyframes(painter, body, *look.clip, scale);
    if (look.continuesBefore)
        paintThroughEdit(painter, body, true);
    if (look.continuesAfter)
        paintThroughEdit(painter, body, false);
    if (!look.clip->colour.empty())
        painter.fillRect(body.left() + 1, body.top() + 1, labelStripe, body.height() - 2,
                         theme::labelColour(QString::fromStdString(look.clip->colour)));
    if (look.selected) {
        painter.setOpacity(1);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme::colour(Token::Selection), 2));
        painter.drawRect(QRectF(body).adjusted(1, 1, -1, -1));
    }
    painter.restore();
}

void paintTransition(QPainter& painter, const QRect& where, const TransitionLook& look) {
    painter.save();
    painter.setClipRect(where, Qt::IntersectClip);
    QColor ground = theme::colour(Token::Bg0);
    ground.setAlphaF(0.5F);
    painter.fillRect(where, ground);
    const bool tooShort = look.missingFrames > 0;
    const QColor line = theme::colour(tooShort ? Token::Over : Token::Text1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    const QRectF box = QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5);
    // Rising where something comes, falling where something goes into black.
    if (look.kind == timeline::TransitionKind::Dip && !look.fadesIn && !look.fadesOut) {
        painter.drawLine(box.topLeft(), QPointF(box.center().x(), box.bottom()));
        painter.drawLine(QPointF(box.center().x(), box.bottom()), box.topRight());
    } else if (look.fadesOut) {
        painter.drawLine(box.topLeft(), box.bottomRight());
    } else {
        painter.drawLine(box.bottomLeft(), box.topRight());
    }
    painter.drawRect(box);
    const QString letter = look.fadesIn || look.fadesOut                 ? QStringLiteral("F")
                           : look.kind == timeline::TransitionKind::Dip  ? QStringLiteral("B")
                           : look.kind == timeline::TransitionKind::Wipe ? QStringLiteral("W")
                                                                         : QStringLiteral("D");
    QString text = QStringLiteral("%1 %2").arg(letter).arg(look.frames);
    const QFont font = theme::numbers(11, QFont::Medium);
    const QFontMetrics metrics(font);
    if (tooShort) {
        const QString needs =
            QCoreApplication::translate("Transition", "needs %1 f more").arg(look.missingFrames);
        if (metrics.horizontalAdvance(needs) + 6 <= where.width())
            text = needs;
    }
    if (metrics.horizontalAdvance(text) + 6 <= where.width() && metrics.height() <= where.height()) {
        painter.setFont(font);
        painter.setPen(line);
        // In the corner that the diagonal leaves free.
        const Qt::Alignment corner = Qt::AlignTop | (look.fadesOut ? Qt::AlignRight : Qt::AlignLeft);
        painter.drawText(where.adjusted(4, 2, -4, 0), static_cast<int>(corner), text);
    }
    painter.restore();
}

void paintDensity(QPainter& painter, const QRect& where, bool sound) {
    painter.fillRect(where, theme::colour(sound ? Token::SoundClipBorder : Token::VideoClipBorder));
}

} // namespace cutaway::ui
