#include "../timeline/timeline_fixture.h"

#include "core/interchange/otio_reader.h"
#include "core/interchange/otio_writer.h"

#include <nlohmann/json.hpp>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::interchange;
using Json = nlohmann::json;

namespace {

const FrameRate p5994{60000, 1001};

/// Knows the four angles of the fixture, and one Flow of the first.
MediaResolver resolver(FrameRate rate = {50, 1}) {
    return [rate](const MediaName& name) -> Result<ResolvedMedia> {
        for (const auto& [id, source] : angles(rate))
            if (id == name.id)
                return ResolvedMedia{source, 0};
        if (name.kind == MediaName::Kind::Flow && name.id == Uuid::named(Uuid(), "flow 1"))
            return ResolvedMedia{angle(1, rate), 0};
        return Error{ErrorCategory::NotFound, "There is no such angle here.", {}};
    };
}

Json time(double value, double rate) {
    return {{"OTIO_SCHEMA", "RationalTime.1"}, {"rate", rate}, {"value", value}};
}

Json range(Json start, Json duration) {
    return {
        {"OTIO_SCHEMA", "TimeRange.1"}, {"start_time", std::move(start)}, {"duration", std::move(duration)}};
}

/// A clip as AppNote 0015 writes it.
Json noteClip(int number, Json sourceRange) {
    return {{"OTIO_SCHEMA", "Clip.2"},
            {"name", "clip"},
            {"source_range", std::move(sourceRange)},
            {"active_media_reference_key", "DEFAULT_MEDIA"},
            {"media_references",
             {{"DEFAULT_MEDIA",
               {{"OTIO_SCHEMA", "MissingReference.1"},
                {"metadata",
                 {{"bbc.github.io/tams", {{"source_id", angle(number).multiSource.toString()}}}}}}}}}};
}

Json track(const char* kind, Json children) {
    return {{"OTIO_SCHEMA", "Track.1"}, {"name", ""}, {"kind", kind}, {"children", std::move(children)}};
}

Json timelineOf(Json tracks) {
    return {{"OTIO_SCHEMA", "Timeline.1"},
            {"name", "From elsewhere"},
            {"tracks", {{"OTIO_SCHEMA", "Stack.1"}, {"name", "tracks"}, {"children", std::move(tracks)}}}};
}

Result<ReadResult> readJson(const Json& document, FrameRate rate = {50, 1}) {
    return readOtio(document.dump(), resolver(rate));
}

} // namespace

class TestOtio : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsSpeedsOfOthers_data() {
        QTest::addColumn<QByteArray>("effect");
        QTest::addColumn<qint64>("num");
        QTest::addColumn<qint64>("den");
        QTest::addColumn<qint64>("phase");
        QTest::addColumn<int>("notes");
        const auto row = [](const char* name, const char* effect, qint64 num, qint64 den, qint64 phase,
                            int notes) {
            QTest::newRow(name) << QByteArray(effect) << num << den << phase << notes;
        };
        row("half", R"({"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 0.5})", 1, 2, 0, 0);
        row("a third", R"({"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 0.3333333333333333})", 1, 3, 0,
            0);
        row("backwards", R"({"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": -0.5})", -1, 2, 1, 0);
        row("held", R"({"OTIO_SCHEMA": "FreezeFrame.1"})", 0, 1, 0, 0);
        row("held by number", R"({"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 0})", 0, 1, 0, 0);
        row("no simple fraction", R"({"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 0.7853981633974483})",
            392699, 500000, 0, 1);
        row("ours", R"({"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": -0.4,
                        "metadata": {"cutaway": {"num": -2, "den": 5, "phase": 3}}})",
            -2, 5, 3, 0);
        row("ours, changed by another", R"({"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 2,
                        "metadata": {"cutaway": {"num": -2, "den": 5, "phase": 3}}})",
            2, 1, 0, 0);
        row("ours, damaged", R"({"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": -0.4,
                        "metadata": {"cutaway": {"num": -2, "den": 5, "phase": 5}}})",
            -2, 5, 4, 0);
        row("turned off", R"({"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 0.5, "enabled": false})", 1,
            1, 0, 1);
    }
    void readsSpeedsOfOthers() {
        QFETCH(QByteArray, effect);
        QFETCH(qint64, num);
        QFETCH(qint64, den);
        QFETCH(qint64, phase);
        QFETCH(int, notes);
        Json clip = noteClip(1, range(time(1'800'100, 50), time(40, 50)));
        clip["effects"] = Json::array({Json::parse(effect.toStdString())});
        const auto read = readJson(timelineOf({track("Video", {clip})}));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        const Clip& got = *read->sequence.tracks[0]->items[0].clip;
        QCOMPARE(got.speed, (ClipSpeed{num, den, phase}));
        QCOMPARE(got.in, std::int64_t(1'800'100));
        QCOMPARE(got.duration, std::int64_t(40));
        QCOMPARE(int(read->notes.size()), notes);
        // A held sound is none.
        Json sound = clip;
        const auto heard = readJson(timelineOf({track("Audio", {sound})}));
        QVERIFY(heard.ok());
        QCOMPARE(heard->sequence.tracks[0]->items[0].clip->enabled, num != 0);
    }
    void ownFilesRoundTrip_data() { addRates(); }
    void ownFilesRoundTrip() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        std::mt19937 random(seedOr(20260711U));
        const auto number = [&](std::int64_t from, std::int64_t to) {
            return std::uniform_int_distribution<std::int64_t>(from, to)(random);
        };
        for (int round = 0; round < 20; ++round) {
            Sequence s = emptySequence("Round trip \u00e9 \"quoted\"", rate, rate.allowsDropFrame());
            for (int edit = 0; edit < 40; ++edit) {
                const SourceTiming source = angle(static_cast<int>(number(1, 4)), rate);
                const std::int64_t in = number(0, 900);
                const auto patches = targetPatches(s, source, number(0, 2) > 0, number(0, 2) > 0);
                const MarkedRange marked = part(source, in, in + number(1, 60));
                const std::int64_t frame = number(0, s.durationFrames() + 10);
                const auto change =
                    number(0, 1) ? insert(s, frame, marked, patches) : overwrite(s, frame, marked, patches);
                if (change.ok())
                    s = **apply(s, *change);
            }
            s = **apply(s, *addMarker(s, {{}, number(0, 50), 3, "Gun", "RED"}));
            s = **apply(s, *setTrack(s, s.tracks[1]->id, TrackToggle::Mute, number(0, 1) == 1));
            s = **apply(s, *setTrack(s, s.tracks[2]->id, TrackToggle::Lock, number(0, 1) == 1));
            s = **apply(s, *setTrack(s, s.tracks[1]->id, TrackToggle::SyncLock, number(0, 1) == 1));
            s = **apply(s, *setTrackLanguage(s, s.tracks[1]->id, "pt-BR"));
            s = **apply(s, *addTrack(s, number(0, 1) ? TrackKind::Video : TrackKind::Audio));
            std::set<Uuid> some;
            for (const auto& each : s.tracks)
                for (const Item& item : each->items)
                    if (item.clip && !each->locked && number(0, 2) == 0)
                        some.insert(item.clip->id);
            const auto kind = static_cast<TransitionKind>(number(0, 2));
            const auto take = [&](const Result<Change>& change) {
                if (change.ok())
                    s = **apply(s, *change);
            };
            const auto speed = ClipSpeed::make(number(1, 7) * (number(0, 1) ? 1 : -1), number(1, 7));
            take(setSpeed(s, some, *speed, number(0, 1) ? SpeedLength::Ripple : SpeedLength::Keep,
                          angles(rate)));
            take(razor(s, number(0, s.durationFrames()), {})); // within a frame that is held
            take(freezeFrame(s, some, number(0, s.durationFrames())));
            take(addTransitionsTo(s, some, kind, number(1, 30), angles(rate)));
            take(setGain(s, some, -450));
            for (const Uuid& id : some) { // those of pictures refuse
                take(setGainKeyframe(s, id, number(-100, 9'000), number(-9'000, 900)));
                take(setGainKeyframe(s, id, number(9'001, 30'000), number(-9'000, 900)));
            }
            take(setSound(s, some,
                          {{},
                           static_cast<int>(number(-100, 100)),
                           static_cast<int>(number(-2, 3)),
                           static_cast<int>(number(-2, 3)),
                           false}));
            take(setColour(s, some, "CYAN"));
            for (const auto& facts : pictureParameters()) {
                const ParameterValue value{facts.parameter, number(facts.lowest, facts.highest)};
                take(setPictureParameters(s, some, std::vector{value}, number(0, s.durationFrames())));
                if (number(0, 2) == 0)
                    take(setPictureKeyframe(s, some, facts.parameter, number(0, s.durationFrames()), true));
            }
            take(setFraming(s, some, static_cast<Framing>(number(0, 1))));
            s.framing = static_cast<Framing>(number(0, 1));
            const std::string text = writeOtio(s, angles(rate));
            const auto back = readOtio(text, resolver(rate));
            QVERIFY2(back.ok(), back.ok() ? "" : back.error().message.c_str());
            QVERIFY(back->problems.empty());
            QVERIFY(back->notes.empty());
            QCOMPARE(back->sequence, s);
            QCOMPARE(writeOtio(back->sequence, back->sources), text);
        }
    }
    void whatIsNotReadIsSaid() {
        Json clip = noteClip(1, range(time(1800000, 50), time(40, 50)));
        clip["markers"] = {{{"OTIO_SCHEMA", "Marker.2"}, {"name", "on a clip"}}};
        clip["effects"] = {{{"OTIO_SCHEMA", "Effect.1"}, {"effect_name", "Blur"}}};
        const Json gap{{"OTIO_SCHEMA", "Gap.1"},
                       {"source_range", range(time(0, 50), time(10, 50))},
                       {"metadata", {{"someone", {{"note", "else's"}}}}}};
        const Json transition{{"OTIO_SCHEMA", "Transition.1"},
                              {"transition_type", "SMPTE_Dissolve"},
                              {"in_offset", time(2, 50)},
                              {"out_offset", time(2, 50)},
                              {"metadata", {{"cutaway", {{"kind", "of a later version"}}}}}};
        const auto read = readJson(
            timelineOf({track("Video", {clip, transition, clip, gap, clip}), track("Data", Json::array())}));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        int lost = 0;
        for (const ReadNote& note : read->notes)
            lost += note.fate == Fate::Lost;
        QCOMPARE(read->notes.size(),
                 std::size_t(8)); // of three clips a marker and an effect each, the transition
        QCOMPARE(lost, 1);        // the data track
    }
    void whatOthersWroteIsWrittenBack() {
        Json clip = noteClip(1, range(time(1800000, 50), time(40, 50)));
        const Json markers{
            {{"OTIO_SCHEMA", "Marker.2"}, {"name", "on a clip"}, {"weird", {1, 2.5, nullptr}}}};
        const Json blur{
            {"OTIO_SCHEMA", "Effect.1"}, {"effect_name", "Blur"}, {"metadata", {{"x", {{"radius", 0.1}}}}}};
        clip["markers"] = markers;
        clip["effects"] = {{{"OTIO_SCHEMA", "LinearTimeWarp.1"}, {"time_scalar", 0.5}}, blur};
        clip["color"] = {{"OTIO_SCHEMA", "Color.1"}, {"r", 0.5}};
        const Json gap{{"OTIO_SCHEMA", "Gap.1"},
                       {"name", "held"},
                       {"source_range", range(time(3, 25), time(5, 25))},
                       {"metadata", {{"someone", {{"note", "else's"}}}}}};
        const Json transition{{"OTIO_SCHEMA", "Transition.1"},
                              {"name", "Swirl"},
                              {"transition_type", "Custom_Transition"},
                              {"in_offset", time(2, 50)},
                              {"out_offset", time(2, 50)},
                              {"metadata", {{"someone", {{"turns", 3}}}}}};
        const auto read = readJson(timelineOf({track("Video", {clip, transition, clip, gap, clip})}));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        const auto childrenOf = [&](const Sequence& sequence) {
            return Json::parse(writeOtio(sequence, read->sources))["tracks"]["children"][0]["children"];
        };
        const Json children = childrenOf(read->sequence);
        QCOMPARE(children.size(), 5U);
        QVERIFY(children[0]["markers"] == markers);
        QCOMPARE(children[0]["effects"].size(), 2U);
        QVERIFY(children[0]["effects"][1] == blur);
        QVERIFY(children[0]["color"] == clip["color"]);
        QVERIFY(children[1] == transition);
        QVERIFY(children[3] == gap);
        QVERIFY(!children[0]["metadata"].contains("cutaway:kept"));
        // What is no longer what it was is written as what it is now.
        const Sequence& s = read->sequence;
        const Uuid last = s.tracks[0]->items[3].clip->id;
        const auto move = moveClips(s, {last}, 4, 0);
        QVERIFY2(move.ok(), move ? "" : (move.error().message + move.error().detail).c_str());
        const Sequence moved = **apply(s, *move);
        QVERIFY(childrenOf(moved)[3]["metadata"] == Json::object());
        QVERIFY(childrenOf(moved)[1] == transition);
        const auto dip = setTransition(s, s.tracks[0]->items[1].clip->id, Edge::Head,
                                       Transition{TransitionKind::Dip, 3, 3}, {});
        QVERIFY2(dip.ok(), dip ? "" : (dip.error().message + dip.error().detail).c_str());
        const Sequence longer = **apply(s, *dip);
        QVERIFY(childrenOf(longer)[1]["metadata"]["cutaway"]["kind"] == "dip");
        QVERIFY(childrenOf(longer)[3] == gap);
    }
    void olderNamesAreUnderstood() {
        Json video = track(
            "Video", {noteClip(1, range(time(1800000, 50), time(40, 50))),
                      Json{{"OTIO_SCHEMA", "Filler.1"}, {"source_range", range(time(0, 50), time(10, 50))}},
                      noteClip(1, range(time(1800100, 50), time(40, 50)))});
        video["OTIO_SCHEMA"] = "Sequence.1";
        video["markers"] = {
            {{"OTIO_SCHEMA", "Marker.1"}, {"name", "old"}, {"range", range(time(5, 50), time(0, 50))}}};
        const auto read = readJson(timelineOf({video}));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QCOMPARE(read->sequence.tracks[0]->items.size(), 3U);
        QCOMPARE(read->sequence.markers[0].frame, 5);
    }
    void ownFileKeepsItsPlaceWhileTheMediaIsAway() {
        Sequence s = emptySequence("Away", {50, 1}, false);
        s = **apply(s, *append(s, part(angle(1), 10, 30), targetPatches(s, angle(1), true, true)));
        const auto nobody = [](const MediaName&) -> Result<ResolvedMedia> {
            return Error{ErrorCategory::NotFound, "There is no such angle here.", {}};
        };
        const auto back = readOtio(writeOtio(s, angles()), nobody);
        QVERIFY(back.ok());
        QCOMPARE(back->sequence, s);
        QCOMPARE(back->problems.size(), std::size_t(3));
        QCOMPARE(back->problems[0].clipName, std::string("A"));
        // Whatever else went wrong is no matter of one clip.
        const auto away = [](const MediaName&) -> Result<ResolvedMedia> {
            return Error{ErrorCategory::Unavailable, "The cloud does not answer.", {}};
        };
        QCOMPARE(readOtio(writeOtio(s, angles()), away).error().category, ErrorCategory::Unavailable);
    }
    void exactTimesStandBesideTheDoubles() {
        Sequence s = emptySequence("Exact", p5994, true);
        s = **apply(s,
                    *append(s, part(angle(2, p5994), 1, 4), targetPatches(s, angle(2, p5994), true, false)));
        const Json json = Json::parse(writeOtio(s, angles(p5994)));
        const Json& clip = json["tracks"]["children"][0]["children"][0];
        QCOMPARE(clip["source_range"]["start_time"]["value"].get<double>(),
                 static_cast<double>(angle(2, p5994).first + 1));
        QCOMPARE(clip["metadata"]["cutaway"]["source_timerange"].get<std::string>(),
                 angle(2, p5994).clock.rangeOf(angle(2, p5994).first + 1, 3).toString());
        const Json& tams = clip["media_references"]["DEFAULT_MEDIA"]["metadata"]["bbc.github.io/tams"];
        QCOMPARE(tams["source_id"].get<std::string>(), angle(2).multiSource.toString());
        QCOMPARE(tams["available_range_offset"].get<std::string>(), std::string("0:0"));
    }
    void nanosecondStartsAndFrameDurations() {
        // As AppNote 0015 writes: the start in absolute nanoseconds, the duration in frames.
        const double start = 36'000e9 + 7 * 20e6;
        const auto read = readJson(
            timelineOf({track("Video", {noteClip(1, range(time(start, 1e9), time(12, 50))),
                                        noteClip(2, range(time(36'001e9 + 9e6, 1e9), time(13, 50)))})}));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        COMPARE_TRACK(read->sequence, 0, "clip7+12 clip50+13");
        QCOMPARE(read->sequence.rate, (FrameRate{50, 1}));
    }
    void nanosecondsSinceTheEpochSurviveTheirDoubles() {
        // At 1.72e18 ns a double is 256 ns wide; the frame is found all the same, at 59.94 too.
        SourceTiming live = angle(1, p5994);
        live.clock.origin = {1'720'000'000, 0};
        live.first = live.clock.originUnit();
        live.end = live.first + 100'000;
        const auto resolve = [&](const MediaName&) -> Result<ResolvedMedia> {
            return ResolvedMedia{live, 0};
        };
        Json clips = Json::array();
        for (std::int64_t n = 0; n < 2000; n += 37) {
            const auto ns = live.clock.timeOf(live.first + n).totalNanoseconds();
            clips.push_back(noteClip(1, range(time(static_cast<double>(ns), 1e9), time(1, 59.94))));
        }
        const auto read = readOtio(timelineOf({track("Video", clips)}).dump(), resolve);
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        const auto& items = read->sequence.tracks[0]->items;
        for (std::size_t i = 0; i < items.size(); ++i)
            QCOMPARE(items[i].clip->in, live.first + std::int64_t(i) * 37);
    }
    void roundingNeverAccumulates() {
        // A thousand clips of 1/3 s at 50: each edge is the nearest frame to i/3 s.
        Json clips = Json::array();
        for (int i = 0; i < 1000; ++i)
            clips.push_back(noteClip(1, range(time(36000, 1), time(8, 24))));
        const auto read = readJson(timelineOf({track("Video", clips), track("Audio", clips)}));
        QVERIFY(read.ok());
        const TrackIndex pictures(*read->sequence.tracks[0]);
        const TrackIndex sound(*read->sequence.tracks[1]);
        for (std::int64_t i = 0; i <= 1000; ++i) {
            QCOMPARE(pictures.start(std::size_t(i)), (i * 100 + 3) / 6);
            QCOMPARE(sound.start(std::size_t(i)), i * 16000);
        }
    }
    void flowsByUrlAreResolvedAndKeptAsGiven() {
        const std::string url = "tams://store.example/flows/" + Uuid::named(Uuid(), "flow 1").toString();
        Json clip = noteClip(1, range(time(1'800'010, 50), time(5, 50)));
        clip["media_references"]["DEFAULT_MEDIA"] = {
            {"OTIO_SCHEMA", "ExternalReference.1"}, {"target_url", url}, {"metadata", {{"other", {1, 2}}}}};
        clip["metadata"] = {{"their.program", {{"note", "kept"}}}};
        const auto read = readJson(timelineOf({track("Video", {clip})}));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        QCOMPARE(read->sequence.tracks[0]->items[0].clip->media.sourceId, angle(1).multiSource);
        COMPARE_TRACK(read->sequence, 0, "clip10+5");
        const Json written = Json::parse(writeOtio(read->sequence, read->sources));
        const Json& back = written["tracks"]["children"][0]["children"][0];
        QVERIFY(back["media_references"] == clip["media_references"]);
        QVERIFY(back["metadata"]["their.program"] == clip["metadata"]["their.program"]);
    }
    void offsetsOfTheAvailableRangeAreAddedAndTakenOffAgain() {
        // In the file the media starts at 0; on its Source it starts at 10:00:00.
        Json clip = noteClip(1, range(time(25, 50), time(5, 50)));
        Json& reference = clip["media_references"]["DEFAULT_MEDIA"];
        reference["metadata"]["bbc.github.io/tams"]["available_range_offset"] = "36000:0";
        reference["available_range"] = range(time(0, 50), time(1000, 50));
        const auto read = readJson(timelineOf({track("Video", {clip}), track("Audio", {clip})}));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        COMPARE_TRACK(read->sequence, 0, "clip25+5");
        COMPARE_TRACK(read->sequence, 1, "clip25+5");
        const Json written = Json::parse(writeOtio(read->sequence, read->sources));
        const Json& start = written["tracks"]["children"][0]["children"][0]["source_range"]["start_time"];
        QCOMPARE(start["value"].get<double>(), 25.0);
        const auto again = readOtio(written.dump(), resolver());
        QCOMPARE(again->sequence, read->sequence);
    }
    void olderClipsAndWholeMediaAreRead() {
        Json clip = noteClip(3, nullptr);
        clip["OTIO_SCHEMA"] = "Clip.1";
        clip["media_reference"] = clip["media_references"]["DEFAULT_MEDIA"];
        clip.erase("media_references");
        const auto read = readJson(timelineOf({track("Video", {clip})}));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
        COMPARE_TRACK(read->sequence, 0, "clip0+1000");
    }
    void unknownMediaIsAProblemOfItsClip() {
        Json clip = noteClip(1, range(time(100, 50), time(5, 50)));
        clip["media_references"]["DEFAULT_MEDIA"]["metadata"] = Json::object();
        const auto read = readJson(
            timelineOf({track("Video", {noteClip(1, range(time(1'800'000, 50), time(5, 50))), clip})}));
        QVERIFY(read.ok());
        QCOMPARE(read->problems.size(), std::size_t(1));
        QCOMPARE(read->problems[0].recordFrame, 5);
        QVERIFY(read->problems[0].error.message.find("does not say which angle") != std::string::npos);
    }
    void refusesWithThePlace_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const Json& document, const char* place) {
            QTest::newRow(name) << QString::fromStdString(document.dump()) << QString::fromLatin1(place);
        };
        const auto raw = [](const char* name, const std::string& text, const char* place) {
            QTest::newRow(name) << QString::fromStdString(text) << QString::fromLatin1(place);
        };
        const Json good = noteClip(1, range(time(0, 50), time(5, 50)));
        const auto withClip = [&](const auto& change) {
            Json clip = good;
            change(clip);
            return timelineOf({track("Video", {good, clip})});
        };
        raw("nothing", "", "byte");
        raw("not JSON", "EDL TITLE: x", "byte");
        raw("cut short", timelineOf({track("Video", {good})}).dump().substr(0, 200), "byte");
        raw("NaN", R"({"OTIO_SCHEMA": NaN})", "byte");
        raw("deep", std::string(100'000, '['), "levels deep");
        raw("a list", "[]", "the document should be an object");
        raw("another kind", R"({"OTIO_SCHEMA": "SerializableCollection.1"})", "not a timeline");
        row("no tracks", {{"OTIO_SCHEMA", "Timeline.1"}}, "has no \"tracks\"");
        row("tracks a number", {{"OTIO_SCHEMA", "Timeline.1"}, {"tracks", 3}}, "tracks should be an object");
        row("rate of nothing", withClip([](Json& c) { c["source_range"]["duration"]["rate"] = 0; }),
            "tracks.children[0].children[1].source_range.duration.rate");
        row("huge value", withClip([](Json& c) { c["source_range"]["start_time"]["value"] = 1e300; }),
            "source_range.start_time.value is out of range");
        row("huge duration", withClip([](Json& c) { c["source_range"]["duration"]["value"] = 4e18; }),
            "beyond what a sequence can hold");
        row("negative", withClip([](Json& c) { c["source_range"]["duration"]["value"] = -1; }), "negative");
        row("negative media", withClip([](Json& c) {
                c.erase("source_range");
                c["media_references"]["DEFAULT_MEDIA"]["available_range"] = range(time(0, 50), time(-3, 50));
            }),
            "tracks.children[0].children[1] has media of a negative length");
        row("a start of no Source",
            withClip([](Json& c) { c["source_range"]["start_time"]["value"] = 1e18; }),
            "tracks.children[0].children[1] starts outside");
        row("a sound of no Source",
            timelineOf({track("Audio", {noteClip(1, range(time(1e18, 50), time(5, 50)))})}),
            "tracks.children[0].children[0] starts outside");
        row("text for a number", withClip([](Json& c) { c["source_range"]["duration"]["value"] = "5"; }),
            "duration.value should be a number");
        row("no UUID", withClip([](Json& c) {
                c["media_references"]["DEFAULT_MEDIA"]["metadata"]["bbc.github.io/tams"]["source_id"] =
                    "../../x";
            }),
            "source_id should be a UUID");
        const Json half{{"OTIO_SCHEMA", "LinearTimeWarp.1"}, {"time_scalar", 0.5}};
        row("two speeds", withClip([&](Json& c) { c["effects"] = {half, half}; }), "a second time");
        row(
            "a speed of a track",
            [&] {
                Json whole = track("Video", {good});
                whole["effects"] = {half};
                return timelineOf({whole});
            }(),
            "of more than a clip");
        for (const double scalar : {1e9, 0.001, -101.0})
            row(qPrintable(QStringLiteral("speed %1").arg(scalar)), withClip([&](Json& c) {
                    c["effects"] = {{{"OTIO_SCHEMA", "LinearTimeWarp.1"}, {"time_scalar", scalar}}};
                }),
                "effects[0] has a speed");
        row("a scale of nothing sensible", withClip([](Json& c) {
                c["effects"] = {{{"OTIO_SCHEMA", "Effect.1"},
                                 {"effect_name", "cutaway.picture"},
                                 {"metadata", {{"cutaway", {{"scale", -1}}}}}}};
            }),
            "tracks.children[0].children[1].effects[0].metadata.cutaway is not what it should be");
        row("keyframes out of order", withClip([](Json& c) {
                c["effects"] = {{{"OTIO_SCHEMA", "Effect.1"},
                                 {"effect_name", "cutaway.picture"},
                                 {"metadata", {{"cutaway", {{"scale", {{5, 1, "hold"}, {4, 1, "hold"}}}}}}}}};
            }),
            "metadata.cutaway is not what it should be");
        row("an unknown time effect", withClip([](Json& c) {
                c["effects"] = {{{"OTIO_SCHEMA", "TimeEffect.1"}}};
            }),
            "in a way that is not known");
        row("transition", timelineOf({track("Video", {good, {{"OTIO_SCHEMA", "Transition.1"}}})}),
            "tracks.children[0].children[1]");
        row("nested", timelineOf({track("Video", {{{"OTIO_SCHEMA", "Stack.1"}}})}), "flatten");
        Json many = Json::array();
        for (int i = 0; i < 300; ++i)
            many.push_back(track("Video", Json::array()));
        row("many tracks", timelineOf(many), "tracks.children has more than 256");
    }
    void refusesWithThePlace() {
        QFETCH(QString, text);
        QFETCH(QString, place);
        const auto read = readOtio(text.toStdString(), resolver());
        QVERIFY(!read.ok());
        QVERIFY2(QString::fromStdString(read.error().message).contains(place), read.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(TestOtio)
#include "test_otio.moc"
