#include "ui/shell/command_palette.h"

#include "ui/actions/action_set.h"
#include "ui/shell/palette_model.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/buttons.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace cutaway::ui {

using theme::Token;

namespace {

constexpr int widest = 680;
constexpr int rowHeight = 32;
constexpr int mostRows = 11;
constexpr int fromTop = 72;
constexpr int mostRecent = 12;
const QString recentKey = QStringLiteral("palette/recent");

QStringList recentCommands() {
    return QSettings().value(recentKey).toStringList();
}

void remember(const QString& id) {
    QStringList recent = recentCommands();
    recent.removeAll(id);
    recent.prepend(id);
    QSettings().setValue(recentKey, QStringList(recent.mid(0, mostRecent)));
}

/// "Insert  Edit                     ,": or why not, in place of the menu.
class RowPainter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {widest, rowHeight * theme::textScale() / 100};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen)
            painter->fillRect(option.rect, theme::colour(Token::Bg4));
        QRect room = option.rect.adjusted(theme::paddingWide, 0, -theme::paddingWide, 0);
        const QString why = index.data(PaletteModel::WhyNotRole).toString();
        // Text3 never stands on Bg4.
        const QColor soft = theme::colour(chosen ? Token::Text2 : Token::Text3);
        const auto draw = [&](const QFont& font, const QColor& colour, const QString& text,
                              Qt::Alignment side) {
            painter->setFont(font);
            painter->setPen(colour);
            const QString fits = painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width());
            painter->drawText(room, static_cast<int>(side | Qt::AlignVCenter), fits);
            const int used = painter->fontMetrics().horizontalAdvance(fits) + theme::paddingWide;
            if (side == Qt::AlignRight)
                room.setRight(room.right() - used);
            else
                room.setLeft(room.left() + used);
        };
        draw(theme::numbers(11, QFont::Medium), why.isEmpty() ? theme::colour(Token::Text2) : soft,
             index.data(PaletteModel::KeysRole).toString(), Qt::AlignRight);
        draw(theme::words(13), why.isEmpty() ? theme::colour(Token::Text1) : soft, index.data().toString(),
             Qt::AlignLeft);
        draw(theme::words(11), soft,
             why.isEmpty() ? index.data(PaletteModel::MenuRole).toString()
                           : CommandPalette::tr("Not now: %1").arg(why),
             Qt::AlignLeft);
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(ActionSet& actions, QWidget* window)
    : QFrame(window)
    , m_actions(actions)
    , m_model(new PaletteModel(actions, this))
    , m_typed(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("No command is called that. Try another word for it."), this)) {
    setProperty(theme::kindProperty, QStringLiteral("popover"));
    setAccessibleName(tr("Find a command"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, theme::padding, 1, 1);
    column->setSpacing(theme::padding);
    auto* typing = new QVBoxLayout;
    typing->setContentsMargins(theme::padding, 0, theme::padding, 0);
    m_typed->setPlaceholderText(tr("Type what you want to do"));
    m_typed->setAccessibleName(tr("Find a command"));
    m_typed->setFont(theme::words(15));
    m_typed->setMinimumHeight(theme::controlLarge);
    leadWith(*m_typed, QStringLiteral("search"));
    typing->addWidget(m_typed);
    m_nothing->setProperty(theme::toneProperty, QStringLiteral("soft"));
    m_nothing->setMinimumHeight(theme::controlLarge);
    typing->addWidget(m_nothing);
    column->addLayout(typing);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowPainter(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keyboard stays with the words
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Commands found"));
    column->addWidget(m_list, 1);
    hide();
    m_typed->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, const QWidget* now) {
        if (isVisible() && now && now != this && !isAncestorOf(now))
            leave(false);
    });
}

void CommandPalette::open() {
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_typed->clear();
    search();
    show();
    raise();
    m_typed->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::search() {
    m_model->search(m_typed->text(), recentCommands());
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    place();
}

void CommandPalette::place() {
    const int rows = std::min(m_model->rowCount(), mostRows);
    const int row = rowHeight * theme::textScale() / 100;
    const int head = m_typed->sizeHint().height() + 2 * theme::padding + theme::panelGap;
    const QSize room = parentWidget()->size() - QSize(2 * theme::section, fromTop + theme::section);
    resize(
        QSize(widest, head + (rows > 0 ? rows * row : theme::controlLarge + theme::padding)).boundedTo(room));
    move((parentWidget()->width() - width()) / 2, fromTop);
}

void CommandPalette::leave(bool giveFocusBack) {
    hide();
    if (giveFocusBack && m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    m_before.clear();
}

void CommandPalette::runCurrent() {
    const QModelIndex current = m_list->currentIndex();
    // Why it cannot stands beside it.
    if (!current.isValid() || !current.data(PaletteModel::WhyNotRole).toString().isEmpty())
        return;
    const QString id = current.data(PaletteModel::IdRole).toString();
    remember(id);
    leave(true);
    m_actions.trigger(id);
}

bool CommandPalette::keyPressed(int key) {
    const int last = m_model->rowCount() - 1;
    const int row = m_list->currentIndex().row();
    const auto go = [&](int to) {
        m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, std::max(0, last))));
        return true;
    };
    switch (key) {
    case Qt::Key_Up:
        return go(row == 0 ? last : row - 1);
    case Qt::Key_Down:
        return go(row == last ? 0 : row + 1);
    case Qt::Key_PageUp:
        return go(row - mostRows + 1);
    case Qt::Key_PageDown:
        return go(row + mostRows - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Escape:
        leave(true);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_typed && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // no command is heard while one is looked for
        return true;
    }
    if (watched == m_typed && event->type() == QEvent::KeyPress &&
        keyPressed(static_cast<QKeyEvent*>(event)->key()))
        return true;
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace cutaway::ui
