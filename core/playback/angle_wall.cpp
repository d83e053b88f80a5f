#include "core/playback/angle_wall.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::playback {

namespace {

constexpr std::size_t usualPictureBytes = std::size_t{480} * 270 * 3; // 270p in 10 bit
constexpr std::int64_t mostAhead = 50;                                // 1 s at 50p
constexpr std::int64_t leastAhead = 4;
constexpr std::int64_t standInReach = 250; // frames: nearer than this it still tells where one is
constexpr std::size_t idleDecoders = 12;   // nine angles, and some of the next second
constexpr int fastSpeed = 4;               // from here on a picture now and then is enough
constexpr std::int64_t sparseFrames = 50;  // between two of them
constexpr std::int64_t sparseAhead = 3;

bool isFast(const Speed& speed) {
    return std::abs(speed.num) >= fastSpeed * speed.den;
}

/// Lead frames from one picture that the lead shows to the next.
std::int64_t strideOf(const Speed& speed) {
    return speed.den == 1 ? speed.num : (speed.num < 0 ? -1 : 1);
}

std::optional<std::int64_t> frameOf(const WallAngle& angle, const WallLead& lead, std::int64_t leadFrame) {
    const std::int64_t frame = angle.clock.unitAt(lead.clock.timeOf(leadFrame));
    return frame >= angle.first && frame < angle.end ? std::optional(frame) : std::nullopt;
}

} // namespace

AngleWall::AngleWall(std::shared_ptr<MediaAccess> access, std::function<void()> onArrival,
                     const Options& options)
    : m_options(options)
    , m_access(std::move(access))
    , m_pictureBytes(usualPictureBytes)
    , m_store(options.frameBytes)
    , m_objects(*m_access, options.objectBytes)
    , m_loader(*m_access, m_objects, m_store, std::move(onArrival), {options.loaderThreads, idleDecoders}) {}

void AngleWall::setAngles(std::vector<WallAngle> angles) {
    std::vector<Row> rows;
    for (WallAngle& angle : angles) {
        const auto same = std::find_if(m_rows.begin(), m_rows.end(),
                                       [&](const Row& row) { return row.angle.source == angle.source; });
        rows.push_back({std::move(angle), same == m_rows.end() ? std::nullopt : same->askedTo});
    }
    m_rows = std::move(rows);
}

void AngleWall::rest() {
    m_lead.reset();
    m_loader.clear();
}

std::vector<WallTile> AngleWall::follow(const WallLead& lead) {
    if (!continues(lead))
        for (Row& row : m_rows)
            row.askedTo.reset();
    m_lead = lead;
    std::vector<WallTile> tiles;
    Wants missing;
    for (const Row& row : m_rows) {
        tiles.push_back(look(row.angle, lead));
        if (!tiles.back().exact)
            add(missing, row.angle, lead, lead.frame);
    }
    if (lead.speed.paused()) {
        m_loader.wantAhead(missing.empty() ? around(lead) : Wants{});
        m_loader.wantNow(std::move(missing));
    } else {
        m_loader.wantNow({}); // it would come too late: what is next is of more use
        m_loader.wantAhead(isFast(lead.speed) ? sparse(lead) : ahead(lead));
    }
    return tiles;
}

/// The lead has only gone on as it was going.
bool AngleWall::continues(const WallLead& lead) const {
    if (!m_lead || m_lead->clock != lead.clock || m_lead->speed != lead.speed || lead.speed.paused())
        return false;
    const std::int64_t gone = lead.frame - m_lead->frame;
    return gone == 0 ||
           ((gone > 0) == (lead.speed.num > 0) && std::abs(gone) <= reach() * std::abs(strideOf(lead.speed)));
}

WallTile AngleWall::look(const WallAngle& angle, const WallLead& lead) {
    WallTile tile;
    const auto frame = frameOf(angle, lead, lead.frame);
    tile.outside = !frame;
    if (!frame)
        return tile;
    tile.frame = *frame;
    const FrameKey key{angle.source, *frame};
    auto stored = m_store.get(key);
    tile.exact = stored.has_value();
    if (!stored) {
        tile.error = m_store.error(key, false);
        stored = m_store.nearest(key, standInReach);
    }
    if (stored) {
        m_pictureBytes = std::max(m_pictureBytes, stored->picture->bytes());
        tile.picture = std::move(stored->picture);
        tile.rungHeight = stored->rungHeight;
    }
    return tile;
}

bool AngleWall::holds(const WallAngle& angle, const WallLead& lead, std::int64_t leadFrame) const {
    const auto frame = frameOf(angle, lead, leadFrame);
    return !frame || m_store.holds({angle.source, *frame});
}

void AngleWall::add(Wants& wants, const WallAngle& angle, const WallLead& lead, std::int64_t leadFrame) {
    if (const auto frame = frameOf(angle, lead, leadFrame))
        wants.push_back({{angle.source, *frame}, Quality::Quick});
}

/// How many pictures of each angle may be ahead, so that all of them have room until they are shown.
std::int64_t AngleWall::reach() const {
    const std::size_t each = m_store.room() / 4 * 3 / std::max<std::size_t>(m_rows.size(), 1);
    return std::clamp(static_cast<std::int64_t>(each / m_pictureBytes), leastAhead, mostAhead);
}

/// At rest: what the hand may want next, in either direction.
AngleWall::Wants AngleWall::around(const WallLead& lead) const {
    Wants wants;
    for (const Row& row : m_rows)
        for (std::int64_t i = 1; i <= reach() / 2; ++i)
            add(wants, row.angle, lead, lead.frame + i);
    for (const Row& row : m_rows)
        for (std::int64_t i = 1; i <= reach() / 4; ++i)
            add(wants, row.angle, lead, lead.frame - i);
    return wants;
}

/// Playing: the angle that has the fewest pictures ahead first.
AngleWall::Wants AngleWall::ahead(const WallLead& lead) {
    const std::int64_t stride = strideOf(lead.speed);
    const std::int64_t most = reach();
    std::vector<std::pair<std::int64_t, Row*>> needs; // pictures in a row from now on
    for (Row& row : m_rows) {
        std::int64_t there = 0;
        std::vector<FrameKey> held;
        for (; there < most && holds(row.angle, lead, lead.frame + there * stride); ++there)
            if (const auto frame = frameOf(row.angle, lead, lead.frame + there * stride))
                held.push_back({row.angle.source, *frame});
        m_store.expect(held);
        const std::int64_t next = lead.frame + there * stride; // the first that is missing
        if (row.askedTo && (next - *row.askedTo) * stride > 0)
            row.askedTo.reset();
        if (!row.askedTo && there <= most / 2)
            row.askedTo = lead.frame + most * stride;
        if (row.askedTo)
            needs.emplace_back(there, &row);
    }
    std::stable_sort(needs.begin(), needs.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Wants wants;
    for (const auto& [there, row] : needs)
        for (std::int64_t at = lead.frame + there * stride; (at - *row->askedTo) * stride <= 0; at += stride)
            add(wants, row->angle, lead, at);
    return wants;
}

/// Fast: a picture of every angle now and then, at instants that stay the same while the lead comes up to
/// them, one instant after the other.
AngleWall::Wants AngleWall::sparse(const WallLead& lead) const {
    const std::int64_t direction = lead.speed.num < 0 ? -1 : 1;
    const std::int64_t here = lead.frame / sparseFrames;
    Wants wants;
    for (std::int64_t k = direction > 0 ? 1 : 0; k < sparseAhead; ++k)
        for (const Row& row : m_rows)
            add(wants, row.angle, lead, (here + direction * k) * sparseFrames);
    return wants;
}

} // namespace cutaway::playback
