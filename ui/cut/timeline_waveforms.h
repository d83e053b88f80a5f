#pragma once

#include "ui/session/cloud_session.h"
#include "ui/timeline/media_providers.h"

#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace cutaway::ui {

/// Shapes of sounds, read from their proxies ten seconds at a time, one stretch after the other, and kept
/// while the window is open. GUI thread; the reading is done by the session's tasks.
class TimelineWaveforms : public QObject, public WaveformProvider {
    Q_OBJECT

public:
    explicit TimelineWaveforms(CloudSession& session, QObject* parent = nullptr);
    ~TimelineWaveforms() override;
    bool peaks(const Uuid& source, int member, std::int64_t firstSample, std::int64_t samplesPerPeak,
               std::span<Peak> peaks) override;
    void onArrived(std::function<void()> callback) override { m_arrived = std::move(callback); }

private:
    struct Key {
        Uuid source;
        int member = 1;
        std::int64_t stretch = 0; ///< number of the ten seconds, from absolute sample 0
        auto operator<=>(const Key&) const = default;
    };
    struct Reader; ///< shared with the task under way
    using Stretch = std::vector<Peak>;

    const Stretch* stretch(const Key& key);
    void readNext();
    void reset();

    CloudSession& m_session;
    std::shared_ptr<Reader> m_reader;
    std::map<Key, Stretch> m_stretches; ///< empty ones are being waited for, or could not be read
    std::deque<Key> m_wanted;
    bool m_reading = false;
    std::function<void()> m_arrived;
};

} // namespace cutaway::ui
