#include "core/playback/picture_loader.h"

#include <algorithm>
#include <new>

namespace cutaway::playback {

namespace {

/// So near behind a running job that waiting for it is quicker than a second decoder.
constexpr std::int64_t soonFrames = 5;
/// Within so many frames two pictures may be of one Object.
constexpr std::int64_t nearFrames = 100;
/// Of the codec: with all the bytes there two cores make a seek 1.7 times as fast. While they come over a
/// link they share each picture, where it has slices, and never wait for bytes beyond the wanted one.
constexpr int threadsAtHand = 2;
/// A codec that reorders pictures gives one out when it has seen the next that others refer to.
constexpr std::int64_t codecDelay = 2;
/// Spare memory counts against the frame store's bound; once that is full, every new picture finds the memory
/// of one that it has pushed out.
constexpr std::size_t idlePictureBytes = std::size_t{8} << 20;

} // namespace

bool PictureLoader::Job::covers(const PictureWant& other) const {
    return want.quality == other.quality && want.key.source == other.key.source &&
           want.key.frame <= other.key.frame && other.key.frame <= std::max(lastFrame, want.key.frame);
}

/// True when the job's own decoder should do that next: a second one would begin again at the key frame.
bool PictureLoader::Job::leadsTo(const PictureWant& other) const {
    const std::int64_t beyond = other.key.frame - std::max(lastFrame, want.key.frame);
    return want.quality == other.quality && want.key.source == other.key.source && beyond > 0 &&
           beyond <= nearFrames && (!objectEnd || other.key.frame < *objectEnd);
}

PictureLoader::PictureLoader(MediaAccess& access, ObjectCache& objects, FrameStore& store,
                             std::function<void()> onArrival, const Options& options)
    : m_access(access)
    , m_objects(objects)
    , m_store(store)
    , m_onArrival(std::move(onArrival))
    , m_options(options)
    , m_pool(std::make_shared<media::PicturePool>(std::min(idlePictureBytes, store.room() / 32))) {
    m_store.countWith(m_pool);
    for (int i = 0; i < std::max(options.threads, 2); ++i)
        m_threads.emplace_back([this, i](const std::stop_token& stop) { run(stop, i == 0); });
}

PictureLoader::~PictureLoader() {
    for (auto& thread : m_threads)
        thread.request_stop();
    const std::lock_guard lock(m_mutex);
    for (Job& job : m_running)
        job.giveUp.request_stop();
}

void PictureLoader::wantNow(std::vector<PictureWant> wants) {
    const std::lock_guard lock(m_mutex);
    if (m_urgent != wants)
        m_noDetour.clear();
    m_urgent = std::move(wants);
    giveUpUnwanted();
    m_wake.notify_all();
}

void PictureLoader::wantAhead(std::vector<PictureWant> wants) {
    const std::lock_guard lock(m_mutex);
    m_ahead = std::move(wants);
    giveUpUnwanted();
    m_wake.notify_all();
}

void PictureLoader::clear() {
    const std::lock_guard lock(m_mutex);
    m_urgent.clear();
    m_ahead.clear();
    giveUpUnwanted();
}

/// Under the lock.
void PictureLoader::giveUpUnwanted() {
    for (Job& job : m_running) {
        if (job.urgent && job.want.quality == Quality::Quick)
            continue;
        const auto covered = [&](const PictureWant& want) { return job.covers(want); };
        if (std::none_of(m_urgent.begin(), m_urgent.end(), covered) &&
            std::none_of(m_ahead.begin(), m_ahead.end(), covered))
            job.giveUp.request_stop();
    }
}

/// Under the lock.
bool PictureLoader::isAskedAtBest(const FrameKey& key) const {
    return std::find(m_urgent.begin(), m_urgent.end(), PictureWant{key, Quality::Best}) != m_urgent.end();
}

/// Under the lock.
bool PictureLoader::startable(const PictureWant& want) const {
    const bool best = want.quality == Quality::Best;
    if (!best && (m_oneRung.contains(want.key.source) || m_noDetour.contains(want.key)) &&
        isAskedAtBest(want.key))
        return false;
    if ((best ? m_store.holdsBest(want.key) : m_store.holds(want.key)) || m_store.error(want.key, best))
        return false;
    const bool urgent = std::find(m_urgent.begin(), m_urgent.end(), want) != m_urgent.end();
    return std::none_of(m_running.begin(), m_running.end(), [&](const Job& job) {
        if (job.giveUp.stop_requested())
            return false;
        return urgent ? job.covers(want) && want.key.frame - job.want.key.frame <= soonFrames
                      : job.covers(want) || job.leadsTo(want);
    });
}

/// Under the lock.
bool PictureLoader::urgentUnderWay() const {
    return std::any_of(m_running.begin(), m_running.end(), [](const Job& job) { return job.urgent; });
}

std::optional<PictureLoader::Job> PictureLoader::next(bool urgentOnly) {
    const auto canStart = [this](const PictureWant& want) { return startable(want); };
    if (const auto it = std::find_if(m_urgent.begin(), m_urgent.end(), canStart); it != m_urgent.end())
        return Job{*it, it->key.frame, true, {}, {}};
    if (urgentOnly || urgentUnderWay())
        return std::nullopt;
    const auto it = std::find_if(m_ahead.begin(), m_ahead.end(), canStart);
    if (it == m_ahead.end())
        return std::nullopt;
    // Going forward the run is decoded in one go; going backwards its first picture brings the whole GOP.
    Job job{*it, it->key.frame, false, {}, {}};
    for (auto following = it + 1;
         following != m_ahead.end() && following->quality == it->quality &&
         following->key.source == it->key.source && following->key.frame > job.lastFrame;
         ++following)
        job.lastFrame = following->key.frame;
    return job;
}

void PictureLoader::run(const std::stop_token& stop, bool urgentOnly) {
    while (!stop.stop_requested()) {
        std::optional<Job> job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [&] { return (job = next(urgentOnly)).has_value(); });
            if (!job || stop.stop_requested())
                return;
            m_running.push_back(*job);
        }
        load(*job);
        {
            const std::lock_guard lock(m_mutex);
            std::erase_if(m_running, [&](const Job& running) { return running.giveUp == job->giveUp; });
            m_wake.notify_all();
        }
        m_onArrival();
    }
}

void PictureLoader::load(const Job& job) {
    Result<void> done;
    try {
        done = decode(job);
    } catch (const std::bad_alloc&) {
        done = Error{ErrorCategory::OutOfSpace,
                     "This computer has not enough memory for this picture. Close other programs.",
                     {}};
    }
    if (!done && done.error().category != ErrorCategory::Cancelled)
        m_store.putError(job.want.key, job.want.quality == Quality::Best, done.error());
}

Result<void> PictureLoader::decode(const Job& job) {
    const std::stop_token stop = job.giveUp.get_token();
    const std::int64_t wanted = job.want.key.frame;
    CUTAWAY_TRY(const PlayableSource source, m_access.sourceNear(job.want.key.source, wanted, stop));
    if (source.rungs.empty())
        return Error{ErrorCategory::NotFound, "“" + source.name + "” has no picture to play yet.", {}};
    m_facts.describe(job.want.key.source, source);
    bool best = job.want.quality == Quality::Best || source.rungs.size() == 1;
    if (best != (job.want.quality == Quality::Best)) {
        const std::lock_guard lock(m_mutex);
        m_oneRung.insert(source.sourceId);
        m_oneRung.insert(job.want.key.source);
        if (job.urgent && isAskedAtBest(job.want.key))
            return {};
    }
    if (job.want.quality == Quality::Thrifty) {
        best = best || bestIsAtHand(source, job);
    } else if (!best && job.urgent && bestIsAtHand(source, job)) {
        const std::lock_guard lock(m_mutex);
        m_noDetour.insert(job.want.key);
        if (isAskedAtBest(job.want.key))
            return {};
    }
    Piece piece{source, best ? source.rungs.front() : source.rungs.back(), {}, best};
    CUTAWAY_TRY(piece.span, m_access.pictureSpan(source, piece.rung.flowId, wanted, stop));
    if (piece.toObject(wanted) < 0 ||
        (piece.span.layout && piece.toObject(wanted) >= piece.span.layout->frames()))
        return Error{ErrorCategory::Corrupt,
                     "A piece of “" + source.name +
                         "” is shorter than the cloud says. Ask for it to be ingested again.",
                     piece.span.objectId};
    settle(job, piece);
    if (const auto layout = piece.span.layout)
        piece.from = firstKept(piece, job, piece.toSource(layout->keyFrameBefore(piece.toObject(wanted))));
    if (const auto layout = piece.span.layout)
        m_facts.learn(job.want.key.source, best, piece.span, layout->frames(), layout->bytes);
    Result<void> decoded;
    if (auto object = open(piece, job); !object) {
        decoded = object.error();
    } else if (decoded = decodeFrames(piece, job, *object->decoder); decoded) {
        giveBack(std::move(*object));
        if (piece.span.layout && !job.urgent)
            m_objects.keepWhole(piece.span);
    }
    if (!decoded && (decoded.error().category == ErrorCategory::Corrupt ||
                     decoded.error().category == ErrorCategory::Unsupported))
        m_objects.drop(piece.span.objectId); // perhaps it was damaged on its way
    return decoded;
}

/// A job ends with its Object: what comes behind is begun by another thread meanwhile.
void PictureLoader::settle(const Job& job, const Piece& piece) {
    const std::lock_guard lock(m_mutex);
    for (Job& running : m_running)
        if (running.giveUp == job.giveUp) {
            running.lastFrame = std::min(running.lastFrame, piece.lastFrame());
            running.objectEnd = piece.lastFrame() + 1;
        }
    m_wake.notify_all();
}

/// True when no network is needed for the large pictures of this job, so that the small ones would only be in
/// the way.
bool PictureLoader::bestIsAtHand(const PlayableSource& source, const Job& job) {
    const std::int64_t wanted = job.want.key.frame;
    const auto span =
        m_access.pictureSpan(source, source.rungs.front().flowId, wanted, job.giveUp.get_token());
    if (!span || !span->layout)
        return span && m_access.isKept(span->objectId);
    const std::int64_t toObject = span->objectUnit - span->firstUnit;
    const std::int64_t last = std::clamp(job.lastFrame, wanted, span->firstUnit + span->count - 1) + toObject;
    const std::int64_t frame = wanted + toObject;
    if (frame < 0 || last >= span->layout->frames())
        return false;
    const auto needed = span->layout->needed(frame, last);
    return std::all_of(needed.begin(), needed.end(), [&](const Stretch& stretch) {
        return m_objects.atHand(*span, stretch.first, stretch.end);
    });
}

/// From the key frame on those pictures are decoded anyway, and a step back then costs nothing. Not where
/// playing begins in the middle of a GOP: they would take the room of what will be shown. Nor on the way to a
/// picture that is waited for, but when one goes back from the next.
std::int64_t PictureLoader::firstKept(const Piece& piece, const Job& job, std::int64_t key) const {
    const std::int64_t wanted = job.want.key.frame;
    const auto holds = [&](std::int64_t frame) {
        const FrameKey beside{job.want.key.source, frame};
        return piece.best ? m_store.holdsBest(beside) : m_store.holds(beside);
    };
    const bool playsOn = !job.urgent && job.lastFrame > wanted;
    if (holds(wanted - 1) || playsOn || (job.urgent && !holds(wanted + 1)))
        return wanted;
    return std::max(key, piece.span.firstUnit);
}

/// A decoder for the Object, and the bytes that this job needs on their way to it.
Result<PictureLoader::OpenObject> PictureLoader::open(const Piece& piece, const Job& job) {
    const std::stop_token stop = job.giveUp.get_token();
    std::optional<OpenObject> known = takeDecoder(piece.span.objectId);
    if (!piece.span.layout) {
        if (known)
            return std::move(*known);
        CUTAWAY_TRY(auto bytes, m_objects.get(piece.span, stop));
        media::DecodeOptions options;
        options.pool = m_pool;
        options.threads = job.urgent ? threadsAtHand : 1;
        CUTAWAY_TRY(auto decoder, media::VideoDecoder::open(media::memorySource(bytes), options));
        return OpenObject{piece.span.objectId, nullptr,
                          std::make_unique<media::VideoDecoder>(std::move(decoder))};
    }
    const media::PictureLayout& layout = *piece.span.layout;
    const auto object = m_objects.part(piece.span);
    const std::int64_t first = piece.toObject(piece.from);
    const std::int64_t last = std::min({piece.toObject(std::max(job.lastFrame, job.want.key.frame)),
                                        piece.toObject(piece.lastFrame()), layout.frames() - 1});
    const std::int64_t lastFed = job.urgent ? last : std::min(last + codecDelay, layout.gopEnd(last) - 1);
    std::vector<Stretch> needed = layout.needed(first, std::max(first, lastFed));
    if (!known && needed.front().first == layout.headerBytes)
        needed.front().first = 0; // the index and the first GOP in one request
    else if (!known)
        needed.insert(needed.begin(), {0, layout.headerBytes});
    for (const Stretch& stretch : needed)
        fetch(piece, object, stretch.first, stretch.end, job);
    if (!known)
        known = OpenObject{piece.span.objectId, std::make_shared<PartialSource>(object), nullptr};
    known->source->use(stop, [this, piece, object, job](std::int64_t from) {
        fetch(piece, object, from, object->size(), job);
    });
    if (!known->decoder) {
        media::DecodeOptions options;
        options.headerOnly = true;
        options.pool = m_pool;
        options.threads = job.urgent ? threadsAtHand : 1;
        options.slicesOnly = !object->holds(0, object->size());
        options.firstFrame = first;
        CUTAWAY_TRY(auto decoder, media::VideoDecoder::open(known->source, options));
        known->decoder = std::make_unique<media::VideoDecoder>(std::move(decoder));
    }
    return std::move(*known);
}

void PictureLoader::fetch(const Piece& piece, const std::shared_ptr<PartialObject>& object,
                          std::int64_t first, std::int64_t end, const Job& job) {
    for (const Stretch& stretch : object->claim(first, end)) {
        PartCallbacks callbacks;
        callbacks.arrived = [object, at = stretch.first](std::span<const std::byte> bytes) mutable {
            object->write(at, bytes);
            at += static_cast<std::int64_t>(bytes.size());
        };
        callbacks.ended = [object, stretch](std::optional<Error> error) {
            object->settle(stretch, std::move(error));
        };
        m_access.startPart(piece.span, stretch, job.urgent, job.giveUp.get_token(), std::move(callbacks));
    }
}

Result<void> PictureLoader::decodeFrames(const Piece& piece, const Job& job, media::VideoDecoder& decoder) {
    const std::int64_t wanted = job.want.key.frame;
    const std::int64_t last = std::min(
        {job.lastFrame, piece.lastFrame(), wanted + decoder.frameCount() - 1 - piece.toObject(wanted)});
    if (last < wanted && job.lastFrame >= wanted)
        return Error{ErrorCategory::Corrupt,
                     "A piece of “" + piece.source.name +
                         "” is shorter than the cloud says. Ask for it to be ingested again.",
                     piece.span.objectId};
    if (job.urgent && piece.span.layout && piece.from == wanted) {
        auto picture = decoder.onlyFrameAt(piece.toObject(wanted), job.giveUp.get_token());
        if (!picture)
            return picture.error();
        m_store.put(job.want.key, {std::move(*picture), piece.rung.height, piece.best});
        m_onArrival();
        return {};
    }
    const std::int64_t from =
        piece.span.layout
            ? piece.from
            : firstKept(piece, job, piece.toSource(decoder.keyFrameBefore(piece.toObject(wanted))));
    return decoder.decodeRange(
        piece.toObject(from), std::max(last, wanted) - from + 1,
        [&](std::int64_t index, media::VideoFramePtr picture) {
            const std::int64_t frame = piece.toSource(index);
            m_store.put({job.want.key.source, frame}, {std::move(picture), piece.rung.height, piece.best});
            if (frame >= wanted)
                m_onArrival();
            if (frame < wanted || job.urgent)
                return true;
            // What is wanted ahead gives way, between two pictures, to what is wanted now.
            const std::lock_guard lock(m_mutex);
            return std::none_of(m_urgent.begin(), m_urgent.end(),
                                [this](const PictureWant& want) { return startable(want); });
        },
        job.giveUp.get_token());
}

std::optional<PictureLoader::OpenObject> PictureLoader::takeDecoder(const std::string& objectId) {
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_open.begin(), m_open.end(),
                                    [&](const OpenObject& open) { return open.objectId == objectId; });
    if (found == m_open.end())
        return std::nullopt;
    OpenObject object = std::move(*found);
    m_open.erase(found);
    return object;
}

void PictureLoader::giveBack(OpenObject object) {
    if (object.source)
        object.source->use({}, nullptr);
    const std::lock_guard lock(m_mutex);
    m_open.push_back(std::move(object));
    if (m_open.size() > m_options.decoders)
        m_open.erase(m_open.begin());
}

} // namespace cutaway::playback
