#include "core/conform/check.h"

#include "core/media/decoder.h"
#include "core/media/frame_id.h"
#include "core/media/probe.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace cutaway::conform {

namespace {

std::string colourText(const media::Colour& colour) {
    return std::to_string(colour.primaries) + "/" + std::to_string(colour.transfer) + "/" +
           std::to_string(colour.matrix) + (colour.fullRange ? " full" : " narrow");
}

std::string expectedCodec(media::VideoCodec codec) {
    return codec == media::VideoCodec::Hevc ? "hevc" : "h264";
}

class Checker {
public:
    Checker(const ConformPlan& plan, const Profile& profile)
        : m_plan(plan)
        , m_profile(profile) {}

    Result<CheckReport> run(const std::filesystem::path& file, const CheckProgress& progress,
                            std::stop_token stop) {
        CUTAWAY_TRY(auto bytes, media::fileSource(file));
        CUTAWAY_TRY(const auto info, media::probe(bytes));
        checkHeaders(info);
        if (info.video)
            CUTAWAY_CHECK(checkPictures(bytes, progress, stop));
        for (std::size_t track = 0; track < info.audio.size(); ++track) {
            CUTAWAY_TRY(const auto decoder, media::AudioDecoder::open(bytes, static_cast<int>(track)));
            add("audio_samples_" + std::to_string(track + 1), std::to_string(expectedSamples()),
                std::to_string(decoder.sampleCount()));
        }
        m_report.pass = std::all_of(m_report.items.begin(), m_report.items.end(),
                                    [](const CheckItem& item) { return item.pass; });
        return std::move(m_report);
    }

private:
    void add(std::string name, std::string expected, std::string found) {
        const bool pass = expected == found;
        m_report.items.push_back({std::move(name), std::move(expected), std::move(found), pass});
    }

    /// MXF holds whole samples for every picture (800.8 at 59.94 are 801, 801, 800, 801, 801): the last
    /// picture may end with a sample of silence that the cut does not have.
    std::int64_t expectedSamples() const {
        if (m_profile.container != media::Container::MxfOp1a)
            return m_plan.samples;
        return mulDivRound(m_plan.frames, std::int64_t{48000} * m_plan.rate.den, m_plan.rate.num);
    }

    void checkHeaders(const media::MediaInfo& info) {
        add("picture", "yes", info.video ? "yes" : "no");
        add("audio_tracks", std::to_string(m_profile.audioTracks), std::to_string(info.audio.size()));
        for (std::size_t i = 0; i < info.audio.size(); ++i)
            add("audio_channels_" + std::to_string(i + 1), std::to_string(m_profile.channelsPerTrack),
                std::to_string(info.audio[i].channels));
        if (!info.video)
            return;
        const media::VideoInfo& video = *info.video;
        add("codec", expectedCodec(m_profile.videoCodec), video.codec);
        add("size", std::to_string(m_profile.width) + "x" + std::to_string(m_profile.height),
            std::to_string(video.width) + "x" + std::to_string(video.height));
        add("rate", m_plan.rate.toString(), video.rate.toString());
        add("bits", std::to_string(bitDepth(m_profile.format)), std::to_string(video.bits));
        add("colour", colourText(m_profile.colour), colourText(video.colour));
        add("timecode", m_plan.timecodeAt(0), video.timecode);
        add("progressive", "yes", video.interlaced ? "no" : "yes");
    }

    /// Decodes every picture: what a header counts may still not decode.
    Result<void> checkPictures(const media::ByteSourcePtr& bytes, const CheckProgress& progress,
                               std::stop_token stop) {
        CUTAWAY_TRY(auto decoder, media::VideoDecoder::open(bytes, {0}));
        std::int64_t decoded = 0;
        std::size_t span = 0;
        std::optional<media::FrameId> before;
        CUTAWAY_CHECK(decoder.decodeRange(
            0, -1,
            [&](std::int64_t, media::VideoFramePtr frame) {
                bool joined = decoded > 0;
                while (span < m_plan.picture.size() &&
                       decoded >= m_plan.picture[span].recordUnit + m_plan.picture[span].count) {
                    ++span;
                    joined = false;
                }
                if (span < m_plan.picture.size() && m_plan.picture[span].isRendered()) {
                    ++m_report.ids.rendered;
                    before.reset();
                } else {
                    const auto id = media::readFrameId(*frame);
                    tally(joined ? before : std::nullopt, id, stepAt(span, decoded));
                    before = id;
                }
                ++decoded;
                if (progress)
                    progress(decoded);
                return true;
            },
            stop));
        add("frames", std::to_string(m_plan.frames), std::to_string(decoded));
        return {};
    }

    /// How many frames of the master lie between this frame of a span and the one before.
    std::int64_t stepAt(std::size_t span, std::int64_t frame) const {
        if (span >= m_plan.picture.size())
            return 1;
        const Span& at = m_plan.picture[span];
        return at.speed.stepsIn(frame - at.recordUnit) - at.speed.stepsIn(frame - at.recordUnit - 1);
    }

    /// `before` is the id of the frame before in the same span, when it has one.
    void tally(const std::optional<media::FrameId>& before, const std::optional<media::FrameId>& id,
               std::int64_t step) {
        if (!id)
            return;
        ++m_report.ids.readable;
        if (!before)
            return;
        const bool follows = id->source == before->source && id->frame == before->frame + step;
        ++(follows ? m_report.ids.stepsKept : m_report.ids.stepsBroken);
    }

    const ConformPlan& m_plan;
    const Profile& m_profile;
    CheckReport m_report;
};

} // namespace

std::string CheckReport::failures() const {
    std::string text;
    for (const CheckItem& item : items)
        if (!item.pass)
            text += (text.empty() ? "" : ", ") + item.name + " is “" + item.found + "” and not “" +
                    item.expected + "”";
    return text;
}

std::string CheckReport::toJson() const {
    nlohmann::json j{{"pass", pass},
                     {"items", nlohmann::json::array()},
                     {"frame_ids",
                      {{"readable", ids.readable},
                       {"steps_kept", ids.stepsKept},
                       {"steps_broken", ids.stepsBroken},
                       {"rendered", ids.rendered}}}};
    for (const CheckItem& item : items)
        j["items"].push_back(
            {{"name", item.name}, {"expected", item.expected}, {"found", item.found}, {"pass", item.pass}});
    return j.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<CheckReport> checkDelivery(const std::filesystem::path& file, const ConformPlan& plan,
                                  const Profile& profile, const CheckProgress& progress,
                                  std::stop_token stop) {
    return Checker(plan, profile).run(file, progress, std::move(stop));
}

} // namespace cutaway::conform
