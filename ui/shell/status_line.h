#pragma once

#include "ui/session/cloud_session.h"

#include <QFrame>

class QLabel;

namespace cutaway::ui {

/// 24 px under every page: the last action in words, dropped frames, which cloud.
class StatusLine : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(CloudSession& session, QWidget* parent = nullptr);

    void say(const QString& sentence);
    QString text() const;
    void setDropped(qint64 pictures); ///< since playing began

private:
    void showCloud();

    CloudSession& m_session;
    QLabel* m_last;
    QLabel* m_dropped;
    qint64 m_pictures = -1; ///< dropped, as it is shown
    QLabel* m_cloud;
};

} // namespace cutaway::ui
