#pragma once

#include "core/conform/resolve.h"
#include "core/conform/run.h"
#include "core/conform/source_media.h"
#include "tests/support/media_fixtures.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

/// Angles with real masters, kept in memory as a store would keep them.
namespace cutaway::fixtures {

struct AngleSpec {
    std::string label = "CAM 1";
    std::uint32_t number = 1; ///< the source in the frame ids, and of the sound
    FrameRate rate{50, 1};
    int width = 640;
    int height = 360;
    std::int64_t frames = 100;
    std::int64_t framesPerObject = 25;
};

/// Objects by id, and the Segments of each Flow.
class MemoryStore final : public conform::ObjectStore {
public:
    /// Encodes an angle's masters and enters them.
    conform::SourceMedia add(const AngleSpec& spec);

    Result<media::ByteSourcePtr> open(const std::string& objectId, std::stop_token stop) override;
    conform::SegmentLookup lookup() const;

    /// For tests of damage: the bytes themselves.
    std::map<std::string, media::ByteBuffer> objects;
    /// Called before each Object is given out. Any thread of the run.
    std::function<void(const std::string& objectId)> onOpen;

private:
    std::map<Uuid, std::vector<conform::SegmentView>> m_segments;
};

} // namespace cutaway::fixtures
