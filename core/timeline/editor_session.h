#pragma once

#include "core/timeline/edits.h"
#include "core/timeline/edits/trim_sides.h"
#include "core/timeline/history.h"
#include "core/timeline/index.h"
#include "core/timeline/journal.h"
#include "core/timeline/selects.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>

namespace cutaway::timeline {

/// What of a session is new to those who draw it.
enum class Aspect { Sequence, Selection, Playhead, Marks, Modes };

/// What the mouse does on the timeline.
enum class Tool { Select, Razor, Ripple, Roll, Slip, Slide };

/// What one is at.
struct Hand {
    enum class Kind { Nothing, Clip, Gap, Marker };
    Kind kind = Kind::Nothing;
    Uuid id; ///< of the clip, of the clip behind the gap, or of the marker

    bool operator==(const Hand&) const = default;
};

/// What the source viewer offers to an edit.
struct SourceSide {
    SourceTiming source;
    std::optional<std::int64_t> in; ///< absolute frames
    std::optional<std::int64_t> out;
    std::int64_t position = 0; ///< where it is parked
};

/// One sequence being edited: its history and journal, and what an edit is about (playhead, marks, selection,
/// targets). Every decision of the Cut page is made here; the page draws and asks. One thread.
/// Each command returns what went wrong in words for the user, and then nothing has changed.
class EditorSession {
public:
    explicit EditorSession(History history, std::optional<Journal> journal = std::nullopt);

    /// Called after every change, in the thread that made it.
    void onChanged(std::function<void(Aspect)> callback) { m_changed = std::move(callback); }

    /// What is seen, a drag's preview included.
    const SequencePtr& sequence() const { return m_history.current(); }
    const History& history() const { return m_history; }
    /// Name of the last step taken, undone or done again: "Insert", "Undo insert".
    const std::string& lastAction() const { return m_lastAction; }
    /// Counts the steps: two equal numbers mean the same cut.
    std::uint64_t version() const { return m_version; }

    /// What is known of the Sources, for limits and angles.
    void know(const SourceTiming& source);
    const SourceTimings& sources() const { return m_sources; }

    // Where the edit happens
    std::int64_t playhead() const { return m_playhead; }
    void setPlayhead(std::int64_t frame); ///< kept within the sequence and one frame behind it
    std::optional<std::int64_t> markIn() const { return m_in; }
    std::optional<std::int64_t> markOut() const { return m_out; } ///< one past the last frame
    void setMarks(std::optional<std::int64_t> in, std::optional<std::int64_t> out);
    Result<void> markClip(); ///< around the clip under the playhead
    /// The edit point before or after the playhead; none when there is no other.
    std::optional<std::int64_t> neighbouringEdit(int direction) const;

    // Selection and modes
    const std::set<Uuid>& selection() const { return m_selection; }
    void select(std::set<Uuid> clips); ///< and what is linked to them, when linked selection is on
    void toggleSelected(const Uuid& clip);
    void selectAll();
    /// The clip that one is at: the one selected last, or since the playhead moved the one under it (the
    /// picture that is seen, else a sound). None over a gap.
    std::optional<Uuid> clipAtHand() const;
    /// The same, and beyond clips: a marker that starts at the playhead, when that moved last; over a gap the
    /// one that closeGap() closes, else the first as one reads them.
    Hand hand() const;
    Result<void> selectAtPlayhead();          ///< the clip under it
    Result<void> selectBeside(int direction); ///< the clip before (-1) or after (+1) the one at hand
    Result<void> selectAcross(int direction); ///< on the track above (-1) or below (+1); not on locked ones
    bool linkedSelection() const { return m_linked; }
    void setLinkedSelection(bool on);
    bool snapping() const { return m_snapping; }
    void setSnapping(bool on);
    Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    /// Whether the picture (member 0) or sound N of the source side goes into edits.
    bool isPatched(int member) const { return !m_unpatched.contains(member); }
    void setPatched(int member, bool on);
    /// The track that it goes to, whether it is turned on or not: where movePatch() put it, else the picture
    /// to the first targeted picture track and sound N to the Nth sound track.
    std::optional<Uuid> patchTrack(int member) const { return patchTrackIn(*sequence(), member); }
    /// Puts it on another track of its kind, which becomes targeted, and turns it on. What is patched there
    /// already goes to where this one was.
    Result<void> movePatch(int member, const Uuid& track);
    /// The nearest of edit points, playhead, marks and start, no further than `reach` frames away; edges of
    /// `moving` clips do not count. None when snapping is off.
    std::optional<std::int64_t> snapped(std::int64_t frame, std::int64_t reach,
                                        const std::set<Uuid>& moving = {}) const;

    // Steps
    Result<void> insert(const SourceSide& side);
    Result<void> overwrite(const SourceSide& side);
    /// Drops a part at a frame, on the targeted tracks.
    Result<void> place(const MarkedRange& range, std::int64_t frame, bool insertMode);
    /// Several, one after the other, as one step.
    Result<void> placeAll(const std::vector<MarkedRange>& ranges, std::int64_t frame, bool insertMode);
    Result<void> stringOut(const std::vector<MarkedRange>& ranges); ///< at the end
    Result<void> append(const SourceSide& side); ///< the marked part at the end, the playhead behind it
    /// The clip under the playhead, and its sound when linked selection is on, shows the source side: its
    /// position at the playhead.
    Result<void> replace(const SourceSide& side);
    /// The selection; without one the picture under the playhead, and its sound when linked selection is on.
    std::set<Uuid> chosen() const;
    Result<void> setSpeed(const ClipSpeed& speed, SpeedLength length); ///< of what is chosen
    Result<void> freeze(); ///< what is chosen under the playhead, from there on
    /// Between the two halves of what is chosen under the playhead, what it shows there for `frames`.
    Result<void> insertFreeze(std::int64_t frames);
    /// The marked part of the source fills the marked part of the sequence.
    Result<void> fitToFill(const SourceSide& side);
    Clipboard copied() const;                                        ///< of the selection
    Result<void> paste(const Clipboard& clipboard, bool insertMode); ///< at the playhead, which goes behind
    Result<void> nudge(std::int64_t frames);                         ///< the selection
    Result<void> extendEdit();    ///< the nearest edit on the targeted tracks, to the playhead
    Result<void> closeGap();      ///< under the playhead, on the first targeted track that has one there
    Result<void> toggleEnabled(); ///< of the selection: all off when any is on
    Result<void> toggleLink();    ///< of the selection: apart when any are linked
    Result<void> group();         ///< the selection
    Result<void> ungroup();
    Result<void> join(); ///< through edits of the selection
    /// At the cut nearest to the playhead on the targeted tracks of one kind, or at both ends of the
    /// selection.
    Result<void> addTransition(TrackKind tracks, TransitionKind kind);
    Result<void> addTransitionsToSelection(TransitionKind kind);
    Result<void> addMarker(const std::string& colour); ///< at the playhead, or over the marked part
    /// On the clip at hand, at the playhead, or over what is marked of it.
    Result<void> addClipMarker(const std::string& colour);
    std::optional<Marker> markerAtPlayhead() const;
    /// The same among those of clips that are seen: of the clip at hand first.
    std::optional<ShownMarker> clipMarkerAtPlayhead() const;
    /// The first frame of the next marker of the sequence or of a clip that is seen.
    std::optional<std::int64_t> neighbouringMarker(int direction) const;
    /// The first frame of the sequence, from the playhead on and then from its start, at which a picture
    /// track that is seen shows this absolute frame of the Source.
    std::optional<std::int64_t> whereShown(const Uuid& source, std::int64_t frame) const;
    /// How long a new transition is, in frames of the sequence: 0.4 s unless said otherwise.
    std::int64_t transitionFrames() const;
    void setTransitionFrames(std::int64_t frames) { m_transitionFrames = frames; }
    Result<void> lift();    ///< the marked part, else the selection
    Result<void> extract(); ///< the same, closing the hole
    Result<void> deleteSelection();
    Result<void> rippleDelete();
    Result<void> razor(bool allTracks); ///< at the playhead, through the targeted tracks or all
    Result<void> razorAt(std::int64_t frame, const Uuid& track);
    Result<void> rippleTrimToPlayhead(int direction); ///< -1: from the edit before it, +1: to the one after
    /// The picture under the playhead, and its sound when linked selection is on.
    Result<void> swapAngle(const SourceTiming& to);
    /// The same from `frame` on, and a cut there: what multicam does while it plays.
    Result<void> cutToAngle(const SourceTiming& to, std::int64_t frame);
    std::optional<ClipPlace> clipUnderPlayhead() const { return pictureAt(m_playhead); }
    /// The picture of an angle that is seen there: the topmost whose track is not hidden, enabled ones first.
    /// Graphics over it do not count.
    std::optional<ClipPlace> pictureAt(std::int64_t frame) const;
    // Pictures: how what is chosen lies on the frame, as it is at the playhead
    std::vector<ClipPlace> chosenPictures() const; ///< of chosen(); the one at hand first
    Result<void> setPicture(const std::vector<ParameterValue>& values);
    Result<void> keyPicture(PictureParameter parameter, bool on);
    /// Keyframes of these on, where any of them has none; else off.
    Result<void> keyPictures(std::span<const PictureParameter> parameters);
    Result<void> interpolatePicture(std::optional<PictureParameter> parameter, Interpolation interpolation);
    Result<void> framePicture(std::optional<Framing> framing);
    Result<void> resetPicture(std::optional<PictureParameter> parameter);
    Result<void> pastePicture(const PictureEffects& effects);
    /// The frame of the keyframe before or after the playhead, of one parameter or any.
    std::optional<std::int64_t> neighbouringKeyframe(int direction,
                                                     std::optional<PictureParameter> parameter) const;
    Result<void> setFormat(const SequenceFormat& format);

    // Graphics
    /// Over the marked part, else from the playhead on for `frames`. It is selected.
    Result<void> addGraphic(Graphic graphic, std::string name, std::int64_t frames);
    /// The graphic that one is at: the only one selected, else the topmost under the playhead.
    std::optional<ClipPlace> graphicAtHand() const;
    /// A graphic while it is typed in or moved, between beginDrag() and endDrag().
    Result<void> dragGraphic(const Uuid& clip, Graphic graphic, std::string step);
    /// Any other edit, made from what is seen: markers, links, selects.
    Result<void> take(const Result<Change>& change);
    Result<void> undo();
    Result<void> redo();
    /// Undoes or does again until `step` steps are done.
    Result<void> goToStep(std::size_t step);
    /// Target, lock, mute and solo are kept with the sequence but are no steps.
    Result<void> toggle(const Uuid& track, TrackToggle toggle, bool on);

    // The edit point in hand
    const std::optional<EdgeHandle>& editPoint() const { return m_editPoint; }
    void setEditPoint(std::optional<EdgeHandle> point);
    std::optional<std::int64_t> editPointFrame() const; ///< of the sequence
    Result<void> takeNearestEdit(); ///< to the playhead, on the targeted tracks; the playhead goes there
    Result<void> nextTrimMode();    ///< roll, ripple before, ripple after; ripple and normal at an open end
    /// Moves the edit point in hand, later when positive, and the playhead with it. Returns how far.
    Result<std::int64_t> trimBy(std::int64_t frames);
    /// What plays while J, K and L trim it.
    Result<TrimSides> editSides() const;
    /// Between beginDrag() and endTrimPlay(): shows it moved by so many frames from where it was taken.
    Result<std::int64_t> playTrim(std::int64_t frames);
    Result<void> endTrimPlay(); ///< one step; the playhead goes to the edit

    // Watching
    /// From now on every edit is refused with this sentence; empty: no more.
    void setReadOnly(std::string why);
    bool isReadOnly() const { return !m_readOnly.empty(); }
    /// What somebody else has made of it: shown in place of what is there, and no step. Only while it is read
    /// only, and of a session without a journal.
    Result<void> follow(const Sequence& theirs);

    // A drag: previews until it is ended, then one step
    void beginDrag();
    bool isDragging() const { return m_history.isOpen(); }
    Result<void> dragMove(std::int64_t delta, int rows);
    Result<void> dragRearrange(std::int64_t frame);
    /// Returns how far the edge went.
    Result<std::int64_t> dragTrim(const EdgeHandle& handle, std::int64_t delta);
    Result<void> dragSlip(const Uuid& clip, std::int64_t delta);
    Result<void> dragSlide(const Uuid& clip, std::int64_t delta);
    Result<void> dragEdit(const Result<Change>& change); ///< any other, made from history().committed()
    Result<void> dragTransition(const Uuid& clip, Edge edge, const std::optional<Transition>& transition);
    Result<void> dragPicture(const std::vector<ParameterValue>& values); ///< of what is chosen
    Result<void> dragKeyframes(const Uuid& clip, std::int64_t from, std::int64_t to);
    Result<void> endDrag();
    void cancelDrag();

    /// The editor goes on well with what was opened, see Journal::survived.
    void survived();
    /// Before a revision is sent to the cloud.
    Result<void> revisionSent(const std::string& revision);
    /// After the cloud has stored what version() was then.
    Result<void> revisionSaved(std::uint64_t version, const std::string& revision);

private:
    Result<void> handIsFree() const;
    Result<void> mayEdit() const;
    Result<void> editPointIsThere() const;
    std::optional<std::size_t> gapUnderPlayhead() const; ///< the first targeted track that has one there
    std::vector<Uuid> targetedTracks(std::optional<TrackKind> kind = {}) const;
    Result<void> preview(const Result<Change>& change);
    Result<void> placeSource(const SourceSide& side, bool insertMode);
    /// An edit of an empty sequence gives it the rate of what it is made from, in the same step.
    Result<Change> withRateOf(const SourceTiming& source,
                              const std::function<Result<Change>(const Sequence&)>& edit) const;
    std::vector<Patch> patchesFor(const Sequence& target, const SourceTiming& source) const;
    std::optional<Uuid> patchTrackIn(const Sequence& target, int member) const;
    void afterStep(std::string name);
    void notify(Aspect aspect) const;
    void selectLed(const Uuid& clip);
    /// The topmost that is seen there, as pictureAt() says; of the graphics or of the rest.
    std::optional<ClipPlace> topmostAt(std::int64_t frame, bool graphics) const;
    std::optional<ClipPlace> seenAtPlayhead() const; ///< a graphic, else a picture

    History m_history;
    std::optional<Journal> m_journal;
    SourceTimings m_sources;
    std::function<void(Aspect)> m_changed;
    std::string m_lastAction;
    std::uint64_t m_version = 0;
    std::int64_t m_playhead = 0;
    std::optional<std::int64_t> m_in;
    std::optional<std::int64_t> m_out;
    std::set<Uuid> m_selection;
    std::optional<Uuid> m_lead; ///< of the selection: the clip that was asked for, not one linked to it
    bool m_handFollowsSelection = false; ///< else the playhead, which moved last
    std::set<int> m_unpatched;
    std::map<int, Uuid> m_patchTracks; ///< members that were put on a track by hand
    std::optional<EdgeHandle> m_editPoint;
    std::optional<std::int64_t> m_transitionFrames;
    bool m_linked = true;
    bool m_snapping = true;
    Tool m_tool = Tool::Select;
    std::string m_readOnly; ///< why; empty: it is not
};

} // namespace cutaway::timeline
