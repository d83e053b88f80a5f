#pragma once

#include "core/catalogue/types.h"

#include <QFrame>

class QLabel;
class QProgressBar;

namespace cutaway::ui {

class Badge;
class CardButtons;

/// One delivery in the list: title, state, percent and time left, and what can be done with it.
class JobCard : public QFrame {
    Q_OBJECT

public:
    explicit JobCard(QWidget* parent = nullptr);
    void setSubmission(const catalogue::Submission& submission);
    const catalogue::Submission& submission() const { return m_submission; }
    /// How much of a file has been saved, -1 when none is being saved.
    void setSaving(int percent);
    void setSelected(bool selected);

Q_SIGNALS:
    void chosen();
    void cancelPressed();
    void playPressed(const QString& sourceId);
    void savePressed(int delivery); ///< index into deliveries
    void stopSavingPressed();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void rebuildButtons();

    catalogue::Submission m_submission;
    QLabel* m_title;
    Badge* m_badge;
    QLabel* m_line;
    QProgressBar* m_bar;
    CardButtons* m_buttons;
    int m_saving = -1;
    bool m_selected = false;
    QString m_shape; ///< what the buttons were built for
};

} // namespace cutaway::ui
