#pragma once

#include "core/base/process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStringList>
#include <QTemporaryDir>

namespace cutaway::test {

/// A real keychain: a Secret Service on a session bus of its own, whose secrets lie in a folder of the test.
class KeychainSession {
public:
    KeychainSession() {
        QDir(m_home.path()).mkpath(QStringLiteral("data/keyrings"));
        QDir(m_home.path()).mkpath(QStringLiteral("run"));
        QFile::setPermissions(m_home.filePath(QStringLiteral("run")),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QString home() const { return m_home.path(); }

    /// Runs us again with "--process" and these words, once for each list and while all is well, in one
    /// session whose keychain is opened with this password. The last exit code; negative: it did not run.
    int run(const QString& password, const QList<QStringList>& works) {
        QString script = QStringLiteral("printf %s '") + password +
                         QStringLiteral("' | gnome-keyring-daemon --unlock --components=secrets >&2");
        for (const QStringList& words : works)
            script += QStringLiteral(" && '%1' --process '%2'")
                          .arg(QCoreApplication::applicationFilePath(), words.join(QStringLiteral("' '")));
        const std::string home = m_home.path().toStdString();
        ProcessOptions options;
        options.program = "dbus-run-session";
        options.arguments = {"--", "sh", "-c", script.toStdString()};
        options.environment = {{"HOME", home},
                               {"XDG_DATA_HOME", home + "/data"},
                               {"XDG_CACHE_HOME", home + "/cache"},
                               {"XDG_RUNTIME_DIR", home + "/run"},
                               {"XDG_CURRENT_DESKTOP", "GNOME"},
                               {"DISPLAY", ""}, // no question on the screen of whoever runs this
                               {"WAYLAND_DISPLAY", ""},
                               {"QT_QPA_PLATFORM", "offscreen"}};
        auto session = ChildProcess::start(options);
        if (!session)
            return -1;
        const auto ended = session->wait({}, std::chrono::minutes(3));
        if (ended && !ended->ok())
            qWarning("%s", session->log().c_str());
        return ended ? ended->code : -2;
    }

private:
    QTemporaryDir m_home;
};

} // namespace cutaway::test
