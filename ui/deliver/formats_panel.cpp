#include "ui/deliver/formats_panel.h"

#include "ui/deliver/deliver_model.h"
#include "ui/deliver/words.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/buttons.h"

#include <QCheckBox>
#include <QDate>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace cutaway::ui {

namespace {

constexpr char chosenKey[] = "deliver/formats";
constexpr char defaultFormat[] = "hevc-hlg-mp4";

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(theme::title());
    return label;
}

QLabel* soft(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty(theme::toneProperty, QStringLiteral("soft"));
    label->setWordWrap(true);
    return label;
}

} // namespace

FormatsPanel::FormatsPanel(DeliverModel& model, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_title(new QLineEdit(this))
    , m_duration(new QLabel(this))
    , m_rows(new QVBoxLayout)
    , m_name(soft({}, this))
    , m_deliver(
          textButton(tr("Deliver"), QStringLiteral("deliver"), this, [this] { Q_EMIT deliverPressed(); })) {
    setProperty(theme::kindProperty, QStringLiteral("panel"));
    m_title->setAccessibleName(tr("Title of the delivery"));
    m_duration->setFont(theme::numbers(16));
    m_duration->setAccessibleName(tr("Duration of the cut"));
    m_deliver->setToolTip(
        tr("Deliver (Ctrl+M): makes the file from the full-quality pictures. You can go on cutting."));
    m_deliver->setMinimumHeight(theme::controlLarge);
    m_name->setFont(theme::numbers(12));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::section, theme::section, theme::section, theme::section);
    layout->setSpacing(theme::padding);
    layout->addWidget(heading(tr("What"), this));
    layout->addWidget(m_title);
    layout->addWidget(m_duration);
    layout->addSpacing(theme::section);
    layout->addWidget(heading(tr("Formats"), this));
    layout->addLayout(m_rows);
    layout->addSpacing(theme::section);
    layout->addWidget(heading(tr("Where"), this));
    layout->addWidget(
        soft(tr("The file stays in the cloud with a viewing copy that plays here. Save it to this computer "
                "from the list on the right."),
             this));
    layout->addWidget(m_name);
    layout->addStretch();
    layout->addWidget(m_deliver);

    connect(&m_model, &DeliverModel::profilesChanged, this, &FormatsPanel::rebuild);
    connect(&m_model, &DeliverModel::estimatesChanged, this, &FormatsPanel::showFigures);
    connect(&m_model, &DeliverModel::busyChanged, this, &FormatsPanel::update);
    connect(m_title, &QLineEdit::textChanged, this, &FormatsPanel::update);
    rebuild();
}

void FormatsPanel::setCut(const QString& name, const QString& duration, bool deliverable) {
    if (!m_title->isModified() || name != m_cutName)
        m_title->setText(name);
    m_cutName = name;
    m_duration->setText(duration);
    m_deliverable = deliverable;
    update();
}

QString FormatsPanel::title() const {
    return m_title->text().trimmed();
}

std::vector<std::string> FormatsPanel::chosen() const {
    std::vector<std::string> ids;
    for (const Row& row : m_formats)
        if (row.box->isChecked())
            ids.push_back(row.profile);
    return ids;
}

void FormatsPanel::choose(const std::vector<std::string>& profiles) {
    for (const Row& row : m_formats)
        row.box->setChecked(std::find(profiles.begin(), profiles.end(), row.profile) != profiles.end());
}

void FormatsPanel::rebuild() {
    for (const Row& row : m_formats) {
        delete row.box;
        delete row.figures;
    }
    m_formats.clear();
    const QStringList kept =
        QSettings().value(QLatin1String(chosenKey), QStringList{QLatin1String(defaultFormat)}).toStringList();
    for (const catalogue::Profile& profile : m_model.profiles()) {
        Row row{profile.id, new QCheckBox(QString::fromStdString(profile.name), this), soft({}, this)};
        row.box->setToolTip(QString::fromStdString(profile.description));
        row.box->setChecked(kept.contains(QString::fromStdString(profile.id)));
        row.box->setMinimumHeight(theme::controlSmall);
        row.figures->setContentsMargins(theme::sectionWide, 0, 0, theme::padding);
        m_rows->addWidget(row.box);
        m_rows->addWidget(row.figures);
        connect(row.box, &QCheckBox::toggled, this, [this] {
            QStringList ids;
            for (const std::string& id : chosen())
                ids << QString::fromStdString(id);
            QSettings().setValue(QLatin1String(chosenKey), ids);
            update();
            Q_EMIT choiceChanged();
        });
        m_formats.push_back(row);
    }
    showFigures();
    update();
}

void FormatsPanel::showFigures() {
    for (const Row& row : m_formats) {
        const auto estimate = m_model.estimateOf(row.profile);
        const auto profile = std::find_if(m_model.profiles().begin(), m_model.profiles().end(),
                                          [&](const auto& p) { return p.id == row.profile; });
        row.figures->setText(
            estimate ? tr("%1, ready in %2").arg(sizeText(estimate->bytes), durationText(estimate->seconds))
            : profile != m_model.profiles().end() ? QString::fromStdString(profile->description)
                                                  : QString());
    }
}

void FormatsPanel::update() {
    const bool ready = m_deliverable && !chosen().empty() && !title().isEmpty() && !m_model.submitting();
    m_deliver->setEnabled(ready);
    m_deliver->setText(m_model.submitting() ? tr("Sending …") : tr("Deliver"));
    if (!m_deliverable)
        m_name->setText(tr("There is nothing on the timeline yet. Cut something first."));
    else if (m_formats.empty())
        m_name->setText(tr("The formats come from the cloud, which has not answered yet."));
    else if (title().isEmpty())
        m_name->setText(tr("Give the delivery a title."));
    else if (chosen().empty())
        m_name->setText(tr("Pick at least one format."));
    else
        m_name->clear();
}

} // namespace cutaway::ui
