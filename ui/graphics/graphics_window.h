#pragma once

#include "ui/graphics/catalogue_fill.h"
#include "ui/timeline/session_link.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListView;
class QPushButton;
class QScrollArea;

namespace cutaway::ui {

class FieldEditor;
class TemplateModel;

/// A window beside the Cut page: the templates with pictures of themselves, and the fields of the graphic
/// that one is at, whose changes are seen in the programme as they are typed. Each pause ends a step.
class GraphicsWindow : public QDialog {
    Q_OBJECT

public:
    /// Asks which unit a Source belongs to; answers now or later.
    using FindUnit =
        std::function<void(const Uuid& source, std::function<void(Result<catalogue::Unit>)> done)>;
    GraphicsWindow(SessionLink& link, FindUnit findUnit, QWidget* parent = nullptr);
    ~GraphicsWindow() override;

    void browse();       ///< shown, with the keys on the templates
    bool edit();         ///< shown, with the keys in the first field; false: there is no graphic at hand
    bool fill();         ///< the same, with the catalogue's list open
    void addChosen();    ///< the template that is chosen, then its first field
    void finishTyping(); ///< what was typed becomes a step

    TemplateModel& templates() { return *m_templates; }
    FieldEditor& fields() { return *m_fields; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeBrowser();
    QWidget* makeEditor();
    QWidget* makePlace();
    void present();
    void follow();
    void refresh();
    void showPlace(const timeline::Graphic& graphic);
    void showLanguages();
    void learnUnit();
    void preview(const timeline::Graphic& graphic, bool whole);
    void loadTemplates();

    SessionLink& m_link;
    FindUnit m_findUnit;
    TemplateModel* m_templates;
    QListView* m_list = nullptr;
    QLabel* m_problems = nullptr;
    QPushButton* m_add = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr;
    QComboBox* m_languages = nullptr;
    QWidget* m_place = nullptr;
    QDoubleSpinBox* m_right = nullptr; ///< where it was moved to, percent of the height
    QDoubleSpinBox* m_down = nullptr;
    QScrollArea* m_scroll = nullptr;
    FieldEditor* m_fields = nullptr;
    QTimer m_pause; ///< after it what was typed becomes a step
    std::optional<Uuid> m_clip;
    Uuid m_unitOf; ///< the Source whose unit the choices are of, or are asked for
    bool m_typing = false;
    bool m_listWanted = false; ///< as soon as the catalogue has answered
};

} // namespace cutaway::ui
