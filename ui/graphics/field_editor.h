#pragma once

#include "ui/graphics/catalogue_fill.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QFormLayout;
class QLineEdit;
class QStandardItemModel;

namespace cutaway::ui {

/// The fields of one graphic, a control each: texts with the catalogue's facts in a list below them (Down, or
/// as one types), numbers, clocks, colours, switches. Shows what it is given and says what was typed.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    explicit FieldEditor(QWidget* parent = nullptr);

    void show(const render::GraphicTemplate& design, const timeline::Graphic& graphic);
    /// Texts in this language; empty: those that count where there is no other.
    void setLanguage(const std::string& language);
    void setChoices(std::vector<FillChoice> choices);
    void focusFirst();
    /// Opens the list of the catalogue's facts below the field that has the keys, else below the first that
    /// can be filled. False when there is nothing to choose from.
    bool openList();

Q_SIGNALS:
    /// `whole`: by one act, such as a switch or a choice; false: another letter.
    void edited(const cutaway::timeline::Graphic& graphic, bool whole);
    void left(); ///< a field is done with

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void refresh();
    void addRow(const render::TemplateField& field);
    QWidget* makeText(const render::TemplateField& field);
    QWidget* makeColour(const render::TemplateField& field);
    void typed(const std::string& key, QLineEdit* line, const QString& text, bool whole);
    void attachList(QLineEdit* line, const render::TemplateField& field);
    QString shownText(const render::TemplateField& field) const;
    bool openListOf(QLineEdit* line);

    render::GraphicTemplate m_design;
    timeline::Graphic m_graphic;
    std::string m_language;
    std::vector<FillChoice> m_choices;
    QFormLayout* m_form;
    std::map<std::string, QWidget*> m_controls; ///< by the field's key
    std::map<QLineEdit*, QStandardItemModel*> m_lists;
};

} // namespace cutaway::ui
