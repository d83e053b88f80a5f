#pragma once

#include "core/catalogue/types.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace cutaway::ui {

class ActionSet;
class Badge;

/// What is known of the chosen unit, under its picture: name, status, when and where, who, marks that jump,
/// and the buttons that take it further.
class FactsPanel : public QFrame {
    Q_OBJECT

public:
    explicit FactsPanel(ActionSet& actions, QWidget* parent = nullptr);

    void setUnit(const catalogue::Unit& unit);
    /// `timecodes`: what each mark's moment is called, in the same order.
    void setMarks(const std::vector<catalogue::Mark>& marks, const QStringList& timecodes);
    void clear();

Q_SIGNALS:
    void markChosen(int index);

private:
    QLabel* m_name;
    Badge* m_status;
    QLabel* m_facts;
    QLabel* m_people;
    QLabel* m_marksTitle;
    QListWidget* m_marks;
};

} // namespace cutaway::ui
