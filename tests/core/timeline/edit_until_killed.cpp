// A scripted editing session without a screen: it edits until it is killed, and says after each edit what the
// screen would show and how long the journal is by then. Usage: edit_until_killed JOURNAL SEED
#include "timeline_fixture.h"

#include "core/timeline/editor_session.h"
#include "core/timeline/serialise.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

void say(const std::string& line) {
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        std::_Exit(3);
}

class Script {
public:
    Script(EditorSession& session, unsigned seed)
        : m_session(session)
        , m_random(seed) {}

    void step(int number) {
        EditorSession& s = m_session;
        const std::int64_t length = s.sequence()->durationFrames();
        s.setPlayhead(any(0, length));
        switch (length < 40 ? 0 : any(0, 9)) {
        case 0:
        case 1:
            done(s.place(part(angle(1 + number % 4), any(0, 400), 401 + any(0, 40)), s.playhead(), true));
            return;
        case 2:
            done(s.place(part(angle(1 + number % 4), 100, 101 + any(0, 30)), s.playhead(), false));
            return;
        case 3:
            done(s.razor(true));
            return;
        case 4:
            s.setMarks(s.playhead(), s.playhead() + any(1, 20));
            done(any(0, 1) ? s.lift() : s.extract());
            return;
        case 5:
            if (const auto place = s.clipUnderPlayhead()) {
                s.select({place->clip->id});
                done(s.nudge(any(-9, 9)));
            }
            return;
        case 6:
            done(s.takeNearestEdit());
            done(s.trimBy(any(-9, 9)));
            return;
        case 7:
            done(s.addTransition(TrackKind::Video, TransitionKind::Dissolve));
            return;
        case 8:
            done(s.undo());
            return;
        default:
            if (any(0, 3) == 0) { // what the cloud has taken
                const std::string revision = Uuid::random().toString();
                done(s.revisionSent(revision));
                done(s.revisionSaved(s.version(), revision));
            } else {
                done(s.redo());
            }
        }
    }

private:
    std::int64_t any(std::int64_t from, std::int64_t to) {
        return std::uniform_int_distribution<std::int64_t>(from, to)(m_random);
    }
    template <class T>
    static void done(const Result<T>&) {} // what is refused changes nothing

    EditorSession& m_session;
    std::mt19937 m_random;
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    const Sequence start = emptySequence("Killed", {50, 1}, false);
    auto journal = Journal::create(argv[1], start, {});
    if (!journal)
        return 4;
    EditorSession session(History(std::make_shared<const Sequence>(start)), std::move(*journal));
    session.onChanged([&](Aspect aspect) {
        if (aspect == Aspect::Sequence)
            say(std::to_string(std::hash<std::string>{}(sequenceText(*session.sequence()))) + " " +
                std::to_string(std::filesystem::file_size(argv[1])) + "\n");
    });
    for (int number = 1; number <= 4; ++number)
        session.know(angle(number));
    Script script(session, static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10)));
    for (int number = 0;; ++number)
        script.step(number);
}
