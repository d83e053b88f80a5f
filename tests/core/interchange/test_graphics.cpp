#include "../timeline/timeline_fixture.h"

#include "core/interchange/edl_writer.h"
#include "core/interchange/fcp7_writer.h"
#include "core/interchange/otio_reader.h"
#include "core/interchange/otio_writer.h"

#include <nlohmann/json.hpp>

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::interchange;

namespace {

/// A, then B; over both a title from 10 to 60, faded in; its sequence speaks German.
Sequence titled(FrameRate rate) {
    Sequence s = emptySequence("Titled", rate, rate.allowsDropFrame());
    for (const int number : {1, 2}) {
        const auto source = angle(number, rate);
        s = **apply(s, *append(s, part(source, 0, 40), targetPatches(s, source, true, true)));
    }
    Graphic title{R"({"cutaway_graphic": 1, "id": "t", "ä": "\u2028"})",
                  {{"name", "Zoë \"Z\" O’Neill", {{"fr", "Zoé"}}}, {"accent", "#E8B83A"}, {"ground", "on"}},
                  -12,
                  700};
    s = **apply(s, *addGraphic(s, title, "Lower third", 10, 60));
    Track upper = *s.tracks[1];
    Clip clip = *upper.items[1].clip;
    clip.head = Transition{TransitionKind::Dissolve, 0, 5};
    upper.items[1] = Item::of(clip);
    s.tracks[1] = std::make_shared<const Track>(upper);
    return **apply(s, *setSequenceLanguage(s, "de"));
}

MediaResolver resolver(FrameRate rate) {
    return [rate](const MediaName& name) -> Result<ResolvedMedia> {
        for (const auto& [id, source] : angles(rate))
            if (id == name.id)
                return ResolvedMedia{source, 0};
        return Error{ErrorCategory::NotFound, "unknown", {}};
    };
}

std::string lost(const ConversionReport& report) {
    std::string text;
    for (const ConversionEvent& event : report.events)
        if (event.fate == Fate::Lost && event.what.starts_with("graphic"))
            text += event.track + " " + event.timecode + " " + event.what + ": " + event.how + "\n";
    return text;
}

} // namespace

class TestInterchangeGraphics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void otioHoldsAll_data() { addRates(); }
    void otioHoldsAll() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        const Sequence s = titled(rate);
        const std::string text = writeOtio(s, angles(rate));
        const auto read = readOtio(text, resolver(rate));
        if (!read)
            QFAIL(read.error().message.c_str());
        QVERIFY(read->problems.empty());
        QVERIFY(read->sequence == s);
        QCOMPARE(writeOtio(read->sequence, angles(rate)), text);
        // Other programs find a generator with the texts.
        const auto json = nlohmann::json::parse(text);
        const auto& clip = json["tracks"]["children"][1]["children"][2];
        const auto& reference = clip["media_references"]["DEFAULT_MEDIA"];
        QCOMPARE(reference["OTIO_SCHEMA"].get<std::string>(), std::string("GeneratorReference.1"));
        QCOMPARE(reference["generator_kind"].get<std::string>(), std::string("cutaway.graphic"));
        QCOMPARE(reference["parameters"]["name"].get<std::string>(), std::string("Zoë \"Z\" O’Neill"));
    }

    void aDamagedOneIsRefusedWithItsPlace() {
        const FrameRate rate{50, 1};
        const auto sound = nlohmann::json::parse(writeOtio(titled(rate), angles(rate)));
        const auto why = [&](auto change) {
            auto json = sound;
            change(json["tracks"]["children"][1]["children"][2]);
            const auto read = readOtio(json.dump(), resolver(rate));
            return read ? std::string() : read.error().message + " " + read.error().detail;
        };
        const auto graphicIn = [](auto& clip) -> auto& {
            return clip["media_references"]["DEFAULT_MEDIA"]["metadata"]["cutaway"]["graphic"];
        };
        QCOMPARE(why([](auto&) {}), std::string());
        QVERIFY(why([&](auto& clip) { graphicIn(clip)["fields"] = 7; }).find("graphic") != std::string::npos);
        QVERIFY(why([&](auto& clip) { graphicIn(clip)["design"] = ""; }).find("graphic") !=
                std::string::npos);
        QVERIFY(!why([](auto& clip) {
                     clip["media_references"]["DEFAULT_MEDIA"]["metadata"].erase("cutaway");
                 }).empty());
        QVERIFY(!why([&](auto& clip) { graphicIn(clip)["move"] = {1, 1'000'000}; }).empty());
    }

    void ofAnotherProgramItIsRefusedInWords() {
        const FrameRate rate{50, 1};
        auto json = nlohmann::json::parse(writeOtio(titled(rate), angles(rate)));
        json["tracks"]["children"][1]["children"][2]["media_references"]["DEFAULT_MEDIA"]["generator_kind"] =
            "SomeTitle";
        const auto read = readOtio(json.dump(), resolver(rate));
        QVERIFY(!read.ok());
        QVERIFY(read.error().message.find("generated picture") != std::string::npos);
    }

    void onASoundTrackItIsRefused() {
        const FrameRate rate{50, 1};
        auto json = nlohmann::json::parse(writeOtio(titled(rate), angles(rate)));
        auto& tracks = json["tracks"]["children"];
        tracks[2]["children"][0]["media_references"] = tracks[1]["children"][2]["media_references"];
        const auto read = readOtio(json.dump(), resolver(rate));
        QVERIFY(!read.ok());
        QVERIFY(read.error().message.find("graphic on a sound track") != std::string::npos);
    }

    void othersSayThatTheyLeaveItOut() {
        const FrameRate rate{50, 1};
        const Sequence s = titled(rate);
        const char* said =
            "V2 01:00:00:10 graphic Lower third (Zoë \"Z\" O’Neill): the format has no graphics\n";
        const auto edl = writeEdl(s, angles(rate));
        QVERIFY(edl.ok());
        QCOMPARE(lost(edl->report), std::string(said));
        const auto xml = writeFcp7(s, angles(rate));
        QVERIFY(xml.ok());
        QCOMPARE(lost(xml->report), std::string(said));
        QVERIFY(xml->text.find("Lower third") == std::string::npos);
        // What is left is the cut as it would be without the title.
        Sequence plain = s;
        plain.tracks.erase(plain.tracks.begin() + 1);
        QCOMPARE(edl->text, writeEdl(plain, angles(rate))->text);
    }
};

QTEST_APPLESS_MAIN(TestInterchangeGraphics)
#include "test_graphics.moc"
