#include "ui/deliver/words.h"

#include "ui/session/outbox_courier.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace cutaway::ui {

namespace {

/// Context of the translations.
struct DeliverWords {
    Q_DECLARE_TR_FUNCTIONS(DeliverWords)
};

} // namespace

QString sizeText(std::int64_t bytes) {
    return QLocale().formattedDataSize(bytes, bytes >= 1000000000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString durationText(std::int64_t seconds) {
    if (seconds < 90)
        return DeliverWords::tr("%1 s").arg(seconds);
    return DeliverWords::tr("about %1 min").arg((seconds + 30) / 60);
}

QString stageText(const std::string& stage) {
    if (stage == "planning")
        return DeliverWords::tr("Looking up the full-quality pictures");
    if (stage == "fetching")
        return DeliverWords::tr("Fetching the full-quality pictures");
    if (stage == "rendering")
        return DeliverWords::tr("Making the pictures");
    if (stage == "assembling")
        return DeliverWords::tr("Putting the file together");
    if (stage == "checking")
        return DeliverWords::tr("Checking every frame");
    if (stage == "uploading")
        return DeliverWords::tr("Storing the file");
    return QString::fromStdString(stage);
}

BadgeLook badgeOf(const catalogue::Job& job) {
    using catalogue::JobState;
    using theme::Token;
    switch (job.state) {
    case JobState::Queued:
        return {QStringLiteral("clock"), DeliverWords::tr("Waiting"), Token::Text2, false};
    case JobState::Running:
        return {QStringLiteral("jobs"), DeliverWords::tr("In progress"), Token::Information, false};
    case JobState::Paused:
        return {QStringLiteral("pause"), DeliverWords::tr("Paused"), Token::Warning, false};
    case JobState::Delivered:
        return {QStringLiteral("tick"), DeliverWords::tr("Delivered"), Token::Ok, false};
    case JobState::Failed:
        return {QStringLiteral("error"), DeliverWords::tr("Failed"), Token::Error, true};
    case JobState::Cancelled:
        return {QStringLiteral("close"), DeliverWords::tr("Cancelled"), Token::Text3, false};
    }
    return {};
}

QString progressText(const catalogue::Job& job) {
    if (job.state == catalogue::JobState::Queued)
        return DeliverWords::tr("Waits for its turn");
    if (job.isOver())
        return {};
    QString line = DeliverWords::tr("%1 %").arg(static_cast<int>(job.percent));
    if (job.secondsLeft)
        line += QStringLiteral(" · ") + DeliverWords::tr("%1 left").arg(durationText(*job.secondsLeft));
    return line;
}

BadgeLook badgeOf(const OutboxCourier& outbox, const catalogue::OutboxItem& item) {
    using theme::Token;
    if (item.refusal)
        return {QStringLiteral("error"), DeliverWords::tr("Refused"), Token::Error, true};
    if (item.cancelled)
        return {QStringLiteral("close"), DeliverWords::tr("Cancelled"), Token::Text3, false};
    if (outbox.isSending(item.id()))
        return {QStringLiteral("jobs"), DeliverWords::tr("Sending"), Token::Information, false};
    return {QStringLiteral("clock"), DeliverWords::tr("Not sent yet"), Token::Warning, false};
}

QString waitingText(const OutboxCourier& outbox, const catalogue::OutboxItem& item) {
    if (item.refusal) {
        QStringList lines{QString::fromStdString(item.refusal->sentence)};
        for (const auto& problem : item.refusal->problems)
            lines << (problem.clipName.empty()
                          ? QString()
                          : QString::fromStdString(problem.clipName) + QStringLiteral(": ")) +
                         QString::fromStdString(problem.summary);
        return lines.join(QLatin1Char('\n'));
    }
    if (item.cancelled)
        return DeliverWords::tr("It may have arrived. The cloud is told when it is back.");
    if (!outbox.isForThisCloud(item))
        return DeliverWords::tr("Waits for another cloud, %1.").arg(QString::fromStdString(item.cloud));
    if (outbox.isSending(item.id()))
        return DeliverWords::tr("On its way");
    const QString since =
        QLocale().toString(QDateTime::fromSecsSinceEpoch(item.queued).time(), QStringLiteral("HH:mm:ss"));
    const QString line =
        DeliverWords::tr("Kept on this computer since %1. Sent when the cloud is back.").arg(since);
    return outbox.sentence().isEmpty() ? line : line + QLatin1Char(' ') + outbox.sentence();
}

} // namespace cutaway::ui
