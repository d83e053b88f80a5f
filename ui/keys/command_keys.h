#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace cutaway::ui {

struct Command;
class KeyField;
class KeymapEditor;
class StateBar;

/// The keys of one command, to be changed: each can be taken away, others added by pressing them, and a key
/// that another command has is given only after it was said who loses it.
class CommandKeys : public QFrame {
    Q_OBJECT

public:
    explicit CommandKeys(KeymapEditor& editor, QWidget* parent = nullptr);

    void setCommand(const Command* command); ///< null: none
    const Command* command() const { return m_command; }
    /// Waits for the new key.
    void beginAdding();
    /// As if the new key had been pressed: it is given, refused in words, or its holders are named.
    void offer(const QString& chord);
    void removeLast();
    void reset();
    /// Drops a question or the waiting; false when there was neither.
    bool giveUp();

Q_SIGNALS:
    /// The keyboard has nothing more to do here.
    void finished();

private:
    void refresh();
    void ask(const QString& sentence, const QString& yes, std::function<void()> run);
    void give(const QString& chord);
    void remove(const QString& chord);
    QWidget* capFor(const QString& chord);
    QWidget* lostCapFor(const QString& chord, const Command& keeper);

    KeymapEditor& m_editor;
    const Command* m_command = nullptr;
    QLabel* m_name;
    QLabel* m_description;
    QHBoxLayout* m_caps;
    KeyField* m_field;
    QPushButton* m_add;
    QPushButton* m_reset;
    StateBar* m_question;
};

} // namespace cutaway::ui
