#include "ui/browse/unit_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace cutaway::ui {

namespace {

QString text(const char* words, int number = -1) {
    return QCoreApplication::translate("Unit", words, nullptr, number);
}

struct StatusRow {
    const char* status; ///< ODF ScheduleStatus
    const char* icon;
    const char* word;
    theme::Token token;
    bool filled;
};

constexpr StatusRow statuses[] = {
    {"RUNNING", "live", QT_TRANSLATE_NOOP("Unit", "Live"), theme::Token::Live, true},
    {"SCHEDULED_BREAK", "clock", QT_TRANSLATE_NOOP("Unit", "Break"), theme::Token::Information, false},
    {"GETTING_READY", "clock", QT_TRANSLATE_NOOP("Unit", "Getting ready"), theme::Token::Information, false},
    {"SCHEDULED", "clock", QT_TRANSLATE_NOOP("Unit", "Upcoming"), theme::Token::Information, false},
    {"RESCHEDULED", "clock", QT_TRANSLATE_NOOP("Unit", "New time"), theme::Token::Warning, false},
    {"DELAYED", "warning", QT_TRANSLATE_NOOP("Unit", "Delayed"), theme::Token::Warning, false},
    {"POSTPONED", "warning", QT_TRANSLATE_NOOP("Unit", "Postponed"), theme::Token::Warning, false},
    {"INTERRUPTED", "warning", QT_TRANSLATE_NOOP("Unit", "Interrupted"), theme::Token::Warning, true},
    {"CANCELLED", "error", QT_TRANSLATE_NOOP("Unit", "Cancelled"), theme::Token::Error, false},
    {"UNSCHEDULED", "clock", QT_TRANSLATE_NOOP("Unit", "No time yet"), theme::Token::Text2, false},
    {"FINISHED", "tick", QT_TRANSLATE_NOOP("Unit", "Finished"), theme::Token::Text2, false},
};

QDateTime wallClock(const std::string& actual, const std::string& planned) {
    return QDateTime::fromString(QString::fromStdString(actual.empty() ? planned : actual), Qt::ISODate);
}

} // namespace

BadgeLook statusBadge(const catalogue::Unit& unit) {
    for (const auto& row : statuses)
        if (unit.status == row.status)
            return {QLatin1String(row.icon), text(row.word), row.token, row.filled};
    return {};
}

bool isLive(const catalogue::Unit& unit) {
    return unit.status == "RUNNING";
}
bool isFinished(const catalogue::Unit& unit) {
    return unit.status == "FINISHED";
}

QDateTime startOf(const catalogue::Unit& unit) {
    return wallClock(unit.actualStart, unit.start);
}
QDateTime endOf(const catalogue::Unit& unit) {
    return wallClock(unit.actualEnd, unit.end);
}

QString startText(const catalogue::Unit& unit) {
    const QDateTime start = startOf(unit);
    return start.isValid() ? start.toString(QStringLiteral("HH:mm")) : QString();
}

QString factsLine(const catalogue::Unit& unit) {
    QStringList parts;
    for (const QString& part :
         {QString::fromStdString(unit.disciplineName), startText(unit), QString::fromStdString(unit.venue)})
        if (!part.isEmpty())
            parts << part;
    return parts.join(QStringLiteral(" · "));
}

QString dayText(const std::string& day) {
    const QDate date = QDate::fromString(QString::fromStdString(day), Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QStringLiteral("ddd d MMMM"))
                          : QString::fromStdString(day);
}

QString shortDayText(const std::string& day) {
    const QDate date = QDate::fromString(QString::fromStdString(day), Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QStringLiteral("ddd d"))
                          : QString::fromStdString(day).right(2);
}

QString anglesText(const catalogue::Unit& unit) {
    if (unit.angles.empty())
        return {};
    const auto ready = std::count_if(unit.angles.begin(), unit.angles.end(), [](const auto& angle) {
        return angle.state != catalogue::AngleState::Waiting;
    });
    if (ready == 0)
        return text(QT_TRANSLATE_NOOP("Unit", "Waiting for pictures"));
    if (ready == 1)
        return text(QT_TRANSLATE_NOOP("Unit", "1 angle"));
    return text(QT_TRANSLATE_NOOP("Unit", "%1 angles")).arg(ready);
}

} // namespace cutaway::ui
