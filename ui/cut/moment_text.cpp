#include "ui/cut/moment_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace cutaway::ui {

namespace {

/// Context of the translations.
struct MomentText {
    Q_DECLARE_TR_FUNCTIONS(MomentText)
};

} // namespace

QString momentText(const QDateTime& moment) {
    const QDateTime local = moment.toLocalTime();
    const bool thisYear = local.date().year() == QDate::currentDate().year();
    return QLocale().toString(local, thisYear ? MomentText::tr("ddd d MMM, HH:mm:ss")
                                              : MomentText::tr("ddd d MMM yyyy, HH:mm:ss"));
}

} // namespace cutaway::ui
