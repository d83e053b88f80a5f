#pragma once

#include "core/base/result.h"
#include "core/conform/check.h"
#include "core/conform/plan.h"
#include "core/conform/profiles.h"
#include "core/media/byte_source.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::conform {

/// Where master Objects come from. Called on threads of the run, one Object at a time per thread.
class ObjectStore {
public:
    virtual ~ObjectStore() = default;
    /// The whole Object, in memory or in a file. Cancelled when stopped.
    virtual Result<std::shared_ptr<media::ByteSource>> open(const std::string& objectId,
                                                            std::stop_token stop) = 0;
};

struct Progress {
    std::string stage; ///< "planning", "rendering", "assembling", "checking"
    int percent = 0;   ///< of the whole job
    std::optional<std::int64_t> secondsLeft;
    std::int64_t framesDone = 0;
};

/// All calls come from one thread, at most a few times a second. Any may be empty.
struct RunCallbacks {
    std::function<void(const Progress&)> progress;
    std::function<void(std::span<const std::byte> jpeg)> preview; ///< the last finished frame, 640 wide
};

/// One finished and checked file in the run's folder.
struct DeliveredFile {
    std::string profile;
    std::string fileName; ///< "100 m Final Highlight.mp4": safe on every file system
    std::filesystem::path path;
    std::int64_t size = 0;
    CheckReport check;
};

/// Why a run ended early, and where in the cut.
struct Failure {
    Error error;
    Uuid clipId; ///< nil: no clip in particular
    std::optional<std::int64_t> recordFrame;
};

struct RunOutcome {
    std::vector<DeliveredFile> files; ///< one per profile, when nothing failed
    /// For POST /jobs/{id}/done: {"frames", "rendered_frames", "samples", "outputs": [{"name", "profile",
    /// "size", "check"}], "report": [{"record_frame", "count", "source_id", "flow_id", "source_frame",
    /// "mixed_with":
    /// [{"source_id", "flow_id", "source_frame", "transition"?: {"kind", "coming", "first", "count"}}]}]}:
    /// the frames of all masters that a frame shows, from the lowest on; each with "picture", as in
    /// docs/format.md, where it does not lie as it comes. A graphic among them has {"graphic": its name,
    /// "clip_id", "graphic_frame", "graphic_frames"} in place of a master's frame.
    std::string resultJson;
    std::optional<Failure> failure;
};

/// Renders `plan` into every profile with one pass of decoding. Files appear under their name in `folder`
/// only when finished and checked; a failed or cancelled run leaves none. Blocks; at UHD it takes at
/// most 2.25 GiB, and half a GiB more where a transition decodes two masters.
RunOutcome runConform(const ConformPlan& plan, const std::vector<Profile>& profiles, ObjectStore& objects,
                      const std::filesystem::path& folder, const RunCallbacks& callbacks,
                      std::stop_token stop);

/// What a conform job is: {"title", "plan": planToJson, "profiles": ["hevc-hlg-mp4", ...]}. Written when the
/// submission is accepted, given by GET /jobs/{id}/work, and enough to do the work anywhere.
std::string conformWork(const ConformPlan& plan, const std::vector<std::string>& profileIds);
/// Reads a work description and runs it. Uploading the files is the caller's.
RunOutcome runConformJob(std::string_view workJson, const std::vector<Profile>& profiles,
                         ObjectStore& objects, const std::filesystem::path& folder,
                         const RunCallbacks& callbacks, std::stop_token stop);

/// {"type", "summary", "clip_id"?, "record_frame"?} for POST /jobs/{id}/failed.
std::string failureToJson(const Failure& failure);

} // namespace cutaway::conform
