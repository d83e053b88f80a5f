#pragma once

#include "ui/session/cloud_session.h"
#include "ui/timeline/media_providers.h"

#include "core/playback/waveform_store.h"

#include <atomic>
#include <memory>
#include <vector>

namespace cutaway::ui {

/// The timeline's waveforms: those of the playback's store, for as long as its cloud is in use. GUI thread.
class TimelineWaveforms : public QObject, public WaveformProvider {
    Q_OBJECT

public:
    explicit TimelineWaveforms(CloudSession& session, QObject* parent = nullptr);
    ~TimelineWaveforms() override;
    bool peaks(const Uuid& source, int member, std::int64_t firstSample, std::int64_t samplesPerPeak,
               std::span<Peak> peaks) override;
    void onArrived(std::function<void()> callback) override { m_arrived = std::move(callback); }

private:
    void reset();
    void tellArrival(); ///< on the store's thread

    CloudSession& m_session;
    std::function<void()> m_arrived;
    std::vector<media::Peak> m_read;    ///< kept between calls: peaks() runs for every clip of every paint
    std::atomic<bool> m_telling{false}; ///< one wake-up of the GUI thread is under way
    std::unique_ptr<playback::WaveformStore> m_store; ///< last: its thread ends before what it calls
};

} // namespace cutaway::ui
