#include "ui/connect/connect_dialog.h"

#include "core/catalogue/client.h"
#include "ui/connect/token_keeper.h"
#include "ui/session/task_runner.h"
#include "ui/theme/measures.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/buttons.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QUrl>

namespace cutaway::ui {

namespace {

constexpr int dialogWidth = 480;

void setTone(QLabel* label, const char* tone) {
    label->setProperty(theme::toneProperty, QString::fromLatin1(tone));
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

ConnectDialog::ConnectDialog(const tams::Connection& current, TokenKeeper& keeper, TaskRunner& tasks,
                             QWidget* parent)
    : QDialog(parent)
    , m_keeper(keeper)
    , m_tasks(tasks)
    , m_address(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_allowPlain(
          new QCheckBox(tr("Allow an unencrypted connection (anybody on the way can read it)"), this))
    , m_outcome(new QLabel(this))
    , m_connect(textButton(tr("Connect"), QStringLiteral("primary"), this)) {
    setWindowTitle(tr("Connect to a cloud"));
    setMinimumWidth(dialogWidth);

    m_address->setText(QString::fromStdString(current.url));
    m_address->setPlaceholderText(QStringLiteral("https://cloud.example.org"));
    m_address->setAccessibleName(tr("Address of the cloud"));
    m_token->setText(QString::fromStdString(current.token));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setAccessibleName(tr("Token"));
    m_token->setToolTip(
        tr("The person who runs the cloud gives you a token. It is kept in the system's keychain, or in a "
           "file that only you can read."));
    m_allowPlain->setChecked(current.allowPlainHttp);
    m_outcome->setWordWrap(true);
    m_outcome->setMinimumHeight(theme::controlLarge);
    m_outcome->setAccessibleName(tr("Result of the test"));
    m_connect->setDefault(true);

    auto* own = textButton(tr("Use this computer"), QStringLiteral("quiet"), this, [this] {
        Q_EMIT ownServerChosen();
        reject();
    });
    own->setToolTip(tr("Go back to the cloud that Cutaway runs on this computer"));
    auto* cancel = textButton(tr("Cancel"), QString(), this, [this] { reject(); });

    auto* form = new QFormLayout;
    form->setVerticalSpacing(theme::padding);
    form->addRow(tr("Address"), m_address);
    form->addRow(tr("Token"), m_token);
    form->addRow(QString(), m_allowPlain);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(own);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_connect);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::sectionWide, theme::section, theme::sectionWide, theme::section);
    layout->setSpacing(theme::paddingWide);
    layout->addLayout(form);
    layout->addWidget(m_outcome);
    layout->addLayout(buttons);

    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(m_address, &QLineEdit::textChanged, this, &ConnectDialog::updateButtons);
    connect(m_token, &QLineEdit::textChanged, this, &ConnectDialog::updateButtons);
    connect(m_allowPlain, &QCheckBox::toggled, this, &ConnectDialog::updateButtons);
    connect(m_address, &QLineEdit::editingFinished, this, [this] {
        if (m_token->text().isEmpty())
            m_keeper.find(m_address->text().trimmed(), [field = QPointer(m_token)](const QString& token) {
                if (field && field->text().isEmpty())
                    field->setText(token);
            });
    });
    updateButtons();
}

QString ConnectDialog::refusal(const QString& text, bool allowPlainHttp) {
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (text.trimmed().isEmpty())
        return tr("Type the address of the cloud, as in https://cloud.example.org.");
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment() ||
        (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
        return tr("This is not an address of a cloud. It begins with https:// and names a computer.");
    if (url.scheme() == QLatin1String("http") && !allowPlainHttp &&
        !tams::isLoopback(text.trimmed().toStdString()))
        return tr(
            "This address is not encrypted: anybody on the way could read your token and the pictures. Use "
            "https://, or allow it below if the network is yours.");
    return {};
}

ConnectDialog::~ConnectDialog() {
    m_test.request_stop();
    // It says so once more when it goes, and that is after this has gone.
    m_address->disconnect(this);
}

void ConnectDialog::updateButtons() {
    const QString why = refusal(m_address->text(), m_allowPlain->isChecked());
    m_connect->setEnabled(!m_testing && why.isEmpty() && !m_token->text().isEmpty());
    if (m_testing)
        return;
    setTone(m_outcome, "soft");
    m_outcome->setText(!why.isEmpty()              ? why
                       : m_token->text().isEmpty() ? tr("Type the token that you were given.")
                                                   : QString());
}

void ConnectDialog::showProblem(const QString& sentence) {
    setTone(m_outcome, "error");
    m_outcome->setText(sentence);
}

void ConnectDialog::test() {
    m_testing = true;
    updateButtons();
    setTone(m_outcome, "soft");
    m_outcome->setText(tr("Asking %1 …").arg(m_address->text()));
    QString address = m_address->text().trimmed();
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    const tams::Connection wanted{address.toStdString(), m_token->text().trimmed().toStdString(),
                                  m_allowPlain->isChecked()};
    m_test = m_tasks.run(
        this, [wanted](std::stop_token stop) { return catalogue::CloudClient(wanted).cloud(stop); },
        [this, wanted](const Result<catalogue::CloudInfo>& answer) {
            m_testing = false;
            updateButtons();
            if (!answer) {
                showProblem(answer.error().category == ErrorCategory::Unauthorised
                                ? tr("The cloud does not know this token. Check it, or ask for a new one.")
                                : QString::fromStdString(answer.error().message));
                return;
            }
            m_connection = wanted;
            showTested(QString::fromStdString(answer->name));
        });
}

void ConnectDialog::showTested(const QString& cloudName) {
    setTone(m_outcome, "ok");
    m_outcome->setText(tr("Connected to %1.").arg(cloudName));
    m_keeper.keep(QString::fromStdString(m_connection.url), QString::fromStdString(m_connection.token),
                  [dialog = QPointer(this)](const QString& sentence) {
                      if (!dialog)
                          return;
                      dialog->m_kept = sentence;
                      dialog->accept();
                  });
}

} // namespace cutaway::ui
