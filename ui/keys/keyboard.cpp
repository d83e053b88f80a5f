#include "ui/keys/keyboard.h"

#include "ui/actions/key_chord.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace cutaway::ui {

namespace {

constexpr double rows = 6.25; ///< a gap stands below the function keys
constexpr double afterFunctionKeys = 0.25;
constexpr double besideLetters = 15.25;
constexpr double columns = 18.25;

/// Builds a row of keys from left to right.
class Row {
public:
    Row(QList<KeyboardKey>& keys, double x, double y)
        : m_keys(keys)
        , m_x(x)
        , m_y(y) {}
    Row& key(const QString& key, const QString& label = {}, double width = 1) {
        m_keys.append({key, label.isEmpty() ? chordText(key) : label, Qt::NoModifier, {m_x, m_y, width, 1}});
        m_x += width;
        return *this;
    }
    Row& letters(const char* all) {
        for (const char* each = all; *each != '\0'; ++each)
            key(QString(QLatin1Char(*each)));
        return *this;
    }
    Row& modifier(Qt::KeyboardModifier modifier, const QString& label, double width) {
        m_keys.append({{}, label, modifier, {m_x, m_y, width, 1}});
        m_x += width;
        return *this;
    }
    Row& gap(double width) {
        m_x += width;
        return *this;
    }

private:
    QList<KeyboardKey>& m_keys;
    double m_x;
    double m_y;
};

QList<KeyboardKey> layOut() {
    QList<KeyboardKey> keys;
    const auto named = [](const char* name) { return QString::fromLatin1(name); };
    Row function(keys, 0, 0);
    function.key(named("Esc")).gap(1);
    for (int number = 1; number <= 12; ++number) {
        function.key(QStringLiteral("F%1").arg(number));
        if (number == 4 || number == 8)
            function.gap(0.5);
    }
    double y = 1 + afterFunctionKeys;
    Row(keys, 0, y).letters("`1234567890-=").key(named("Backspace"), QStringLiteral("⌫"), 2);
    Row(keys, besideLetters, y).key(named("Ins")).key(named("Home")).key(named("PgUp"));
    ++y;
    Row(keys, 0, y).key(named("Tab"), {}, 1.5).letters("QWERTYUIOP[]").key(named("\\"), {}, 1.5);
    Row(keys, besideLetters, y).key(named("Del")).key(named("End")).key(named("PgDown"));
    ++y;
    Row(keys, 0, y).gap(1.75).letters("ASDFGHJKL;'").key(named("Return"), {}, 2.25);
    ++y;
    Row(keys, 0, y)
        .modifier(Qt::ShiftModifier, QCoreApplication::translate("Keys", "Shift"), 2.25)
        .letters("ZXCVBNM,./")
        .modifier(Qt::ShiftModifier, QCoreApplication::translate("Keys", "Shift"), 2.75);
    Row(keys, besideLetters + 1, y).key(named("Up"), QStringLiteral("↑"));
    ++y;
    Row(keys, 0, y)
        .modifier(Qt::ControlModifier, QCoreApplication::translate("Keys", "Ctrl"), 1.5)
        .gap(1.25)
        .modifier(Qt::AltModifier, QCoreApplication::translate("Keys", "Alt"), 1.25)
        .key(named("Space"), {}, 6.25)
        .modifier(Qt::AltModifier, QCoreApplication::translate("Keys", "Alt"), 1.25)
        .gap(2)
        .modifier(Qt::ControlModifier, QCoreApplication::translate("Keys", "Ctrl"), 1.5);
    Row(keys, besideLetters, y)
        .key(named("Left"), QStringLiteral("←"))
        .key(named("Down"), QStringLiteral("↓"))
        .key(named("Right"), QStringLiteral("→"));
    return keys;
}

/// Up to as many lines as there is room for, the last one elided.
void paintWords(QPainter& painter, const QRectF& area, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    QStringList words = text.split(QLatin1Char(' '));
    const int lines = std::max(1, static_cast<int>(area.height() / metrics.height()));
    double y = area.top();
    for (int line = 0; line < lines && !words.isEmpty(); ++line) {
        QString said = words.takeFirst();
        while (!words.isEmpty() &&
               metrics.horizontalAdvance(said + QLatin1Char(' ') + words.first()) <= area.width())
            said += QLatin1Char(' ') + words.takeFirst();
        if (line == lines - 1)
            said = QStringList(QStringList{said} + words).join(QLatin1Char(' '));
        painter.drawText(QRectF(area.left(), y, area.width(), metrics.height()), Qt::AlignLeft | Qt::AlignTop,
                         metrics.elidedText(said, Qt::ElideRight, area.width()));
        y += metrics.height();
    }
}

} // namespace

const QList<KeyboardKey>& keyboardKeys() {
    static const QList<KeyboardKey> keys = layOut();
    return keys;
}

QSizeF keyboardSize() {
    return {columns, rows};
}

QRectF keyRect(const KeyboardKey& key, const QRectF& area) {
    const double width = area.width() / columns;
    const double height = area.height() / rows;
    return {area.left() + key.place.left() * width, area.top() + key.place.top() * height,
            key.place.width() * width, key.place.height() * height};
}

QString chordOfKey(const KeyboardKey& key, Qt::KeyboardModifiers held) {
    if (key.key.isEmpty())
        return {};
    const auto sequence = QKeySequence::fromString(key.key, QKeySequence::PortableText);
    return chordOf(QKeyCombination(held, sequence[0].key()));
}

void paintKeyboard(QPainter& painter, const QRectF& area, Qt::KeyboardModifiers held,
                   const QHash<QString, QList<const Command*>>& commands, const Command* chosen,
                   const KeyboardLook& look) {
    const double inset = look.gap * 2;
    const double labelHeight = QFontMetricsF(look.label).height();
    for (const KeyboardKey& key : keyboardKeys()) {
        const auto doing = commands.value(chordOfKey(key, held));
        const bool isHeld = key.modifier != Qt::NoModifier && held.testFlag(key.modifier);
        const QRectF cap =
            keyRect(key, area).adjusted(look.gap / 2, look.gap / 2, -look.gap / 2, -look.gap / 2);
        const bool marked = chosen && doing.contains(chosen);
        painter.setPen(QPen(marked ? look.mark : look.border, marked ? look.gap : look.gap / 2));
        painter.setBrush(isHeld ? look.held : doing.isEmpty() ? look.unused : look.used);
        painter.drawRoundedRect(cap, look.radius, look.radius);
        const QRectF inner = cap.adjusted(inset, look.gap, -look.gap, -look.gap);
        painter.setFont(look.label);
        painter.setPen(doing.isEmpty() && !isHeld ? look.faint : look.ink);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, key.label);
        if (doing.isEmpty())
            continue;
        painter.setFont(look.words);
        painter.setPen(look.ink);
        paintWords(painter, inner.adjusted(0, labelHeight, 0, 0), doing.last()->nameText());
    }
}

} // namespace cutaway::ui
