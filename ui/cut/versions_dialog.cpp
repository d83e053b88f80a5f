#include "ui/cut/versions_dialog.h"

#include "core/timeline/comparison.h"
#include "ui/cut/moment_text.h"
#include "ui/cut/project_document.h"
#include "ui/theme/measures.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace cutaway::ui {

namespace {

QString sign(timeline::Difference::Kind kind) {
    using Kind = timeline::Difference::Kind;
    switch (kind) {
    case Kind::Added:
        return VersionsDialog::tr("added");
    case Kind::Removed:
        return VersionsDialog::tr("removed");
    case Kind::Moved:
        return VersionsDialog::tr("moved");
    case Kind::Trimmed:
        return VersionsDialog::tr("trimmed");
    case Kind::Replaced:
        return VersionsDialog::tr("replaced");
    case Kind::Changed:
        break;
    }
    return VersionsDialog::tr("changed");
}

QString inWords(const timeline::Difference& difference, const timeline::Sequence& sequence) {
    QStringList words;
    words << QString::fromStdString(
        timecodeText(sequence.startFrame + difference.frame, sequence.timecode()));
    if (!difference.track.empty())
        words << QString::fromStdString(difference.track);
    words << QString::fromStdString(difference.what) << sign(difference.kind);
    QString text = words.join(QStringLiteral("  "));
    if (!difference.how.empty())
        text += QStringLiteral(", ") + QString::fromStdString(difference.how);
    return text;
}

} // namespace

VersionsDialog::VersionsDialog(ProjectDocument& document, const catalogue::Project& project, QWidget* parent)
    : QDialog(parent)
    , m_document(document)
    , m_versions(project.revisions)
    , m_list(new QListWidget(this))
    , m_changes(new QListWidget(this))
    , m_said(new QLabel(this))
    , m_back(new QPushButton(tr("Go back to this version"), this)) {
    setWindowTitle(tr("Versions of %1").arg(QString::fromStdString(project.name)));
    std::sort(m_versions.begin(), m_versions.end(),
              [](const auto& a, const auto& b) { return a.number > b.number; });
    m_list->setAccessibleName(tr("Versions"));
    m_changes->setAccessibleName(tr("What happened since"));
    m_list->setFixedWidth(300);
    for (const catalogue::RevisionInfo& version : m_versions) {
        const QDateTime saved = QDateTime::fromString(QString::fromStdString(version.created), Qt::ISODate);
        m_list->addItem(QStringLiteral("%1  %2  %3")
                            .arg(version.number)
                            .arg(momentText(saved), QString::fromStdString(version.note)));
    }
    auto* right = new QVBoxLayout;
    right->addWidget(m_said);
    right->addWidget(m_changes, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme::section);
    columns->addWidget(m_list);
    columns->addLayout(right, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_back, QDialogButtonBox::ActionRole);
    m_back->setEnabled(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::sectionWide, theme::sectionWide, theme::sectionWide, theme::section);
    column->setSpacing(theme::section);
    column->addLayout(columns, 1);
    column->addWidget(buttons);
    resize(860, 480);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &VersionsDialog::goBack);
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsDialog::showVersion);
    connect(&document.link(), &SessionLink::opened, this, &QDialog::reject);
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void VersionsDialog::showVersion(int row) {
    m_changes->clear();
    m_chosen.reset();
    m_back->setEnabled(false);
    if (row < 0 || row >= static_cast<int>(m_versions.size()))
        return;
    m_said->setText(tr("Reading the version …"));
    const auto& version = m_versions[static_cast<std::size_t>(row)];
    m_document.readVersion(version.id, this, [this, request = ++m_request](const auto& read) {
        if (request != m_request)
            return; // another one was chosen meanwhile
        if (!read) {
            m_said->setText(QString::fromStdString(read.error().message));
            return;
        }
        m_chosen = std::make_shared<const timeline::Sequence>(read->sequence);
        for (const auto& [id, timing] : read->sources)
            m_document.session().know(timing);
        const timeline::Sequence& now = *m_document.session().sequence();
        const auto differences = timeline::compare(*m_chosen, now);
        m_said->setText(differences.empty() ? tr("This is what is on the timeline now.")
                                            : tr("From this version until now:"));
        for (const timeline::Difference& difference : differences)
            m_changes->addItem(inWords(difference, now));
        m_back->setEnabled(!differences.empty());
    });
}

void VersionsDialog::goBack() {
    if (!m_chosen)
        return;
    timeline::EditorSession& session = m_document.session();
    const std::string name =
        "Back to version " +
        std::to_string(m_versions[static_cast<std::size_t>(m_list->currentRow())].number);
    if (m_document.link().report(session.take(timeline::difference(*session.sequence(), *m_chosen, name))))
        accept();
}

} // namespace cutaway::ui
