#pragma once

#include "ui/keys/keyboard.h"

#include <QWidget>

namespace cutaway::ui {

/// What every key does. The modifiers drawn are held and let go with the mouse; a key shows who has it. All
/// of it stands in the list of keys too, which is the keyboard's way to it.
class KeyboardView : public QWidget {
    Q_OBJECT

public:
    explicit KeyboardView(QWidget* parent = nullptr);

    void setKeymap(const UserKeymap& map);
    void
    setCommand(const Command* command); ///< its keys are marked, with the modifiers of the first; null: none
    void setHeld(Qt::KeyboardModifiers held);
    Qt::KeyboardModifiers held() const { return m_held; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chordChosen(const QString& chord);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    const KeyboardKey* keyAt(const QPointF& at) const;
    QString tipOf(const KeyboardKey& key) const;

    UserKeymap m_map;
    QHash<QString, QList<const Command*>> m_commands;
    const Command* m_command = nullptr;
    Qt::KeyboardModifiers m_held;
};

} // namespace cutaway::ui
