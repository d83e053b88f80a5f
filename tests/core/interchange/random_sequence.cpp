#include "random_sequence.h"

#include "core/timeline/clip_map.h"
#include "core/timeline/transitions.h"

namespace cutaway::timeline {

namespace {

class Maker {
public:
    Maker(std::mt19937& random, FrameRate rate)
        : m_random(random)
        , m_rate(rate) {}

    Sequence make() {
        Sequence s = emptySequence("Random", m_rate, m_rate.allowsDropFrame() && chance(2));
        s.startFrame = number(0, 100'000);
        std::vector<std::shared_ptr<const Track>> tracks;
        const std::int64_t pictures = number(1, 3), sounds = number(2, 4);
        for (std::int64_t i = 0; i < pictures + sounds; ++i) {
            const bool sound = i >= pictures;
            Track track;
            track.id = Uuid::random();
            track.kind = sound ? TrackKind::Audio : TrackKind::Video;
            track.name = (sound ? "A" : "V") + std::to_string(sound ? i - pictures + 1 : i + 1);
            track.rate = sound ? sampleRate48k : m_rate;
            track.muted = chance(6);
            track.locked = chance(6);
            for (std::int64_t n = number(0, 12); n > 0; --n)
                add(track);
            normalise(track.items);
            fitTransitions(track.items);
            dropShortTransitions(track);
            tracks.push_back(std::make_shared<const Track>(std::move(track)));
        }
        s.tracks = std::move(tracks);
        return s;
    }

private:
    std::int64_t number(std::int64_t from, std::int64_t to) {
        return std::uniform_int_distribution<std::int64_t>(from, to)(m_random);
    }
    bool chance(std::int64_t of) { return number(1, of) == 1; }

    void add(Track& track) {
        const bool sound = track.kind == TrackKind::Audio;
        const std::int64_t start = track.duration();
        const auto until = [&](std::int64_t frames) {
            if (!sound)
                return start + frames;
            const std::int64_t first = frameAtSample(start + 1, m_rate);
            return samplesAtFrame(first + frames, m_rate) + (chance(4) ? number(-300, 300) : 0);
        };
        if (chance(4)) {
            track.items.push_back(Item::gap(std::max<std::int64_t>(1, until(number(1, 30)) - start)));
            return;
        }
        const SourceTiming source = angle(static_cast<int>(number(1, 4)), m_rate);
        Clip clip;
        clip.id = Uuid::random();
        clip.name = source.name + (chance(5) ? " <\"&> \xC3\xA4" : "");
        clip.media.sourceId = source.multiSource;
        clip.angle = source.angle;
        clip.mediaRate = track.rate;
        const std::int64_t in = source.first + number(100, 700);
        clip.in = sound ? source.clock.sampleAtFrame(in) + (chance(4) ? number(-400, 400) : 0) : in;
        clip.duration = std::max<std::int64_t>(sound ? 4000 : 3, until(number(3, 60)) - start);
        clip.enabled = !chance(8);
        if (sound) {
            clip.audioMember = static_cast<int>(number(1, 2));
            clip.gain = chance(3) ? static_cast<int>(number(-3000, 1200)) : 0;
        }
        if (chance(3))
            clip =
                withSpeed(clip, ClipSpeed::make(number(1, 7) * (chance(2) ? 1 : -1), number(1, 7)).value());
        else if (!sound && chance(8))
            clip = withSpeed(clip, ClipSpeed::freeze());
        if (chance(3))
            clip.linkGroup = Uuid::named(Uuid(), "group " + std::to_string(number(1, 4)));
        const auto units = [&](std::int64_t frames) {
            return sound ? samplesAtFrame(frames, m_rate) : frames;
        };
        if (chance(3))
            clip.head = Transition{kind(), units(number(0, 12)), units(number(1, 12))};
        if (chance(5))
            clip.tail = Transition{kind(), units(number(1, 12)), 0};
        if (clip.head && (track.items.empty() || track.items.back().isGap()))
            clip.head->before = 0;
        track.items.push_back(Item::of(clip));
    }
    /// Those of less than a frame, which files that count frames do not have.
    void dropShortTransitions(Track& track) {
        const std::int64_t frame = track.kind == TrackKind::Audio ? samplesAtFrame(2, m_rate) : 1;
        for (Item& item : track.items) {
            if (!item.clip)
                continue;
            Clip clip = *item.clip;
            for (std::optional<Transition>* each : {&clip.head, &clip.tail})
                if (*each && (*each)->duration() < frame)
                    each->reset();
            item = Item::of(std::move(clip));
        }
    }
    TransitionKind kind() { return static_cast<TransitionKind>(number(0, 2)); }

    std::mt19937& m_random;
    FrameRate m_rate;
};

} // namespace

Sequence randomSequence(std::mt19937& random, FrameRate rate) {
    return Maker(random, rate).make();
}

std::vector<std::string> clipsInWords(const Sequence& sequence) {
    std::map<Uuid, int> groups, sizes;
    for (const auto& track : sequence.tracks)
        for (const Item& item : track->items)
            if (item.clip)
                ++sizes[item.clip->linkGroup];
    std::vector<std::string> words;
    for (const auto& track : sequence.tracks) {
        words.push_back(track->name + (track->muted ? " muted" : "") + (track->locked ? " locked" : ""));
        std::int64_t at = 0;
        for (const Item& item : track->items) {
            const std::int64_t start = at;
            at += item.duration;
            if (!item.clip)
                continue;
            const Clip& c = *item.clip;
            const auto number = [](std::int64_t value) { return std::to_string(value); };
            const auto transition = [&](const char* name, const std::optional<Transition>& t) {
                return t ? std::string(name) + number(static_cast<int>(t->kind)) + ":" + number(t->before) +
                               ":" + number(t->after)
                         : std::string();
            };
            const bool linked = !c.linkGroup.isNil() && sizes[c.linkGroup] > 1;
            const int group =
                linked ? groups.emplace(c.linkGroup, static_cast<int>(groups.size())).first->second : -1;
            words.push_back(number(start) + "+" + number(c.duration) + " " + c.name + " " +
                            c.media.sourceId.toString().substr(0, 8) + " in " + number(c.in) + " x" +
                            number(c.speed.num) + "/" + number(c.speed.den) + "/" + number(c.speed.phase) +
                            transition(" head ", c.head) + transition(" tail ", c.tail) + " gain " +
                            number(c.gain) + " sound " + number(c.audioMember) + (c.enabled ? "" : " off") +
                            " link " + number(group));
        }
    }
    return words;
}

} // namespace cutaway::timeline
