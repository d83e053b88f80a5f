#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QDirIterator>
#include <QFontInfo>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace cutaway::ui;

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextReadsOnEveryGroundItMayStandOn() {
        for (const auto& pair : theme::readablePairs()) {
            const double ratio = theme::contrast(theme::colour(pair.text), theme::colour(pair.ground));
            QVERIFY2(ratio >= pair.least,
                     qPrintable(QStringLiteral("%1 on %2: %3, least %4")
                                    .arg(theme::tokenName(pair.text), theme::tokenName(pair.ground))
                                    .arg(ratio)
                                    .arg(pair.least)));
        }
    }

    void contrastIsWcag() {
        // The two ends of the scale, as WCAG 2 defines them.
        QVERIFY(qAbs(theme::contrast(theme::colour(theme::Token::Surround),
                                     theme::colour(theme::Token::TextOnFill)) -
                     21.0) < 1e-9);
        QCOMPARE(theme::contrast(theme::colour(theme::Token::Bg2), theme::colour(theme::Token::Bg2)), 1.0);
    }

    void noColourStandsOutsideTheTheme() {
        static const QRegularExpression literal(QStringLiteral(
            "#[0-9A-Fa-f]{6}\\b|#[0-9A-Fa-f]{3}\\b\"|QColor(::fromRgb)?\\s*\\(\\s*(0x|\\d)|qRgba?\\s*\\(\\s*"
            "\\d+\\s*,"
            "|QColorConstants|Qt::(white|black|red|green|blue|cyan|magenta|yellow|gray|darkGray|lightGray)\\b"
            "|\\brgba?\\(\\s*\\d"));
        QStringList found;
        for (const auto* folder : {"/ui", "/app/editor", "/resources/icons"}) {
            QDirIterator files(QStringLiteral(CUTAWAY_SOURCE_DIR) + QLatin1String(folder),
                               {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.svg"),
                                QStringLiteral("*.qss")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                if (path.endsWith(QLatin1String("/ui/theme/tokens.cpp")))
                    continue;
                const auto match = literal.match(text);
                if (match.hasMatch())
                    found << path + QStringLiteral(": ") + match.captured();
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    /// A style sheet tints nothing: what it draws on dark grounds must be light by itself.
    void theArrowOfChoicesCanBeSeen() {
        QVERIFY(theme::styleSheet().contains(QStringLiteral(":/theme/arrow-down.svg")));
        QFile arrow(QStringLiteral(":/theme/arrow-down.svg"));
        QVERIFY(arrow.open(QIODevice::ReadOnly));
        QVERIFY(arrow.readAll().contains(theme::colour(theme::Token::Text2).name().toLatin1()));
    }

    void theSheetKnowsEveryTokenItNames() {
        const QString sheet = theme::styleSheet();
        QVERIFY(sheet.size() > 1000);
        static const QRegularExpression left(QStringLiteral("@\\w+"));
        const auto match = left.match(sheet);
        QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    }

    void fontsAreTheOnesOfTheDesign() {
        QCOMPARE(QFontInfo(theme::words()).family(), QStringLiteral("Inter"));
        QCOMPARE(QFontInfo(theme::numbers()).family(), QStringLiteral("JetBrains Mono"));
        theme::setTextScale(150);
        QCOMPARE(theme::words(12).pixelSize(), 18);
        theme::setTextScale(10);
        QCOMPARE(theme::textScale(), 90);
        theme::setTextScale(100);
    }

    void everyIconDrawsSomething() {
        const QStringList names = iconNames();
        QVERIFY(names.size() > 40);
        for (const QString& name : names) {
            QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintIcon(painter, name, QRectF(0, 0, 32, 32), theme::Token::Text1);
            painter.end();
            int inked = 0;
            for (int y = 0; y < 32; ++y)
                for (int x = 0; x < 32; ++x)
                    inked += image.pixelColor(x, y).alpha() > 128;
            QVERIFY2(inked > 8, qPrintable(name));
        }
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
