#include "ui/timeline/timeline_words.h"

#include "ui/timeline/clip_painter.h"

#include <QCoreApplication>
#include <QStringList>

namespace cutaway::ui {

namespace {

/// Context of the translations.
struct TimelineWords {
    Q_DECLARE_TR_FUNCTIONS(TimelineWords)
};

QString timecode(std::int64_t frame, const timeline::Sequence& sequence) {
    return QString::fromStdString(timecodeText(frame, sequence.timecode()));
}

/// Of a length: dropped numbers are those of a time of day.
QString length(std::int64_t frames, const timeline::Sequence& sequence) {
    return QString::fromStdString(timecodeText(frames, {sequence.rate, false}));
}

} // namespace

QString trackPlace(timeline::TrackKind kind, int number) {
    return (kind == timeline::TrackKind::Audio ? QStringLiteral("A%1") : QStringLiteral("V%1")).arg(number);
}

QString trackWords(const timeline::Track& track, const timeline::OutlineTrack& listed) {
    const bool sound = track.kind == timeline::TrackKind::Audio;
    const QString place = trackPlace(track.kind, listed.number);
    QStringList words{place, sound ? TimelineWords::tr("sound track") : TimelineWords::tr("picture track")};
    if (const QString name = QString::fromStdString(track.name); name != place && !name.isEmpty())
        words << name;
    if (!track.language.empty())
        words << QString::fromStdString(track.language);
    words << (listed.clips.size() == 1 ? TimelineWords::tr("1 clip")
                                       : TimelineWords::tr("%1 clips").arg(listed.clips.size()));
    if (track.targeted)
        words << TimelineWords::tr("targeted");
    if (track.locked)
        words << TimelineWords::tr("locked");
    if (track.muted)
        words << (sound ? TimelineWords::tr("muted") : TimelineWords::tr("hidden"));
    if (track.soloed)
        words << TimelineWords::tr("solo");
    if (!track.syncLocked)
        words << TimelineWords::tr("not sync locked");
    return words.join(QStringLiteral(", "));
}

QString clipWords(const ClipSpeech& speech, const timeline::Sequence& sequence) {
    const timeline::OutlineClip& listed = *speech.clip;
    const timeline::Clip& clip = *listed.clip;
    const QString name = QString::fromStdString(clip.name);
    QStringList words{
        name.isEmpty() ? TimelineWords::tr("unnamed clip") : name, speech.track,
        TimelineWords::tr("from %1").arg(timecode(sequence.startFrame + listed.frames.first, sequence)),
        TimelineWords::tr("for %1").arg(length(listed.frames.count(), sequence))};
    if (speech.selected)
        words << TimelineWords::tr("selected");
    if (!clip.enabled)
        words << TimelineWords::tr("disabled");
    if (speech.hidden)
        words << (clip.mediaRate == sampleRate48k ? TimelineWords::tr("not heard")
                                                  : TimelineWords::tr("not seen"));
    if (speech.offline)
        words << TimelineWords::tr("offline");
    if (!clip.speed.isNormal())
        words << TimelineWords::tr("speed %1").arg(speedLabel(clip.speed));
    if (listed.gapBefore > 0)
        words << TimelineWords::tr("after a gap of %1").arg(length(listed.gapBefore, sequence));
    return words.join(QStringLiteral(", "));
}

} // namespace cutaway::ui
