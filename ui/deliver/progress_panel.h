#pragma once

#include "core/catalogue/types.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace cutaway::ui {

class StatePanel;

/// The middle of Deliver: the last finished frame while a delivery is made, then what it became or why it
/// failed.
class ProgressPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProgressPanel(QWidget* parent = nullptr);

    void showNothing();
    void showSubmission(const catalogue::Submission& submission);
    void showPreview(const QImage& picture);
    /// Clip by clip why the cut cannot be delivered.
    void showProblems(const QString& sentence, const std::vector<catalogue::SubmissionProblem>& problems);
    /// Kept on this computer, and sent when the cloud is back.
    void showWaiting(const QString& title, const QString& sentence);
    /// The cloud does not take what has waited for it.
    void showRefused(const QString& title, const QString& sentence,
                     const std::vector<catalogue::SubmissionProblem>& problems);

Q_SIGNALS:
    void goToClip(const QString& clipId, qint64 recordFrame);
    void retryPressed();
    void sendPressed(); ///< what waits, or was refused
    void dropPressed(); ///< the same: it is not wanted any more

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QRect pictureRect() const;
    void hideProgress();

    QLabel* m_headline;
    QLabel* m_detail;
    QProgressBar* m_bar;
    StatePanel* m_state;
    QImage m_picture;
    QString m_noPicture; ///< what stands where the picture will be
};

} // namespace cutaway::ui
