#include "core/conform/delivery_writer.h"

#include <algorithm>
#include <utility>

namespace cutaway::conform {

namespace {

/// Pictures that wait for one encoder: enough to ride out a key frame, 25 MB each at UHD.
constexpr std::size_t queueLength = 4;

/// Track `index` of a file whose tracks take the stereo mix in order, then silence.
media::AudioBlock trackOf(const media::AudioBlock& stereo, std::size_t index, int channels) {
    const auto width = static_cast<std::size_t>(channels);
    auto block = media::AudioBlock::silence(channels, stereo.frames());
    for (std::size_t channel = 0; channel < width; ++channel) {
        const std::size_t from = index * width + channel;
        if (from > 1)
            break;
        for (std::size_t frame = 0; frame < static_cast<std::size_t>(stereo.frames()); ++frame)
            block.samples[frame * width + channel] = stereo.samples[frame * 2 + from];
    }
    return block;
}

} // namespace

DeliveryWriter::DeliveryWriter(const ConformPlan& plan, const Profile& profile, std::filesystem::path path,
                               RunState& state)
    : m_plan(plan)
    , m_profile(profile)
    , m_path(std::move(path))
    , m_state(state)
    , m_queue(queueLength)
    , m_thread([this] { work(); }) {}

DeliveryWriter::~DeliveryWriter() {
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

bool DeliveryWriter::push(std::vector<render::Picture> layers) {
    return m_queue.push(std::move(layers), m_state.stop());
}

bool DeliveryWriter::push(std::shared_ptr<const media::AudioBlock> stereo) {
    return m_queue.push(std::move(stereo), m_state.stop());
}

media::VideoFramePtr DeliveryWriter::lastFrame() const {
    const std::scoped_lock lock(m_mutex);
    return m_lastFrame;
}

void DeliveryWriter::work() {
    if (auto done = encode(); !done)
        m_state.fail({done.error(), {}, std::nullopt});
}

Result<void> DeliveryWriter::encode() {
    CUTAWAY_TRY(auto writer, media::MediaWriter::toFile(m_path, writerSettings(m_profile, m_plan)));
    while (auto item = m_queue.pop(m_state.stop())) {
        if (auto* layers = std::get_if<std::vector<render::Picture>>(&*item))
            CUTAWAY_CHECK(writeFrame(writer, *layers));
        else
            CUTAWAY_CHECK(writeSound(writer, *std::get<1>(*item)));
    }
    if (m_state.stop().stop_requested())
        return {}; // the run says why; the file is removed with it
    return writer.finish();
}

Result<void> DeliveryWriter::writeFrame(media::MediaWriter& writer, std::vector<render::Picture>& layers) {
    CUTAWAY_CHECK(render::drawGraphics(layers, canvasOf(m_profile), m_graphics));
    CUTAWAY_TRY(auto picture, render::compose(layers, canvasOf(m_profile)));
    CUTAWAY_CHECK(writer.write(*picture));
    {
        const std::scoped_lock lock(m_mutex);
        m_lastFrame = std::move(picture);
    }
    ++m_framesDone;
    return {};
}

Result<void> DeliveryWriter::writeSound(media::MediaWriter& writer, const media::AudioBlock& stereo) {
    if (m_profile.audioTracks == 1 && m_profile.channelsPerTrack == 2)
        return writer.write(0, stereo);
    for (std::size_t track = 0; track < static_cast<std::size_t>(m_profile.audioTracks); ++track)
        CUTAWAY_CHECK(writer.write(track, trackOf(stereo, track, m_profile.channelsPerTrack)));
    return {};
}

} // namespace cutaway::conform
