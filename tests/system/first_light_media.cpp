#include "first_light_media.h"

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
    const auto client = cloud.client();
    catalogue::Event event;
    event.id = Uuid::random();
    event.name = "Test Games";
    event.startDate = event.endDate = "2026-07-11";
    event.timeZone = "Europe/Lisbon";
    if (const auto put = client.putEvent(event); !put)
        qFatal("%s", put.error().message.c_str());
    catalogue::Unit unit;
    made.unit = unit.id = Uuid::random();
    unit.eventId = event.id;
    unit.rsc = "ATHM100M--------------FNL-000100--";
    unit.name = "Men's 100 m final";
    unit.discipline = "ATH";
    unit.disciplineName = "Athletics";
    unit.eventName = "Men's 100 m";
    unit.day = "2026-07-11";
    unit.start = "2026-07-11T20:00:00+01:00";
    unit.end = "2026-07-11T20:10:00+01:00";
    unit.status = "FINISHED";
    unit.medal = 1;
    if (const auto put = client.putUnit(unit); !put)
        qFatal("%s", put.error().message.c_str());

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
