#pragma once

#include "ui/session/cloud_session.h"

#include <QFrame>
#include <QTimer>

#include <map>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace cutaway::ui {

class ActionSet;

/// 40 px over every page: the project and how safe it is, the pages, the link, the jobs, the cloud.
class TopBar : public QFrame {
    Q_OBJECT

public:
    TopBar(CloudSession& session, ActionSet& actions, QWidget* parent = nullptr);

    void addTab(const QString& command); ///< a command of the View menu that shows a page
    void setProject(const QString& name, const QString& savedState);
    /// Who else has the project open; empty: nobody.
    void setPeople(const QString& words);
    /// How much is kept on this computer for the cloud, and how much of it the cloud has refused.
    void setWaiting(int waiting, int refused);

Q_SIGNALS:
    void jobsPressed();
    void cloudPressed();

private:
    void showCloud();
    void showLink();
    void showJob(const catalogue::Job& job);
    void showDemo(const QString& message, int percent);
    void showJobs();

    CloudSession& m_session;
    ActionSet& m_actions;
    QLabel* m_project;
    QLabel* m_saved;
    QLabel* m_people;
    QHBoxLayout* m_tabs;
    QLabel* m_link;
    QPushButton* m_waiting;
    QPushButton* m_jobs;
    QPushButton* m_cloud;
    QTimer m_second;
    std::int64_t m_bytesBefore = 0;
    std::map<Uuid, catalogue::Job> m_running;
    QString m_demo;
};

} // namespace cutaway::ui
