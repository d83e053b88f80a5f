#include "ui/cut/tracks_dialog.h"

#include "ui/theme/measures.h"
#include "ui/timeline/session_link.h"
#include "ui/timeline/timeline_words.h"
#include "ui/timeline/track_rows.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace cutaway::ui {

using timeline::TrackToggle;

TracksDialog::TracksDialog(SessionLink& link, QWidget* parent)
    : QDialog(parent)
    , m_link(link)
    , m_table(new QTableWidget(0, Columns, this))
    , m_up(new QPushButton(tr("Move up"), this))
    , m_down(new QPushButton(tr("Move down"), this))
    , m_remove(new QPushButton(tr("Remove track"), this)) {
    setWindowTitle(tr("Tracks"));
    m_table->setAccessibleName(tr("Tracks"));
    m_table->setHorizontalHeaderLabels(
        {tr("Name"), tr("Language"), tr("Target"), tr("Lock"), tr("Sync lock"), tr("Mute"), tr("Solo")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    auto* addPicture = new QPushButton(tr("Add picture track"), this);
    auto* addSound = new QPushButton(tr("Add sound track"), this);
    auto* problem = new QLabel(this);
    problem->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {addPicture, addSound, m_up, m_down, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    column->setSpacing(theme::section);
    column->addWidget(m_table, 1);
    column->addWidget(problem);
    column->addLayout(buttons);
    column->addWidget(close);
    resize(720, 420);

    const auto add = [this](timeline::TrackKind kind) {
        m_link.report(m_link.session().take(addTrack(*m_link.session().sequence(), kind)));
    };
    connect(addPicture, &QPushButton::clicked, this, [add] { add(timeline::TrackKind::Video); });
    connect(addSound, &QPushButton::clicked, this, [add] { add(timeline::TrackKind::Audio); });
    connect(m_up, &QPushButton::clicked, this, [this] { moveChosen(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveChosen(1); });
    connect(m_remove, &QPushButton::clicked, this, &TracksDialog::removeChosen);
    connect(m_table, &QTableWidget::itemChanged, this, &TracksDialog::changed);
    connect(&link, &SessionLink::opened, this, &QDialog::reject);
    connect(&link, &SessionLink::sequenceChanged, this, [this, problem] {
        problem->clear();
        refresh();
    });
    connect(&link, &SessionLink::refused, this, [this, problem](const QString& sentence) {
        problem->setText(sentence);
        refresh();
    });
    refresh();
    m_table->setFocus();
}

void TracksDialog::refresh() {
    m_filling = true;
    const timeline::Sequence& sequence = *m_link.session().sequence();
    const auto rows = trackRows(sequence);
    const int row = m_table->currentRow();
    const int column = m_table->currentColumn();
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int r = 0; r < m_table->rowCount(); ++r) {
        const timeline::Track& track = *sequence.tracks[rows[static_cast<std::size_t>(r)].track];
        const bool sound = track.kind == timeline::TrackKind::Audio;
        auto* head = new QTableWidgetItem(trackPlace(track.kind, rows[static_cast<std::size_t>(r)].number));
        head->setData(Qt::UserRole, QString::fromStdString(track.id.toString()));
        m_table->setVerticalHeaderItem(r, head);
        const auto words = [&](Column c, const std::string& now) {
            m_table->setItem(r, c, new QTableWidgetItem(QString::fromStdString(now)));
        };
        const auto box = [&](Column c, bool on, const QString& what, bool offered = true) {
            auto* item = new QTableWidgetItem;
            item->setFlags(offered ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                   : Qt::NoItemFlags);
            if (offered) {
                item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
                item->setData(Qt::AccessibleTextRole,
                              QStringLiteral("%1, %2").arg(what, QString::fromStdString(track.name)));
            }
            m_table->setItem(r, c, item);
        };
        words(Name, track.name);
        words(Language, track.language);
        box(Target, track.targeted, tr("Target"));
        box(Lock, track.locked, tr("Lock"));
        box(SyncLock, track.syncLocked, tr("Sync lock"));
        box(Mute, track.muted, tr("Mute"));
        box(Solo, track.soloed, tr("Solo"), sound);
    }
    m_table->setCurrentCell(std::clamp(row, 0, m_table->rowCount() - 1), std::max(column, 0));
    m_filling = false;
}

std::string TracksDialog::chosen() const {
    const QTableWidgetItem* head = m_table->verticalHeaderItem(m_table->currentRow());
    return head ? head->data(Qt::UserRole).toString().toStdString() : std::string();
}

void TracksDialog::changed(QTableWidgetItem* item) {
    const auto id =
        m_filling
            ? Result<Uuid>(Uuid())
            : Uuid::parse(
                  m_table->verticalHeaderItem(item->row())->data(Qt::UserRole).toString().toStdString());
    if (!id || id->isNil())
        return;
    timeline::EditorSession& session = m_link.session();
    const std::string words = item->text().toStdString();
    const bool on = item->checkState() == Qt::Checked;
    static constexpr std::array switches{
        std::pair(Target, TrackToggle::Target), std::pair(Lock, TrackToggle::Lock),
        std::pair(SyncLock, TrackToggle::SyncLock), std::pair(Mute, TrackToggle::Mute),
        std::pair(Solo, TrackToggle::Solo)};
    if (item->column() == Name)
        m_link.report(session.take(renameTrack(*session.sequence(), *id, words)));
    else if (item->column() == Language)
        m_link.report(session.take(setTrackLanguage(*session.sequence(), *id, words)));
    for (const auto& [column, toggle] : switches)
        if (item->column() == column)
            m_link.report(session.toggle(*id, toggle, on));
}

/// In the order of the list, where pictures are stacked upwards.
void TracksDialog::moveChosen(int rows) {
    const auto id = Uuid::parse(chosen());
    timeline::EditorSession& session = m_link.session();
    const auto index = id ? timeline::findTrack(*session.sequence(), *id) : std::nullopt;
    if (!index)
        return;
    const bool picture = session.sequence()->tracks[*index]->kind == timeline::TrackKind::Video;
    if (m_link.report(session.take(moveTrack(*session.sequence(), *id, picture ? -rows : rows))))
        m_table->setCurrentCell(std::clamp(m_table->currentRow() + rows, 0, m_table->rowCount() - 1),
                                m_table->currentColumn());
}

void TracksDialog::removeChosen() {
    if (const auto id = Uuid::parse(chosen()))
        m_link.report(m_link.session().take(removeTrack(*m_link.session().sequence(), *id)));
}

} // namespace cutaway::ui
