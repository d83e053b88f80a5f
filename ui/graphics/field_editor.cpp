#include "ui/graphics/field_editor.h"

#include "ui/graphics/template_model.h"
#include "ui/theme/measures.h"
#include "ui/widgets/buttons.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStyle>

namespace cutaway::ui {

using render::FieldFill;
using render::FieldType;
using render::TemplateField;

namespace {

constexpr int choiceRole = Qt::UserRole + 1;
constexpr char keyProperty[] = "field";

void setProblem(QLineEdit* line, const QString& why) {
    line->setProperty("problem", !why.isEmpty());
    line->setToolTip(why);
    line->style()->unpolish(line);
    line->style()->polish(line);
}

QIcon swatch(const QColor& colour) {
    QPixmap picture(16, 16);
    picture.fill(colour);
    return picture;
}

} // namespace

FieldEditor::FieldEditor(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(theme::section);
    m_form->setVerticalSpacing(theme::padding);
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void FieldEditor::show(const render::GraphicTemplate& design, const timeline::Graphic& graphic) {
    const bool other = design != m_design;
    m_design = design;
    m_graphic = graphic;
    if (other)
        rebuild();
    refresh();
}

void FieldEditor::setLanguage(const std::string& language) {
    m_language = language;
    refresh();
}

void FieldEditor::rebuild() {
    m_controls.clear();
    m_lists.clear();
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    for (const TemplateField& field : m_design.fields)
        addRow(field);
    setChoices(m_choices);
}

void FieldEditor::addRow(const TemplateField& field) {
    const QString label = QString::fromStdString(field.label.in(TemplateModel::language()));
    if (field.type == FieldType::Switch) {
        auto* box = new QCheckBox(label, this);
        connect(box, &QCheckBox::toggled, this, [this, key = field.key](bool on) {
            m_graphic = withText(m_graphic, key, on ? "on" : "off");
            Q_EMIT edited(m_graphic, true);
        });
        m_controls[field.key] = box;
        m_form->addRow(box);
        box->show();
        return;
    }
    QWidget* control = field.type == FieldType::Colour ? makeColour(field) : makeText(field);
    auto* words = new QLabel(label, this);
    words->setProperty("tone", QStringLiteral("soft"));
    words->setBuddy(m_controls[field.key]);
    m_controls[field.key]->setAccessibleName(label);
    m_form->addRow(words, control);
    words->show();
    control->show(); // at once: the keys may go there next
}

QWidget* FieldEditor::makeText(const TemplateField& field) {
    auto* line = new QLineEdit(this);
    line->setProperty(keyProperty, QString::fromStdString(field.key));
    line->installEventFilter(this);
    connect(line, &QLineEdit::textEdited, this,
            [this, key = field.key, line](const QString& text) { typed(key, line, text, false); });
    connect(line, &QLineEdit::editingFinished, this, &FieldEditor::left);
    m_controls[field.key] = line;
    if (field.fill != FieldFill::None)
        attachList(line, field);
    return line;
}

QWidget* FieldEditor::makeColour(const TemplateField& field) {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::panelGap);
    auto* line = static_cast<QLineEdit*>(makeText(field));
    auto* pick = textButton(tr("Choose..."), {}, row, [this, line = QPointer(line), key = field.key] {
        // A sequence that plays on may come to another graphic, which has other fields.
        const QColor chosen = QColorDialog::getColor(QColor(line->text()), this, tr("Colour"));
        if (line && chosen.isValid())
            typed(key, line, chosen.name().toUpper(), true);
    });
    pick->setAutoDefault(false); // Enter in a field is not for it
    pick->setObjectName(QStringLiteral("swatch"));
    layout->addWidget(line, 1);
    layout->addWidget(pick);
    return row;
}

void FieldEditor::typed(const std::string& key, QLineEdit* line, const QString& text, bool whole) {
    const TemplateField* field = m_design.field(key);
    if (!field)
        return;
    if (const auto sound = render::checkField(*field, text.toStdString()); !sound) {
        setProblem(line, QString::fromStdString(sound.error().message));
        return; // the graphic stays as it was until it is a value
    }
    setProblem(line, {});
    const bool own = field->type == FieldType::Text;
    m_graphic = withText(m_graphic, key, text.toStdString(), own ? m_language : std::string());
    if (whole)
        refresh();
    Q_EMIT edited(m_graphic, whole);
}

QString FieldEditor::shownText(const TemplateField& field) const {
    const auto* own = m_graphic.field(field.key);
    if (field.type == FieldType::Text && !m_language.empty()) {
        if (!own)
            return {};
        const auto found = own->translations.find(m_language);
        return found == own->translations.end() ? QString() : QString::fromStdString(found->second);
    }
    return QString::fromStdString(own ? own->text : field.initial.in(TemplateModel::language()));
}

/// What is being typed stays as it is typed.
void FieldEditor::refresh() {
    for (const TemplateField& field : m_design.fields) {
        const auto control = m_controls.find(field.key);
        if (control == m_controls.end())
            continue;
        const QString text = shownText(field);
        const QSignalBlocker quiet(control->second);
        if (auto* box = qobject_cast<QCheckBox*>(control->second)) {
            box->setChecked(text == QLatin1String("on"));
            continue;
        }
        auto* line = static_cast<QLineEdit*>(control->second);
        if (line->text() != text && !line->property("problem").toBool())
            line->setText(text);
        const auto* own = m_graphic.field(field.key);
        line->setPlaceholderText(m_language.empty() || field.type != FieldType::Text || !own
                                     ? QString()
                                     : QString::fromStdString(own->text));
        if (field.type == FieldType::Colour)
            if (auto* pick = line->parentWidget()->findChild<QPushButton*>(QStringLiteral("swatch")))
                pick->setIcon(swatch(QColor(text)));
    }
}

void FieldEditor::attachList(QLineEdit* line, const TemplateField& field) {
    auto* model = new QStandardItemModel(line);
    auto* completer = new QCompleter(model, line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    line->setCompleter(completer);
    m_lists[line] = model;
    connect(completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this, line, key = field.key](const QModelIndex& index) {
                const auto at = index.data(choiceRole).toUInt();
                if (at >= m_choices.size())
                    return;
                m_graphic = filled(m_graphic, m_design, key, m_choices[at]);
                setProblem(line, {});
                refresh();
                // The completer itself writes the words of the list into the field, after this.
                QMetaObject::invokeMethod(
                    this, [this] { refresh(); }, Qt::QueuedConnection);
                Q_EMIT edited(m_graphic, true);
            });
}

void FieldEditor::setChoices(std::vector<FillChoice> choices) {
    m_choices = std::move(choices);
    for (const auto& [line, model] : m_lists) {
        const auto* field = m_design.field(line->property(keyProperty).toString().toStdString());
        model->clear();
        // What fits the field best comes first, all the rest after it.
        for (const bool own : {true, false})
            for (std::size_t i = 0; i < m_choices.size(); ++i)
                if (field && (m_choices[i].kind == field->fill) == own) {
                    auto* item = new QStandardItem(m_choices[i].words);
                    item->setData(static_cast<uint>(i), choiceRole);
                    model->appendRow(item);
                }
        line->setToolTip(m_choices.empty() ? QString() : tr("Down: names of the catalogue"));
    }
}

void FieldEditor::focusFirst() {
    for (const TemplateField& field : m_design.fields)
        if (auto* line = qobject_cast<QLineEdit*>(m_controls[field.key])) {
            line->setFocus(Qt::ShortcutFocusReason);
            line->selectAll();
            return;
        }
}

bool FieldEditor::openListOf(QLineEdit* line) {
    if (!m_lists.contains(line) || m_lists.at(line)->rowCount() == 0)
        return false;
    line->setFocus(Qt::ShortcutFocusReason);
    line->completer()->setCompletionPrefix({});
    line->completer()->complete();
    return true;
}

bool FieldEditor::openList() {
    if (auto* line = qobject_cast<QLineEdit*>(focusWidget()); line && m_lists.contains(line))
        return openListOf(line);
    for (const TemplateField& field : m_design.fields)
        if (auto* line = qobject_cast<QLineEdit*>(m_controls[field.key]); line && m_lists.contains(line))
            return openListOf(line);
    return false;
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier &&
            openListOf(static_cast<QLineEdit*>(watched)))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cutaway::ui
