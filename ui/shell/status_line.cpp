#include "ui/shell/status_line.h"

#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

#include <utility>

namespace cutaway::ui {

StatusLine::StatusLine(CloudSession& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_last(new QLabel(this))
    , m_dropped(new QLabel(this))
    , m_cloud(new QLabel(this)) {
    setProperty(theme::kindProperty, QStringLiteral("bar"));
    setFixedHeight(theme::statusBarHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::paddingWide, 0, theme::paddingWide, 0);
    row->setSpacing(theme::section);
    for (QLabel* label : {m_last, m_dropped, m_cloud}) {
        label->setFont(theme::words(11));
        label->setProperty(theme::toneProperty, QStringLiteral("soft"));
    }
    m_last->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_last->setAccessibleName(tr("Last action"));
    m_dropped->setFont(theme::numbers(11));
    row->addWidget(m_last, 1);
    row->addWidget(m_dropped);
    row->addWidget(m_cloud);
    connect(&session, &CloudSession::stateChanged, this, &StatusLine::showCloud);
    setDropped(0);
    showCloud();
}

void StatusLine::say(const QString& sentence) {
    m_last->setText(sentence);
    m_last->setToolTip(sentence);
}

QString StatusLine::text() const {
    return m_last->text();
}

void StatusLine::setDropped(qint64 pictures) {
    if (std::exchange(m_pictures, pictures) == pictures)
        return; // it is told with every picture
    m_dropped->setText(tr("%1 dropped").arg(pictures));
    m_dropped->setProperty(theme::toneProperty,
                           pictures > 0 ? QStringLiteral("warning") : QStringLiteral("faint"));
    m_dropped->style()->unpolish(m_dropped);
    m_dropped->style()->polish(m_dropped);
}

void StatusLine::showCloud() {
    const auto& cloud = m_session.state();
    QString line = cloud.name;
    if (cloud.kind == CloudState::Kind::Away)
        line =
            tr("%1 not reachable since %2").arg(cloud.name, cloud.since.toString(QStringLiteral("HH:mm:ss")));
    m_cloud->setText(line);
    if (!cloud.sentence.isEmpty())
        say(cloud.sentence);
}

} // namespace cutaway::ui
