#include "ui/deliver/progress_panel.h"

#include "ui/deliver/words.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/state_panel.h"

#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

namespace cutaway::ui {

namespace {

constexpr int footHeight = 96;

} // namespace

ProgressPanel::ProgressPanel(QWidget* parent)
    : QWidget(parent)
    , m_headline(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_state(new StatePanel(this)) {
    m_headline->setFont(theme::title());
    m_detail->setProperty(theme::toneProperty, QStringLiteral("soft"));
    m_detail->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(theme::padding);
    m_bar->setAccessibleName(tr("Progress of the delivery"));
    setAccessibleName(tr("Delivery"));
    showNothing();
}

QRect ProgressPanel::pictureRect() const {
    const QRect room = rect().adjusted(theme::section, theme::section, -theme::section, -footHeight);
    const QSize size = QSize(16, 9).scaled(room.size(), Qt::KeepAspectRatio);
    return QRect(room.left() + (room.width() - size.width()) / 2,
                 room.top() + (room.height() - size.height()) / 2, size.width(), size.height());
}

void ProgressPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // The words stand under the picture, whatever room is left around it.
    const QRect picture = pictureRect();
    const QRect foot(picture.left(), picture.bottom() + theme::padding, picture.width(),
                     footHeight - theme::section);
    m_headline->setGeometry(foot.left(), foot.top(), foot.width(), theme::controlSmall);
    m_bar->setGeometry(foot.left(), foot.top() + theme::controlSmall + 4, foot.width(), theme::padding);
    m_detail->setGeometry(foot.left(), foot.top() + theme::controlSmall + theme::section, foot.width(),
                          theme::controlLarge);
    m_state->setGeometry(rect().adjusted(theme::section, theme::section, -theme::section, -theme::section));
}

void ProgressPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::colour(theme::Token::Bg1));
    if (m_state->isVisible())
        return;
    const QRect where = pictureRect();
    painter.fillRect(where, theme::colour(theme::Token::Surround));
    if (m_picture.isNull()) {
        painter.setPen(theme::colour(theme::Token::Text3));
        painter.setFont(theme::words(12));
        painter.drawText(where, Qt::AlignCenter, m_noPicture);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(where, m_picture);
}

void ProgressPanel::showNothing() {
    m_picture = {};
    m_headline->hide();
    m_detail->hide();
    m_bar->hide();
    m_state->present(
        StatePanel::Kind::Empty, tr("Nothing delivered yet"),
        tr("Pick the formats on the left and press Deliver. You can go on cutting while it is made."));
    m_state->show();
    update();
}

void ProgressPanel::showSubmission(const catalogue::Submission& submission) {
    const catalogue::Job& job = submission.job;
    if (job.state == catalogue::JobState::Failed) {
        const auto error = job.error.value_or(catalogue::JobError{});
        QList<StatePanel::Button> buttons;
        if (error.recordFrame)
            buttons << StatePanel::Button{tr("Go to clip"), false, [this, error] {
                                              Q_EMIT goToClip(QString::fromStdString(error.clipId.toString()),
                                                              *error.recordFrame);
                                          }};
        buttons << StatePanel::Button{tr("Try again"), true, [this] { Q_EMIT retryPressed(); }};
        m_state->present(StatePanel::Kind::Error,
                         tr("“%1” failed").arg(QString::fromStdString(submission.title)),
                         QString::fromStdString(error.summary), buttons);
        m_state->show();
        hideProgress();
        return;
    }
    m_state->hide();
    m_headline->show();
    m_detail->show();
    m_noPicture =
        job.isOver() ? tr("Play it from the list on the right.") : tr("The last finished frame appears here");
    m_bar->setVisible(!job.isOver());
    m_bar->setValue(static_cast<int>(job.percent));
    m_headline->setText(QString::fromStdString(submission.title) + QStringLiteral(" — ") + badgeOf(job).word);
    if (job.state == catalogue::JobState::Delivered) {
        QStringList files;
        for (const catalogue::Delivery& d : submission.deliveries)
            files << tr("%1, %2").arg(QString::fromStdString(d.fileName), sizeText(d.size));
        m_detail->setText(files.join(QStringLiteral("  ·  ")));
    } else {
        const QString progress = progressText(job);
        m_detail->setText(job.stage.empty() ? progress
                                            : stageText(job.stage) + QStringLiteral("  ·  ") + progress);
    }
    update();
}

void ProgressPanel::showPreview(const QImage& picture) {
    m_picture = picture;
    update();
}

void ProgressPanel::showProblems(const QString& sentence,
                                 const std::vector<catalogue::SubmissionProblem>& problems) {
    QStringList lines;
    for (const auto& p : problems)
        lines << (p.clipName.empty() ? QString()
                                     : QString::fromStdString(p.clipName) + QStringLiteral(": ")) +
                     QString::fromStdString(p.summary);
    QList<StatePanel::Button> buttons;
    if (!problems.empty() && !problems.front().clipId.isNil())
        buttons << StatePanel::Button{tr("Go to clip"), true, [this, p = problems.front()] {
                                          Q_EMIT goToClip(QString::fromStdString(p.clipId.toString()),
                                                          p.recordFrame);
                                      }};
    m_state->present(StatePanel::Kind::Warning, sentence, lines.join(QLatin1Char('\n')), buttons);
    m_state->show();
    hideProgress();
}

void ProgressPanel::showWaiting(const QString& title, const QString& sentence) {
    m_state->present(StatePanel::Kind::Warning, tr("“%1” waits for the cloud").arg(title), sentence,
                     {{tr("Send now"), true, [this] { Q_EMIT sendPressed(); }},
                      {tr("Cancel"), false, [this] { Q_EMIT dropPressed(); }}},
                     QStringLiteral("clock"));
    m_state->show();
    hideProgress();
}

void ProgressPanel::showRefused(const QString& title, const QString& sentence,
                                const std::vector<catalogue::SubmissionProblem>& problems) {
    QList<StatePanel::Button> buttons;
    if (!problems.empty() && !problems.front().clipId.isNil())
        buttons << StatePanel::Button{tr("Go to clip"), false, [this, p = problems.front()] {
                                          Q_EMIT goToClip(QString::fromStdString(p.clipId.toString()),
                                                          p.recordFrame);
                                      }};
    buttons << StatePanel::Button{tr("Try again"), true, [this] { Q_EMIT sendPressed(); }}
            << StatePanel::Button{tr("Remove"), false, [this] { Q_EMIT dropPressed(); }};
    m_state->present(StatePanel::Kind::Error, tr("The cloud did not take “%1”").arg(title), sentence,
                     buttons);
    m_state->show();
    hideProgress();
}

void ProgressPanel::hideProgress() {
    m_headline->hide();
    m_detail->hide();
    m_bar->hide();
    update();
}

} // namespace cutaway::ui
