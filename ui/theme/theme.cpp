#include "ui/theme/theme.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QApplication>
#include <QFile>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>

static void initialiseResources() {
    Q_INIT_RESOURCE(theme);
    Q_INIT_RESOURCE(tinted);
}

namespace cutaway::ui::theme {

QPalette palette() {
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, Token token) { p.setColor(role, colour(token)); };
    set(QPalette::Window, Token::Bg2);
    set(QPalette::Base, Token::Bg1);
    set(QPalette::AlternateBase, Token::Bg2);
    set(QPalette::Button, Token::Bg3);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::Bg0);
    set(QPalette::Light, Token::Bg4);
    set(QPalette::Shadow, Token::Surround);
    set(QPalette::WindowText, Token::Text1);
    set(QPalette::Text, Token::Text1);
    set(QPalette::ButtonText, Token::Text1);
    set(QPalette::BrightText, Token::TextOnFill);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::ToolTipBase, Token::Bg3);
    set(QPalette::ToolTipText, Token::Text1);
    set(QPalette::Highlight, Token::Bg4);
    set(QPalette::HighlightedText, Token::Text1);
    set(QPalette::Link, Token::Information);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, colour(Token::TextDisabled));
    return p;
}

QString styleSheet() {
    initialiseResources();
    QFile file(QStringLiteral(":/theme/cutaway.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // Longest names first, so that @text1 is not found inside a longer name.
    QList<Token> tokens(allTokens().begin(), allTokens().end());
    std::sort(tokens.begin(), tokens.end(),
              [](Token a, Token b) { return tokenName(a).size() > tokenName(b).size(); });
    for (const Token token : tokens)
        sheet.replace(QLatin1Char('@') + tokenName(token), colour(token).name());
    for (const int pixels : {11, 12, 13, 15})
        sheet.replace(QStringLiteral("@px%1").arg(pixels),
                      QStringLiteral("%1px").arg(words(pixels).pixelSize()));
    return sheet;
}

void apply(QApplication& application) {
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(palette());
    application.setFont(words());
    application.setStyleSheet(styleSheet());
    FocusRing::install(application);
}

} // namespace cutaway::ui::theme
