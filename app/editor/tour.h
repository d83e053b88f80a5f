#pragma once

#include "app/editor/editor.h"

#include <functional>

namespace cutaway {

/// The main job by itself, in the real window and through the same commands as a user's keys: open the 100 m
/// final, cut three clips from three angles, deliver, play what came back. Saves a picture of each page and
/// the delivered file.
class Tour {
public:
    Tour(Editor& editor, const QString& folder);

    /// Runs it in a nested event loop. 0 when everything worked; else it has said on stderr what did not.
    int run();

private:
    bool openFinal();
    bool cutThreeClips();
    bool threeAnglesInOrder();
    bool deliver();
    bool playDelivered();

    bool waitFor(const std::function<bool()>& condition, const char* what, int seconds);
    bool command(const char* id, int times = 1);
    bool picture(const char* name);
    bool fail(const std::string& what);

    Editor& m_editor;
    QString m_folder;
    int m_jumps = 1; ///< of five frames: how long each clip is
};

} // namespace cutaway
