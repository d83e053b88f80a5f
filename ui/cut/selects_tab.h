#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace cutaway::ui {

class ActionSet;
class SelectsPanel;
class SessionLink;
class ThumbnailStore;

/// The selects with what looks through them: search and least rating.
class SelectsTab : public QWidget {
    Q_OBJECT

public:
    SelectsTab(SessionLink& link, ThumbnailStore& thumbnails, ActionSet& actions, QWidget* parent = nullptr);

    SelectsPanel& list() { return *m_list; }
    /// New bin and string out, for the head of the panel that this is a tab of.
    QWidget* tools() { return m_tools; }

Q_SIGNALS:
    /// A command wants the selects to be seen.
    void asked();

private:
    void bind(ActionSet& actions);

    SelectsPanel* m_list;
    QWidget* m_tools;
    QLineEdit* m_search;
    QComboBox* m_rating;
};

} // namespace cutaway::ui
