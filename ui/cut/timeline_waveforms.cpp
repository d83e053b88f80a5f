#include "ui/cut/timeline_waveforms.h"

#include "core/media/waveform.h"
#include "core/playback/object_cache.h"
#include "core/playback/sound_loader.h"

#include <algorithm>

namespace cutaway::ui {

namespace {
constexpr std::int64_t samplesPerStretch = 480'000;
constexpr std::int64_t samplesPerPeak = 120;
constexpr std::size_t mostStretches = 2000; ///< about five hours of one sound, 32 MB
constexpr std::size_t objectBytes = std::size_t(8) << 20;
} // namespace

struct TimelineWaveforms::Reader {
    explicit Reader(std::shared_ptr<playback::MediaAccess> media)
        : access(std::move(media))
        , objects(*access, objectBytes)
        , sounds(*access, objects) {}

    std::shared_ptr<playback::MediaAccess> access;
    playback::ObjectCache objects;
    playback::SoundLoader sounds;
};

TimelineWaveforms::TimelineWaveforms(CloudSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &CloudSession::opened, this, &TimelineWaveforms::reset);
    // What had not come yet when it was asked for may be there now.
    connect(&session, &CloudSession::sourceGrew, this, [this](const Uuid& source) {
        std::erase_if(m_stretches, [&](const auto& entry) {
            return entry.first.source == source && entry.second.empty();
        });
    });
    reset();
}

TimelineWaveforms::~TimelineWaveforms() = default;

void TimelineWaveforms::reset() {
    m_stretches.clear();
    m_wanted.clear();
    m_reader = m_session.media() ? std::make_shared<Reader>(m_session.media()) : nullptr;
    m_reading = false;
    if (m_arrived)
        m_arrived();
}

bool TimelineWaveforms::peaks(const Uuid& source, int member, std::int64_t firstSample,
                              std::int64_t samplesPerPixel, std::span<Peak> peaks) {
    bool any = false;
    std::int64_t shown = -1;
    const Stretch* stretchOf = nullptr;
    for (std::size_t i = 0; i < peaks.size(); ++i) {
        const std::int64_t from = firstSample + static_cast<std::int64_t>(i) * samplesPerPixel;
        const std::int64_t number = mulDivFloor(from, 1, samplesPerStretch);
        if (number != shown) {
            shown = number;
            stretchOf = stretch({source, member, number});
        }
        if (!stretchOf || stretchOf->empty())
            continue;
        any = true;
        const std::int64_t offset = from - number * samplesPerStretch;
        const auto first = static_cast<std::size_t>(offset / samplesPerPeak);
        const auto last = static_cast<std::size_t>((offset + std::max<std::int64_t>(samplesPerPixel, 1) - 1) /
                                                   samplesPerPeak);
        for (std::size_t p = first; p <= last && p < stretchOf->size(); ++p) {
            const Peak& peak = (*stretchOf)[p];
            peaks[i].lowest = std::min(peaks[i].lowest, peak.lowest);
            peaks[i].highest = std::max(peaks[i].highest, peak.highest);
        }
    }
    return any;
}

const TimelineWaveforms::Stretch* TimelineWaveforms::stretch(const Key& key) {
    if (key.stretch < 0 || !m_reader)
        return nullptr;
    if (m_stretches.size() > mostStretches)
        m_stretches.clear();
    const auto [entry, isNew] = m_stretches.try_emplace(key);
    if (isNew) {
        m_wanted.push_back(key);
        readNext();
    }
    return &entry->second;
}

void TimelineWaveforms::readNext() {
    if (m_reading || m_wanted.empty() || !m_reader)
        return;
    const Key key = m_wanted.front();
    m_wanted.pop_front();
    m_reading = true;
    m_session.tasks().run(
        this,
        [reader = m_reader, key](std::stop_token stop) -> Result<Stretch> {
            CUTAWAY_TRY(const media::AudioBlock block,
                        reader->sounds.read(key.source, key.member, key.stretch * samplesPerStretch,
                                            samplesPerStretch, stop));
            Stretch stretch;
            for (const media::Peak& peak : media::peaks(block, samplesPerPeak))
                stretch.push_back({peak.low, peak.high});
            return stretch;
        },
        [this, reader = m_reader, key](Result<Stretch> stretch) {
            if (reader != m_reader)
                return; // of another cloud
            m_reading = false;
            if (stretch)
                m_stretches[key] = std::move(*stretch);
            if (m_arrived)
                m_arrived();
            readNext();
        });
}

} // namespace cutaway::ui
