#include "core/playback/rung_facts.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::size_t mostSources = 256;
constexpr std::size_t mostObjects = 16;
constexpr std::int64_t mostFrames = 500; ///< then the older half counts no more

} // namespace

void RungFacts::describe(const Uuid& key, const PlayableSource& source) {
    const std::lock_guard lock(m_mutex);
    if (m_facts.size() >= mostSources && !m_facts.contains(key))
        m_facts.clear();
    Facts& facts = m_facts[key];
    facts.hasSmall = source.rungs.size() > 1;
    facts.rate = source.clock.rate;
    facts.described = source.rungs.empty() ? 0 : source.rungs.front().bitRate;
}

void RungFacts::learn(const Uuid& key, bool full, const ObjectSpan& span, std::int64_t frames,
                      std::int64_t bytes) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_facts.find(key);
    if (found == m_facts.end())
        return;
    Facts& facts = found->second;
    const std::pair object{span.firstUnit, span.firstUnit + span.count};
    const bool known = std::find(facts.objects.begin(), facts.objects.end(), object) != facts.objects.end();
    if (!known) {
        facts.objects.push_back(object);
        if (facts.objects.size() > mostObjects)
            facts.objects.pop_front();
    }
    if (!full || frames <= 0 || bytes <= 0 || (known && facts.bytes > 0))
        return;
    facts.bytes += bytes;
    facts.frames += frames;
    if (facts.frames > mostFrames) {
        facts.bytes /= 2;
        facts.frames /= 2;
    }
}

bool RungFacts::hasSmall(const Uuid& key) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_facts.find(key);
    return found != m_facts.end() && found->second.hasSmall;
}

std::int64_t RungFacts::fullBits(const Uuid& key) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_facts.find(key);
    if (found == m_facts.end())
        return 0;
    const Facts& facts = found->second;
    if (facts.frames <= 0)
        return facts.described;
    return mulDivFloor(facts.bytes * 8, facts.rate.num, facts.rate.den * facts.frames);
}

std::optional<std::int64_t> RungFacts::objectEnd(const Uuid& key, std::int64_t frame) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_facts.find(key);
    if (found == m_facts.end())
        return std::nullopt;
    for (auto object = found->second.objects.rbegin(); object != found->second.objects.rend(); ++object)
        if (object->first <= frame && frame < object->second)
            return object->second;
    return std::nullopt;
}

} // namespace cutaway::playback
