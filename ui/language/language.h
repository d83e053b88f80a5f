#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace cutaway::ui {

/// Codes of the languages that the program speaks: "en" (of the sources), "de", "fr".
QStringList languages();
/// "Deutsch" for "de": each names itself.
QString languageName(const QString& code);

/// The language to speak: the one set by the user, else the first of the computer's that there is, else
/// English.
QString chosenLanguage(const QString& wanted);
/// Makes every text and date from now on speak `code`, before any window is made.
void speak(QCoreApplication& application, const QString& code);

/// Where the user's choice is kept; empty: as the computer.
inline constexpr char languageKey[] = "language";

} // namespace cutaway::ui
