#pragma once

#include <QFrame>

#include <string>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace cutaway::ui {

class DeliverModel;

/// What, which formats (each with its time and size), under which name, and the Deliver button.
class FormatsPanel : public QFrame {
    Q_OBJECT

public:
    FormatsPanel(DeliverModel& model, QWidget* parent = nullptr);

    /// The cut on the timeline: its name and duration in words; `deliverable` false when there is nothing to
    /// deliver.
    void setCut(const QString& name, const QString& duration, bool deliverable);
    QString title() const;
    std::vector<std::string> chosen() const;
    void choose(const std::vector<std::string>& profiles);

Q_SIGNALS:
    void deliverPressed();
    void choiceChanged();

private:
    struct Row {
        std::string profile;
        QCheckBox* box;
        QLabel* figures;
    };
    void rebuild();
    void showFigures();
    void update();

    DeliverModel& m_model;
    QLineEdit* m_title;
    QLabel* m_duration;
    QVBoxLayout* m_rows;
    QLabel* m_name;
    QPushButton* m_deliver;
    std::vector<Row> m_formats;
    QString m_cutName; ///< for which the title stands
    bool m_deliverable = false;
};

} // namespace cutaway::ui
