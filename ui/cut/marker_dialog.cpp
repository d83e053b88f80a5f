#include "ui/cut/marker_dialog.h"

#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/timeline/label_colours.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace cutaway::ui {

MarkerDialog::MarkerDialog(const timeline::Marker& marker, const QString& timecode, QWidget* parent)
    : QDialog(parent)
    , m_marker(marker)
    , m_name(new QLineEdit(QString::fromStdString(marker.name), this))
    , m_comment(new QLineEdit(QString::fromStdString(marker.comment), this))
    , m_colour(new QComboBox(this)) {
    setWindowTitle(tr("Marker at %1").arg(timecode));
    m_name->setAccessibleName(tr("Name"));
    m_name->setMinimumWidth(280);
    m_comment->setAccessibleName(tr("Comment"));
    m_colour->setAccessibleName(tr("Colour"));
    for (const LabelColour& colour : labelColours) {
        m_colour->addItem(labelIcon(colour.name), colour.text(), QLatin1String(colour.name));
        if (marker.colour == colour.name)
            m_colour->setCurrentIndex(m_colour->count() - 1);
    }
    auto* form = new QFormLayout(this);
    form->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    form->setHorizontalSpacing(theme::section);
    form->setVerticalSpacing(theme::paddingWide);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Comment"), m_comment);
    form->addRow(tr("Colour"), m_colour);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto* remove = buttons->addButton(tr("Remove marker"), QDialogButtonBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_removed = true;
        accept();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    m_name->setFocus();
}

timeline::Marker MarkerDialog::marker() const {
    timeline::Marker marker = m_marker;
    marker.name = m_name->text().toStdString();
    marker.comment = m_comment->text().toStdString();
    marker.colour = m_colour->currentData().toString().toStdString();
    return marker;
}

} // namespace cutaway::ui
