#include "ui/actions/action_set.h"
#include "ui/cut/cut_page.h"
#include "ui/cut/duck_dialog.h"
#include "ui/cut/sound_dialog.h"
#include "ui/cut/take_outbox.h"
#include "ui/cut/voice_dialog.h"

// The commands on sounds.
namespace cutaway::ui {

namespace {
constexpr int step = 100; ///< hundredths of a dB
} // namespace

void CutPage::bindSoundCommands() {
    const auto bind = [this](const char* id, auto run) { m_actions.bind(QLatin1String(id), this, run); };
    const auto edit = [this](auto make) {
        return [this, make] { report(editing().take(make(*editing().sequence(), editing().chosen()))); };
    };
    using timeline::Sequence;
    using Clips = std::set<Uuid>;
    bind("clip.gain", [this] { askForSound(); });
    bind("sound.louder",
         edit([](const Sequence& s, const Clips& clips) { return makeLouder(s, clips, step); }));
    bind("sound.quieter",
         edit([](const Sequence& s, const Clips& clips) { return makeLouder(s, clips, -step); }));
    bind("sound.keyframe", [this] {
        report(editing().take(
            toggleGainKeyframes(*editing().sequence(), editing().chosen(), editing().playhead())));
    });
    bind("sound.record", [this] { recordVoice(); });
    bind("sound.duck", [this] { duckSelection(); });
    bind("sound.removeKeyframes",
         edit([](const Sequence& s, const Clips& clips) { return removeGainKeyframes(s, clips); }));
}

void CutPage::duckSelection() {
    const std::set<Uuid> bed = editing().selection();
    if (timeline::bedRange(*editing().sequence(), bed).count() == 0) {
        showRefusal(tr("Select the music first."));
        return;
    }
    if (!m_session.media()) {
        showRefusal(
            tr("The media is not reachable now, so its loudness cannot be measured. Try again later."));
        return;
    }
    DuckDialog dialog(m_session, m_document.link(), bed, this);
    connect(&dialog, &DuckDialog::listenRequested, this, [this] {
        if (m_programme.isPlaying())
            m_programme.stop();
        else
            m_programme.shuttle(1);
    });
    if (dialog.exec() == QDialog::Accepted)
        Q_EMIT status(tr("The music gives way to the other sounds"));
    m_programme.stop();
}

/// The first time it opens the dialog; while that is open the key begins and ends takes.
void CutPage::recordVoice() {
    if (!m_input) {
        showRefusal(tr("This computer cannot record sound."));
        return;
    }
    if (m_voice && m_voice->isVisible()) {
        m_voice->toggle();
        return;
    }
    delete m_voice;
    m_voice = new VoiceDialog({m_document.link(), m_programme, *m_input, m_audio, *m_takes}, this);
    m_voice->addAction(m_actions.action(QStringLiteral("sound.record"))); // its key, while it has the focus
    m_voice->show();
}

void CutPage::askForSound() {
    std::optional<timeline::Clip> first;
    for (const Uuid& id : editing().chosen())
        if (const auto place = timeline::findClip(*editing().sequence(), id);
            place && !first && editing().sequence()->tracks[place->track]->kind == timeline::TrackKind::Audio)
            first = *place->clip;
    if (!first) {
        showRefusal(tr("Select a sound first."));
        return;
    }
    SoundDialog dialog(*first, this);
    if (dialog.exec() == QDialog::Accepted && !dialog.settings().isEmpty())
        report(editing().take(setSound(*editing().sequence(), editing().chosen(), dialog.settings())));
}

} // namespace cutaway::ui
