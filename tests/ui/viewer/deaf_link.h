#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace cutaway::test {

/// A way to a cloud on this computer that lets everything through except the event stream.
class DeafLink : public QTcpServer {
public:
    explicit DeafLink(quint16 port) {
        connect(this, &QTcpServer::newConnection, this, [this, port] {
            while (QTcpSocket* near = nextPendingConnection()) {
                auto* far = new QTcpSocket(near);
                far->connectToHost(QHostAddress::LocalHost, port);
                connect(near, &QTcpSocket::readyRead, far, [near, far] {
                    const QByteArray asked = near->readAll();
                    if (asked.contains("GET /cutaway/v1/stream"))
                        near->abort();
                    else
                        far->write(asked);
                });
                connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
                connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
                connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
            }
        });
        listen(QHostAddress::LocalHost);
    }
};

} // namespace cutaway::test
