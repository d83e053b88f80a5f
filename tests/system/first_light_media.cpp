#include "first_light_media.h"

#include "../support/final_unit.h"
#include "../support/media_fixtures.h"

#include "core/media/decoder.h"
#include "core/time/timecode.h"

#include <QtGlobal>

namespace cutaway::test {

ThreeAngles ingestThreeAngles(const CloudProcess& cloud, const std::filesystem::path& folder, FrameRate rate,
                              bool dropFrame, std::int64_t frames) {
    ThreeAngles made;
    made.rate = rate;
    made.dropFrame = dropFrame;
    made.unit = putFinal(cloud.client()).id;
    for (int angle = 1; angle <= ThreeAngles::angles; ++angle) {
        const auto index = static_cast<std::size_t>(angle - 1);
        ClipSpec spec;
        spec.container = media::Container::Mov;
        spec.video = media::hevcMaster(3840, 2160, rate);
        spec.video.preset = "ultrafast";
        spec.audio = {{media::AudioCodec::Pcm24, 2, 0}};
        spec.frames = frames;
        spec.source = static_cast<std::uint32_t>(angle);
        spec.seed = static_cast<std::uint32_t>(angle);
        spec.dropFrame = dropFrame;
        spec.startTimecode =
            parseTimecode(dropFrame ? "10:00:00;00" : "10:00:00:00", {rate, dropFrame}).value();
        made.files[index] = folder / ("angle" + std::to_string(angle) + ".mov");
        makeClipFile(spec, made.files[index]);
        const auto ingested =
            cloud.ctl({"ingest", made.files[index].string(), "--label", "CAM " + std::to_string(angle),
                       "--unit", made.unit.toString(), "--angle", std::to_string(angle), "--angle-name",
                       "Camera " + std::to_string(angle), "--wait", "--json"});
        if (ingested.code != 0)
            qFatal("%s", ingested.text.c_str());
        made.sources[index] = Uuid::parse(ingested.json().at("source_id").get<std::string>()).value();
    }
    return made;
}

std::vector<ReadId> frameIdsOf(const std::filesystem::path& file) {
    auto source = media::fileSource(file);
    if (!source)
        return {};
    auto decoder = media::VideoDecoder::open(*source, {0});
    std::vector<ReadId> ids;
    if (!decoder)
        return ids;
    const auto decoded = decoder->decodeRange(0, -1, [&](std::int64_t, const media::VideoFramePtr& frame) {
        const auto id = media::readFrameId(*frame);
        ids.push_back(id ? ReadId{id->source, id->frame} : ReadId{});
        return true;
    });
    return decoded ? ids : std::vector<ReadId>{};
}

} // namespace cutaway::test
