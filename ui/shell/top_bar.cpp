#include "ui/shell/top_bar.h"

#include "ui/actions/action_set.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace cutaway::ui {

using theme::Token;

namespace {

/// A page's tab: words, and a line under the page in front.
class PageTab : public QAbstractButton {
public:
    PageTab(QAction* action, QWidget* parent)
        : QAbstractButton(parent)
        , m_action(action) {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setObjectName(QStringLiteral("tab.") + action->objectName());
        const auto follow = [this] {
            setText(m_action->text());
            setAccessibleName(m_action->text());
            setToolTip(m_action->toolTip());
            setChecked(m_action->isChecked());
        };
        follow();
        connect(action, &QAction::changed, this, follow);
        connect(this, &QAbstractButton::clicked, this, [this, follow] {
            m_action->trigger();
            follow();
        });
    }

    QSize sizeHint() const override {
        return {QFontMetrics(theme::title()).horizontalAdvance(text()) + 2 * theme::section,
                theme::topBarHeight};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setFont(theme::title());
        const bool on = isChecked();
        painter.setPen(theme::colour(on || underMouse() ? Token::Text1 : Token::Text2));
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (on)
            painter.fillRect(QRect(theme::padding, height() - 3, width() - 2 * theme::padding, 3),
                             theme::colour(Token::Text1));
    }

private:
    QAction* m_action;
};

} // namespace

TopBar::TopBar(CloudSession& session, ActionSet& actions, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_actions(actions)
    , m_project(new QLabel(this))
    , m_saved(new QLabel(this))
    , m_people(new QLabel(this))
    , m_tabs(new QHBoxLayout)
    , m_link(new QLabel(this))
    , m_waiting(textButton({}, QStringLiteral("quiet"), this))
    , m_jobs(textButton({}, QStringLiteral("quiet"), this))
    , m_cloud(textButton({}, QStringLiteral("quiet"), this)) {
    setProperty(theme::kindProperty, QStringLiteral("bar"));
    setFixedHeight(theme::topBarHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::paddingWide, 0, theme::padding, 0);
    row->setSpacing(0);

    auto* left = new QWidget(this);
    auto* leftRow = new QHBoxLayout(left);
    leftRow->setContentsMargins(0, 0, 0, 0);
    leftRow->setSpacing(theme::padding);
    m_project->setProperty(theme::toneProperty, QStringLiteral("strong"));
    m_saved->setProperty(theme::toneProperty, QStringLiteral("faint"));
    leftRow->addWidget(m_project);
    m_people->setObjectName(QStringLiteral("people"));
    m_people->setProperty(theme::toneProperty, QStringLiteral("soft"));
    m_people->hide();
    leftRow->addWidget(m_people);
    // A long sentence takes two lines rather than the tabs' place in the middle.
    m_saved->setWordWrap(true);
    m_saved->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    leftRow->addWidget(m_saved, 1);
    row->addWidget(left, 1);

    m_tabs->setSpacing(0);
    row->addLayout(m_tabs);

    auto* right = new QWidget(this);
    auto* rightRow = new QHBoxLayout(right);
    rightRow->setContentsMargins(0, 0, 0, 0);
    rightRow->setSpacing(theme::padding);
    rightRow->addStretch(1);
    m_link->setFont(theme::numbers(11));
    m_link->setProperty(theme::toneProperty, QStringLiteral("faint"));
    m_link->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_link->setMinimumWidth(
        QFontMetrics(m_link->font()).horizontalAdvance(tr("%1 Mb/s").arg(QStringLiteral("000.0"))));
    m_link->setAccessibleName(tr("Link"));
    m_link->setToolTip(tr("What comes over the link now"));
    rightRow->addWidget(m_link);
    m_waiting->setObjectName(QStringLiteral("waiting"));
    m_waiting->setIconSize(QSize(16, 16));
    m_waiting->setFocusPolicy(Qt::TabFocus);
    rightRow->addWidget(m_waiting);
    m_jobs->setIconSize(QSize(16, 16));
    m_jobs->setIcon(icon(QStringLiteral("jobs")));
    m_jobs->setFocusPolicy(Qt::TabFocus);
    rightRow->addWidget(m_jobs);
    m_cloud->setIconSize(QSize(16, 16));
    m_cloud->setObjectName(QStringLiteral("cloud"));
    m_cloud->setFocusPolicy(Qt::TabFocus);
    rightRow->addWidget(m_cloud);
    row->addWidget(right, 1);

    connect(m_waiting, &QPushButton::clicked, this, &TopBar::jobsPressed);
    setWaiting(0, 0);
    connect(m_jobs, &QPushButton::clicked, this, &TopBar::jobsPressed);
    connect(m_cloud, &QPushButton::clicked, this, &TopBar::cloudPressed);
    connect(&session, &CloudSession::stateChanged, this, &TopBar::showCloud);
    connect(&session, &CloudSession::jobChanged, this, &TopBar::showJob);
    connect(&session, &CloudSession::demoProgress, this, &TopBar::showDemo);
    connect(&session, &CloudSession::opened, this, [this] {
        m_running.clear();
        m_demo.clear();
        showJobs();
    });
    // Ends may be among what was missed; what still runs says so soon.
    connect(&session, &CloudSession::reloadNeeded, this, [this] {
        m_running.clear();
        showJobs();
    });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &TopBar::showLink);
    m_second.start();
    showCloud();
    showJobs();
}

void TopBar::addTab(const QString& command) {
    m_tabs->addWidget(new PageTab(m_actions.action(command), this));
}

void TopBar::setProject(const QString& name, const QString& savedState) {
    m_project->setText(name);
    m_saved->setText(savedState);
}

void TopBar::setPeople(const QString& words) {
    m_people->setText(words);
    m_people->setAccessibleName(tr("On this project: %1").arg(words));
    m_people->setVisible(!words.isEmpty());
}

void TopBar::setWaiting(int waiting, int refused) {
    m_waiting->setVisible(waiting + refused > 0);
    m_waiting->setIcon(refused > 0 ? icon(QStringLiteral("error"), Token::Error)
                                   : icon(QStringLiteral("clock"), Token::Warning));
    m_waiting->setText(refused > 0 ? tr("%n not taken", nullptr, refused)
                                   : tr("%n not sent yet", nullptr, waiting));
    m_waiting->setToolTip(refused > 0
                              ? tr("The cloud did not take it. Opens Deliver, where it says why.")
                              : tr("Kept on this computer and sent when the cloud is back. Opens Deliver."));
    m_waiting->setAccessibleName(tr("Outbox: %1").arg(m_waiting->text()));
}

void TopBar::showCloud() {
    using Kind = CloudState::Kind;
    const auto& cloud = m_session.state();
    QString word;
    QString drawing = QStringLiteral("cloud");
    Token token = Token::Text2;
    switch (cloud.kind) {
    case Kind::None:
        word = tr("No cloud");
        break;
    case Kind::Starting:
        word = tr("starting");
        break;
    case Kind::Connecting:
        word = tr("connecting");
        break;
    case Kind::Connected:
        word = tr("connected");
        token = Token::Ok;
        break;
    case Kind::Away:
        word = tr("not reachable");
        drawing = QStringLiteral("cloud-away");
        token = Token::Warning;
        break;
    case Kind::Unauthorised:
        word = tr("not signed in");
        drawing = QStringLiteral("cloud-away");
        token = Token::Error;
        break;
    case Kind::Failed:
        word = tr("did not start");
        drawing = QStringLiteral("cloud-away");
        token = Token::Error;
        break;
    }
    const QString line = cloud.name.isEmpty() ? word : QStringLiteral("%1, %2").arg(cloud.name, word);
    m_cloud->setIcon(icon(drawing, token));
    m_cloud->setText(line);
    m_cloud->setAccessibleName(tr("Cloud: %1").arg(line));
    m_cloud->setToolTip(cloud.sentence.isEmpty() ? tr("Choose the cloud that this window works with")
                                                 : cloud.sentence);
}

void TopBar::showLink() {
    if (!m_session.cloud()) {
        m_link->clear();
        return;
    }
    const auto bytes = m_session.cloud()->http()->counters().bytesReceived;
    const auto bits = static_cast<double>(std::max<std::int64_t>(0, bytes - m_bytesBefore)) * 8 / 1e6;
    m_bytesBefore = bytes;
    m_link->setText(tr("%1 Mb/s").arg(bits, 0, 'f', 1));
}

void TopBar::showJob(const catalogue::Job& job) {
    if (job.isOver())
        m_running.erase(job.id);
    else
        m_running[job.id] = job;
    showJobs();
}

void TopBar::showDemo(const QString& message, int percent) {
    m_demo = percent >= 100 ? QString() : tr("%1 %2 %").arg(message).arg(percent);
    showJobs();
}

void TopBar::showJobs() {
    const catalogue::Job* delivery = nullptr;
    for (const auto& [id, job] : m_running)
        if (job.type == "conform")
            delivery = &job;
    QString line;
    if (delivery)
        line = tr("Delivering %1 %").arg(static_cast<int>(delivery->percent));
    else if (!m_demo.isEmpty())
        line = m_demo;
    else if (!m_running.empty())
        line = (m_running.size() == 1 ? tr("1 job") : tr("%1 jobs").arg(m_running.size()));
    m_jobs->setVisible(!line.isEmpty());
    m_jobs->setText(line);
    m_jobs->setAccessibleName(tr("Jobs: %1").arg(line));
    m_jobs->setToolTip(tr("Work under way: %1. Opens Deliver.").arg(m_running.size()));
}

} // namespace cutaway::ui
