#include "ui/timeline/header_painter.h"

#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace cutaway::ui {

namespace {

using theme::Token;

/// A button of 26x20 with text, filled when on.
void paintToggle(QPainter& painter, const QRect& where, const QString& text, bool on, Token line, Token fill,
                 bool hover) {
    painter.setPen(theme::colour(on ? line : Token::ControlBorder));
    painter.setBrush(theme::colour(on ? fill : hover ? Token::Bg4 : Token::Bg3));
    painter.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), theme::radiusControl - 1,
                            theme::radiusControl - 1);
    painter.setPen(theme::colour(on ? Token::TextOnFill : Token::Text2));
    painter.setFont(theme::words(11, QFont::DemiBold));
    painter.drawText(where, Qt::AlignCenter, text);
}

void paintSign(QPainter& painter, const QRect& where, const QString& icon, bool on, Token onToken,
               bool hover) {
    if (hover)
        painter.fillRect(where, theme::colour(Token::Bg4));
    const QRectF box(where.x() + (where.width() - 16) / 2.0, where.y() + (where.height() - 16) / 2.0, 16, 16);
    paintIcon(painter, icon, box, on ? onToken : hover ? Token::Text1 : Token::TextDisabled);
}

void paintLetter(QPainter& painter, const QRect& where, const QString& letter, bool on, Token fill,
                 bool hover) {
    if (on || hover)
        painter.fillRect(where.adjusted(1, 1, -1, -1), theme::colour(on ? fill : Token::Bg4));
    painter.setPen(theme::colour(on ? Token::Bg0 : hover ? Token::Text1 : Token::Text3));
    painter.setFont(theme::words(11, QFont::DemiBold));
    painter.drawText(where, Qt::AlignCenter, letter);
}

/// Name, language and a released sync lock, under the buttons where there is room.
void paintName(QPainter& painter, const TrackRow& row, const HeaderLook& look, int headerWidth) {
    QStringList words;
    if (look.name != look.button)
        words << look.name;
    if (!look.language.isEmpty())
        words << look.language;
    if (!look.syncLocked)
        words << QCoreApplication::translate("TrackHeader", "no sync");
    if (words.isEmpty())
        return;
    const QFont font = theme::words(11, QFont::Medium);
    const QFontMetrics metrics(font);
    const int middle = row.top + (row.height - 20) / 2;
    const QRect below(6, middle + 21, headerWidth - 10, metrics.height());
    if (below.bottom() > row.bottom())
        return;
    painter.setFont(font);
    painter.setPen(theme::colour(look.syncLocked ? Token::Text2 : Token::Warning));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(words.join(QStringLiteral(" · ")), Qt::ElideRight, below.width()));
}

} // namespace

void paintHeader(QPainter& painter, const TrackRow& row, const HeaderLook& look, int headerWidth,
                 QPoint mouse) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect all(0, row.top, headerWidth - 1, row.height);
    painter.fillRect(all, theme::colour(Token::Bg2));
    const auto rect = [&](HeaderButton button) {
        return headerButtonRect(row, look.sound, button, headerWidth);
    };
    const auto hover = [&](HeaderButton button) { return rect(button).contains(mouse); };
    if (look.patchable)
        paintToggle(painter, rect(HeaderButton::Patch), look.patch, look.patched, Token::Input,
                    Token::InputFill, hover(HeaderButton::Patch));
    paintToggle(painter, rect(HeaderButton::Target), look.button, look.targeted, Token::Output,
                Token::OutputFill, hover(HeaderButton::Target));
    paintSign(painter, rect(HeaderButton::Lock),
              look.locked ? QStringLiteral("lock") : QStringLiteral("unlock"), look.locked, Token::Warning,
              hover(HeaderButton::Lock));
    if (look.sound) {
        paintLetter(painter, rect(HeaderButton::Mute), QStringLiteral("M"), look.muted, Token::Warning,
                    hover(HeaderButton::Mute));
        paintLetter(painter, rect(HeaderButton::Solo), QStringLiteral("S"), look.soloed, Token::Ok,
                    hover(HeaderButton::Solo));
    } else {
        paintSign(painter, rect(HeaderButton::Show),
                  look.muted ? QStringLiteral("eye-off") : QStringLiteral("eye"), true,
                  look.muted ? Token::Warning : Token::Text2, hover(HeaderButton::Show));
    }
    paintName(painter, row, look, headerWidth);
    painter.restore();
}

QString headerButtonText(HeaderButton button, const HeaderLook& look) {
    const auto text = [](const char* sentence) {
        return QCoreApplication::translate("TrackHeader", sentence);
    };
    switch (button) {
    case HeaderButton::Patch:
        return look.sound
                   ? text(QT_TRANSLATE_NOOP("TrackHeader", "Patch: this sound of the source goes into edits. "
                                                           "Drag it to another track."))
                   : text(QT_TRANSLATE_NOOP("TrackHeader",
                                            "Patch: the picture of the source goes into edits. "
                                            "Drag it to another track."));
    case HeaderButton::Target:
        return text(QT_TRANSLATE_NOOP("TrackHeader", "Target: edits land on this track."));
    case HeaderButton::Show:
        return text(QT_TRANSLATE_NOOP("TrackHeader", "Show or hide this track."));
    case HeaderButton::Lock:
        return text(QT_TRANSLATE_NOOP("TrackHeader", "Lock: nothing changes on this track."));
    case HeaderButton::Mute:
        return text(QT_TRANSLATE_NOOP("TrackHeader", "Mute this track."));
    case HeaderButton::Solo:
        return text(QT_TRANSLATE_NOOP("TrackHeader", "Solo: only tracks with solo are heard."));
    }
    return {};
}

} // namespace cutaway::ui
