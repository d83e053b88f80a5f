#include "ui/deliver/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace cutaway::ui {

namespace {

QString text(const char* sentence) {
    return QCoreApplication::translate("cutaway::ui::Deliver", sentence);
}

} // namespace

QString sizeText(std::int64_t bytes) {
    return QLocale().formattedDataSize(bytes, bytes >= 1000000000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString durationText(std::int64_t seconds) {
    if (seconds < 90)
        return text("%1 s").arg(seconds);
    return text("about %1 min").arg((seconds + 30) / 60);
}

QString stageText(const std::string& stage) {
    if (stage == "planning")
        return text("Looking up the full-quality pictures");
    if (stage == "fetching")
        return text("Fetching the full-quality pictures");
    if (stage == "rendering")
        return text("Making the pictures");
    if (stage == "assembling")
        return text("Putting the file together");
    if (stage == "checking")
        return text("Checking every frame");
    if (stage == "uploading")
        return text("Storing the file");
    return QString::fromStdString(stage);
}

BadgeLook badgeOf(const catalogue::Job& job) {
    using catalogue::JobState;
    using theme::Token;
    switch (job.state) {
    case JobState::Queued:
        return {QStringLiteral("clock"), text("Waiting"), Token::Text2, false};
    case JobState::Running:
        return {QStringLiteral("jobs"), text("In progress"), Token::Information, false};
    case JobState::Paused:
        return {QStringLiteral("pause"), text("Paused"), Token::Warning, false};
    case JobState::Delivered:
        return {QStringLiteral("tick"), text("Delivered"), Token::Ok, false};
    case JobState::Failed:
        return {QStringLiteral("error"), text("Failed"), Token::Error, true};
    case JobState::Cancelled:
        return {QStringLiteral("close"), text("Cancelled"), Token::Text3, false};
    }
    return {};
}

QString progressText(const catalogue::Job& job) {
    if (job.state == catalogue::JobState::Queued)
        return text("Waits for its turn");
    if (job.isOver())
        return {};
    QString line = text("%1 %").arg(static_cast<int>(job.percent));
    if (job.secondsLeft)
        line += QStringLiteral(" · ") + text("%1 left").arg(durationText(*job.secondsLeft));
    return line;
}

} // namespace cutaway::ui
