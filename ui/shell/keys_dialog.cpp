#include "ui/shell/keys_dialog.h"

#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cutaway::ui {

KeysDialog::KeysDialog(Keymap map, QWidget* parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QTreeWidget(this)) {
    setWindowTitle(map == Keymap::Premiere ? tr("Keys, Premiere style") : tr("Keys, Avid style"));
    resize(880, 640);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::section, theme::section, theme::section, theme::section);
    m_search->setPlaceholderText(tr("Search commands and keys"));
    m_search->setAccessibleName(tr("Search"));
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    column->addWidget(m_search);
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Command"), tr("Keys"), tr("What it does")});
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Commands"));
    for (const Command& command : commands()) {
        QStringList keys;
        for (const QString& key : command.keys(map))
            keys << QKeySequence::fromString(key).toString(QKeySequence::NativeText);
        auto* item = new QTreeWidgetItem(
            m_list, {QStringLiteral("%1: %2").arg(command.groupText(), command.nameText()),
                     keys.join(QStringLiteral("  ")), command.descriptionText()});
        item->setFont(1, theme::numbers(12));
    }
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::filter);
}

void KeysDialog::filter(const QString& text) {
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        const bool found = item->text(0).contains(text, Qt::CaseInsensitive) ||
                           item->text(1).contains(text, Qt::CaseInsensitive) ||
                           item->text(2).contains(text, Qt::CaseInsensitive);
        item->setHidden(!found);
    }
}

} // namespace cutaway::ui
