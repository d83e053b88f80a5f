#include "ui/widgets/icons.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

static void initialiseResources() {
    Q_INIT_RESOURCE(icons);
}

namespace cutaway::ui {

namespace {

QByteArray drawing(const QString& name, const QColor& colour) {
    initialiseResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

void render(QPainter& painter, const QString& name, const QRectF& where, const QColor& colour) {
    QSvgRenderer renderer(drawing(name, colour));
    renderer.render(&painter, where);
}

class Engine : public QIconEngine {
public:
    Engine(QString name, theme::Token token)
        : m_name(std::move(name))
        , m_token(token) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        auto token = m_token;
        if (mode == QIcon::Disabled)
            token = theme::Token::TextDisabled;
        else if (token == theme::Token::Text2 && (mode == QIcon::Active || state == QIcon::On))
            token = theme::Token::Text1;
        render(*painter, m_name, rect, theme::colour(token));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new Engine(m_name, m_token); }

private:
    QString m_name;
    theme::Token m_token;
};

} // namespace

QIcon icon(const QString& name, theme::Token token) {
    return QIcon(new Engine(name, token));
}

void paintIcon(QPainter& painter, const QString& name, const QRectF& where, theme::Token token) {
    render(painter, name, where, theme::colour(token));
}

QStringList iconNames() {
    initialiseResources();
    QStringList names;
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}))
        names << file.chopped(4);
    return names;
}

} // namespace cutaway::ui
