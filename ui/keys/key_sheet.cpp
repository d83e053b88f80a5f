#include "ui/keys/key_sheet.h"

#include "ui/actions/key_chord.h"
#include "ui/keys/keyboard.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>

namespace cutaway::ui {

using theme::Token;

namespace {

// The painter is scaled to tenths of a point, in which a font's size is a whole number of pixels.
constexpr double pt = 10;
constexpr double marginPoints = 28;
constexpr double titleHeight = 22 * pt;
constexpr double columnGap = 16 * pt;
constexpr int columnCount = 4;
constexpr double largestLine = 11.5 * pt;
constexpr double smallestLine = 8.5 * pt;
constexpr double keyboardGap = 10 * pt;
constexpr double captionHeight = 13 * pt;

QFont sized(QFont font, double size) {
    font.setPixelSize(qRound(size));
    return font;
}

/// One line of the list: a menu's name, a command, or room before a menu.
struct Line {
    QString text;
    QString keys;
    bool menu = false;
};

QList<Line> linesOf(const UserKeymap& map) {
    QList<Line> lines;
    const auto inEffect = keysInEffect(map);
    QString menu;
    for (const Command& command : commands()) {
        if (menu != command.groupText()) {
            if (!lines.isEmpty())
                lines.append(Line{});
            menu = command.groupText();
            lines.append({menu, {}, true});
        }
        QStringList keys;
        for (const QString& key : inEffect.value(QLatin1String(command.id)))
            keys << chordText(key);
        lines.append({command.nameText(), keys.join(QStringLiteral("  ")), false});
    }
    return lines;
}

class Sheet {
public:
    Sheet(QPagedPaintDevice& device, QPainter& painter, const UserKeymap& map)
        : m_device(device)
        , m_painter(painter)
        , m_map(map) {
        const double scale = painter.device()->logicalDpiX() / (72.0 * pt);
        painter.scale(scale, scale);
        m_page = QRectF(0, 0, painter.device()->width() / scale, painter.device()->height() / scale);
    }

    int print() {
        list();
        next();
        keyboards();
        return m_pages;
    }

private:
    QRectF body() const { return m_page.adjusted(0, titleHeight, 0, 0); }

    void next() {
        m_device.newPage();
        ++m_pages;
    }

    void title() {
        const QString base = m_map.base == Keymap::Avid
                                 ? QCoreApplication::translate("Keys", "Cutaway, Avid keys")
                                 : QCoreApplication::translate("Keys", "Cutaway, Premiere keys");
        const QString own = withoutAnyChange(m_map) == m_map
                                ? QString()
                                : QCoreApplication::translate("Keys", "with changes of my own");
        m_painter.setPen(theme::colour(Token::PrimaryText));
        m_painter.setFont(sized(theme::words(12, QFont::DemiBold), 12 * pt));
        QRectF said;
        m_painter.drawText(m_page, Qt::AlignLeft | Qt::AlignTop, base, &said);
        m_painter.setFont(sized(theme::words(), 8 * pt));
        m_painter.drawText(m_page.adjusted(said.width() + 8 * pt, 4 * pt, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                           own);
    }

    void list() {
        const QList<Line> lines = linesOf(m_map);
        const double perColumn = static_cast<double>(lines.size()) / columnCount;
        const double height = std::clamp(body().height() / (perColumn + 2), smallestLine, largestLine);
        title();
        int column = 0;
        double y = body().top();
        const double width = (m_page.width() - (columnCount - 1) * columnGap) / columnCount;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            // A menu's name stands with its first commands.
            const double needed = lines[i].menu ? 3 * height : height;
            if (y + needed > body().bottom() + pt / 2) {
                y = body().top();
                if (++column == columnCount) {
                    column = 0;
                    next();
                    title();
                }
            }
            const bool top = y == body().top();
            if (lines[i].text.isEmpty() && top)
                continue;
            paint(lines[i], QRectF(column * (width + columnGap), y, width, height));
            y += height;
        }
    }

    void paint(const Line& line, const QRectF& area) {
        const double size = area.height() * 0.68;
        if (line.text.isEmpty())
            return;
        m_painter.setPen(theme::colour(Token::PrimaryText));
        if (line.menu) {
            m_painter.setFont(sized(theme::words(12, QFont::Bold), size * 1.1));
            m_painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, line.text);
            m_painter.setPen(QPen(theme::colour(Token::ControlBorder), 0.6 * pt));
            m_painter.drawLine(area.bottomLeft(), area.bottomRight());
            return;
        }
        m_painter.setFont(sized(theme::numbers(12, QFont::Medium), size * 0.92));
        QRectF keys;
        m_painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, line.keys, &keys);
        m_painter.setFont(sized(theme::words(), size));
        const QFontMetricsF metrics(m_painter.font());
        const double room = area.width() - keys.width() - 4 * pt;
        const QString name = metrics.elidedText(line.text, Qt::ElideRight, room);
        m_painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, name);
        m_painter.setPen(QPen(theme::colour(Token::Text2), 0.3 * pt));
        m_painter.drawLine(area.bottomLeft(), area.bottomRight());
    }

    void keyboards() {
        title();
        KeyboardLook look;
        look.used = theme::colour(Token::TextOnFill);
        look.unused = theme::colour(Token::Primary);
        look.held = theme::colour(Token::Text3);
        look.border = theme::colour(Token::ControlBorder);
        look.ink = theme::colour(Token::PrimaryText);
        look.faint = theme::colour(Token::TextDisabled);
        look.mark = look.border;
        look.label = sized(theme::numbers(12, QFont::Bold), 6 * pt);
        look.words = sized(theme::words(), 5.2 * pt);
        look.gap = 1.2 * pt;
        look.radius = 2 * pt;
        const auto commands = commandsByChord(m_map);
        const struct {
            QString caption;
            Qt::KeyboardModifiers held;
        } all[] = {
            {QCoreApplication::translate("Keys", "Keys alone"), Qt::NoModifier},
            {QCoreApplication::translate("Keys", "With Shift"), Qt::ShiftModifier},
            {QCoreApplication::translate("Keys", "With Ctrl"), Qt::ControlModifier},
        };
        const double height = (body().height() - 2 * keyboardGap) / 3;
        double y = body().top();
        for (const auto& each : all) {
            m_painter.setFont(sized(theme::words(12, QFont::DemiBold), 8.5 * pt));
            m_painter.setPen(theme::colour(Token::PrimaryText));
            m_painter.drawText(QRectF(0, y, m_page.width(), captionHeight), Qt::AlignLeft | Qt::AlignTop,
                               each.caption);
            paintKeyboard(m_painter, QRectF(0, y + captionHeight, m_page.width(), height - captionHeight),
                          each.held, commands, nullptr, look);
            y += height + keyboardGap;
        }
    }

    QPagedPaintDevice& m_device;
    QPainter& m_painter;
    const UserKeymap& m_map;
    QRectF m_page;
    int m_pages = 1;
};

} // namespace

void preparePages(QPagedPaintDevice& device) {
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageOrientation(QPageLayout::Landscape);
    device.setPageMargins(QMarginsF(marginPoints, marginPoints, marginPoints, marginPoints),
                          QPageLayout::Point);
}

int printKeySheet(QPagedPaintDevice& device, const UserKeymap& map) {
    QPainter painter;
    if (!painter.begin(&device))
        return 0;
    painter.setRenderHint(QPainter::Antialiasing);
    return Sheet(device, painter, map).print();
}

} // namespace cutaway::ui
