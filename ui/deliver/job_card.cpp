#include "ui/deliver/job_card.h"

#include "ui/deliver/card_buttons.h"
#include "ui/deliver/words.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace cutaway::ui {

JobCard::JobCard(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_badge(new Badge(this))
    , m_line(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_buttons(new CardButtons(this)) {
    setFocusPolicy(Qt::StrongFocus);
    m_title->setFont(theme::words(12, QFont::DemiBold));
    m_line->setProperty(theme::toneProperty, QStringLiteral("soft"));
    m_line->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(4);

    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_badge);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::paddingWide, theme::padding, theme::paddingWide, theme::padding);
    layout->setSpacing(theme::panelGap);
    layout->addLayout(head);
    layout->addWidget(m_line);
    layout->addWidget(m_bar);
    layout->addWidget(m_buttons);
}

void JobCard::setSubmission(const catalogue::Submission& submission) {
    m_submission = submission;
    const catalogue::Job& job = submission.job;
    m_title->setText(QString::fromStdString(submission.title));
    m_badge->setLook(badgeOf(job));
    m_bar->setVisible(!job.isOver() || m_saving >= 0);
    if (m_saving < 0)
        m_bar->setValue(static_cast<int>(job.percent));
    QString line = progressText(job);
    if (job.state == catalogue::JobState::Failed && job.error)
        line = QString::fromStdString(job.error->summary);
    else if (job.state == catalogue::JobState::Delivered && !submission.deliveries.empty())
        line = QString::fromStdString(submission.deliveries.front().fileName) + QStringLiteral(" · ") +
               sizeText(submission.deliveries.front().size);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
    setAccessibleName(m_title->text() + QStringLiteral(", ") + badgeOf(job).word + QStringLiteral(", ") +
                      line);
    rebuildButtons();
}

void JobCard::setSaving(int percent) {
    m_saving = percent;
    m_bar->setVisible(percent >= 0 || !m_submission.job.isOver());
    if (percent >= 0)
        m_bar->setValue(percent);
    rebuildButtons();
}

void JobCard::rebuildButtons() {
    QString shape = QStringLiteral("%1/%2/%3")
                        .arg(static_cast<int>(m_submission.job.state))
                        .arg(m_saving >= 0)
                        .arg(m_submission.deliveries.size());
    for (const auto& d : m_submission.deliveries)
        shape += QString::fromStdString(d.sourceId.toString());
    if (shape == m_shape)
        return;
    m_shape = shape;
    m_buttons->clear();
    const auto add = [this](const QString& text, const QString& tip, std::function<void()> run) {
        m_buttons->add(text, tip, std::move(run));
    };
    if (!m_submission.job.isOver())
        add(tr("Cancel"), tr("Stop making this file; the cut is untouched"),
            [this] { Q_EMIT cancelPressed(); });
    if (m_submission.job.state == catalogue::JobState::Delivered) {
        for (const auto& d : m_submission.deliveries)
            if (!d.sourceId.isNil()) {
                add(tr("Play"), tr("Play the delivered clip from its viewing copy"),
                    [this, id = QString::fromStdString(d.sourceId.toString())] { Q_EMIT playPressed(id); });
                break;
            }
        if (m_saving >= 0)
            add(tr("Stop saving"), tr("What is saved so far is kept, and continued next time"),
                [this] { Q_EMIT stopSavingPressed(); });
        else
            for (std::size_t i = 0; i < m_submission.deliveries.size(); ++i) {
                const auto& d = m_submission.deliveries[i];
                const QString kind =
                    QString::fromStdString(d.fileName).section(QLatin1Char('.'), -1).toUpper();
                add(m_submission.deliveries.size() == 1 ? tr("Save …") : tr("Save %1 …").arg(kind),
                    tr("Save %1 (%2) to this computer")
                        .arg(QString::fromStdString(d.fileName), sizeText(d.size)),
                    [this, i] { Q_EMIT savePressed(static_cast<int>(i)); });
            }
    }
    m_buttons->finish();
}

void JobCard::setSelected(bool selected) {
    m_selected = selected;
    update();
}

void JobCard::mousePressEvent(QMouseEvent* event) {
    QFrame::mousePressEvent(event);
    Q_EMIT chosen();
}

void JobCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT chosen();
    else
        QFrame::keyPressEvent(event);
}

void JobCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme::colour(theme::Token::Bg3));
    painter.setPen(m_selected ? QPen(theme::colour(theme::Token::Selection), 2) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::radiusControl,
                            theme::radiusControl);
}

} // namespace cutaway::ui
