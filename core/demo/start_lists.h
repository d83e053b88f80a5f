#pragma once

#include "core/demo/athlete.h"

#include <array>
#include <string>
#include <vector>

namespace cutaway::demo {

/// A team of the Meridian Games: an invented three-letter code and its colours (0xRRGGBB).
struct Team {
    const char* code;
    const char* name;
    std::uint32_t main;
    std::uint32_t trim;
    std::uint32_t shorts;
};
const Team& team(const std::string& code);

/// Somebody on a start list. All names are invented.
struct Entrant {
    int lane;
    const char* given;
    const char* family;
    const char* team;
    const char* bib;
    unsigned skin;
    unsigned hair;
    int hairStyle;
    double height;

    /// "KOVARIK Ilan", as results write it.
    std::string listName() const;
};

const std::array<Entrant, 8>& sprintFinalists();
const std::array<Entrant, 8>& swimFinalists();
/// Family names on the shirts, goalkeeper first.
const std::array<const char*, 11>& homePlayers();
const std::array<const char*, 11>& awayPlayers();
inline constexpr const char* homeTeam = "VAL";
inline constexpr const char* awayTeam = "TRM";

/// A sprinter's looks.
Look sprinterLook(const Entrant& entrant);

} // namespace cutaway::demo
