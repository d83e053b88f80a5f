#include "ui/language/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static void initialiseResources() {
    Q_INIT_RESOURCE(i18n);
}

namespace cutaway::ui {

QStringList languages() {
    return {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("fr")};
}

QString languageName(const QString& code) {
    QString name = QLocale(code).nativeLanguageName();
    // American English calls itself so; French begins with a small letter.
    if (code == QLatin1String("en"))
        name = QStringLiteral("English");
    return name.isEmpty() ? code : name.left(1).toUpper() + name.mid(1);
}

QString chosenLanguage(const QString& wanted) {
    if (languages().contains(wanted))
        return wanted;
    for (const QString& spoken : QLocale::system().uiLanguages())
        if (const QString code = spoken.left(2); languages().contains(code))
            return code;
    return QStringLiteral("en");
}

void speak(QCoreApplication& application, const QString& code) {
    initialiseResources();
    // Dates and numbers go with the words, in the user's own country where it speaks that language.
    const QLocale system = QLocale::system();
    const bool own = system.name().startsWith(code);
    QLocale::setDefault(own                           ? system
                        : code == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                                      : QLocale(code));
    if (code == QLatin1String("en"))
        return;
    // Qt's own words, such as those of its file dialogs, where the computer has them.
    for (const auto& [name, folder] :
         {std::pair{QStringLiteral("qtbase_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
          std::pair{QStringLiteral("cutaway_"), QStringLiteral(":/i18n")}}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(name + code, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
}

} // namespace cutaway::ui
