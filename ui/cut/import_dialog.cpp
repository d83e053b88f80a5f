#include "ui/cut/import_dialog.h"

#include "ui/cut/import_search.h"
#include "ui/cut/relink_model.h"
#include "ui/cut/report_table.h"
#include "ui/theme/measures.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace cutaway::ui {

ImportDialog::ImportDialog(CloudSession& session, const QString& path, QWidget* parent)
    : QDialog(parent)
    , m_session(session) {
    setWindowTitle(tr("Import %1").arg(QFileInfo(path).fileName()));
    build();
    search(path);
}

ImportDialog::~ImportDialog() {
    m_search.request_stop();
}

void ImportDialog::build() {
    m_said = new QLabel(tr("Looking for its media…"), this);
    m_said->setWordWrap(true);
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Looking for media"));
    m_progress->setRange(0, 0);
    m_mediaSaid = new QLabel(this);
    m_media = new QTableView(this);
    m_media->setAccessibleName(tr("Media of the file"));
    m_media->setItemDelegateForColumn(RelinkModel::Angle, new RelinkDelegate(m_media));
    m_media->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_media->setTabKeyNavigation(false);
    m_media->verticalHeader()->hide();
    m_media->setMaximumHeight(theme::sectionWide * 9);
    m_report = new ReportTable(this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_copy = buttons->addButton(tr("Copy as text"), QDialogButtonBox::ActionRole);
    m_import->setDefault(true);
    m_import->setEnabled(false);
    m_copy->setEnabled(false);
    for (QWidget* later : {static_cast<QWidget*>(m_mediaSaid), static_cast<QWidget*>(m_media)})
        later->hide();
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_read)
            QGuiApplication::clipboard()->setText(QString::fromStdString(m_read->report.text()));
    });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (m_read)
            Q_EMIT imported(*m_read);
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    column->setSpacing(theme::section);
    column->addWidget(m_said);
    column->addWidget(m_progress);
    column->addWidget(m_mediaSaid);
    column->addWidget(m_media);
    column->addWidget(m_report, 1);
    column->addWidget(buttons);
    resize(860, 560);
}

void ImportDialog::search(const QString& path) {
    const QPointer<ImportDialog> self(this);
    const SearchProgress progress = [self, &tasks = m_session.tasks()](int done, int whole) {
        QMetaObject::invokeMethod(&tasks, [self, done, whole] {
            if (!self)
                return;
            self->m_progress->setRange(0, whole);
            self->m_progress->setValue(done);
        });
    };
    m_search = m_session.tasks().run(
        this,
        [path, cloud = m_session.cloud(), sources = m_session.sources(), progress](std::stop_token stop) {
            return searchMedia(path, cloud, sources, progress, stop);
        },
        [this](Result<interchange::ImportPlan> plan) { setPlan(std::move(plan)); });
}

void ImportDialog::setPlan(Result<interchange::ImportPlan> plan) {
    m_search.request_stop();
    m_progress->hide();
    if (!plan)
        return refuse(plan.error());
    m_plan = std::move(*plan);
    m_model = new RelinkModel(*m_plan, this);
    m_media->setModel(m_model);
    m_media->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_media->horizontalHeader()->setSectionResizeMode(RelinkModel::Angle, QHeaderView::Stretch);
    const bool asks = m_model->rowCount() > 0;
    m_media->setVisible(asks);
    m_mediaSaid->setVisible(asks);
    connect(m_model, &RelinkModel::chosen, this, &ImportDialog::readAgain);
    readAgain();
    (asks && m_model->missing() > 0 ? static_cast<QWidget*>(m_media) : m_import)->setFocus();
}

void ImportDialog::readAgain() {
    auto read = m_plan->read();
    if (!read)
        return refuse(read.error());
    m_read = std::move(*read);
    const int missing = m_model->missing();
    m_mediaSaid->setText(missing == 0
                             ? tr("All of its media has been found.")
                             : tr("%n of its media are not known: choose an angle, or the clips keep their "
                                  "place without pictures.",
                                  nullptr, missing));
    m_said->setText(ReportTable::summary(m_read->report));
    m_report->setReport(m_read->report);
    m_import->setEnabled(true);
    m_copy->setEnabled(true);
}

void ImportDialog::refuse(const Error& error) {
    m_read.reset();
    m_said->setText(tr("It cannot be imported: %1").arg(QString::fromStdString(error.message)));
    m_import->setEnabled(false);
    m_copy->setEnabled(false);
}

} // namespace cutaway::ui
