#pragma once

#include <QSplitter>

namespace cutaway::ui {

/// Property of a child of a Splitter that was put away by itself: it stays hidden when the others come back.
inline constexpr char putAwayProperty[] = "putAway";

/// Property of a widget beside the panels (a bar, a meter): away while a panel fills the window.
inline constexpr char besidePanelsProperty[] = "besidePanels";

/// A splitter that remembers where it was left, under `key` in the settings, and can go back to its first
/// sizes. A panel can fill it alone and return.
class Splitter : public QSplitter {
    Q_OBJECT

public:
    Splitter(Qt::Orientation orientation, const QString& key, const QList<int>& firstSizes,
             QWidget* parent = nullptr);

    void restore(); ///< after the children are in: the remembered sizes, else the first ones
    /// Another set of sizes, remembered by itself, such as those of a narrow window. Empty name: the usual
    /// one.
    void setVariant(const QString& name, const QList<int>& firstSizes);
    void resetLayout(); ///< the first sizes, and forgets the remembered ones
    /// Shows only the child that holds `panel`; null shows all again.
    void maximise(const QWidget* panel);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QString settingsKey() const;

    QString m_key;
    QString m_variant;
    QList<int> m_first;
    QList<int> m_before; ///< sizes before a panel was maximised
    bool m_shown = false;
};

/// All splitters below `root`: for View > Reset layout and maximising.
void resetLayouts(QWidget* root);
void maximisePanel(QWidget* root, const QWidget* panel);
/// The panel between the handles of a Splitter that holds `widget`; null: it is in none.
const QWidget* panelHolding(const QWidget* widget);

} // namespace cutaway::ui
