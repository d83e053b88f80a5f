#include "ui/actions/action_set.h"
#include "ui/cut/cut_page.h"
#include "ui/cut/inspector_panel.h"
#include "ui/cut/sequence_dialog.h"

#include <array>

// The commands on how pictures lie on the frame.
namespace cutaway::ui {

void CutPage::bindPictureCommands() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    bind("view.inspector", [this] { showInspector(); });
    bind("clip.fit", [this] { report(editing().framePicture(timeline::Framing::Fit)); });
    bind("clip.fill", [this] { report(editing().framePicture(timeline::Framing::Fill)); });
    bind("clip.keyframe", [this] { toggleKeyframes(); });
    const auto walk = [this](int direction) {
        if (const auto frame = editing().neighbouringKeyframe(direction, {}))
            seekRecord(*frame);
        else
            showRefusal(direction < 0 ? tr("There is no keyframe before the playhead in the selected clips.")
                                      : tr("There is no keyframe after the playhead in the selected clips."));
    };
    bind("clip.previousKeyframe", [walk] { walk(-1); });
    bind("clip.nextKeyframe", [walk] { walk(1); });
    bind("clip.copyAttributes", [this] {
        const auto pictures = editing().chosenPictures();
        if (pictures.empty())
            return showRefusal(tr("Select a clip with a picture first."));
        m_attributes = effectsOf(*pictures.front().clip);
        Q_EMIT status(tr("Attributes copied"));
    });
    bind("clip.pasteAttributes", [this] {
        if (!m_attributes)
            return showRefusal(tr("Copy the attributes of a clip first."));
        report(editing().pastePicture(*m_attributes));
    });
    bind("clip.resetPicture", [this] { report(editing().resetPicture({})); });
    bind("sequence.settings", [this] {
        SequenceDialog dialog(*editing().sequence(), this);
        if (dialog.exec() == QDialog::Accepted)
            report(editing().setFormat(dialog.format()));
    });
}

/// On where any of them has none at the playhead; else off. One step.
void CutPage::toggleKeyframes() {
    using timeline::PictureParameter;
    constexpr std::array parameters{PictureParameter::PositionX, PictureParameter::PositionY,
                                    PictureParameter::Scale, PictureParameter::Rotation,
                                    PictureParameter::Opacity};
    report(editing().keyPictures(parameters));
}

} // namespace cutaway::ui
