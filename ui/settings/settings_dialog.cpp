#include "ui/settings/settings_dialog.h"

#include "ui/actions/action_set.h"
#include "ui/language/language.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/buttons.h"

#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QVBoxLayout>

namespace cutaway::ui {

SettingsDialog::SettingsDialog(ActionSet& actions, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Settings"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    column->setSpacing(theme::section);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(theme::section);
    form->setVerticalSpacing(theme::paddingWide);
    column->addLayout(form);

    const auto choice = [&](const QString& name, const QString& key,
                            const QList<std::pair<QString, QString>>& options, auto chosen) {
        auto* box = new QComboBox(this);
        box->setAccessibleName(name);
        const QString now = QSettings().value(key).toString();
        for (const auto& [text, value] : options) {
            box->addItem(text, value);
            if (value == now)
                box->setCurrentIndex(box->count() - 1);
        }
        connect(box, &QComboBox::activated, this, [box, key, chosen] {
            QSettings().setValue(key, box->currentData().toString());
            chosen(box->currentData().toString());
        });
        form->addRow(name, box);
    };
    choice(tr("Keys"), QStringLiteral("keys"),
           {{tr("Premiere"), QStringLiteral("premiere")}, {tr("Avid"), QStringLiteral("avid")}},
           [&actions](const QString& value) {
               UserKeymap keys = actions.keys();
               keys.base = value == QLatin1String("avid") ? Keymap::Avid : Keymap::Premiere;
               actions.setKeys(keys);
           });
    choice(tr("Text size"), QStringLiteral("text/scale"),
           {{tr("100 %"), QStringLiteral("100")},
            {tr("90 %"), QStringLiteral("90")},
            {tr("115 %"), QStringLiteral("115")},
            {tr("130 %"), QStringLiteral("130")},
            {tr("150 %"), QStringLiteral("150")}},
           [](const QString& value) {
               theme::setTextScale(value.toInt());
               theme::apply(*qApp);
           });
    QList<std::pair<QString, QString>> spoken{{tr("As this computer"), QString()}};
    for (const QString& code : languages())
        spoken << std::pair{languageName(code), code};
    choice(tr("Language"), QLatin1String(languageKey), spoken, [](const QString&) {});
    choice(tr("Picture"), QStringLiteral("picture/path"),
           {{tr("Automatic"), QString()},
            {tr("Graphics card"), QStringLiteral("gl")},
            {tr("Processor"), QStringLiteral("cpu")}},
           [](const QString&) {});

    auto* note =
        new QLabel(tr("Text size, language and picture take full effect when Cutaway starts again."), this);
    note->setProperty(theme::toneProperty, QStringLiteral("faint"));
    note->setWordWrap(true);
    column->addWidget(note);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(textButton(tr("Done"), QStringLiteral("primary"), this, [this] { accept(); }));
    column->addLayout(row);
}

} // namespace cutaway::ui
