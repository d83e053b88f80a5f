#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <functional>

class QLabel;
class QHBoxLayout;

namespace cutaway::ui {

/// What stands where there is nothing to show: a drawing, what happened, what to do, and buttons that do it.
/// For empty places and for failures alike; it takes the place of what it concerns.
class StatePanel : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Empty, Busy, Warning, Error };
    struct Button {
        QString text;
        bool primary = false;
        std::function<void()> run;
    };

    explicit StatePanel(QWidget* parent = nullptr);
    /// `icon` empty: the kind's own.
    void present(Kind kind, const QString& title, const QString& sentence, const QList<Button>& buttons = {},
                 const QString& icon = {});

    /// What it stands on; the panel's own colour at first.
    void setGround(theme::Token token);
    QString title() const;
    QString sentence() const;

private:
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
};

/// The same in one line of 32 px over a panel that still works: an icon, a sentence, buttons. It stands in a
/// layout, or over a widget that keeps its place.
class StateBar : public QWidget {
    Q_OBJECT

public:
    explicit StateBar(QWidget* parent = nullptr);
    /// `icon` empty: the kind's own.
    void present(StatePanel::Kind kind, const QString& sentence,
                 const QList<StatePanel::Button>& buttons = {}, const QString& icon = {});
    QString sentence() const;
    /// Over the upper edge of `host`, which becomes its parent, instead of in a layout.
    void floatOver(QWidget* host);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QLabel* m_icon;
    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
    QWidget* m_host = nullptr;
};

} // namespace cutaway::ui
