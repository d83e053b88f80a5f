#pragma once

#include "core/catalogue/types.h"

#include <QObject>
#include <QString>

#include <optional>
#include <set>
#include <vector>

namespace cutaway::ui {

/// Which part of the event the tree has chosen; empty fields choose everything.
struct BrowseScope {
    std::string day;
    std::string discipline;
    std::string eventName;
    bool liveOnly = false;
    bool selectedOnly = false; ///< of which something is in the selects
    bool operator==(const BrowseScope&) const = default;
};

struct BrowseFilter {
    QString text;
    bool withPictures = true;
    bool live = false;
    bool medals = false;
    bool finished = false;
    BrowseScope scope;
    bool operator==(const BrowseFilter&) const = default;
};

/// One card: a unit, or a unit found by a mark.
struct BrowseHit {
    catalogue::Unit unit;
    std::optional<catalogue::Mark> mark;
    bool operator==(const BrowseHit&) const = default;
};

/// What Browse shows: the units of the event, the filter, and what is left of the one by the other. Words are
/// matched by prefix, all of them, at once over what is here; the cloud's answer, which also knows marks,
/// replaces it when it comes. No I/O.
class BrowseModel : public QObject {
    Q_OBJECT

public:
    explicit BrowseModel(QObject* parent = nullptr);

    void setUnits(std::vector<catalogue::Unit> units);
    void updateUnit(const catalogue::Unit& unit); ///< adds it when it is new
    const std::vector<catalogue::Unit>& units() const { return m_units; }
    const catalogue::Unit* unit(const Uuid& id) const;

    /// Angles of which a part is in the selects of the cut that is open.
    void setSelected(std::set<Uuid> sources);
    bool isSelected(const catalogue::Unit& unit) const;

    void setFilter(const BrowseFilter& filter);
    const BrowseFilter& filter() const { return m_filter; }
    /// The cloud's answer for `text`; ignored when the user has typed on.
    void setFound(const QString& text, bool withPictures, const catalogue::SearchResult& found);

    const std::vector<BrowseHit>& hits() const { return m_hits; }
    /// How many there would be without "with pictures".
    std::size_t hitsWithoutPictures() const { return m_withoutPictures; }

    /// What a first look opens: a finished medal event with the most angles, else whatever plays.
    const catalogue::Unit* opening() const;
    /// Where its action begins: the first gun, or else the first mark. None when nothing was marked.
    static std::optional<Timestamp> actionStart(const std::vector<catalogue::Mark>& marks);

    static bool matches(const catalogue::Unit& unit, const QString& text);

Q_SIGNALS:
    void unitsChanged();
    void hitsChanged();

private:
    bool passes(const catalogue::Unit& unit, bool withPictures) const;
    void refresh();

    std::vector<catalogue::Unit> m_units;
    BrowseFilter m_filter;
    std::set<Uuid> m_selected;
    std::optional<catalogue::SearchResult> m_found; ///< for m_filter's text
    std::vector<BrowseHit> m_hits;
    std::size_t m_withoutPictures = 0;
};

} // namespace cutaway::ui
