#pragma once

#include "ui/browse/browse_model.h"
#include "ui/browse/catalogue_loader.h"
#include "ui/session/thumbnail_store.h"
#include "ui/viewer/source_viewer.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace cutaway::ui {

class ActionSet;
class CardModel;
class CardView;
class Chip;
class DayStrip;
class FactsPanel;
class ScopeTree;
class Splitter;
class StateBar;
class StatePanel;

/// Browse: where to look on the left, what there is in the middle, a picture that plays on the right.
class BrowsePage : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        CloudSession& session;
        ThumbnailStore& thumbnails;
        ActionSet& actions;
        playback::AudioOutput* audio = nullptr;
        QString cacheFolder; ///< for the saved catalogue; empty: none
    };
    explicit BrowsePage(const Parts& parts, QWidget* parent = nullptr);

    BrowseModel& model() { return m_model; }
    SourceViewer& viewer() { return *m_viewer; }
    CatalogueLoader& loader() { return *m_loader; }
    CardView& cards() { return *m_cards; }

    void choose(const BrowseHit& hit);
    void focusSearch();
    /// Binds the commands that it answers to while it is in front.
    void takeKeys();

Q_SIGNALS:
    void selectWanted(const cutaway::catalogue::Unit& unit, const cutaway::timeline::MarkedRange& range);
    void openInCut(const cutaway::catalogue::Unit& unit, int angle, qint64 absoluteFrame);
    void status(const QString& sentence);
    void firstPicture(); ///< something can be seen and played

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeMiddle(const Parts& parts);
    QWidget* makeChips();
    QWidget* makePreview(const Parts& parts);
    void updateFilter();
    void showHits();
    void showLoaderState();
    void openFirst();
    void parkBeforeAction();
    void showMarks();
    void openCurrentInCut();
    void addSelect();
    void clearMark(bool in);

    CloudSession& m_session;
    ActionSet& m_actions;
    BrowseModel m_model;
    CatalogueLoader* m_loader;
    ScopeTree* m_tree = nullptr;
    QLineEdit* m_search = nullptr;
    Chip* m_withPictures = nullptr;
    Chip* m_live = nullptr;
    Chip* m_medals = nullptr;
    Chip* m_finished = nullptr;
    QLabel* m_count = nullptr;
    DayStrip* m_days = nullptr;
    CardModel* m_cardModel = nullptr;
    CardView* m_cards = nullptr;
    QStackedWidget* m_stack = nullptr;
    StatePanel* m_empty = nullptr;
    StateBar* m_away = nullptr;
    SourceViewer* m_viewer = nullptr;
    FactsPanel* m_facts = nullptr;
    Splitter* m_splitter = nullptr;
    Splitter* m_preview = nullptr;
    bool m_park = false; ///< the unit just opened waits for its marks
};

} // namespace cutaway::ui
