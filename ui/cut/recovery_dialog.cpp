#include "ui/cut/recovery_dialog.h"

#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace cutaway::ui {

namespace {

constexpr int dialogWidth = 560;
constexpr int mostRows = 5; ///< in view
constexpr int rowHeight = 48;

QString detailsOf(const timeline::LeftBehind& left) {
    const QDateTime changed = QFileInfo(QString::fromStdString(left.journal.string())).lastModified();
    const QString when = QLocale().toString(changed, QStringLiteral("ddd d MMM, HH:mm:ss"));
    if (left.isGivenUp())
        return RecoveryDialog::tr("Could not be restored. Last edit %1").arg(when);
    const auto edits = static_cast<qulonglong>(left.edits);
    if (!left.saved)
        return edits == 1 ? RecoveryDialog::tr("1 edit, never saved. %1").arg(when)
                          : RecoveryDialog::tr("%1 edits, never saved. Last one %2").arg(edits).arg(when);
    return edits == 1 ? RecoveryDialog::tr("1 edit since the last save. %1").arg(when)
                      : RecoveryDialog::tr("%1 edits since the last save. Last one %2").arg(edits).arg(when);
}

} // namespace

RecoveryDialog::RecoveryDialog(std::vector<timeline::LeftBehind> left, QWidget* parent)
    : QDialog(parent)
    , m_left(std::move(left))
    , m_list(new QListWidget(this))
    , m_note(new QLabel(this))
    , m_restore(new QPushButton(this))
    , m_asSaved(new QPushButton(tr("Open as it was saved"), this))
    , m_later(new QPushButton(tr("Later"), this)) {
    setWindowTitle(tr("Recover edits"));
    setModal(true);
    auto* said = new QLabel(m_left.size() == 1 ? tr("Cutaway ended before this project was closed.")
                                               : tr("Cutaway ended before these projects were closed."),
                            this);
    said->setFont(theme::title());
    m_list->setAccessibleName(tr("Projects with edits to recover"));
    for (const timeline::LeftBehind& one : m_left) {
        const QString name =
            one.name.empty()
                ? tr("Project %1").arg(QString::fromStdString(one.project.toString().substr(0, 8)))
                : QString::fromStdString(one.name);
        auto* row = new QListWidgetItem(name + QLatin1Char('\n') + detailsOf(one), m_list);
        row->setSizeHint({0, rowHeight});
    }
    const int rows = std::min(static_cast<int>(m_left.size()), mostRows);
    m_list->setFixedHeight(rows * rowHeight + 2 * m_list->frameWidth());
    m_note->setWordWrap(true);
    m_note->setProperty(theme::toneProperty, QStringLiteral("soft"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::padding);
    buttons->addWidget(m_later);
    buttons->addStretch(1);
    buttons->addWidget(m_asSaved);
    buttons->addWidget(m_restore);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    column->setSpacing(theme::section);
    column->addWidget(said);
    column->addWidget(m_list);
    column->addWidget(m_note);
    column->addLayout(buttons);
    setFixedWidth(dialogWidth);
    for (QPushButton* button : {m_restore, m_asSaved, m_later})
        button->setAutoDefault(true);
    connect(m_list, &QListWidget::currentRowChanged, this, &RecoveryDialog::showCurrent);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { choose(false); });
    connect(m_restore, &QPushButton::clicked, this, [this] { choose(false); });
    connect(m_asSaved, &QPushButton::clicked, this, [this] { choose(true); });
    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

const timeline::LeftBehind& RecoveryDialog::current() const {
    return m_left[static_cast<std::size_t>(std::max(0, m_list->currentRow()))];
}

void RecoveryDialog::showCurrent() {
    const timeline::LeftBehind& left = current();
    // What ended the editor twice is not what Return does.
    (left.isGivenUp() ? m_later : m_restore)->setDefault(true);
    m_restore->setProperty(theme::kindProperty, left.isGivenUp() ? QString() : QStringLiteral("primary"));
    m_restore->style()->unpolish(m_restore);
    m_restore->style()->polish(m_restore);
    m_restore->setText(left.isGivenUp() ? tr("Try again") : tr("Restore"));
    m_asSaved->setEnabled(left.saved || left.isGivenUp());
    if (left.isGivenUp())
        m_note->setText(tr("Opening it ended Cutaway %1 times. Its edits stay in %2.")
                            .arg(left.attempts)
                            .arg(QString::fromStdString(left.journal.string())));
    else if (left.saved)
        m_note->setText(tr("Opened as it was saved, the edits are one step of undo away."));
    else
        m_note->setText(tr("Every edit comes back, and undo with it."));
}

void RecoveryDialog::choose(bool asSaved) {
    const timeline::LeftBehind left = current();
    accept();
    Q_EMIT chosen(left, asSaved);
}

} // namespace cutaway::ui
