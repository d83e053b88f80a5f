#include "timeline_fixture.h"

namespace cutaway::timeline {

SourceTiming angle(int number, FrameRate rate) {
    SourceTiming source;
    source.multiSource = Uuid::named(Uuid(), "angle " + std::to_string(number));
    source.name = std::string(1, static_cast<char>('A' + number - 1));
    source.clock = {{36000, 0}, rate};
    source.first = source.clock.originUnit();
    source.end = source.first + 1000;
    source.angle = number;
    source.sounds = 2;
    return source;
}

SourceTimings angles(FrameRate rate) {
    SourceTimings sources;
    for (int number = 1; number <= 4; ++number)
        sources.emplace(angle(number, rate).multiSource, angle(number, rate));
    return sources;
}

MarkedRange part(const SourceTiming& source, std::int64_t in, std::int64_t out) {
    return {source, source.first + in, source.first + out};
}

std::string describe(const Sequence& sequence, std::size_t trackIndex) {
    const Track& track = *sequence.tracks.at(trackIndex);
    const auto amount = [&](std::int64_t units) {
        if (track.kind == TrackKind::Video)
            return std::to_string(units);
        const std::int64_t frame = frameAtSample(units, sequence.rate);
        return samplesAtFrame(frame, sequence.rate) == units ? std::to_string(frame)
                                                             : std::to_string(units) + "s";
    };
    std::string text;
    for (const Item& item : track.items) {
        if (!text.empty())
            text += ' ';
        if (item.isGap()) {
            text += "gap" + amount(item.duration);
            continue;
        }
        const Clip& clip = *item.clip;
        if (clip.graphic) {
            text += "[" + clip.name + "]+" + amount(clip.duration);
            continue;
        }
        const SourceTiming source = angle(clip.angle, sequence.rate);
        const std::int64_t origin =
            track.kind == TrackKind::Video ? source.first : source.clock.audio().originUnit();
        text += clip.name + amount(clip.in - origin) + "+" + amount(clip.duration);
        if (!clip.speed.isNormal())
            text += "@" + std::to_string(clip.speed.num) + "/" + std::to_string(clip.speed.den);
    }
    return text;
}

Uuid clipOn(const Sequence& sequence, std::size_t track, std::int64_t frame) {
    return clipAt(sequence, track, frame)->clip->id;
}

void addRates() {
    QTest::addColumn<int>("num");
    QTest::addColumn<int>("den");
    QTest::newRow("50") << 50 << 1;
    QTest::newRow("25") << 25 << 1;
    QTest::newRow("59.94") << 60000 << 1001;
    QTest::newRow("29.97") << 30000 << 1001;
    QTest::newRow("23.976") << 24000 << 1001;
}

unsigned seedOr(unsigned usual) {
    bool given = false;
    const unsigned asked = qEnvironmentVariable("CUTAWAY_SEED").toUInt(&given);
    const unsigned seed = given ? asked : usual;
    qInfo("CUTAWAY_SEED=%u", seed);
    return seed;
}

SequencePtr doUndoRedo(const Sequence& sequence, const Result<Change>& change) {
    const auto start = std::make_shared<const Sequence>(sequence);
    if (!change.ok()) {
        QTest::qFail(change.error().message.c_str(), __FILE__, __LINE__);
        return start;
    }
    History history(start);
    const auto sound = [&] {
        const auto checked = checkInvariants(*history.current());
        if (!checked)
            QTest::qFail(checked.error().message.c_str(), __FILE__, __LINE__);
    };
    if (!history.push(*change))
        QTest::qFail("the change cannot be done", __FILE__, __LINE__);
    sound();
    const SequencePtr done = history.current();
    if (history.canUndo()) {
        if (!history.undo() || !(*history.current() == sequence))
            QTest::qFail("undo does not lead back", __FILE__, __LINE__);
        sound();
        if (!history.redo() || !(*history.current() == *done))
            QTest::qFail("redo does not lead there again", __FILE__, __LINE__);
    }
    return done;
}

} // namespace cutaway::timeline
