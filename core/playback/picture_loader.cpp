#include "core/playback/picture_loader.h"

#include <algorithm>

namespace cutaway::playback {

PictureLoader::PictureLoader(MediaAccess& access, ObjectCache& objects, FrameStore& store,
                             std::function<void()> onArrival, const Options& options)
    : m_access(access)
    , m_objects(objects)
    , m_store(store)
    , m_onArrival(std::move(onArrival))
    , m_options(options) {
    for (int i = 0; i < std::max(options.threads, 2); ++i)
        m_threads.emplace_back([this, i](std::stop_token stop) { run(std::move(stop), i == 0); });
}

PictureLoader::~PictureLoader() {
    for (auto& thread : m_threads)
        thread.request_stop();
}

void PictureLoader::wantNow(std::vector<PictureWant> wants) {
    const std::lock_guard lock(m_mutex);
    m_urgent = std::move(wants);
    m_wake.notify_all();
}

void PictureLoader::wantAhead(std::vector<PictureWant> wants) {
    const std::lock_guard lock(m_mutex);
    m_ahead = std::move(wants);
    m_wake.notify_all();
}

void PictureLoader::clear() {
    const std::lock_guard lock(m_mutex);
    m_urgent.clear();
    m_ahead.clear();
}

bool PictureLoader::startable(const PictureWant& want) const {
    return !m_store.holds(want.key) && !m_store.error(want.key) &&
           std::find(m_running.begin(), m_running.end(), want.key) == m_running.end();
}

std::optional<PictureLoader::Job> PictureLoader::next(bool urgentOnly) {
    const auto canStart = [this](const PictureWant& want) { return startable(want); };
    if (const auto it = std::find_if(m_urgent.begin(), m_urgent.end(), canStart); it != m_urgent.end())
        return Job{*it, it->key.frame, true};
    if (urgentOnly)
        return std::nullopt;
    const auto it = std::find_if(m_ahead.begin(), m_ahead.end(), canStart);
    if (it == m_ahead.end())
        return std::nullopt;
    // Going forward the run is decoded in one go; going backwards its first picture brings the whole GOP.
    Job job{*it, it->key.frame, false};
    for (auto following = it + 1; following != m_ahead.end() && following->key.source == it->key.source &&
                                  following->key.frame > job.lastFrame;
         ++following)
        job.lastFrame = following->key.frame;
    return job;
}

void PictureLoader::run(std::stop_token stop, bool urgentOnly) {
    while (!stop.stop_requested()) {
        std::optional<Job> job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [&] { return (job = next(urgentOnly)).has_value(); });
            if (!job)
                return;
            m_running.push_back(job->want.key);
        }
        load(*job, stop);
        {
            const std::lock_guard lock(m_mutex);
            std::erase(m_running, job->want.key);
            m_wake.notify_all();
        }
        m_onArrival();
    }
}

void PictureLoader::load(const Job& job, std::stop_token stop) {
    const Result<void> done = decode(job, stop);
    if (!done && done.error().category != ErrorCategory::Cancelled)
        m_store.putError(job.want.key, done.error());
}

Result<void> PictureLoader::decode(const Job& job, std::stop_token stop) {
    CUTAWAY_TRY(const PlayableSource source, m_access.source(job.want.key.source, stop));
    if (source.rungs.empty())
        return Error{ErrorCategory::NotFound, "“" + source.name + "” has no picture to play yet.", {}};
    const auto fits = [&](const PictureRung& r) {
        return job.want.maxHeight == 0 || r.height <= job.want.maxHeight;
    };
    const auto chosen = std::find_if(source.rungs.begin(), source.rungs.end(), fits);
    const PictureRung& rung = chosen == source.rungs.end() ? source.rungs.back() : *chosen;
    const std::int64_t wanted = job.want.key.frame;
    CUTAWAY_TRY(const ObjectSpan span, m_access.pictureSpan(source, rung.flowId, wanted, stop));

    auto decoder = takeDecoder(span.objectId);
    if (!decoder) {
        CUTAWAY_TRY(auto bytes, m_objects.get(span, stop));
        CUTAWAY_TRY(auto opened, media::VideoDecoder::open(media::memorySource(bytes)));
        decoder = std::make_unique<media::VideoDecoder>(std::move(opened));
    }
    const auto toObject = [&](std::int64_t frame) { return frame - span.firstUnit + span.objectUnit; };
    const std::int64_t last = std::min({job.lastFrame, span.firstUnit + span.count - 1,
                                        wanted + decoder->frameCount() - 1 - toObject(wanted)});
    if (toObject(wanted) < 0 || last < wanted) {
        return Error{ErrorCategory::Corrupt,
                     "A piece of “" + source.name +
                         "” is shorter than the cloud says. Ask for it to be ingested again.",
                     span.objectId};
    }
    // From the key frame on: those pictures are decoded anyway, and a step back then costs nothing.
    const std::int64_t firstDecoded = std::max(decoder->keyFrameBefore(toObject(wanted)), span.objectUnit) -
                                      span.objectUnit + span.firstUnit;
    const bool continues = m_store.holds({job.want.key.source, wanted - 1});
    const std::int64_t from = continues ? wanted : firstDecoded;
    const auto decoded = decoder->decodeRange(
        toObject(from), last - from + 1,
        [&](std::int64_t index, media::VideoFramePtr picture) {
            const std::int64_t frame = index - span.objectUnit + span.firstUnit;
            m_store.put({job.want.key.source, frame}, {std::move(picture), rung.height});
            if (frame >= wanted)
                m_onArrival();
            if (frame < wanted || job.urgent)
                return true;
            // What is wanted ahead gives way, between two pictures, to what is wanted now.
            const std::lock_guard lock(m_mutex);
            return std::none_of(m_urgent.begin(), m_urgent.end(),
                                [this](const PictureWant& want) { return startable(want); });
        },
        stop);
    if (decoded)
        giveBack(span.objectId, std::move(decoder));
    return decoded;
}

std::unique_ptr<media::VideoDecoder> PictureLoader::takeDecoder(const std::string& objectId) {
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_open.begin(), m_open.end(),
                                    [&](const OpenObject& open) { return open.objectId == objectId; });
    if (found == m_open.end())
        return nullptr;
    auto decoder = std::move(found->decoder);
    m_open.erase(found);
    return decoder;
}

void PictureLoader::giveBack(const std::string& objectId, std::unique_ptr<media::VideoDecoder> decoder) {
    const std::lock_guard lock(m_mutex);
    m_open.push_back({objectId, std::move(decoder)});
    if (m_open.size() > m_options.decoders)
        m_open.erase(m_open.begin());
}

} // namespace cutaway::playback
