#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cutaway::bench {

/// One measured figure beside its peer's, measured in the same call. Figures are what the clock said, so
/// doubles.
struct Row {
    std::string work;            ///< what was done, e.g. "startup-warm"
    std::optional<double> value; ///< ours; absent: could not be measured, and then the row is unmet
    std::string unit;
    std::string peer;                ///< the other program or limit; empty: none
    std::optional<double> peerValue; ///< the peer's figure
    std::optional<double> required;  ///< largest allowed value, or ratio when `requiredIsRatio`
    bool requiredIsRatio = false;
    bool largerIsBetter = false;
    std::size_t operations = 0; ///< how many were timed
    std::optional<double> p95;
    std::string note;

    std::optional<double> ratio() const;
    bool met() const;
};

double median(std::vector<double> values);
double percentile95(std::vector<double> values);

/// A table for people, or JSON lines {work, value, unit, peer, peer_value, ratio, required, met, ...} for
/// programs.
std::string printRows(const std::vector<Row>& rows, bool json);

using Benchmark = std::function<std::vector<Row>()>;

} // namespace cutaway::bench
