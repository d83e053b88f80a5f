#pragma once

#include "core/catalogue/client.h"

#include <QDialog>

#include <stop_token>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cutaway::ui {

class TaskRunner;
class TokenKeeper;

/// File > Connect: an address and a token, tested before they are taken. Plain HTTP beyond this computer is
/// refused unless it is allowed here.
class ConnectDialog : public QDialog {
    Q_OBJECT

public:
    /// `current` fills the fields.
    ConnectDialog(const tams::Connection& current, TokenKeeper& keeper, TaskRunner& tasks,
                  QWidget* parent = nullptr);
    ~ConnectDialog() override; ///< ends a test under way

    /// What was tested and taken, after accepted().
    const tams::Connection& connection() const { return m_connection; }
    /// What the user should know of how the token is kept, after accepted(); empty: it is in the keychain.
    const QString& keptSentence() const { return m_kept; }

    /// Why this address cannot be used, or empty. `allowPlainHttp`: http beyond loopback is wanted.
    static QString refusal(const QString& url, bool allowPlainHttp);

Q_SIGNALS:
    /// The user wants the server of this computer instead.
    void ownServerChosen();

private:
    void test();
    void showTested(const QString& cloudName);
    void showProblem(const QString& sentence);
    void updateButtons();

    TokenKeeper& m_keeper;
    TaskRunner& m_tasks;
    tams::Connection m_connection;
    QString m_kept;
    std::stop_source m_test{std::nostopstate}; ///< of the test under way
    QLineEdit* m_address;
    QLineEdit* m_token;
    QCheckBox* m_allowPlain;
    QLabel* m_outcome;
    QPushButton* m_connect;
    bool m_testing = false;
};

} // namespace cutaway::ui
