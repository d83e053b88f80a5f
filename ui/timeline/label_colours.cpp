#include "ui/timeline/label_colours.h"

#include "ui/theme/tokens.h"

#include <QPixmap>

namespace cutaway::ui {

QString labelText(const std::string& name) {
    for (const LabelColour& colour : labelColours)
        if (name == colour.name)
            return colour.text();
    return {};
}

QIcon labelIcon(const char* name) {
    QPixmap square(12, 12);
    square.fill(theme::labelColour(QLatin1String(name)));
    return square;
}

} // namespace cutaway::ui
