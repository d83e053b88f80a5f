#pragma once

#include <QLineEdit>

namespace cutaway::ui {

/// A field that takes the next key instead of text. Tab goes on to the next control, Escape gives up.
class KeyField : public QLineEdit {
    Q_OBJECT

public:
    explicit KeyField(QWidget* parent = nullptr);

    void setChord(const QString& chord); ///< shown; empty: the placeholder
    QString chord() const { return m_chord; }

Q_SIGNALS:
    void chordPressed(const QString& chord);
    void givenUp();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    void press(const QString& chord);

    QString m_chord;
};

} // namespace cutaway::ui
