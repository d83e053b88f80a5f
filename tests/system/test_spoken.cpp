#include "tests/system/editor_stage.h"
#include "tests/system/screen_reader.h"

#include "tests/support/process_list.h"

#include <QTest>

#include <algorithm>
#include <csignal>

using namespace cutaway;
using namespace cutaway::test;
using namespace std::chrono_literals;

namespace {

QString lines(const std::vector<std::string>& texts) {
    QStringList all;
    for (const std::string& text : texts)
        all << QString::fromStdString(text);
    return all.join(QLatin1Char('\n'));
}

} // namespace

/// The editor as somebody has it who cannot see it: a real window in a process of its own, real keys, and a
/// client of the accessibility bus that finds, hears and acts.
class TestSpoken : public QObject {
    Q_OBJECT

    static constexpr auto patience = 30s;
    std::unique_ptr<EditorStage> m_stage;
    std::unique_ptr<SpeechBus> m_bus;
    std::unique_ptr<ScreenReader> m_reader;
    std::unique_ptr<EditorProcess> m_editor;
    QString m_journal;

    Spoken window() const { return m_reader->program(m_editor->id())->children().front(); }
    Spoken timeline() const { return *window().find("panel", "Timeline"); }
    std::optional<Spoken> track(const std::string& place) const {
        return timeline().find("list", place + ",");
    }
    /// The names of what a track holds.
    std::vector<std::string> clips(const std::string& place) const {
        const auto found = track(place);
        return found ? found->names() : std::vector<std::string>();
    }
    bool comesToBe(const std::function<bool()>& done) { return m_reader->listenUntil(done, patience); }
    /// Presses a key and waits until something whose name starts so has the focus.
    bool hears(const std::string& key, const std::string& name) {
        (void)m_reader->focused();
        m_editor->keys({key});
        std::vector<std::string> heard;
        const bool found = comesToBe([&] {
            for (const std::string& one : m_reader->focused())
                heard.push_back(one);
            return std::any_of(heard.begin(), heard.end(),
                               [&](const std::string& one) { return one.starts_with(name); });
        });
        if (!found)
            qWarning("heard after %s: %s", key.c_str(), qPrintable(lines(heard)));
        return found;
    }

private Q_SLOTS:
    void initTestCase() {
        m_stage = std::make_unique<EditorStage>();
        m_stage->makeFinal();
        if (QTest::currentTestFailed())
            return;
        m_bus = std::make_unique<SpeechBus>(m_stage->folder());
        m_reader = std::make_unique<ScreenReader>(*m_bus);
        m_editor = std::make_unique<EditorProcess>(m_stage->home(), m_stage->data(), m_bus->environment());
        QVERIFY(comesToBe([this] { return m_reader->program(m_editor->id()).has_value(); }));
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->journals().size(), 1, EditorStage::wait);
        m_journal = m_stage->journals().front();
        m_stage->makeFirstEdit(*m_editor, m_journal);
        if (QTest::currentTestFailed())
            return;
        m_editor->keys({"comma"});
        QVERIFY(comesToBe([this] { return clips("V1").size() == 2; }));
    }
    void cleanupTestCase() {
        if (m_editor)
            QVERIFY(m_editor->quit());
        m_editor.reset();
        m_reader.reset();
        m_bus.reset();
        // What the bus started ends with it.
        QTRY_VERIFY_WITH_TIMEOUT(
            [this] {
                for (const RunningProcess& left : processesNaming(m_stage->folder().string()))
                    if (left.command.find("at-spi") != std::string::npos ||
                        left.command.find("dbus") != std::string::npos)
                        return false;
                return true;
            }(),
            10'000);
        m_stage.reset();
    }

    void findsTracksAndClipsByName() {
        QVERIFY(track("V1"));
        QVERIFY(track("A1"));
        QVERIFY2(track("V1")->name().starts_with("V1, picture track, 2 clips"), track("V1")->name().c_str());
        const auto names = clips("V1");
        QVERIFY2(names[0].find(", V1, from 01:00:00:00, for 00:00:00:06") != std::string::npos,
                 names[0].c_str());
        QVERIFY2(names[1].find(", V1, from 01:00:00:06, for 00:00:00:06") != std::string::npos,
                 names[1].c_str());
        QVERIFY2(clips("A1")[0].find(", A1, from 01:00:00:00") != std::string::npos, clips("A1")[0].c_str());
        for (const Spoken& clip : track("V1")->children()) {
            QCOMPARE(clip.role(), std::string("list item"));
            QVERIFY(clip.isOnScreen());
        }
    }

    void hearsWhereKeysLead() {
        const std::string clip = clips("V1")[0].substr(0, clips("V1")[0].find(','));
        m_editor->keys({"shift+2"});
        QVERIFY(hears("shift+3", "Timeline")); // the playhead stands behind the last clip
        m_editor->keys({"Home"});
        QVERIFY(hears("d", clip + ", V1, from 01:00:00:00"));
        QVERIFY(hears("ctrl+Down", clip + ", V1, from 01:00:00:06"));
        QVERIFY(hears("ctrl+shift+Down", clip + ", A1, from 01:00:00:06"));
        QVERIFY(hears("ctrl+Up", clip + ", A1, from 01:00:00:00"));
        // The playhead leads as well.
        QVERIFY(hears("Down", clip + ", V1, from 01:00:00:06"));
        const auto second = track("V1")->children()[1];
        QVERIFY(second.isFocused());
        QVERIFY(!track("V1")->children()[0].isFocused());
    }

    void actsOnAClip() {
        m_editor->keys({"ctrl+shift+a"});
        const Spoken second = track("V1")->children()[1];
        QVERIFY(comesToBe([&] { return !second.isSelected(); }));
        QCOMPARE(second.actions(), (std::vector<std::string>{"select", "go to"}));
        QVERIFY(second.act("select"));
        QVERIFY(comesToBe([&] { return second.isSelected(); }));
        QVERIFY2(second.name().ends_with(", selected"), second.name().c_str());
        QVERIFY(!track("V1")->children()[0].isSelected());
        // It is the editor's own selection: a key takes that clip away, and what is said follows.
        const int edits = m_stage->editsIn(m_journal);
        m_editor->keys({"Delete"});
        QVERIFY(comesToBe([this] { return clips("V1").size() == 1; }));
        QVERIFY(clips("V1")[0].find("from 01:00:00:00") != std::string::npos);
        QVERIFY(m_stage->editsIn(m_journal) > 0 || edits == 0);
        m_editor->keys({"ctrl+z"});
        QVERIFY(comesToBe([this] { return clips("V1").size() == 2; }));
        QVERIFY(track("A1")->act("mute"));
        QVERIFY(comesToBe([this] { return track("A1")->name().ends_with(", muted"); }));
        QVERIFY(track("A1")->act("mute"));
    }

    void hearsGapsFadesAndMarkers() {
        m_editor->keys({"ctrl+shift+a", "Home"});
        m_editor->keys({"d"}); // the clip that the focus is on already
        QVERIFY(comesToBe([this] { return track("V1")->children()[0].isSelected(); }));
        m_editor->keys({"shift+d"});
        QVERIFY(comesToBe(
            [this] { return clips("V1")[0].find(", fades in over 00:00:00:") != std::string::npos; }));
        m_editor->keys({"ctrl+z", "Delete"});
        const std::string gap = "gap, V1, from 01:00:00:00, for 00:00:00:06";
        QVERIFY(comesToBe([&] { return clips("V1").size() == 2 && clips("V1")[0] == gap; }));
        m_editor->keys({"Down"});
        QVERIFY(comesToBe([this] { return track("V1")->children()[1].isFocused(); }));
        QVERIFY(hears("Home", gap));
        QVERIFY(track("V1")->children()[0].isFocused());
        QVERIFY(hears("alt+m", "marker, Green, at 01:00:00:00"));
        QVERIFY(timeline().find("list", "Markers, 1 marker"));
        m_editor->keys({"Down"});
        QVERIFY(comesToBe([this] { return track("V1")->children()[1].isFocused(); }));
        QVERIFY(timeline().find("list item", "marker, Green")->act("go to"));
        QVERIFY(comesToBe([this] { return timeline().find("list item", "marker, Green")->isFocused(); }));
        m_editor->keys({"ctrl+z", "ctrl+z"});
        QVERIFY(comesToBe([this] { return clips("V1").size() == 2 && clips("V1")[0].find("gap") != 0; }));
        QVERIFY(!timeline().find("list", "Markers"));
    }

    void everyControlHasAName_data() {
        QTest::addColumn<QString>("key");
        QTest::newRow("Browse") << QStringLiteral("ctrl+1");
        QTest::newRow("Cut") << QStringLiteral("ctrl+2");
        QTest::newRow("Deliver") << QStringLiteral("ctrl+3");
    }
    void everyControlHasAName() {
        QFETCH(QString, key);
        m_editor->keys({key.toStdString()});
        std::vector<std::string> found;
        // A page may be half there for a moment.
        (void)m_reader->listenUntil(
            [&] {
                found = ScreenReader::nameless(window());
                return found.empty();
            },
            5s);
        QVERIFY2(found.empty(), qPrintable(lines(found)));
        QVERIFY(window().name().starts_with("Cutaway"));
        QVERIFY(ScreenReader::seen(window()) > 30);
        m_editor->keys({"ctrl+2"});
    }
};

QTEST_GUILESS_MAIN(TestSpoken)
#include "test_spoken.moc"
