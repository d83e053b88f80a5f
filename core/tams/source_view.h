#pragma once

#include "core/tams/client.h"
#include "core/time/source_clock.h"
#include "core/time/timecode.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::tams {

/// What our cloud's waveforms are by: data Flows of this codec and type of data, and a tag with a number
/// (docs/api.md, "Waveforms").
namespace waveform {
inline constexpr std::string_view codec = "application/x-cutaway-waveform";
inline constexpr std::string_view dataType = "urn:x-cutaway:data:waveform";
inline constexpr std::string_view samplesPerPeakTag = "_cutaway_samples_per_peak";
} // namespace waveform

/// One Flow of a Source as playing and conforming see it.
struct FlowView {
    Uuid flowId;
    Uuid sourceId;    ///< the member Source that it represents
    std::string role; ///< "video", "audio-1", "audio-2", ..., "thumbnails", "waveform-1", ...
    std::string format;
    std::string codec;
    std::string container;
    int width = 0;
    int height = 0;
    FrameRate rate; ///< frames, or samples, per second
    int channels = 0;
    int bitDepth = 0;
    std::int64_t samplesPerPeak = 0; ///< of a waveform that we can read; else 0
    int generation = 0;
    std::int64_t bitRate = 0; ///< bits per second, 0 unknown
    std::string colourSpace;  ///< TAMS words: "BT2100", "BT709", ...
    std::string transfer;     ///< "HLG", "PQ", "SDR"
    TimeRange available;      ///< Source time that it has Segments for; bounding only, there may be gaps
    bool growing = false;     ///< still being written
    bool operator==(const FlowView&) const = default;
};

/// Everything that a Source offers, with its clock: how edits find pictures and sound. A value.
struct SourceView {
    Uuid sourceId; ///< the multi Source (or the single one, when nothing collects it)
    Uuid multiFlowId;
    std::string label;
    SourceClock clock;              ///< origin: start of the picture master, or of the widest Flow; without a
                                    ///< picture it counts samples
    TimecodeFormat timecode;        ///< of the picture; rate 0 when there is none
    std::int64_t startTimecode = 0; ///< frame count of the Source's first frame
    std::vector<FlowView> flows;
    bool operator==(const SourceView&) const = default;

    /// The picture that conform takes: lowest generation, then highest bit rate. Null: no picture.
    const FlowView* master() const;
    /// Pictures to play, largest first; the master itself only when there is nothing else.
    std::vector<const FlowView*> proxies() const;
    /// The largest proxy not higher than `maxHeight`, else the smallest.
    const FlowView* bestProxy(int maxHeight = 540) const;
    /// Sound `audio-n`, n from 1: lowest generation.
    const FlowView* audioMaster(int n) const;
    /// Sound `audio-n`: highest generation.
    const FlowView* audioProxy(int n) const;
    const FlowView* thumbnails() const;
    /// The shape of sound `audio-n`, at every precision that there is, finest first.
    std::vector<const FlowView*> waveforms(int n) const;
    int audioCount() const;

    /// First absolute frame, and how many frames the widest picture covers (0: unknown or none); of sound
    /// alone, samples. While it grows: how many can be played by now, with their sound.
    std::int64_t firstFrame() const { return clock.originUnit(); }
    std::int64_t frameCount() const;
    bool growing() const;
    /// Timecode of the picture with this absolute number.
    std::string timecodeAt(std::int64_t absoluteFrame) const;
};

/// The Source or Flow that a reference names: a bare UUID, "tams://host/sources/ID", "tams://host/flows/ID"
/// or the same with http(s) and any base path; query and fragment are ignored.
struct TamsReference {
    enum class Kind { Source, Flow, Either } kind = Kind::Either;
    Uuid id;
    bool operator==(const TamsReference&) const = default;
};
Result<TamsReference> parseReference(std::string_view text);

/// From any Source or Flow (multi or member) to the view of the multi Source that collects it.
/// NotFound when there is none with this id.
Result<SourceView> resolveSource(const TamsClient& client, const TamsReference& reference,
                                 std::stop_token stop = {});
Result<SourceView> resolveSource(const TamsClient& client, const Uuid& anySourceOrFlow,
                                 std::stop_token stop = {});

/// A Flow as the multi Flow collects it.
struct CollectedFlow {
    Flow flow; ///< with its timerange
    std::string role;
};
/// The view of a Source whose members are known already.
SourceView viewOfSource(const Source& source, const Uuid& multiFlowId,
                        const std::vector<CollectedFlow>& flows);

/// Remembers views by every id that leads to them. Thread-safe.
class SourceCache {
public:
    /// A view as it was before the cloud went away, if it is known.
    using Kept = std::function<std::optional<SourceView>(const Uuid& anySourceOrFlow)>;

    explicit SourceCache(std::shared_ptr<const TamsClient> client, Kept kept = nullptr);

    /// Waits for the cloud when it is not yet known; while it is away, what was kept is the answer.
    Result<SourceView> get(const Uuid& anySourceOrFlow, std::stop_token stop = {});
    /// Remembers a view that came another way.
    void put(const SourceView& view);
    /// What is known already; never waits.
    std::optional<SourceView> peek(const Uuid& anySourceOrFlow) const;
    /// One of its Flows has grown by `range`, as the cloud says. Its view by now; none when none is known, or
    /// when more than that has changed and the next get() has to ask again.
    std::optional<SourceView> grew(const Uuid& flow, const TimeRange& range);
    /// Forgets it (the Flow changed): the next get() asks again.
    void forget(const Uuid& anySourceOrFlow);
    void clear();

private:
    std::shared_ptr<const TamsClient> m_client;
    Kept m_kept;
    mutable std::mutex m_mutex;
    std::map<Uuid, std::shared_ptr<const SourceView>> m_views;
};

} // namespace cutaway::tams
