#include "ui/connect/token_file.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSettings>

namespace cutaway::ui {

namespace {

constexpr qint64 longest = 1 << 20;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QJsonObject read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.read(longest)).object();
}

} // namespace

TokenFile::TokenFile()
    : m_path(QFileInfo(QSettings().fileName()).dir().filePath(QStringLiteral("tokens.json"))) {}

QString TokenFile::find(const QString& url) const {
    return read(m_path).value(url).toString();
}

Result<void> TokenFile::set(const QString& url, const QString& token) const {
    QJsonObject tokens = read(m_path);
    if (token.isEmpty() && !tokens.contains(url))
        return {};
    if (token.isEmpty())
        tokens.remove(url);
    else
        tokens.insert(url, token);
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    const QByteArray text = QJsonDocument(tokens).toJson();
    // The rights come before the words.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
        file.write(text) != text.size() || !file.commit())
        return Error{ErrorCategory::Io, file.errorString().toStdString(), m_path.toStdString()};
    return {};
}

} // namespace cutaway::ui
