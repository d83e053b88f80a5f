#include "core/interchange/edl_reels.h"

#include <algorithm>
#include <set>

namespace cutaway::interchange {

namespace {

/// The first four letters and digits, in upper case, padded with X.
std::string stem(const std::string& name) {
    std::string result;
    for (const char c : name) {
        if (c >= 'a' && c <= 'z')
            result += static_cast<char>(c - 'a' + 'A');
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            result += c;
        if (result.size() == 4)
            break;
    }
    result.resize(4, 'X');
    return result;
}

std::string fourDigits(unsigned number) {
    constexpr const char* digits = "0123456789ABCDEF";
    std::string result;
    for (int shift = 12; shift >= 0; shift -= 4)
        result += digits[(number >> shift) & 0xF];
    return result;
}

} // namespace

std::string reelOf(const timeline::SourceTiming& source) {
    return stem(source.name) +
           fourDigits(static_cast<unsigned>(std::hash<Uuid>()(source.multiSource) & 0xFFFF));
}

std::map<Uuid, std::string> reelsOf(const timeline::Sequence& sequence,
                                    const timeline::SourceTimings& sources) {
    std::map<Uuid, std::string> reels;
    for (const auto& track : sequence.tracks)
        for (const timeline::Item& item : track->items)
            if (item.clip)
                reels.emplace(item.clip->media.sourceId, item.clip->name);
    std::set<std::string> taken;
    for (auto& [id, reel] : reels) {
        const auto known = sources.find(id);
        // The name of a clip may differ from one to the next; that of the angle is one.
        const std::string start = stem(known == sources.end() ? std::string("REEL") : known->second.name);
        unsigned number = static_cast<unsigned>(std::hash<Uuid>()(id) & 0xFFFF);
        while (!taken.insert(start + fourDigits(number)).second)
            ++number;
        reel = start + fourDigits(number);
    }
    return reels;
}

std::string oneLine(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    const std::size_t first = text.find_first_not_of(' ');
    const std::size_t last = text.find_last_not_of(' ');
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

} // namespace cutaway::interchange
