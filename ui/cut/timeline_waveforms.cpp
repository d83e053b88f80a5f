#include "ui/cut/timeline_waveforms.h"

namespace cutaway::ui {

TimelineWaveforms::TimelineWaveforms(CloudSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &CloudSession::opened, this, &TimelineWaveforms::reset);
    // What had not come yet when it was asked for may be there now.
    connect(&session, &CloudSession::sourceGrew, this, [this] {
        if (m_store)
            m_store->retry();
        if (m_arrived)
            m_arrived();
    });
    reset();
}

TimelineWaveforms::~TimelineWaveforms() = default;

void TimelineWaveforms::reset() {
    m_store.reset();
    if (m_session.media())
        m_store = std::make_unique<playback::WaveformStore>(m_session.media(),
                                                            [this](const Uuid&) { tellArrival(); });
    if (m_arrived)
        m_arrived();
}

void TimelineWaveforms::tellArrival() {
    if (m_telling.exchange(true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_telling = false;
            if (m_arrived)
                m_arrived();
        },
        Qt::QueuedConnection);
}

bool TimelineWaveforms::peaks(const Uuid& source, int member, std::int64_t firstSample,
                              std::int64_t samplesPerPeak, std::span<Peak> peaks) {
    if (!m_store)
        return false;
    m_read.resize(peaks.size());
    const std::size_t known = m_store->peaks(source, member, firstSample, samplesPerPeak, m_read);
    for (std::size_t i = 0; i < peaks.size(); ++i)
        peaks[i] = {m_read[i].low, m_read[i].high};
    return known > 0;
}

} // namespace cutaway::ui
