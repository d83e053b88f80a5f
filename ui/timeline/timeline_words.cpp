#include "ui/timeline/timeline_words.h"

#include "ui/timeline/clip_painter.h"
#include "ui/timeline/label_colours.h"

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

QStringList extent(timeline::UnitRange frames, const timeline::Sequence& sequence) {
    return {TimelineWords::tr("from %1").arg(timecode(sequence.startFrame + frames.first, sequence)),
            TimelineWords::tr("for %1").arg(length(frames.count(), sequence))};
}

/// How a clip begins with it, or ends.
QString transitionWords(const timeline::TransitionPlace& place, bool begins, const timeline::Track& track,
                        const timeline::Sequence& sequence) {
    const QString over = length(timeline::framesOf(track, place.units(), sequence.rate).count(), sequence);
    if (!place.leaving || !place.coming)
        return (begins ? TimelineWords::tr("fades in over %1") : TimelineWords::tr("fades out over %1"))
            .arg(over);
    if (track.kind == timeline::TrackKind::Audio)
        return (begins ? TimelineWords::tr("crossfades in over %1")
                       : TimelineWords::tr("crossfades out over %1"))
            .arg(over);
    switch (place.transition.kind) {
    case timeline::TransitionKind::Dip:
        return (begins ? TimelineWords::tr("dips in from black over %1")
                       : TimelineWords::tr("dips to black over %1"))
            .arg(over);
    case timeline::TransitionKind::Wipe:
        return (begins ? TimelineWords::tr("wipes in over %1") : TimelineWords::tr("wiped out over %1"))
            .arg(over);
    case timeline::TransitionKind::Dissolve:
        break;
    }
    return (begins ? TimelineWords::tr("dissolves in over %1") : TimelineWords::tr("dissolves out over %1"))
        .arg(over);
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

QString clipWords(const ClipSpeech& speech, const timeline::Track& track,
                  const timeline::SourceTimings& sources, const timeline::Sequence& sequence) {
    const timeline::OutlineClip& listed = *speech.clip;
    const timeline::Clip& clip = *listed.clip;
    const QString name = QString::fromStdString(clip.name);
    QStringList words{name.isEmpty() ? TimelineWords::tr("unnamed clip") : name, speech.track};
    words << extent(listed.frames, sequence);
    if (clip.graphic)
        words << TimelineWords::tr("graphic");
    if (speech.selected)
        words << TimelineWords::tr("selected");
    if (!clip.enabled)
        words << TimelineWords::tr("disabled");
    if (speech.hidden)
        words << (track.kind == timeline::TrackKind::Audio ? TimelineWords::tr("not heard")
                                                           : TimelineWords::tr("not seen"));
    if (speech.offline)
        words << TimelineWords::tr("offline");
    if (!clip.speed.isNormal())
        words << TimelineWords::tr("speed %1").arg(speedLabel(clip.speed));
    if (const std::size_t marks = clip.markers.size(); marks > 0)
        words << (marks == 1 ? TimelineWords::tr("1 marker") : TimelineWords::tr("%1 markers").arg(marks));
    if (listed.head) {
        words << transitionWords(*listed.head, true, track, sequence);
        if (const auto missing = timeline::missingHandle(*listed.head, track.rate, sources); missing > 0)
            words << TimelineWords::tr("for which %1 is missing")
                         .arg(length(timeline::framesOf(track, {0, missing}, sequence.rate).count(),
                                     sequence));
    }
    if (listed.tail)
        words << transitionWords(*listed.tail, false, track, sequence);
    if (listed.gapBefore > 0)
        words << TimelineWords::tr("after a gap of %1").arg(length(listed.gapBefore, sequence));
    return words.join(QStringLiteral(", "));
}

QString gapWords(const ClipSpeech& speech, const timeline::Sequence& sequence) {
    QStringList words{TimelineWords::tr("gap"), speech.track};
    words << extent(speech.clip->gap(), sequence);
    return words.join(QStringLiteral(", "));
}

QString markersWords(std::size_t count) {
    return count == 1 ? TimelineWords::tr("Markers, 1 marker")
                      : TimelineWords::tr("Markers, %1 markers").arg(count);
}

QString markerWords(const timeline::Marker& marker, const std::string& over,
                    const timeline::Sequence& sequence) {
    QStringList words;
    if (!marker.name.empty())
        words << QString::fromStdString(marker.name);
    words << TimelineWords::tr("marker");
    if (const QString colour = labelText(marker.colour); !colour.isEmpty())
        words << colour;
    words << TimelineWords::tr("at %1").arg(timecode(sequence.startFrame + marker.frame, sequence));
    if (marker.duration > 0)
        words << TimelineWords::tr("for %1").arg(length(marker.duration, sequence));
    if (!over.empty())
        words << TimelineWords::tr("over %1").arg(QString::fromStdString(over));
    return words.join(QStringLiteral(", "));
}

} // namespace cutaway::ui
