#include "ui/cut/recovery_dialog.h"

#include "ui/cut/moment_text.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace cutaway::ui {

namespace {

constexpr int dialogWidth = 560;
constexpr int mostRows = 5; ///< in view
constexpr int rowHeight = 48;
constexpr int givenUpRole = Qt::UserRole;

QString detailsOf(const timeline::LeftBehind& left) {
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(left.changed.time_since_epoch());
    const QString when = momentText(QDateTime::fromMSecsSinceEpoch(since.count()));
    if (left.givenUp)
        return RecoveryDialog::tr("Could not be restored. Last edit %1").arg(when);
    const auto edits = static_cast<qulonglong>(left.edits);
    if (!left.saved)
        return edits == 1 ? RecoveryDialog::tr("1 edit, never saved. %1").arg(when)
                          : RecoveryDialog::tr("%1 edits, never saved. Last one %2").arg(edits).arg(when);
    return edits == 1 ? RecoveryDialog::tr("1 edit since the last save. %1").arg(when)
                      : RecoveryDialog::tr("%1 edits since the last save. Last one %2").arg(edits).arg(when);
}

/// A project's name over what there is to say of it, with a sign where it was given up.
class ProjectDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme::colour(selected ? theme::Token::Bg4 : theme::Token::Bg3));
        const QStringList lines = index.data().toString().split(QLatin1Char('\n'));
        QRect line =
            option.rect.adjusted(theme::paddingWide, theme::panelGap, -theme::paddingWide, -theme::panelGap);
        line.setHeight(line.height() / 2);
        const auto write = [&](const QFont& font, theme::Token token, const QString& text) {
            painter->setFont(font);
            painter->setPen(theme::colour(token));
            painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width()));
            line.translate(0, line.height());
        };
        write(theme::words(12, QFont::DemiBold), theme::Token::Text1, lines.value(0));
        if (index.data(givenUpRole).toBool()) {
            constexpr int sign = 16;
            paintIcon(*painter, QStringLiteral("warning"),
                      QRect(line.left(), line.center().y() - sign / 2 + 1, sign, sign),
                      theme::Token::Warning);
            line.setLeft(line.left() + sign + theme::panelGap);
        }
        write(theme::words(12), theme::Token::Text2, lines.value(1));
        painter->restore();
    }
};

} // namespace

RecoveryDialog::RecoveryDialog(std::vector<timeline::LeftBehind> left, QWidget* parent)
    : QDialog(parent)
    , m_left(std::move(left))
    , m_list(new QListWidget(this))
    , m_note(new QLabel(this))
    , m_restore(new QPushButton(this))
    , m_asSaved(new QPushButton(this))
    , m_later(new QPushButton(tr("Later"), this)) {
    setWindowTitle(tr("Recover edits"));
    setModal(true);
    auto* said = new QLabel(m_left.size() == 1 ? tr("Cutaway ended before this project was closed.")
                                               : tr("Cutaway ended before these projects were closed."),
                            this);
    said->setFont(theme::title());
    m_list->setItemDelegate(new ProjectDelegate(m_list));
    m_list->setAccessibleName(tr("Projects with edits to recover"));
    for (const timeline::LeftBehind& one : m_left) {
        const QString name =
            one.name.empty()
                ? tr("Project %1").arg(QString::fromStdString(one.project.toString().substr(0, 8)))
                : QString::fromStdString(one.name);
        auto* row = new QListWidgetItem(name + QLatin1Char('\n') + detailsOf(one), m_list);
        row->setSizeHint({0, rowHeight});
        row->setData(givenUpRole, one.givenUp);
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
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] {
        if (!current().givenUp)
            choose(false);
    });
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
    (left.givenUp ? m_later : m_restore)->setDefault(true);
    m_restore->setProperty(theme::kindProperty, left.givenUp ? QString() : QStringLiteral("primary"));
    m_restore->style()->unpolish(m_restore);
    m_restore->style()->polish(m_restore);
    m_restore->setText(left.givenUp ? tr("Try again") : tr("Restore"));
    m_asSaved->setText(left.givenUp && !left.saved ? tr("Put aside") : tr("Open as it was saved"));
    m_asSaved->setEnabled(left.saved || left.givenUp);
    if (left.givenUp && left.saved)
        m_note->setText(
            tr("Cutaway could not open it again. Opened as it was saved, its edits stay in a file."));
    else if (left.givenUp)
        m_note->setText(tr("Cutaway could not open it again. Put aside, its edits stay in a file and are not "
                           "offered any more."));
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
