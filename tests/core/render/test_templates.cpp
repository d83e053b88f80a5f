#include "core/render/graphic_motion.h"
#include "core/render/template_library.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace cutaway;
using namespace cutaway::render;

namespace {

const std::filesystem::path ownFolder = CUTAWAY_SOURCE_DIR "/resources/graphics";

void write(const std::filesystem::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

/// A sound template around one field and one element, either of which may be replaced.
std::string templateWith(const std::string& field, const std::string& element) {
    return R"({"cutaway_graphic": 1, "id": "test", "name": "Test", "ms": 1000, "anchor": "centre", "width": 1,
               "height": 1, "fields": [)" +
           field + R"(], "elements": [)" + element + "]}";
}
const std::string soundField = R"({"key": "name", "type": "text", "label": "Name", "initial": "N"})";
const std::string soundElement =
    R"({"kind": "box", "x": 0, "y": 0, "width": 1, "height": 1, "colour": "#FFFFFF"})";

GraphicTemplate withClock(const std::string& initial, const std::string& more = {}) {
    return readTemplate(templateWith(R"({"key": "clock", "type": "clock", "label": "C", "initial": ")" +
                                         initial + "\"" + more + "}",
                                     soundElement))
        .value();
}

struct Wrong {
    const char* name;
    std::string text;
    const char* said;
};

std::vector<Wrong> wrongTemplates() {
    std::vector<Wrong> all;
    const auto row = [&](const char* name, std::string text, const char* said) {
        all.push_back({name, std::move(text), said});
    };
    row("no JSON", "{", "it is no JSON; the first error is at byte 2");
    row("something else", "{}", "“cutaway_graphic” is missing");
    row("newer", R"({"cutaway_graphic": 2})", "newer version");
    row("no id", R"({"cutaway_graphic": 1})", "it lacks “id”");
    row("misspelt", templateWith(soundField, R"({"kind": "box", "colur": "#FFFFFF"})"),
        "“elements” 1 does not know “colur”");
    row("kind", templateWith(soundField, R"({"kind": "star"})"), "does not know “star”, only box");
    row("colour",
        templateWith(soundField,
                     R"({"kind": "box", "x": 0, "y": 0, "width": 1, "height": 1, "colour": "white"})"),
        "“elements” 1, “colour” must be a colour such as #FFFFFF");
    row("number",
        templateWith(soundField,
                     R"({"kind": "box", "x": "0", "y": 0, "width": 1, "height": 1, "colour": "#FFFFFF"})"),
        "“elements” 1, “x” must be a number");
    row("range",
        templateWith(soundField,
                     R"({"kind": "box", "x": 9e300, "y": 0, "width": 1, "height": 1, "colour": "#FFFFFF"})"),
        "“x” must be from -2.0 to 4.0");
    row("unknown field", templateWith(soundField, R"({"kind": "text", "x": 0, "y": 0, "width": 1, "height": 1,
        "colour": "#FFFFFF", "text": "{nam}", "font": "Inter", "size": 0.1})"),
        "names the field “nam”, which there is not");
    row("font", templateWith(soundField, R"({"kind": "text", "x": 0, "y": 0, "width": 1, "height": 1,
        "colour": "#FFFFFF", "text": "{name}", "font": "Comic", "size": 0.1})"),
        "only Inter, JetBrains Mono");
    row("two of a key", templateWith(soundField + "," + soundField, soundElement),
        "has the key “name” of another");
    row("initial",
        templateWith(R"({"key": "n", "type": "number", "label": "N", "initial": "x"})", soundElement),
        "Type a whole number");
    row("no English",
        templateWith(R"({"key": "n", "type": "text", "label": {"de": "N"}, "initial": "x"})", soundElement),
        "lacks English");
    row("nothing in it", templateWith(soundField, ""), "“elements” is empty");
    row("clock without switch",
        templateWith(R"({"key": "c", "type": "clock", "label": "C", "initial": "0:00", "runs_with": "go"})",
                     soundElement),
        "runs with “go”, which is no switch");
    row("deep", std::string(5000, '['), "it nests too deep");
    row("large", std::string(maxTemplateBytes + 1, ' '), "larger than 64 kB");
    return all;
}

const std::string comingAndGoing =
    R"({"kind": "box", "x": 0, "y": 0, "width": 1, "height": 1,
                "colour": "#FFFFFF",
                "in": [{"kind": "fade", "ms": 100, "pace": "straight"}, {"kind": "slide", "from": "left", "distance": 1, "ms": 100, "pace": "straight"}],
                "out": [{"kind": "fade", "ms": 100, "pace": "straight"}, {"kind": "slide", "from": "left", "distance": 1, "ms": 100, "pace": "straight"}]})";

} // namespace

class TestTemplates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oursAreSoundAndInEveryLanguage() {
        const auto library = loadTemplates({{ownFolder}});
        QVERIFY2(library.problems.empty(),
                 library.problems.empty() ? "" : library.problems.front().message.c_str());
        std::vector<std::string> ids;
        for (const auto& stored : library.templates) {
            ids.push_back(stored.design.id);
            const auto everyLanguage = [&](const LocalText& words) {
                for (const char* language : {"en", "de", "fr"})
                    QVERIFY2(words.byLanguage.contains(language), stored.design.id.c_str());
            };
            everyLanguage(stored.design.name);
            for (const TemplateField& field : stored.design.fields)
                everyLanguage(field.label);
        }
        QCOMPARE(ids, (std::vector<std::string>{"clock-and-score", "full-title", "logo-bug", "lower-third"}));
        // What a graphic carries is the template itself.
        for (const auto& stored : library.templates)
            QVERIFY(readTemplate(graphicFrom(stored).design).value() == stored.design);
    }

    void whatIsWrongIsSaid_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        for (const Wrong& wrong : wrongTemplates())
            QTest::newRow(wrong.name) << QString::fromStdString(wrong.text) << QString::fromUtf8(wrong.said);
    }
    void whatIsWrongIsSaid() {
        QFETCH(QString, text);
        QFETCH(QString, said);
        const auto read = readTemplate(text.toStdString());
        QVERIFY(!read.ok());
        QVERIFY2(QString::fromStdString(read.error().message).contains(said), read.error().message.c_str());
    }

    void foldersAddAndReplace() {
        QTemporaryDir folder;
        const std::filesystem::path own = folder.path().toStdString();
        std::string changed = templateWith(soundField, soundElement);
        write(own / "own.json", changed);
        changed.replace(changed.find("\"test\""), 6, "\"logo-bug\"");
        write(own / "logo.json", changed);
        write(own / "bad.json", "{");
        write(own / "notes.txt", "{");
        const auto library = loadTemplates({{ownFolder, own, own / "not-there"}});
        QCOMPARE(library.templates.size(), std::size_t{5});
        QVERIFY(library.find("test"));
        QCOMPARE(library.find("logo-bug")->design.name.in("de"), std::string("Test"));
        QVERIFY(!library.find("nothing"));
        QCOMPARE(library.problems.size(), std::size_t{1});
        QVERIFY2(library.problems.front().message.starts_with("bad.json: "),
                 library.problems.front().message.c_str());
    }

    void fieldsAreChecked() {
        const auto may = [](FieldType type, const char* text) {
            TemplateField field;
            field.type = type;
            return checkField(field, text).ok();
        };
        QVERIFY(may(FieldType::Number, "-12") && may(FieldType::Number, "0"));
        QVERIFY(!may(FieldType::Number, "") && !may(FieldType::Number, "1.5") &&
                !may(FieldType::Number, "-"));
        for (const char* time : {"0:00", "12:34", "9.58", "1:02.3", "90", "120:00"})
            QVERIFY2(may(FieldType::Clock, time), time);
        for (const char* time :
             {"", ":", "1:60", "1:2", "1:2:3", "9.", ".5", "9.1234", "x:00", "12345:00", "1.5:00"})
            QVERIFY2(!may(FieldType::Clock, time), time);
        QVERIFY(may(FieldType::Colour, "#0a1B2c"));
        for (const char* colour : {"", "#fff", "#-00001", "#GG0000", "FFFFFF0", "#+00001"})
            QVERIFY2(!may(FieldType::Colour, colour), colour);
        QVERIFY(may(FieldType::Switch, "on") && !may(FieldType::Switch, "yes"));
    }

    void clocksCountFrames_data() {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("more");
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::addColumn<int>("frame");
        QTest::addColumn<QString>("shown");
        QTest::newRow("starts") << "0:00"
                                << "" << 50 << 1 << 0 << "0:00";
        QTest::newRow("last frame of a second") << "0:00"
                                                << "" << 50 << 1 << 49 << "0:00";
        QTest::newRow("next second") << "0:00"
                                     << "" << 50 << 1 << 50 << "0:01";
        QTest::newRow("59.94, not yet") << "0:00"
                                        << "" << 60000 << 1001 << 59 << "0:00";
        QTest::newRow("59.94") << "0:00"
                               << "" << 60000 << 1001 << 60 << "0:01";
        QTest::newRow("an hour at 59.94") << "0:00"
                                          << "" << 60000 << 1001 << 215784 << "59:59";
        QTest::newRow("minute") << "12:59"
                                << "" << 25 << 1 << 25 << "13:00";
        QTest::newRow("hundredths") << "9.50"
                                    << "" << 50 << 1 << 4 << "9.58";
        QTest::newRow("tenths") << "1:59.9"
                                << "" << 50 << 1 << 5 << "2:00.0";
        QTest::newRow("down") << "0:02"
                              << ", \"counts\": \"down\"" << 25 << 1 << 25 << "0:01";
        QTest::newRow("down to the end") << "0:02"
                                         << ", \"counts\": \"down\"" << 25 << 1 << 500 << "0:00";
    }
    void clocksCountFrames() {
        QFETCH(QString, start);
        QFETCH(QString, more);
        QFETCH(int, num);
        QFETCH(int, den);
        QFETCH(int, frame);
        QFETCH(QString, shown);
        const auto design = withClock(start.toStdString(), more.toStdString());
        QCOMPARE(QString::fromStdString(fieldTexts(design, {}, {}, {frame, 1000000, {num, den}}).front()),
                 shown);
    }

    void clockStopsWithItsSwitch() {
        const auto library = loadTemplates({{ownFolder}});
        const auto& stored = *library.find("clock-and-score");
        auto graphic = graphicFrom(stored);
        graphic.fields = {{"clock", "44:10"}, {"running", "off"}, {"home-score", "two"}};
        const GraphicMoment later{500, 1000, {50, 1}};
        auto texts = fieldTexts(stored.design, graphic, "de", later);
        QCOMPARE(texts[4], std::string("44:10"));
        QCOMPARE(texts[1], std::string("0")); // what is no number is as the template says
        graphic.fields[1].text = "on";
        QCOMPARE(fieldTexts(stored.design, graphic, "de", later)[4], std::string("44:20"));
    }

    void motionIsExactAndSymmetric() {
        const auto design = readTemplate(templateWith(soundField, comingAndGoing)).value();
        const auto at = [&](std::int64_t frame, std::int64_t frames) {
            return statesAt(design, {"N"}, {frame, frames, {50, 1}}).front();
        };
        // 100 ms are five frames at 50: the middle of the k-th fifth.
        for (int k = 0; k < 5; ++k) {
            QCOMPARE(at(k, 40).opacity, (2 * k + 1) / 10.0);
            QCOMPARE(at(k, 40).x, (2 * k + 1) / 10.0 - 1);
            QVERIFY(at(k, 40) == at(39 - k, 40));
        }
        for (int k = 5; k < 35; ++k)
            QVERIFY(at(k, 40) == ElementState{});
        // Where both do not fit, both are shorter in proportion: two frames each in five.
        QCOMPARE(at(0, 5).opacity, 0.25);
        QCOMPARE(at(2, 5).opacity, 1.0);
        QVERIFY(at(0, 1).opacity > 0);
    }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "test_templates.moc"
