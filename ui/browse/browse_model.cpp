#include "ui/browse/browse_model.h"

#include "ui/browse/unit_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace cutaway::ui {

namespace {

QStringList wordsOf(const QString& text) {
    static const QRegularExpression gap(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return text.toCaseFolded().split(gap, Qt::SkipEmptyParts);
}

auto orderOf(const catalogue::Unit& unit) {
    return std::tuple(unit.day, unit.start, unit.order, unit.rsc);
}

} // namespace

BrowseModel::BrowseModel(QObject* parent)
    : QObject(parent) {}

void BrowseModel::setUnits(std::vector<catalogue::Unit> units) {
    std::stable_sort(units.begin(), units.end(),
                     [](const auto& a, const auto& b) { return orderOf(a) < orderOf(b); });
    if (units == m_units)
        return;
    m_units = std::move(units);
    refresh();
    Q_EMIT unitsChanged();
}

void BrowseModel::updateUnit(const catalogue::Unit& unit) {
    const auto found =
        std::find_if(m_units.begin(), m_units.end(), [&](const auto& known) { return known.id == unit.id; });
    if (found == m_units.end()) {
        auto units = m_units;
        units.push_back(unit);
        setUnits(std::move(units));
        return;
    }
    if (*found == unit)
        return;
    *found = unit;
    refresh();
    Q_EMIT unitsChanged();
}

const catalogue::Unit* BrowseModel::unit(const Uuid& id) const {
    for (const auto& unit : m_units)
        if (unit.id == id)
            return &unit;
    return nullptr;
}

bool BrowseModel::matches(const catalogue::Unit& unit, const QString& text) {
    QStringList have;
    for (const std::string& field : {unit.name, unit.disciplineName, unit.eventName, unit.phaseName,
                                     unit.unitName, unit.venue, unit.rsc})
        have << wordsOf(QString::fromStdString(field));
    for (const auto& competitor : unit.competitors)
        have << wordsOf(QString::fromStdString(competitor.name))
             << wordsOf(QString::fromStdString(competitor.organisation));
    const QStringList wanted = wordsOf(text);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) {
        return std::any_of(have.begin(), have.end(),
                           [&](const QString& own) { return own.startsWith(word); });
    });
}

bool BrowseModel::passes(const catalogue::Unit& unit, bool withPictures) const {
    const auto& scope = m_filter.scope;
    return (!withPictures || unit.hasPictures()) && (!m_filter.live || isLive(unit)) &&
           (!m_filter.medals || unit.medal != 0) && (!m_filter.finished || isFinished(unit)) &&
           (!scope.liveOnly || isLive(unit)) && (!scope.selectedOnly || isSelected(unit)) &&
           (scope.day.empty() || scope.day == unit.day) &&
           (scope.discipline.empty() || scope.discipline == unit.discipline) &&
           (scope.eventName.empty() || scope.eventName == unit.eventName);
}

void BrowseModel::setSelected(std::set<Uuid> sources) {
    if (sources == m_selected)
        return;
    m_selected = std::move(sources);
    refresh();
    Q_EMIT unitsChanged();
}

bool BrowseModel::isSelected(const catalogue::Unit& unit) const {
    return std::any_of(unit.angles.begin(), unit.angles.end(),
                       [this](const auto& angle) { return m_selected.contains(angle.sourceId); });
}

void BrowseModel::setFilter(const BrowseFilter& filter) {
    if (filter == m_filter)
        return;
    if (filter.text != m_filter.text || filter.withPictures != m_filter.withPictures)
        m_found.reset();
    m_filter = filter;
    refresh();
}

void BrowseModel::setFound(const QString& text, bool withPictures, const catalogue::SearchResult& found) {
    if (text != m_filter.text || withPictures != m_filter.withPictures || text.trimmed().isEmpty())
        return;
    m_found = found;
    refresh();
}

void BrowseModel::refresh() {
    std::vector<BrowseHit> hits;
    m_withoutPictures = 0;
    const bool searching = !m_filter.text.trimmed().isEmpty();
    for (const auto& unit : m_units) {
        if (searching && !matches(unit, m_filter.text))
            continue;
        m_withoutPictures += passes(unit, false);
        if (passes(unit, m_filter.withPictures))
            hits.push_back({unit, std::nullopt});
    }
    if (m_found)
        for (const auto& hit : m_found->hits)
            if (hit.mark && passes(hit.unit, m_filter.withPictures)) {
                // What is here is fresher than what the search remembered.
                const catalogue::Unit* known = unit(hit.unit.id);
                hits.push_back({known ? *known : hit.unit, hit.mark});
            }
    if (hits == m_hits)
        return;
    m_hits = std::move(hits);
    Q_EMIT hitsChanged();
}

const catalogue::Unit* BrowseModel::opening() const {
    const catalogue::Unit* best = nullptr;
    const auto rank = [](const catalogue::Unit& unit) {
        const auto ready = std::count_if(unit.angles.begin(), unit.angles.end(), [](const auto& angle) {
            return angle.state == catalogue::AngleState::Ready;
        });
        return std::tuple(ready > 0, unit.hasPictures(), unit.medal != 0, ready);
    };
    for (const auto& unit : m_units)
        if (unit.hasPictures() && (!best || rank(unit) > rank(*best)))
            best = &unit;
    return best;
}

std::optional<Timestamp> BrowseModel::actionStart(const std::vector<catalogue::Mark>& marks) {
    std::optional<Timestamp> first;
    bool firstIsGun = false;
    for (const auto& mark : marks) {
        const bool gun = mark.kind == "gun";
        if (!first || (gun && !firstIsGun) || (gun == firstIsGun && mark.time < *first)) {
            first = mark.time;
            firstIsGun = gun;
        }
    }
    return first;
}

} // namespace cutaway::ui
