#include "core/demo/start_lists.h"

#include <algorithm>
#include <cctype>

namespace cutaway::demo {

namespace {

constexpr std::array teams{
    Team{"VAL", "Valmere", 0xE8C21A, 0x157A4A, 0x157A4A},
    Team{"TRM", "Tremond", 0xD7E3F4, 0x1B3F8F, 0x1B3F8F},
    Team{"OSK", "Oskaria", 0xC8262E, 0xF3F0EA, 0x1D1D22},
    Team{"LUM", "Lumenna", 0x1C8FA8, 0xF6C445, 0x0E4A5A},
    Team{"KAR", "Karvel", 0xF07F1E, 0x1A1A1E, 0x1A1A1E},
    Team{"NDR", "Nordrey", 0x1A2F6B, 0xD83A3A, 0x1A2F6B},
    Team{"SAO", "Saoris", 0x0F7A3E, 0xF4E04A, 0xF4F4F0},
    Team{"BEL", "Belcour", 0xF2F2EE, 0xB0202A, 0xB0202A},
    Team{"ZHI", "Zhirun", 0x8E1F4F, 0xF0D9A0, 0x2A1230},
    Team{"MOR", "Morvane", 0x5B3B9A, 0xE9E4F5, 0x33215C},
};

} // namespace

const Team& team(const std::string& code) {
    const auto* found = std::ranges::find_if(teams, [&](const Team& t) { return code == t.code; });
    return found == teams.end() ? teams.front() : *found;
}

std::string Entrant::listName() const {
    std::string text = family;
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text + " " + given;
}

const std::array<Entrant, 8>& sprintFinalists() {
    static constexpr std::array<Entrant, 8> list{{
        {1, "Ilan", "Kovarik", "NDR", "1408", 3, 1, 0, 1.84},
        {2, "Deon", "Marsh", "LUM", "1122", 0, 0, 2, 1.80},
        {3, "Teko", "Amadi", "SAO", "1617", 2, 3, 1, 1.79},
        {4, "Joren", "Adelas", "VAL", "1801", 4, 3, 3, 1.88},
        {5, "Kwame", "Orley", "OSK", "1533", 2, 0, 0, 1.83},
        {6, "Ruan", "Castellane", "BEL", "1044", 5, 1, 0, 1.81},
        {7, "Malik", "Tournai", "KAR", "1215", 0, 0, 1, 1.77},
        {8, "Sven", "Halloran", "TRM", "1730", 3, 2, 0, 1.86},
    }};
    return list;
}

const std::array<Entrant, 8>& swimFinalists() {
    static constexpr std::array<Entrant, 8> list{{
        {1, "Bram", "Oakes", "TRM", "", 3, 1, 0, 1.92},
        {2, "Nico", "Ferrand", "BEL", "", 1, 1, 0, 1.90},
        {3, "Aleksi", "Rautala", "NDR", "", 3, 2, 0, 1.95},
        {4, "Cai", "Moreno", "LUM", "", 1, 1, 0, 1.93},
        {5, "Tomas", "Vireo", "VAL", "", 5, 1, 0, 1.96},
        {6, "Haru", "Senzaki", "ZHI", "", 3, 0, 0, 1.88},
        {7, "Luka", "Dragan", "OSK", "", 1, 1, 0, 1.94},
        {8, "Efe", "Baran", "KAR", "", 5, 0, 0, 1.91},
    }};
    return list;
}

const std::array<const char*, 11>& homePlayers() {
    static constexpr std::array<const char*, 11> list{"Brandt", "Okoro",  "Silas",     "Navarre",
                                                      "Quill",  "Ortega", "Lindqvist", "Abara",
                                                      "Reyes",  "Tamm",   "Vasko"};
    return list;
}

const std::array<const char*, 11>& awayPlayers() {
    static constexpr std::array<const char*, 11> list{"Holm", "Petit", "Draven", "Ikande", "Moss", "Calder",
                                                      "Juhl", "Sorel", "Barros", "Wynn",   "Etame"};
    return list;
}

Look sprinterLook(const Entrant& entrant) {
    const Team& colours = team(entrant.team);
    const auto cloth = [](std::uint32_t hex) { return std::make_shared<const Material>(srgb(hex)); };
    static constexpr std::array<std::uint32_t, 4> shoes{0xFF5A1F, 0xD8F23C, 0xF23C8C, 0x38D6E8};
    std::string family = entrant.family;
    std::ranges::transform(family, family.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    Look look;
    look.height = entrant.height;
    look.skin = skinTone(entrant.skin);
    look.shirt = shirtWithBib(srgb(colours.main), srgb(colours.trim), family, "", entrant.lane);
    look.strap = cloth(colours.main);
    look.shorts = cloth(colours.shorts);
    look.shoes = cloth(shoes[static_cast<std::size_t>(entrant.lane) % shoes.size()]);
    look.hair = hairColour(entrant.hair);
    look.hairStyle = entrant.hairStyle;
    return look;
}

} // namespace cutaway::demo
