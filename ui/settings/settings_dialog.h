#pragma once

#include <QDialog>

namespace cutaway::ui {

class ActionSet;

/// Keys, text size and picture. What is chosen is kept and takes effect at once where it can.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(ActionSet& actions, QWidget* parent = nullptr);
};

} // namespace cutaway::ui
