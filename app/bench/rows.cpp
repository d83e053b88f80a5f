#include "app/bench/rows.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

namespace cutaway::bench {

std::optional<double> Row::ratio() const {
    if (!value || !peerValue || *peerValue == 0)
        return std::nullopt;
    return *value / *peerValue;
}

bool Row::met() const {
    if (!value)
        return false;
    if (!required)
        return true;
    const std::optional<double> judged = requiredIsRatio ? ratio() : value;
    if (!judged)
        return false;
    return largerIsBetter ? *judged >= *required : *judged <= *required;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double percentile95(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(0.95 * static_cast<double>(values.size())));
    return values[std::max<std::size_t>(rank, 1) - 1];
}

namespace {

nlohmann::json toJson(const Row& row) {
    const auto number = [](const std::optional<double>& v) {
        return v ? nlohmann::json(*v) : nlohmann::json();
    };
    return {{"work", row.work},
            {"value", number(row.value)},
            {"unit", row.unit},
            {"p95", number(row.p95)},
            {"operations", row.operations},
            {"peer", row.peer.empty() ? nlohmann::json() : nlohmann::json(row.peer)},
            {"peer_value", number(row.peerValue)},
            {"ratio", number(row.ratio())},
            {"required", number(row.required)},
            {"required_is_ratio", row.requiredIsRatio},
            {"met", row.met()},
            {"note", row.note}};
}

std::string figure(const std::optional<double>& v) {
    if (!v)
        return "-";
    std::ostringstream text;
    text << std::fixed << std::setprecision(std::abs(*v) < 10 ? 2 : 1) << *v;
    return text.str();
}

} // namespace

std::string printRows(const std::vector<Row>& rows, bool json) {
    std::ostringstream out;
    if (json) {
        for (const Row& row : rows)
            out << toJson(row).dump() << '\n';
        return out.str();
    }
    out << "| work | value | p95 | n | peer | peer value | ratio | required | met "
           "|\n|---|---|---|---|---|---|---|---|---|\n";
    for (const Row& row : rows)
        out << "| " << row.work << " | " << figure(row.value) << ' ' << row.unit << " | " << figure(row.p95)
            << " | " << row.operations << " | " << (row.peer.empty() ? "-" : row.peer) << " | "
            << figure(row.peerValue) << " | " << figure(row.ratio()) << " | "
            << (row.required ? (row.largerIsBetter ? ">= " : "<= ") + figure(row.required) +
                                   (row.requiredIsRatio ? " of peer" : " " + row.unit)
                             : "-")
            << " | " << (row.met() ? "yes" : "NO") << (row.note.empty() ? "" : " (" + row.note + ")")
            << " |\n";
    return out.str();
}

} // namespace cutaway::bench
