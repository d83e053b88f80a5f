#include "core/interchange/edl_text.h"

#include "core/interchange/edl_reels.h"

#include <array>
#include <cstdio>

namespace cutaway::interchange {

namespace {

std::string line(std::size_t number, const std::string& reel, const std::string& channel,
                 const std::string& edit, const std::string& times) {
    std::array<char, 64> start{};
    const bool lettered = channel[0] == 'V' || channel[0] == 'A';
    std::snprintf(start.data(), start.size(), "%03zu  %-8s %-5s %-4s ", number, reel.c_str(),
                  lettered ? channel.c_str() : "NONE", edit.c_str());
    return start.data() + times + "\n" + (lettered ? std::string() : "AUD  " + channel + "\n");
}

} // namespace

std::string edlHeader(const timeline::Sequence& sequence, const timeline::SourceTimings& sources,
                      const std::map<Uuid, std::string>& reels) {
    std::string text = "TITLE:   " + oneLine(sequence.name) + "\n";
    text += sequence.dropFrame ? "FCM: DROP FRAME\n" : "FCM: NON-DROP FRAME\n";
    text += "* CUTAWAY SEQUENCE RATE " + std::to_string(sequence.rate.num) + "/" +
            std::to_string(sequence.rate.den) + " START " +
            timecodeText(sequence.startFrame, sequence.timecode()) + " SIZE " +
            std::to_string(sequence.width) + "x" + std::to_string(sequence.height) + "\n";
    const int base = sequence.rate.timecodeBase();
    if (base > 30)
        text += "* TIMECODE COUNTS EVERY FRAME OF " + sequence.rate.toString() + " A SECOND, 00 TO " +
                std::to_string(base - 1) + ". NOTHING IS HALVED.\n";
    for (const auto& [id, reel] : reels) {
        const auto known = sources.find(id);
        text += "* CUTAWAY REEL " + reel + " " + id.toString() +
                (known == sources.end() ? std::string() : " " + oneLine(known->second.name)) + "\n";
    }
    return text;
}

std::string edlLines(const EdlEntry& entry, std::size_t number, const timeline::Sequence& sequence) {
    const auto recordTimecode = [&](std::int64_t frame) {
        return timecodeText(sequence.startFrame + frame, sequence.timecode());
    };
    std::string text;
    const std::string in = recordTimecode(entry.in);
    if (entry.frames > 0)
        text += line(number, entry.fromReel, entry.channel, "C",
                     "    " + entry.fromTimecode + " " + entry.fromTimecode + " " + in + " " + in);
    std::array<char, 16> frames{};
    std::snprintf(frames.data(), frames.size(), "%03d", static_cast<int>(entry.frames));
    return text +
           line(number, entry.reel, entry.channel, entry.edit,
                (entry.frames > 0 ? frames.data() : std::string("   ")) + " " + entry.sourceIn + " " +
                    entry.sourceOut + " " + in + " " + recordTimecode(entry.out)) +
           entry.comments;
}

} // namespace cutaway::interchange
