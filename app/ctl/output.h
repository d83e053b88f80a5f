#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace cutaway::ctl {

/// One line of JSON on standard output.
void printJson(const nlohmann::json& value);
/// One line of text on standard output.
void printLine(const std::string& line);
/// A note for the person who waits, on standard error; replaces the one before when it is a terminal.
void printProgress(const std::string& text);

} // namespace cutaway::ctl
