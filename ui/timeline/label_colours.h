#pragma once

#include <QCoreApplication>
#include <QIcon>

#include <array>
#include <string>

namespace cutaway::ui {

/// A colour that a clip or a marker can be given: its OTIO name and, untranslated, its word.
struct LabelColour {
    const char* name;
    const char* word;
    QString text() const { return QCoreApplication::translate("LabelColour", word); }
};
inline constexpr std::array labelColours{LabelColour{"RED", QT_TRANSLATE_NOOP("LabelColour", "Red")},
                                         LabelColour{"ORANGE", QT_TRANSLATE_NOOP("LabelColour", "Orange")},
                                         LabelColour{"YELLOW", QT_TRANSLATE_NOOP("LabelColour", "Yellow")},
                                         LabelColour{"GREEN", QT_TRANSLATE_NOOP("LabelColour", "Green")},
                                         LabelColour{"CYAN", QT_TRANSLATE_NOOP("LabelColour", "Cyan")},
                                         LabelColour{"BLUE", QT_TRANSLATE_NOOP("LabelColour", "Blue")},
                                         LabelColour{"PURPLE", QT_TRANSLATE_NOOP("LabelColour", "Purple")},
                                         LabelColour{"MAGENTA", QT_TRANSLATE_NOOP("LabelColour", "Magenta")},
                                         LabelColour{"PINK", QT_TRANSLATE_NOOP("LabelColour", "Pink")},
                                         LabelColour{"WHITE", QT_TRANSLATE_NOOP("LabelColour", "White")}};

/// The word of a colour by its OTIO name; empty where it is none of ours.
QString labelText(const std::string& name);
/// A square of the colour, for menus and lists.
QIcon labelIcon(const char* name);

} // namespace cutaway::ui
