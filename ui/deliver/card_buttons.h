#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace cutaway::ui {

/// The row of buttons under a card, made anew when what can be done changes. Hidden while it has none.
class CardButtons : public QWidget {
    Q_OBJECT

public:
    explicit CardButtons(QWidget* parent);

    void clear();
    void add(const QString& text, const QString& tip, std::function<void()> run);
    void finish(); ///< after the last one

private:
    QHBoxLayout* m_row;
};

} // namespace cutaway::ui
