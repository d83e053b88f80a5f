#include "foreign_otio.h"

#include "core/tams/source_view.h"

#include <QtGlobal>

namespace cutaway::test {

namespace {

using Json = nlohmann::json;
constexpr const char* tamsKey = "bbc.github.io/tams";

Json rationalTime(double value, double rate) {
    return {{"OTIO_SCHEMA", "RationalTime.1"}, {"value", value}, {"rate", rate}};
}

Json clip(const char* name, Json reference, Json start, Json duration) {
    return {{"OTIO_SCHEMA", "Clip.1"},
            {"name", name},
            {"source_range",
             {{"OTIO_SCHEMA", "TimeRange.1"},
              {"start_time", std::move(start)},
              {"duration", std::move(duration)}}},
            {"media_reference", std::move(reference)}};
}

Json bySource(const Uuid& source) {
    return {{"OTIO_SCHEMA", "MissingReference.1"},
            {"metadata", {{tamsKey, {{"source_id", source.toString()}}}}}};
}

Json byFlow(const Uuid& flow) {
    return {{"OTIO_SCHEMA", "ExternalReference.1"},
            {"target_url", "tams://store.test/flows/" + flow.toString()}};
}

} // namespace

ForeignCut foreignCut(const CloudProcess& cloud, const ThreeAngles& masters) {
    constexpr int byItsSource = 2, byItsFlow = 1;
    constexpr std::int64_t firstIn = 31, firstLength = 7, secondIn = 8, secondLength = 6;
    const auto view = [&](int angle) {
        auto found = tams::resolveSource(cloud.media(), masters.sources[static_cast<std::size_t>(angle - 1)]);
        if (!found || !found->master())
            qFatal("angle %d is not in the cloud", angle);
        return *found;
    };
    const tams::SourceView first = view(byItsSource), second = view(byItsFlow);
    const double rate = static_cast<double>(masters.rate.num) / masters.rate.den;
    const auto startOf = [](const tams::SourceView& source, std::int64_t frame) {
        const Timestamp at = source.clock.timeOf(source.clock.originUnit() + frame);
        return rationalTime(static_cast<double>(at.totalNanoseconds()), 1e9);
    };
    const auto frames = [rate](std::int64_t count) { return rationalTime(static_cast<double>(count), rate); };
    const auto track = [&](const char* kind) {
        return Json{{"OTIO_SCHEMA", "Track.1"},
                    {"name", kind},
                    {"kind", kind},
                    {"children",
                     {clip("by its source", bySource(masters.sources[byItsSource - 1]),
                           startOf(first, firstIn), frames(firstLength)),
                      clip("by its flow", byFlow(second.bestProxy()->flowId), startOf(second, secondIn),
                           frames(secondLength))}}};
    };
    ForeignCut cut;
    cut.otio = Json{{"OTIO_SCHEMA", "Timeline.1"},
                    {"name", "From another program"},
                    {"tracks", {{"OTIO_SCHEMA", "Stack.1"}, {"children", {track("Video"), track("Audio")}}}}}
                   .dump(2);
    appendRun(cut.pictures, byItsSource, firstIn, firstIn + firstLength);
    appendRun(cut.pictures, byItsFlow, secondIn, secondIn + secondLength);
    const auto s = [&](std::int64_t frame) { return samplesAtFrame(frame, masters.rate); };
    cut.sound = {{byItsSource, 0, s(firstLength), s(firstIn)},
                 {byItsFlow, s(firstLength), s(firstLength + secondLength), s(secondIn)}};
    return cut;
}

} // namespace cutaway::test
