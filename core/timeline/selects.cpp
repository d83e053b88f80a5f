#include "core/timeline/selects.h"

#include "core/timeline/clip_map.h"
#include "core/timeline/selects_file.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

namespace cutaway::timeline {

namespace {

Change replaceSelects(const Sequence& sequence, const Selects& kept, std::string name) {
    Sequence after = sequence;
    after.foreignMetadata = metadataWith(sequence, kept);
    return difference(sequence, after, std::move(name));
}

Error gone() {
    return {ErrorCategory::NotFound, "That select is no longer in the list.", {}};
}

bool among(const std::vector<Uuid>& ids, const Uuid& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// How many bins lie around what is in `bin`.
int depthOf(const Selects& kept, const Uuid& bin) {
    int depth = 0;
    for (const Bin* at = kept.bin(bin); at; at = kept.bin(at->parent))
        ++depth;
    return depth;
}

/// How many bins lie in one another in `bin`, itself included.
int heightOf(const Selects& kept, const Uuid& bin) {
    int height = 0;
    for (const Bin& each : kept.bins)
        if (each.parent == bin)
            height = std::max(height, heightOf(kept, each.id));
    return height + 1;
}

/// The chosen ones out of `values`, and in again before the one called `before`, else behind all.
template <class T>
void takeAndPut(std::vector<T>& values, const std::vector<Uuid>& ids, const Uuid& before,
                const std::function<void(T&)>& put) {
    std::vector<T> rest, moved;
    for (T& value : values)
        (among(ids, value.id) ? moved : rest).push_back(std::move(value));
    for (T& value : moved)
        put(value);
    const auto at = std::find_if(rest.begin(), rest.end(), [&](const T& each) { return each.id == before; });
    rest.insert(at, std::make_move_iterator(moved.begin()), std::make_move_iterator(moved.end()));
    values = std::move(rest);
}

template <class Edit>
Result<Change> editRanges(const Sequence& sequence, const std::vector<Uuid>& ids, std::string name,
                          Edit edit) {
    Selects kept = keptIn(sequence);
    bool found = false;
    for (Select& select : kept.ranges)
        if (among(ids, select.id)) {
            edit(select);
            found = true;
        }
    return found ? Result<Change>(replaceSelects(sequence, kept, std::move(name))) : gone();
}

} // namespace

const Bin* Selects::bin(const Uuid& id) const {
    const auto found = std::find_if(bins.begin(), bins.end(), [&](const Bin& b) { return b.id == id; });
    return id.isNil() || found == bins.end() ? nullptr : &*found;
}

const Select* Selects::range(const Uuid& id) const {
    const auto found =
        std::find_if(ranges.begin(), ranges.end(), [&](const Select& each) { return each.id == id; });
    return found == ranges.end() ? nullptr : &*found;
}

bool Selects::isInside(const Uuid& inner, const Uuid& outer) const {
    for (const Bin* at = bin(inner); at; at = bin(at->parent))
        if (at->id == outer)
            return true;
    return false;
}

std::vector<Select> Selects::inOrder() const {
    std::vector<Select> ordered;
    const std::function<void(const Uuid&)> walk = [&](const Uuid& place) {
        for (const Bin& each : bins)
            if (each.parent == place)
                walk(each.id);
        for (const Select& each : ranges)
            if (each.bin == place)
                ordered.push_back(each);
    };
    walk({});
    return ordered;
}

std::vector<Select> selectsOf(const Sequence& sequence) {
    return keptIn(sequence).inOrder();
}

Result<Change> addSelect(const Sequence& sequence, Select select) {
    if (select.range.in >= select.range.out)
        return Error{ErrorCategory::InvalidInput, "Mark an In and an Out first.", {}};
    if (select.id.isNil())
        select.id = Uuid::random();
    Selects kept = keptIn(sequence);
    if (!kept.bin(select.bin))
        select.bin = {};
    select.rating = std::clamp(select.rating, 0, bestRating);
    kept.ranges.push_back(std::move(select));
    return replaceSelects(sequence, kept, "Add to selects");
}

Result<Change> addSubclips(const Sequence& sequence, const std::vector<Uuid>& clips, const Uuid& bin,
                           const SourceTimings& sources) {
    Selects kept = keptIn(sequence);
    const std::size_t before = kept.ranges.size();
    std::set<Uuid> links; // a picture and its sounds are one subclip
    for (const auto& track : sequence.tracks) {
        for (const Item& item : track->items) {
            if (!item.clip || !among(clips, item.clip->id))
                continue;
            const Clip& clip = *item.clip;
            const auto source = sources.find(clip.media.sourceId);
            if (source == sources.end() || (!clip.linkGroup.isNil() && !links.insert(clip.linkGroup).second))
                continue;
            UnitRange units = sourceUnits(clip, track->rate);
            if (track->kind == TrackKind::Audio) {
                // A sample either way is what counting samples cumulatively makes of a cut between frames.
                const SourceClock& clock = source->second.clock;
                const std::int64_t slack = clock.rate == sampleRate48k ? 0 : 1;
                const std::int64_t first = clock.frameAtAbsoluteSample(units.first + slack);
                const std::int64_t last = clock.frameAtAbsoluteSample(units.end - 1 - slack);
                units = {first, std::max(first, last) + 1};
            }
            kept.ranges.push_back({Uuid::random(),
                                   clip.name.empty() ? source->second.name : clip.name,
                                   {source->second, units.first, units.end},
                                   kept.bin(bin) ? bin : Uuid(),
                                   0,
                                   {}});
        }
    }
    if (kept.ranges.size() == before)
        return Error{ErrorCategory::InvalidInput, "Select clips of the sequence first.", {}};
    return replaceSelects(sequence, kept, "Make subclips");
}

Result<Change> removeSelects(const Sequence& sequence, const std::vector<Uuid>& ids) {
    Selects kept = keptIn(sequence);
    std::set<Uuid> bins;
    for (const Bin& bin : kept.bins)
        for (const Uuid& id : ids)
            if (kept.isInside(bin.id, id))
                bins.insert(bin.id);
    std::erase_if(kept.ranges,
                  [&](const Select& each) { return among(ids, each.id) || bins.contains(each.bin); });
    std::erase_if(kept.bins, [&](const Bin& each) { return bins.contains(each.id); });
    return replaceSelects(sequence, kept, "Remove from selects");
}

Result<Change> moveSelects(const Sequence& sequence, const std::vector<Uuid>& ids, const Uuid& bin,
                           const Uuid& before) {
    Selects kept = keptIn(sequence);
    if (!bin.isNil() && !kept.bin(bin))
        return Error{ErrorCategory::NotFound, "That bin is no longer in the list.", {}};
    for (const Bin& each : kept.bins) {
        if (!among(ids, each.id))
            continue;
        if (kept.isInside(bin, each.id))
            return Error{ErrorCategory::InvalidInput, "A bin cannot be put into itself.", {}};
        if (depthOf(kept, bin) + heightOf(kept, each.id) > deepestBin)
            return Error{ErrorCategory::InvalidInput, "Bins cannot lie that deep in one another.", {}};
    }
    if (among(ids, before)) // before itself: where it is
        return Change{"Move select", {}, {}, {}, {}, {}};
    takeAndPut<Bin>(kept.bins, ids, before, [&](Bin& each) {
        // What moves along with its bin stays in it.
        if (!among(ids, each.parent))
            each.parent = bin;
    });
    takeAndPut<Select>(kept.ranges, ids, before, [&](Select& each) {
        if (!among(ids, each.bin))
            each.bin = bin;
    });
    return replaceSelects(sequence, kept, "Move select");
}

Result<Change> addBin(const Sequence& sequence, Bin bin) {
    if (bin.name.empty())
        return Error{ErrorCategory::InvalidInput, "Give the bin a name.", {}};
    Selects kept = keptIn(sequence);
    if (!kept.bin(bin.parent))
        bin.parent = {};
    if (depthOf(kept, bin.parent) + 1 > deepestBin)
        return Error{ErrorCategory::InvalidInput, "Bins cannot lie that deep in one another.", {}};
    if (bin.id.isNil())
        bin.id = Uuid::random();
    kept.bins.push_back(std::move(bin));
    return replaceSelects(sequence, kept, "New bin");
}

Result<Change> renameSelect(const Sequence& sequence, const Uuid& id, std::string name) {
    if (name.empty())
        return Error{ErrorCategory::InvalidInput, "A name has at least one character.", {}};
    Selects kept = keptIn(sequence);
    for (Bin& bin : kept.bins)
        if (bin.id == id) {
            bin.name = std::move(name);
            return replaceSelects(sequence, kept, "Rename bin");
        }
    return editRanges(sequence, {id}, "Rename select", [&](Select& select) { select.name = name; });
}

Result<Change> rateSelects(const Sequence& sequence, const std::vector<Uuid>& ids, int rating) {
    if (rating < 0 || rating > bestRating)
        return Error{ErrorCategory::InvalidInput, "A rating is a number from 0 to 5.", {}};
    return editRanges(sequence, ids, "Rate select", [&](Select& select) { select.rating = rating; });
}

Result<Change> noteSelects(const Sequence& sequence, const std::vector<Uuid>& ids, std::string note) {
    return editRanges(sequence, ids, "Note on select", [&](Select& select) { select.note = note; });
}

} // namespace cutaway::timeline
